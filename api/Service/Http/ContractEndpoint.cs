using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Http;

/// <summary>The public contract as SDL at <c>GET /graphql?sdl</c>, where HotChocolate has it.</summary>
internal sealed class ContractEndpoint(GraphQLSchema schema, ServiceOptions options)
{
    private readonly Lazy<(byte[] Text, EntityTagHeaderValue Tag)> contract = new(() =>
    {
        var text = Encoding.UTF8.GetBytes(TextOf(schema));
        return (text, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text))[..32]}\""));
    });

    /// <summary>The contract's text, ended by one LF.</summary>
    public static string TextOf(GraphQLSchema schema) => SchemaPrinter.Print(schema).TrimEnd('\n') + "\n";

    /// <summary>True for a request that asks for the contract and runs no document.</summary>
    public static bool IsWanted(HttpRequest request) =>
        !HttpMethods.IsPost(request.Method)
        && request.Query.ContainsKey("sdl")
        && !request.Query.ContainsKey("query")
        && !request.HttpContext.WebSockets.IsWebSocketRequest;

    public Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        // The contract tells what introspection tells: one switch for both.
        if (!options.Switches.Introspection)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            response.ContentType = "text/plain; charset=utf-8";
            return response.WriteAsync(
                "SP-HTTP-025 Introspection is switched off on this service (Switches__Introspection), and with it the contract.\n",
                context.RequestAborted
            );
        }

        var (text, tag) = contract.Value;
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "no-cache";
        if (
            context
                .Request.GetTypedHeaders()
                .IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any))
        )
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = "application/graphql; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"schema.graphql\"";
        response.ContentLength = text.Length;
        return response.Body.WriteAsync(text, context.RequestAborted).AsTask();
    }
}
