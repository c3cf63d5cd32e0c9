using System.Collections.Immutable;
using System.Text.Json;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http;

/// <summary>
/// The operations of one request: one, or, where that is switched on, several that are answered by an array in their order.
/// </summary>
internal sealed record RequestBatch(ImmutableArray<GraphQLRequest> Requests, bool IsList)
{
    public static (RequestBatch? Batch, MalformedRequest? Problem) Read(JsonElement body, ServiceOptions options)
    {
        if (body.ValueKind == JsonValueKind.Array)
        {
            return options.Switches.RequestBatching
                ? FromList(body, options)
                : Refused(new("SP-HTTP-005.Requests", [("setting", Switch(nameof(options.Switches.RequestBatching)))]));
        }

        if (
            body.ValueKind == JsonValueKind.Object
            && body.TryGetProperty("variables", out var sets)
            && sets.ValueKind == JsonValueKind.Array
        )
        {
            return options.Switches.VariableBatching
                ? FromVariables(body, sets, options)
                : Refused(new("SP-HTTP-005.Variables", [("setting", Switch(nameof(options.Switches.VariableBatching)))]));
        }

        var (request, problem) = RequestReader.FromBody(body);
        return request is null ? (null, problem) : (new RequestBatch([request], IsList: false), null);
    }

    private static (RequestBatch?, MalformedRequest?) FromList(JsonElement body, ServiceOptions options)
    {
        if (WrongLength(body, options) is { } length)
        {
            return (null, length);
        }

        var requests = ImmutableArray.CreateBuilder<GraphQLRequest>(body.GetArrayLength());
        foreach (var item in body.EnumerateArray())
        {
            var (request, problem) =
                item.ValueKind == JsonValueKind.Array
                    ? (null, new MalformedRequest(StatusCodes.Status400BadRequest, new("SP-HTTP-005.Nested", [])))
                    : RequestReader.FromBody(item);
            if (request is null)
            {
                return (null, problem! with { Item = requests.Count });
            }

            requests.Add(request);
        }

        return (new RequestBatch(requests.ToImmutable(), IsList: true), null);
    }

    private static (RequestBatch?, MalformedRequest?) FromVariables(JsonElement body, JsonElement sets, ServiceOptions options)
    {
        if (WrongLength(sets, options) is { } length)
        {
            return (null, length);
        }

        if (sets.EnumerateArray().Any(set => set.ValueKind != JsonValueKind.Object))
        {
            return (
                null,
                new MalformedRequest(
                    StatusCodes.Status400BadRequest,
                    new("SP-HTTP-004.Items", [("field", "variables"), ("format", RequestReader.Format)])
                )
            );
        }

        var (request, problem) = RequestReader.FromBody(body, hasOneSet: false);
        return request is null
            ? (null, problem)
            : (new RequestBatch([.. sets.EnumerateArray().Select(set => request with { Variables = set.Clone() })], IsList: true), null);
    }

    private static MalformedRequest? WrongLength(JsonElement items, ServiceOptions options) =>
        items.GetArrayLength() switch
        {
            0 => new(StatusCodes.Status400BadRequest, new Sentence("SP-HTTP-005.Empty", [])),
            var count when count > options.Transport.BatchMax => new(
                StatusCodes.Status400BadRequest,
                new Sentence("SP-LIMIT-101.Batch", [("count", count), ("max", options.Transport.BatchMax)])
            ),
            _ => null,
        };

    private static (RequestBatch?, MalformedRequest?) Refused(Sentence said) =>
        (null, new MalformedRequest(StatusCodes.Status400BadRequest, said));

    private static string Switch(string option) => $"Switches__{option}=true";
}
