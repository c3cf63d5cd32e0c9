using System.Text.Json;
using System.Text.RegularExpressions;

namespace SocietyParty.Rules.Sentences;

/// <summary>
/// Citations as people outside of this program know them: <c>003 第五条</c> is a clause of a document with a title and a number.
/// </summary>
public static partial class ClauseCitation
{
    private static readonly Lazy<IReadOnlyList<JsonElement>> Files = new(() =>
        [
            .. typeof(ClauseCitation)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("Documents/", StringComparison.Ordinal))
                .Select(SentenceBook.Resource<JsonElement>),
        ]
    );

    private static readonly Lazy<Dictionary<string, string>> Documents = new(() =>
        Files.Value.ToDictionary(document => Text(document, "code")!, document => $"《{Text(document, "title")}》{Number(document)}")
    );

    // §7 is 第7点, §三 is 第三部分, in whichever document they stand.
    private static readonly Lazy<Dictionary<string, string>> Labels = new(() =>
        Files
            .Value.SelectMany(document => document.GetProperty("clauses").EnumerateArray())
            .Select(clause => (Code: Text(clause, "code")!, Label: Text(clause, "label")!))
            .Distinct()
            .ToDictionary(clause => clause.Code, clause => clause.Label)
    );

    /// <summary>
    /// Each document of ours by its title and number, at its first clause: <c>001 §7, §8, 002 §2</c> names both once. Other texts stay.
    /// </summary>
    /// <param name="source">One citation or several; null of none.</param>
    public static string? InFull(string? source)
    {
        if (source is null)
        {
            return null;
        }

        var named = Code().Replace(source, match => Documents.Value.GetValueOrDefault(match.Groups["code"].Value, match.Value));
        return Section().Replace(named, match => Labels.Value.GetValueOrDefault(match.Value, match.Value));
    }

    private static string Number(JsonElement document) => Text(document, "number") is { } number ? $"（{number}）" : "";

    private static string? Text(JsonElement document, string name) =>
        document.TryGetProperty(name, out var value) ? value.GetString() : null;

    [GeneratedRegex("(?<![0-9A-Za-z-])(?<code>00[0-9]) ?(?=[§第政班组社（])")]
    private static partial Regex Code();

    [GeneratedRegex("§(?:[0-9]+|[一二三四五六七八九十]+)")]
    private static partial Regex Section();
}
