using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http;

/// <summary>
/// The operations of one request: one, or, where that is switched on, several that are answered by an array in their order.
/// </summary>
internal sealed record RequestBatch(ImmutableArray<GraphQLRequest> Requests, bool IsList)
{
    private const string Code = "SP-HTTP-005";

    public static (RequestBatch? Batch, MalformedRequest? Problem) Read(JsonElement body, ServiceOptions options)
    {
        if (body.ValueKind == JsonValueKind.Array)
        {
            return options.Switches.RequestBatching
                ? FromList(body, options)
                : Refused(
                    "Several requests in one body are not accepted; send one JSON object. "
                        + $"{Switch(nameof(options.Switches.RequestBatching))}"
                );
        }

        if (
            body.ValueKind == JsonValueKind.Object
            && body.TryGetProperty("variables", out var sets)
            && sets.ValueKind == JsonValueKind.Array
        )
        {
            return options.Switches.VariableBatching
                ? FromVariables(body, sets, options)
                : Refused(
                    $"Several sets of variables are not accepted; send one JSON object. {Switch(nameof(options.Switches.VariableBatching))}"
                );
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
                    ? (null, new MalformedRequest(StatusCodes.Status400BadRequest, Code, "A batch cannot hold another one."))
                    : RequestReader.FromBody(item);
            if (request is null)
            {
                return (
                    null,
                    problem! with
                    {
                        Message = string.Create(CultureInfo.InvariantCulture, $"Item {requests.Count} of the batch: {problem.Message}"),
                    }
                );
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
                new MalformedRequest(StatusCodes.Status400BadRequest, "SP-HTTP-004", "Each item of \"variables\" must be a JSON object.")
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
            0 => new(StatusCodes.Status400BadRequest, Code, "The batch is empty: send at least one item."),
            var count when count > options.Transport.BatchMax => new(
                StatusCodes.Status400BadRequest,
                "SP-LIMIT-101",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The batch has {count} items, more than {options.Transport.BatchMax}. Send several batches."
                )
            ),
            _ => null,
        };

    private static (RequestBatch?, MalformedRequest?) Refused(string message) =>
        (null, new MalformedRequest(StatusCodes.Status400BadRequest, Code, message));

    private static string Switch(string option) => $"The operator of the service can allow them with Switches__{option}=true.";
}
