using System.Globalization;
using System.Text.Json.Nodes;
using SocietyParty.Bench.Peers;
using SocietyParty.Bench.Queries;

namespace SocietyParty.Bench.Measure;

/// <summary>Before anything is measured: the peers give the same rows with the same values.</summary>
internal static class Agreement
{
    /// <exception cref="BenchException">They differ; the message says where.</exception>
    public static async Task RequireAsync(IReadOnlyList<Peer> peers, BenchQuery query, IEnumerable<Sample> samples, CancellationToken ct)
    {
        using var http = new HttpClient();
        foreach (var sample in samples)
        {
            JsonNode? first = null;
            foreach (var peer in peers)
            {
                var answer = PlainAnswer.Of(await AskAsync(http, peer, query, sample, ct));
                first ??= answer;
                if (Difference(first, answer, "data") is { } difference)
                {
                    throw new BenchException(
                        "SP-BENCH-501",
                        $"{query.Name} for {sample.Id} {sample.Category}: {peers[0].Name} and {peer.Name} differ at {difference}"
                    );
                }
            }
        }
    }

    private static async Task<JsonNode?> AskAsync(HttpClient http, Peer peer, BenchQuery query, Sample sample, CancellationToken ct)
    {
        var (path, body) = peer.Request(query, sample);
        var answer = await HttpAnswers.PostAsync(
            http,
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{peer.Port}{path}"),
            body,
            ct
        );
        return answer["data"];
    }

    private static string? Difference(JsonNode? left, JsonNode? right, string path) =>
        (left, right) switch
        {
            (JsonObject one, JsonObject other) => one.Select(field => field.Key)
                .Union(other.Select(field => field.Key))
                .Select(key =>
                    one.ContainsKey(key) && other.ContainsKey(key)
                        ? Difference(one[key], other[key], $"{path}.{key}")
                        : $"{path}: only one has the field {key}"
                )
                .FirstOrDefault(found => found is not null),
            (JsonArray one, JsonArray other) => one.Count != other.Count
                ? $"{path}: {one.Count} and {other.Count} rows"
                : one.Select((item, index) => Difference(item, other[index], $"{path}[{index}]"))
                    .FirstOrDefault(found => found is not null),
            _ => JsonNode.DeepEquals(left, right)
                ? null
                : $"{path}: {left?.ToJsonString() ?? "null"} and {right?.ToJsonString() ?? "null"}",
        };
}
