using System.Text.RegularExpressions;
using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Rules;

/// <summary>
/// Citations in texts, found by their form alone: whether the documents have the clause is another question, which a test asks.
/// </summary>
internal static partial class Citations
{
    private static readonly Dictionary<string, Dictionary<string, string>> Codes = DocumentFile
        .Embedded()
        .ToDictionary(
            document => document.Stated.Code!,
            document =>
                document
                    .Clauses.SelectMany(clause => clause.Also.Prepend(clause.Code).Select(known => (known, clause.Code)))
                    .ToDictionary(entry => entry.known, entry => entry.Code)
        );

    /// <summary><c>001 §7, §8, 002 §2（1）</c> → (001, §7), (001, §8), (002, §2（1）), in this order.</summary>
    public static IEnumerable<(string Document, string Clause)> In(string text) =>
        CitationForm()
            .Matches(text)
            .SelectMany(match => match.Groups["clause"].Captures.Select(clause => (match.Groups["document"].Value, clause.Value)));

    /// <summary>The code of the clause that a citation means; null where the document has none.</summary>
    public static string? CodeOf((string Document, string Clause) citation) =>
        Codes.GetValueOrDefault(citation.Document)?.GetValueOrDefault(citation.Clause);

    private const string Clause =
        "(?<clause>(?:§(?:[0-9]+|[一二三四五六七八九十]+)|第[一二三四五六七八九十]+条|(?:政治|班子|组织)建设|(?=（[一二三四五六七八九十]）))"
        + "(?:（[0-9一二三四五六七八九十]+）)?(?:-?[0-9]+)?)";

    // A remark in brackets may stand before the next clause of a list.
    [GeneratedRegex("(?<![0-9A-Za-z])(?<document>00[0-4]) ?" + Clause + "(?:(?:（[^（）]*）)?(?:, | to )" + Clause + ")*")]
    private static partial Regex CitationForm();
}
