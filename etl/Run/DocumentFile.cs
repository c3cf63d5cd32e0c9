using System.Text.Json;

namespace SocietyParty.Etl.Run;

/// <summary>A document that rules cite, as a file under schema/rules/documents states it.</summary>
/// <param name="Stated">Code, title, number, issuer and date.</param>
/// <param name="Clauses">In the document's order, each before its parts.</param>
public sealed record DocumentFile(StatedDocument Stated, IReadOnlyList<StatedClause> Clauses)
{
    internal const string Folder = "rules/documents/";
    private const string SchemaPath = Folder + "document.schema.json";

    /// <summary>The JSON schema that files follow.</summary>
    internal static JsonShape Shape { get; } = new(JsonElement.Parse(RuleSetFile.Files(SchemaPath).Single().Text));

    /// <summary>The files that the program carries, unread.</summary>
    internal static IEnumerable<(string Path, string Text)> Files => RuleSetFile.Files(Folder).Where(file => file.Path != SchemaPath);

    /// <summary>The documents that the program carries, by code.</summary>
    public static IReadOnlyList<DocumentFile> Embedded() => Files.Select(file => Read(JsonElement.Parse(file.Text))).ToList();

    private static DocumentFile Read(JsonElement content) =>
        new(
            new StatedDocument(
                Text(content, "code"),
                Text(content, "title")!,
                Text(content, "number"),
                Text(content, "issuer"),
                Text(content, "issuedOn")
            ),
            Listed(content, "clauses").ToList()
        );

    private static IEnumerable<StatedClause> Listed(JsonElement within, string key) =>
        within.TryGetProperty(key, out var clauses) ? clauses.EnumerateArray().SelectMany(WithParts) : [];

    private static IEnumerable<StatedClause> WithParts(JsonElement clause) =>
        [
            new(
                Text(clause, "code")!,
                clause.TryGetProperty("also", out var also) ? also.EnumerateArray().Select(code => code.GetString()!).ToList() : [],
                Text(clause, "label")!,
                Text(clause, "heading")!,
                WholeText(clause)
            ),
            .. Listed(clause, "parts"),
        ];

    private static string WholeText(JsonElement clause) =>
        clause.TryGetProperty("parts", out var parts)
            ? string.Join('\n', parts.EnumerateArray().Select(WholeText).Prepend(Text(clause, "text")))
            : Text(clause, "text")!;

    private static string? Text(JsonElement content, string key) => content.GetProperty(key).GetString();
}

/// <summary>What is said of a document as a whole.</summary>
/// <param name="Code">By which sources cite it; null where nobody says.</param>
/// <param name="Title">As published.</param>
/// <param name="Number">文号; null where it has none.</param>
/// <param name="Issuer">Null where it is not stated.</param>
/// <param name="IssuedOn">ISO 8601; null where it is not stated.</param>
public sealed record StatedDocument(string? Code, string Title, string? Number, string? Issuer, string? IssuedOn);

/// <summary>A clause of a document.</summary>
/// <param name="Code">How sources cite it behind the document's code.</param>
/// <param name="Also">Other codes by which it is cited.</param>
/// <param name="Label">How a reader of Chinese cites it behind the title.</param>
/// <param name="Heading">What it is about.</param>
/// <param name="Text">Its words, those of its parts included.</param>
public sealed record StatedClause(string Code, IReadOnlyList<string> Also, string Label, string Heading, string Text);
