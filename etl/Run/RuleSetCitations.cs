using System.Text.Json;
using System.Text.RegularExpressions;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Run;

/// <summary>
/// Whether rule sets cite what there is: a clause that a known document does not have, and words that were copied from the default set
/// while what they describe is another. Sources are read as <c>graph.citations_of</c> reads them: what is no clause is a remark.
/// </summary>
public static partial class RuleSetCitations
{
    private static readonly Dictionary<string, string[]> Clauses = DocumentFile
        .Embedded()
        .Where(document => document.Stated.Code is not null)
        .ToDictionary(
            document => document.Stated.Code!,
            document => document.Clauses.SelectMany(clause => clause.Also.Prepend(clause.Code)).ToArray()
        );

    public static IEnumerable<RuleSetProblem> Problems(CheckedRuleSets read) =>
        read
            .RuleSets.Where(entry => entry.Content.ValueKind == JsonValueKind.Object)
            .SelectMany(entry =>
                Sources("$", entry.Content)
                    .SelectMany(source =>
                        Missing(source.Text)
                            .Select(cited => new RuleSetProblem(
                                entry.File.Path,
                                source.Path,
                                new Sentence("Rules.NoClause", [("document", cited.Document), ("clause", cited.Clause)])
                            ))
                    )
            )
            .Concat(Copied(read));

    /// <summary>What a source cites of documents that are known and do not have it.</summary>
    internal static IEnumerable<(string Document, string Clause)> Missing(string source) =>
        from Match cited in Citation().Matches(source)
        let document = cited.Groups[1].Value
        where Clauses.ContainsKey(document)
        from part in Separator().Split(cited.Groups[2].Value)
        let words = part.Trim()
        where IsClause().IsMatch(words) && !Clauses[document].Any(code => Begins(words, code))
        select (document, words);

    // As graph.begins_with_clause: a number behind it is part of the code, anything else a remark.
    private static bool Begins(string words, string code) =>
        words.StartsWith(code, StringComparison.Ordinal) && !Further().IsMatch(words[code.Length..]);

    private static IEnumerable<(string Path, string Text)> Sources(string path, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .SelectMany(property =>
                    property.Value.ValueKind == JsonValueKind.String && IsSource(property.Name)
                        ? [($"{path}.{property.Name}", property.Value.GetString()!)]
                        : Sources($"{path}.{property.Name}", property.Value)
                ),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Sources($"{path}[{index}]", item)),
            _ => [],
        };

    private static bool IsSource(string name) => name == "source" || name.EndsWith("clause", StringComparison.OrdinalIgnoreCase);

    // Indicators show the definition as it stands: beside another denominator the default's words say what is not so.
    private static IEnumerable<RuleSetProblem> Copied(CheckedRuleSets read)
    {
        var coverages = read
            .RuleSets.Select(entry =>
                (
                    entry.File.Path,
                    IsDefault: At(entry.Content, "default")?.ValueKind == JsonValueKind.True,
                    Denominator: Text(At(entry.Content, "coverage", "denominator", "value")),
                    Definition: Text(At(entry.Content, "coverage", "organization", "definition"))
                )
            )
            .ToList();
        var usual = coverages.FirstOrDefault(coverage => coverage.IsDefault && coverage.Definition is not null);
        return coverages
            .Where(other => !other.IsDefault && other.Definition is not null && other.Definition == usual.Definition)
            .Where(other => other.Denominator is not null && other.Denominator != usual.Denominator)
            .Select(other => new RuleSetProblem(
                other.Path,
                "$.coverage.organization.definition",
                new Sentence("Rules.CopiedDefinition", [("given", other.Denominator), ("usual", usual.Denominator)])
            ));
    }

    private static JsonElement? At(JsonElement value, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return null;
            }
        }

        return value;
    }

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    [GeneratedRegex("(?<![0-9A-Za-z])([0-9]{3})(?![0-9])(.*?)(?=(?<![0-9A-Za-z])[0-9]{3}(?![0-9])|$)", RegexOptions.Singleline)]
    private static partial Regex Citation();

    [GeneratedRegex("[,，、;；]| to ")]
    private static partial Regex Separator();

    // §7, §一, 第五条（七）1, 组织建设-2: whatever else stands there is a remark.
    [GeneratedRegex(@"^(§|第[0-9一二三四五六七八九十]+条|\p{Lo}+-[0-9])")]
    private static partial Regex IsClause();

    [GeneratedRegex("^(-?[0-9]|（[0-9一二三四五六七八九十]+）)")]
    private static partial Regex Further();
}
