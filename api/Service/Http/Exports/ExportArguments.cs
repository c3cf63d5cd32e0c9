using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

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
    public static Dictionary<string, JsonElement> Read(IQueryCollection query, ExportList list, ParserLimits limits)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, given) in query.Where(pair => !OfExports.Contains(pair.Key)))
        {
            if (OfPages.Contains(name) || list.Arguments.FirstOrDefault(one => one.Name == name) is not { } argument)
            {
                var known = list.Arguments.Select(argument => argument.Name).Except(OfPages).Concat(OfExports);
                throw new ExportException(
                    StatusCodes.Status400BadRequest,
                    "SP-EXPORT-004",
                    $"There is no parameter \"{name}\" here. There are: {string.Join(", ", known)}. An export has all rows, no pages."
                );
            }

            values.Add(name, Value(name, given, argument.Type, limits));
        }

        return values;
    }

    private static JsonElement Value(string name, StringValues given, GraphQLType type, ParserLimits limits)
    {
        var named = type.Named;
        if (type.IsList && named is not InputObjectType)
        {
            var words = given.SelectMany(text =>
                text!.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            );
            return JsonSerializer.SerializeToElement(words.Select(word => word.Trim('"')));
        }

        if (given is not [{ } value])
        {
            throw Unreadable(name, "Give it once.");
        }

        return named is InputObjectType ? Literal(name, value, limits)
            : named.Name is "Int" or "Long" or "Decimal" or "Float" or "Boolean" && Parsed(value) is { } number ? number
            : JsonSerializer.SerializeToElement(value);
    }

    private static JsonElement Literal(string name, string text, ParserLimits limits)
    {
        if (Parsed(text) is { } json)
        {
            return json;
        }

        var parsed = Parser.ParseValue(text, limits);
        if (!parsed.TryGet(out var value))
        {
            throw Unreadable(name, parsed.Errors[0].Message);
        }

        var written = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(written, new JsonWriterOptions { SkipValidation = true }))
        {
            if (!LiteralJson.TryWrite(writer, value))
            {
                throw Unreadable(name, "A variable has no value here.");
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

    private static ExportException Unreadable(string name, string why) =>
        new(
            StatusCodes.Status400BadRequest,
            "SP-EXPORT-005",
            $"\"{name}\" cannot be read: {why} Write it as JSON, {{\"name\":{{\"eq\":\"甲\"}}}}, or as GraphQL, {{name:{{eq:\"甲\"}}}}."
        );
}
