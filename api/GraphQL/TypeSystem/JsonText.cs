using System.Text.Json;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>JSON as messages show it, in the manner of the reference implementation, and cut before it grows long.</summary>
public static class JsonText
{
    private const int DepthMax = 2;
    private const int ItemsMax = 10;
    private const int StringMax = 200;

    public static string Inspect(JsonElement json) => Inspect(json, 0);

    private static string Inspect(JsonElement json, int depth)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                if (json.GetArrayLength() == 0)
                    return "[]";
                if (depth > DepthMax)
                    return "[Array]";
                var items = json.EnumerateArray().Take(ItemsMax).Select(item => Inspect(item, depth + 1)).ToList();
                var more = json.GetArrayLength() - ItemsMax;
                if (more > 0)
                    items.Add(more == 1 ? "... 1 more item" : $"... {more} more items");
                return $"[{string.Join(", ", items)}]";
            case JsonValueKind.Object:
                if (!json.EnumerateObject().Any())
                    return "{}";
                return depth > DepthMax
                    ? "[Object]"
                    : $"{{ {string.Join(", ", json.EnumerateObject().Take(ItemsMax).Select(p =>
                        $"{p.Name}: {Inspect(p.Value, depth + 1)}"))} }}";
            case JsonValueKind.True:
                return "true";
            case JsonValueKind.False:
                return "false";
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return "null";
            default:
                var text = json.GetRawText();
                return text.Length <= StringMax ? text : text[..StringMax] + "…";
        }
    }
}
