using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace SocietyParty.Bench.Peers;

/// <summary>Single requests, outside of what is measured.</summary>
internal static class HttpAnswers
{
    /// <exception cref="BenchException">Anything but data.</exception>
    public static async Task<JsonNode> PostAsync(HttpClient http, string path, byte[] body, CancellationToken ct)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await http.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        if (
            response.IsSuccessStatusCode
            && JsonNode.Parse(text) is JsonObject answer
            && answer["data"] is not null
            && answer["errors"] is null
        )
        {
            return answer;
        }

        throw new BenchException("SP-BENCH-302", $"{path} answered {(int)response.StatusCode}: {text[..Math.Min(text.Length, 1000)]}");
    }
}
