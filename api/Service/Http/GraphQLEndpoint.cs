using System.Buffers;
using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.Service.Http;

/// <summary>GraphQL over HTTP at <c>/graphql</c>: GET and POST, both media types.</summary>
internal sealed class GraphQLEndpoint(QueryPipeline pipeline, OperationRunner runner, TransportOptions options)
{
    /// <summary>Told where a subscription comes without a connection that stays open.</summary>
    private static readonly ImmutableArray<GraphQLError> NoStream =
        [new("SP-HTTP-007", "A subscription needs a connection that stays open: accept text/event-stream, or use a WebSocket (graphql-transport-ws) at this address.")];

    public async Task HandleAsync(HttpContext context)
    {
        var ct = context.RequestAborted;
        if (ResponseMedia.Negotiate(context.Request) is not { } media)
        {
            await AnswerAsync(context, StatusCodes.Status406NotAcceptable, ResponseMedia.Json,
                [new("SP-HTTP-006", $"Accept {ResponseMedia.GraphQL} or {ResponseMedia.Json}.")]);
            return;
        }

        var (batch, problem) = await RequestReader.ReadAsync(context.Request, options, ct);
        if (batch is null)
        {
            await AnswerAsync(context, problem!.Status, media, [new(problem.Code, problem.Message)]);
            return;
        }

        try
        {
            if (batch.IsList)
                await SendAsync(context, StatusCodes.Status200OK, media, await ListAsync(context, batch.Requests, ct));
            else
                await SingleAsync(context, batch.Requests[0], media, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The client left; its statement was cancelled with it.
        }
    }

    private async Task SingleAsync(HttpContext context, GraphQLRequest request, string media, CancellationToken ct)
    {
        var prepared = Prepare(request);
        if (!prepared.TryGet(out var query))
        {
            // With the older media type a client expects 200 for whatever is a well-formed request.
            var status = media == ResponseMedia.GraphQL ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
            await AnswerAsync(context, status, media, prepared.Errors);
            return;
        }

        var response = await runner.RunAsync(query, context.TraceIdentifier, ct);
        await SendAsync(context, response.Status, media, response.Body);
    }

    /// <summary>One after the other: a batch shall not take more of the database at a time than a single request.</summary>
    private async Task<ArrayBufferWriter<byte>> ListAsync(HttpContext context, ImmutableArray<GraphQLRequest> requests, CancellationToken ct)
    {
        var list = new ArrayBufferWriter<byte>();
        foreach (var request in requests)
        {
            list.Write(list.WrittenCount == 0 ? "["u8 : ","u8);
            var prepared = Prepare(request);
            var response = prepared.TryGet(out var query)
                ? await runner.RunAsync(query, context.TraceIdentifier, ct)
                : OperationRunner.Failed(StatusCodes.Status400BadRequest, prepared.Errors);
            list.Write(response.Body.WrittenSpan);
        }

        list.Write("]"u8);
        return list;
    }

    private Outcome<PreparedQuery> Prepare(GraphQLRequest request)
    {
        var prepared = pipeline.Prepare(request);
        return prepared.TryGet(out var query) && query.Plan.Event is not null ? NoStream : prepared;
    }

    private static Task AnswerAsync(HttpContext context, int status, string media, ImmutableArray<GraphQLError> errors) =>
        SendAsync(context, status, media, OperationRunner.Failed(status, errors).Body);

    private static async Task SendAsync(HttpContext context, int status, string media, ArrayBufferWriter<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = media + "; charset=utf-8";
        context.Response.ContentLength = body.WrittenCount;
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }
}
