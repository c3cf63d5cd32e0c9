using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Run;

/// <summary>
/// Checks JSON against a JSON schema (2020-12), as far as the schemas under schema/rules go. A keyword that this does not know
/// throws, so that no line of a schema is silently without effect.
/// </summary>
internal sealed class JsonShape(JsonElement schema)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description"];

    /// <summary>Every problem with its JSON path, in the order of the schema.</summary>
    public IEnumerable<(string Path, Sentence Problem)> Problems(JsonElement value) => Check(schema, value, "$");

    private IEnumerable<(string Path, Sentence Problem)> Check(JsonElement shape, JsonElement value, string path)
    {
        foreach (var keyword in shape.EnumerateObject())
        {
            foreach (var problem in Check(shape, keyword, value, path))
            {
                yield return problem;
            }
        }
    }

    /// <summary>What a pattern asks for, in words: whoever writes a file of rules reads no regular expressions.</summary>
    internal static Sentence Form(string pattern) =>
        pattern switch
        {
            "^[a-z0-9]+(-[a-z0-9]+)*$" => new("Shape.Form.Dashed", [("example", "chongqing-2022")]),
            "^[1-9][0-9]{5}$" => new("Shape.Form.Region", [("example", "500000")]),
            "^[A-Z][A-Z_]*_[1-9][0-9]?$" or "^[A-Z_]+_[0-9]+$" => new("Shape.Form.Item", [("example", "POLITICAL_1")]),
            "^BONUS_[1-9][0-9]?$" => new("Shape.Form.Item", [("example", "BONUS_1")]),
            "^I[0-9]{2}$" => new("Shape.Form.Indicator", [("example", "I01")]),
            "^[0-9]{3}$" => new("Shape.Form.Digits", [("example", "004")]),
            "^[a-z][A-Za-z0-9]*$" => new("Shape.Form.Word", [("example", "dueOn")]),
            "^[A-Z][A-Za-z0-9]+$" => new("Shape.Form.WordUpper", [("example", "Coverage")]),
            "^[A-Z][A-Z_]*$" or "^[A-Z]+(_[A-Z]+)*$" or "^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$" or "^[A-Z][A-Z0-9_]*$" => new(
                "Shape.Form.Code",
                [("example", "SERIOUS_VIOLATION")]
            ),
            // A mistake of the program's: JsonShapeTests asks for every pattern.
            _ => throw new InvalidOperationException($"Nothing says what {pattern} asks for."),
        };

    private IEnumerable<(string Path, Sentence Problem)> Check(JsonElement shape, JsonProperty keyword, JsonElement value, string path) =>
        keyword.Name switch
        {
            "$ref" => Check(Definition(keyword.Value.GetString()!), value, path),
            "type" => When(
                !Types(keyword.Value).Any(type => IsOf(type, value)),
                path,
                new("Shape.Type", [("types", Types(keyword.Value).Select(Named)), ("found", Named(TypeOf(value)))])
            ),
            "enum" => When(
                !keyword.Value.EnumerateArray().Any(option => JsonElement.DeepEquals(option, value)),
                path,
                new("Shape.Choice", [("choices", keyword.Value.EnumerateArray().Select(one => one.ToString())), ("found", Shown(value))])
            ),
            "pattern" => When(
                value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
                path,
                new("Shape.Pattern", [("form", Form(keyword.Value.GetString()!)), ("found", Shown(value))])
            ),
            "format" => When(
                Known(keyword.Value.GetString() == "date", keyword)
                    && value.ValueKind == JsonValueKind.String
                    && !IsDate(value.GetString()!),
                path,
                new("Shape.Day", [("found", Shown(value))])
            ),
            "minimum" => When(
                IsNumber(value) && value.GetDecimal() < keyword.Value.GetDecimal(),
                path,
                new("Shape.Minimum", [("limit", keyword.Value.ToString()), ("found", Shown(value))])
            ),
            "maximum" => When(
                IsNumber(value) && value.GetDecimal() > keyword.Value.GetDecimal(),
                path,
                new("Shape.Maximum", [("limit", keyword.Value.ToString()), ("found", Shown(value))])
            ),
            "exclusiveMinimum" => When(
                IsNumber(value) && value.GetDecimal() <= keyword.Value.GetDecimal(),
                path,
                new("Shape.More", [("limit", keyword.Value.ToString()), ("found", Shown(value))])
            ),
            "minLength" => When(
                value.ValueKind == JsonValueKind.String && value.GetString()!.Length < keyword.Value.GetInt32(),
                path,
                new("Shape.Empty", [])
            ),
            "minItems" => When(
                value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < keyword.Value.GetInt32(),
                path,
                new("Shape.Empty", [])
            ),
            "uniqueItems" => Known(keyword.Value.ValueKind == JsonValueKind.True, keyword) ? Repeated(value, path) : [],
            "items" => value.ValueKind != JsonValueKind.Array
                ? []
                : value.EnumerateArray().SelectMany((item, index) => Check(keyword.Value, item, $"{path}[{index}]")),
            "required" => value.ValueKind != JsonValueKind.Object
                ? []
                : keyword
                    .Value.EnumerateArray()
                    .Select(name => name.GetString()!)
                    .Where(name => !value.TryGetProperty(name, out _))
                    .Select(name => (Inside(path, name), new Sentence("Shape.Missing", []))),
            "properties" => value.ValueKind != JsonValueKind.Object
                ? []
                : keyword
                    .Value.EnumerateObject()
                    .SelectMany(property =>
                        value.TryGetProperty(property.Name, out var member)
                            ? Check(property.Value, member, Inside(path, property.Name))
                            : []
                    ),
            "additionalProperties" => Known(keyword.Value.ValueKind == JsonValueKind.False, keyword) ? Unknown(shape, value, path) : [],
            _ => Known(Annotations.Contains(keyword.Name), keyword) ? [] : [],
        };

    private static IEnumerable<(string, Sentence)> Unknown(JsonElement shape, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var names = shape.GetProperty("properties").EnumerateObject().Select(property => property.Name).ToList();
        return value
            .EnumerateObject()
            .Where(member => !names.Contains(member.Name))
            .Select(member => (Inside(path, member.Name), new Sentence("Shape.Unknown", [("known", names)])));
    }

    private static IEnumerable<(string, Sentence)> Repeated(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var items = value.EnumerateArray().ToList();
        return items
            .Select((item, index) => (Item: item, Index: index))
            .Where(entry => items.Take(entry.Index).Any(earlier => JsonElement.DeepEquals(earlier, entry.Item)))
            .Select(entry => ($"{path}[{entry.Index}]", new Sentence("Shape.Repeated", [("found", Shown(entry.Item))])));
    }

    private static IEnumerable<(string, Sentence)> When(bool broken, string path, Sentence problem) => broken ? [(path, problem)] : [];

    private static bool Known(bool known, JsonProperty keyword) =>
        known ? true : throw new NotSupportedException($"The schema says {keyword}, which this check does not know.");

    private JsonElement Definition(string reference) => schema.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static Sentence Named(string type) => new($"ShapeType.{type}", []);

    private static string TypeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            var kind => kind.ToString().ToLowerInvariant(),
        };

    private static bool IsOf(string type, JsonElement value) =>
        type == "integer" ? IsNumber(value) && value.GetDecimal() % 1 == 0 : TypeOf(value) == type;

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Shown(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? $"\"{value.GetString()}\"" : value.GetRawText();

    private static string Inside(string path, string name) =>
        name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$') ? $"{path}.{name}" : $"{path}['{name}']";
}
