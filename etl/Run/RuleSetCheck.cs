using System.Text.Json;
using SocietyParty.Rules;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Run;

/// <summary>What is wrong with a file of rules.</summary>
/// <param name="File">The file.</param>
/// <param name="Path">JSON path of the place, such as <c>$.coverage.organization.forms[2]</c>.</param>
/// <param name="Message">What is wrong there.</param>
public sealed record RuleSetProblem(string File, string Path, string Message)
{
    /// <summary>File, place and message in one line.</summary>
    public override string ToString() => $"{RuleSetFile.Place(File)} {Path}: {Message}";
}

/// <summary>Files of rules that were read and checked.</summary>
/// <param name="RuleSets">The files that are JSON at all, with their content.</param>
/// <param name="Problems">Of one file and between files.</param>
public sealed record CheckedRuleSets(
    IReadOnlyList<(RuleSetFile File, JsonElement Content)> RuleSets,
    IReadOnlyList<RuleSetProblem> Problems
);

/// <summary>Reads files of rules and lists everything that is wrong with them. Needs no database.</summary>
public static class RuleSetCheck
{
    // Two values for one key would leave open which one counts.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static CheckedRuleSets Read(IReadOnlyList<RuleSetFile> files)
    {
        var problems = new List<RuleSetProblem>();
        var ruleSets = new List<(RuleSetFile File, JsonElement Content)>();
        foreach (var file in files)
        {
            try
            {
                using var document = JsonDocument.Parse(file.Text, Strict);
                ruleSets.Add((file, document.RootElement.Clone()));
            }
            catch (JsonException failure)
            {
                problems.Add(new RuleSetProblem(file.Path, "$", $"is not JSON: {failure.Message}"));
            }
        }

        problems.AddRange(
            ruleSets.SelectMany(entry =>
                RuleSetFile
                    .Shape.Problems(entry.Content)
                    .Select(problem => new RuleSetProblem(entry.File.Path, problem.Path, problem.Message))
            )
        );
        // What follows reads keys that only a file of the right shape has.
        if (problems.Count == 0)
        {
            problems.AddRange(
                ruleSets
                    .SelectMany(PeriodProblems)
                    .Concat(ruleSets.SelectMany(SectionProblems))
                    .Concat(RepeatedCodes(ruleSets))
                    .Concat(RivalProblems(ruleSets))
                    .Concat(DefaultProblems(ruleSets))
            );
        }

        return new CheckedRuleSets(ruleSets, problems);
    }

    private static IEnumerable<RuleSetProblem> PeriodProblems((RuleSetFile File, JsonElement Content) entry)
    {
        string? from = entry.Content.GetProperty("effectiveFrom").GetString(),
            to = entry.Content.GetProperty("effectiveTo").GetString();
        // ISO 8601 days sort as text.
        if (from is not null && to is not null && string.CompareOrdinal(from, to) >= 0)
        {
            yield return new RuleSetProblem(entry.File.Path, "$.effectiveTo", $"must come after effectiveFrom, {from}");
        }
    }

    private static IEnumerable<RuleSetProblem> SectionProblems((RuleSetFile File, JsonElement Content) entry) =>
        Sections.Problems(entry.Content).Select(problem => new RuleSetProblem(entry.File.Path, problem.Path, problem.Message));

    private static IEnumerable<RuleSetProblem> RepeatedCodes(List<(RuleSetFile File, JsonElement Content)> ruleSets) =>
        ruleSets
            .GroupBy(entry => entry.Content.GetProperty("code").GetString()!)
            .SelectMany(group =>
                group
                    .Skip(1)
                    .Select(entry => new RuleSetProblem(
                        entry.File.Path,
                        "$.code",
                        $"is \"{group.Key}\" as in {RuleSetFile.Place(group.First().File.Path)}"
                    ))
            );

    /// <summary>Rule sets of a region that no list has.</summary>
    public static IEnumerable<RuleSetProblem> RegionProblems(CheckedRuleSets read)
    {
        var codes = RegionList.Embedded().Regions.Select(region => region.Code).ToHashSet();
        return read
            .RuleSets.Where(entry =>
                entry.Content.ValueKind == JsonValueKind.Object
                && entry.Content.TryGetProperty("jurisdiction", out var code)
                && code.ValueKind == JsonValueKind.String
                && !codes.Contains(code.GetString()!)
            )
            .Select(entry => new RuleSetProblem(
                entry.File.Path,
                "$.jurisdiction",
                $"is {entry.Content.GetProperty("jurisdiction")}, which no list of regions has"
            ));
    }

    // Of two sets of one region the one that begins later counts; where both begin on one day, nothing says which.
    private static IEnumerable<RuleSetProblem> RivalProblems(List<(RuleSetFile File, JsonElement Content)> ruleSets) =>
        from entry in ruleSets
        where !entry.Content.GetProperty("default").GetBoolean()
        from section in entry.Content.EnumerateObject()
        where section.Value.ValueKind == JsonValueKind.Object && section.Name != "document"
        group entry by (
            Region: entry.Content.GetProperty("jurisdiction").GetString(),
            From: entry.Content.GetProperty("effectiveFrom").GetString(),
            Section: section.Name
        ) into rivals
        from rival in rivals.Skip(1)
        select new RuleSetProblem(
            rival.File.Path,
            $"$.{rivals.Key.Section}",
            $"stands in {RuleSetFile.Place(rivals.First().File.Path)} too, for the same region from the same day; "
                + "one of them must begin later, or leave the section out"
        );

    private static IEnumerable<RuleSetProblem> DefaultProblems(List<(RuleSetFile File, JsonElement Content)> ruleSets)
    {
        var defaults = ruleSets.Where(entry => entry.Content.GetProperty("default").GetBoolean()).ToList();
        return defaults.Count == 0
            ? ruleSets
                .Take(1)
                .Select(entry => new RuleSetProblem(entry.File.Path, "$.default", "is true in no file; one rule set must be the default"))
            : defaults
                .Skip(1)
                .Select(entry => new RuleSetProblem(
                    entry.File.Path,
                    "$.default",
                    $"is true in {RuleSetFile.Place(defaults[0].File.Path)} too; one rule set is the default"
                ));
    }
}
