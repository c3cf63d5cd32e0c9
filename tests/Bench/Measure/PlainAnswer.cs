using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SocietyParty.Bench.Measure;

/// <summary>
/// An answer without what is only spelling: numbers as numbers (PostGraphile writes exact ones as texts), identities as keys, and
/// PostGraphile's links between tables folded into the fields that they stand for. The names of the links are those of
/// <c>postgraphile.graphql</c>.
/// </summary>
internal static class PlainAnswer
{
    public static JsonNode? Of(JsonNode? node, string? key = null) =>
        node switch
        {
            JsonObject fields => OfObject(fields),
            JsonArray items => new JsonArray([.. items.Select(item => Of(item))]),
            JsonValue value => OfValue(value, key),
            _ => null,
        };

    private static JsonObject OfObject(JsonObject fields)
    {
        var plain = new JsonObject();
        foreach (var (key, value) in fields)
        {
            var inner = Of(value, key);
            switch (key)
            {
                case "currentCategory":
                    plain["category"] = Only(inner, "category") ?? "UNCLASSIFIED";
                    break;
                case "leadSociety":
                    FoldSociety(plain, Only(inner, "society"));
                    break;
                case "leadUnit":
                    plain["supportingUnit"] = Only(inner, "supportingUnit");
                    break;
                case "latestAssessments":
                    plain["latestAssessment"] = inner!["nodes"]!.AsArray() is [{ } latest] ? latest.DeepClone() : null;
                    break;
                case "branchLinks":
                    plain["branches"] = new JsonObject
                    {
                        ["nodes"] = new JsonArray([.. inner!["nodes"]!.AsArray().Select(link => link!["branch"]!.DeepClone())]),
                    };
                    break;
                case "itemRows":
                    plain["items"] = inner!["nodes"]!.DeepClone();
                    break;
                default:
                    plain[key] = inner;
                    break;
            }
        }

        return plain;
    }

    // Of a branch the supporting unit is its society's.
    private static void FoldSociety(JsonObject branch, JsonNode? society)
    {
        if (society is JsonObject known && known.ContainsKey("supportingUnit"))
        {
            branch["supportingUnit"] = known["supportingUnit"]?.DeepClone();
            known.Remove("supportingUnit");
        }

        branch["society"] = society;
    }

    private static JsonNode? Only(JsonNode? connection, string field) =>
        connection!["nodes"]!.AsArray() is [JsonObject row] ? row[field]?.DeepClone() : null;

    private static JsonNode OfValue(JsonValue value, string? key)
    {
        var text = value.ToString();
        if (key == "id" && Key(text) is { } identity)
        {
            return identity;
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############", CultureInfo.InvariantCulture)
            : value.DeepClone();
    }

    private static string? Key(string text)
    {
        // Four digits are Base64 too.
        if (text.All(char.IsAsciiDigit))
        {
            return text;
        }

        Span<byte> bytes = stackalloc byte[120];
        return
            Convert.TryFromBase64String(text, bytes, out var length) && Encoding.UTF8.GetString(bytes[..length]).Split(':') is [_, var key]
            ? key
            : null;
    }
}
