using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Http.Exports;

/// <summary>
/// The arguments of a list from a query string: <c>where</c> and <c>order</c> as JSON or as GraphQL writes them, several words separated by
/// commas. They become variables, so that no text of a client's is part of the document.
/// </summary>
internal static class ExportArguments
{
    private static readonly string[] OfPages = ["first", "after", "last", "before"];

    private static readonly string[] OfExports = ["format", "columns", "bom", "of"];

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 64 };

    /// <exception cref="ExportException">A parameter that the list does not have, or a value that cannot be read.</exception>
    public static Dictionary<string, JsonElement> Read(IQueryCollection query, ExportList list, ParserLimits limits, bool suggests)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, given) in query.Where(pair => !OfExports.Contains(pair.Key)))
        {
            if (OfPages.Contains(name) || list.Arguments.FirstOrDefault(one => one.Name == name) is not { } argument)
            {
                var known = list.Arguments.Select(argument => argument.Name).Except(OfPages).Concat(OfExports);
                throw new ExportException(StatusCodes.Status400BadRequest, "SP-EXPORT-004", [("name", name), ("known", known)]);
            }

            values.Add(name, Value(name, given, argument.Type, limits, suggests));
        }

        return values;
    }

    private static JsonElement Value(string name, StringValues given, GraphQLType type, ParserLimits limits, bool suggests)
    {
        var named = type.Named;
        if (type.IsList && named is not InputObjectType)
        {
            var words = given.SelectMany(text =>
                text!.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            );
            var values = words.Select(word => word.Trim('"')).ToList();
            return named is EnumType known && values.Find(value => known.Value(value) is null) is { } unknown
                ? throw new ExportException(
                    StatusCodes.Status400BadRequest,
                    "SP-EXPORT-005.Value",
                    [
                        ("name", name),
                        ("value", unknown),
                        ("known", suggests ? new Sentence("SP-EXPORT-005.Known", [("values", Names(known))]) : ""),
                    ]
                )
                : JsonSerializer.SerializeToElement(values);
        }

        if (given is not [{ } value])
        {
            throw Unreadable(name, new Sentence("SP-EXPORT-005.Once", []));
        }

        return named is InputObjectType ? Literal(name, value, limits)
            : named.Name is "Int" or "Long" or "Decimal" or "Float" or "Boolean" && Parsed(value) is { } number ? number
            : JsonSerializer.SerializeToElement(value);
    }

    private static IEnumerable<string> Names(EnumType type) => type.Values.Select(value => value.Name);

    private static JsonElement Literal(string name, string text, ParserLimits limits)
    {
        if (Parsed(text) is { } json)
        {
            return json;
        }

        var parsed = Parser.ParseValue(text, limits);
        if (!parsed.TryGet(out var value))
        {
            throw Unreadable(name, new Sentence("SP-EXPORT-005.Text", [("said", parsed.Errors[0].Message)]));
        }

        var written = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(written, new JsonWriterOptions { SkipValidation = true }))
        {
            if (!LiteralJson.TryWrite(writer, value))
            {
                throw Unreadable(name, new Sentence("SP-EXPORT-005.Variable", []));
            }
        }

        using var document = JsonDocument.Parse(written.WrittenMemory, Json);
        return document.RootElement.Clone();
    }

    private static JsonElement? Parsed(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Then it may be GraphQL, or a text.
            return null;
        }
    }

    private static ExportException Unreadable(string name, Sentence why) =>
        new(
            StatusCodes.Status400BadRequest,
            "SP-EXPORT-005",
            [("name", name), ("why", why), ("json", """{"name":{"eq":"甲"}}"""), ("text", """{name:{eq:"甲"}}""")]
        );
}
