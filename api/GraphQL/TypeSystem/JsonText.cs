using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>JSON as messages show it, in the manner of the reference implementation, and cut before it grows long.</summary>
public static class JsonText
{
    private const int DepthMax = 1;
    private const int ItemsMax = 10;
    private const int StringMax = 200;
    private const double ExactMax = 1e15;

    public static string Inspect(JsonElement json) => Inspect(json, 0);

    private static string Inspect(JsonElement json, int depth)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                if (json.GetArrayLength() == 0)
                {
                    return "[]";
                }

                if (depth > DepthMax)
                {
                    return "[Array]";
                }

                var items = json.EnumerateArray().Take(ItemsMax).Select(item => Inspect(item, depth + 1)).ToList();
                items.AddRange(More(json.GetArrayLength(), "item"));
                return $"[{string.Join(", ", items)}]";
            case JsonValueKind.Object:
                if (!json.EnumerateObject().Any())
                {
                    return "{}";
                }

                if (depth > DepthMax)
                {
                    return "[Object]";
                }

                var fields = json.EnumerateObject()
                    .Take(ItemsMax)
                    .Select(field => $"{field.Name}: {Inspect(field.Value, depth + 1)}")
                    .ToList();
                fields.AddRange(More(json.GetPropertyCount(), "field"));
                return $"{{ {string.Join(", ", fields)} }}";
            case JsonValueKind.True:
                return "true";
            case JsonValueKind.False:
                return "false";
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return "null";
            case JsonValueKind.String:
                // What is no text (half a surrogate pair) is shown as it came.
                return Cut(Strings.Read(json) is { } text ? Quoted(text) : json.GetRawText());
            default:
                return Cut(Number(json));
        }
    }

    private static string[] More(int count, string noun) =>
        (count - ItemsMax) switch
        {
            <= 0 => [],
            1 => [$"... 1 more {noun}"],
            var more => [$"... {more} more {noun}s"],
        };

    /// <summary>1e2 and 1.0 as 100 and 1; what a double would round stays as it came.</summary>
    private static string Number(JsonElement json)
    {
        var text = json.GetRawText();
        return
            (text == "-0" || text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0)
            && json.TryGetDouble(out var number)
            && Math.Abs(number) is < ExactMax and (0 or > 1e-6)
            ? (number + 0.0).ToString(CultureInfo.InvariantCulture)
            : text;
    }

    private static string Cut(string text) => text.Length <= StringMax ? text : text[..StringMax] + "…";

    /// <summary>The shortest JSON for a text, whatever escapes the client used.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
