using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Coverage;
using SocietyParty.Rules.Evidence;
using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Run;

/// <summary>What is wrong with a file of rules.</summary>
/// <param name="File">The file.</param>
/// <param name="Path">JSON path of the place, such as <c>$.coverage.organization.forms[2]</c>.</param>
/// <param name="Problem">What is wrong there.</param>
public sealed record RuleSetProblem(string File, string Path, [property: JsonIgnore] Sentence Problem)
{
    /// <summary>What is wrong there, in English.</summary>
    public string Message => Problem.In(Language.English);

    /// <summary>File, place and what is wrong, in one line.</summary>
    [JsonIgnore]
    public Sentence Sentence => new("Rules.Place", [("file", RuleSetFile.Place(File)), ("path", Path), ("problem", Problem)]);

    public string In(Language language) => Sentence.In(language);

    public override string ToString() => In(Language.English);
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
    public static CheckedRuleSets Read(IReadOnlyList<RuleSetFile> files)
    {
        var problems = new List<RuleSetProblem>();
        var ruleSets = new List<(RuleSetFile File, JsonElement Content)>();
        foreach (var file in files)
        {
            try
            {
                using var document = JsonDocument.Parse(file.Text);
                var twice = NamedTwice(document.RootElement, "$")
                    .Select(one => new RuleSetProblem(file.Path, one.Path, one.Problem))
                    .ToList();
                problems.AddRange(twice);
                if (twice.Count == 0)
                {
                    ruleSets.Add((file, document.RootElement.Clone()));
                }
            }
            catch (JsonException failure)
            {
                problems.Add(new RuleSetProblem(file.Path, "$", NoJson(file.Text, failure)));
            }
        }

        // What a file says is looked at where its shape is right, so that its author hears of both at once.
        var sound = new List<(RuleSetFile File, JsonElement Content)>();
        foreach (var entry in ruleSets)
        {
            var wrong = RuleSetFile.Shape.Problems(entry.Content).ToList();
            problems.AddRange(wrong.Select(problem => new RuleSetProblem(entry.File.Path, problem.Path, problem.Problem)));
            problems.AddRange(SectionProblems(entry, path => wrong.All(problem => !IsIn(problem.Path, path))));
            if (wrong.Count == 0)
            {
                sound.Add(entry);
            }
        }

        problems.AddRange(sound.SelectMany(PeriodProblems).Concat(RepeatedCodes(sound)).Concat(RivalProblems(sound)));
        problems.AddRange(SchemeNames(sound, problems));
        // Which one is the default is known when every file can be read.
        if (sound.Count == files.Count)
        {
            problems.AddRange(DefaultProblems(sound));
        }

        return new CheckedRuleSets(ruleSets, problems);
    }

    // Two values for one key would leave open which one counts.
    private static IEnumerable<(string Path, Sentence Problem)> NamedTwice(JsonElement value, string path) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .GroupBy(property => property.Name, StringComparer.Ordinal)
                .SelectMany(group =>
                    group.Count() > 1
                        ? [(path, new Sentence("Rules.NamedTwice", [("name", group.Key)]))]
                        : NamedTwice(group.First().Value, $"{path}.{group.Key}")
                ),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, place) => NamedTwice(item, $"{path}[{place}]")),
            _ => [],
        };

    // The library's own words are English; the place is everybody's.
    private static Sentence NoJson(string text, JsonException failure)
    {
        if (failure is not { LineNumber: { } line, BytePositionInLine: { } position })
        {
            return new Sentence("Rules.NoJson", [("reason", failure.Message)]);
        }

        var bytes = Encoding.UTF8.GetBytes(text.Split('\n')[line]);
        var column = Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(position, bytes.Length)) + 1;
        return new Sentence("Rules.NoJsonAt", [("line", line + 1), ("column", column)]);
    }

    private static IEnumerable<RuleSetProblem> PeriodProblems((RuleSetFile File, JsonElement Content) entry)
    {
        string? from = entry.Content.GetProperty("effectiveFrom").GetString(),
            to = entry.Content.GetProperty("effectiveTo").GetString();
        // ISO 8601 days sort as text.
        if (from is not null && to is not null && string.CompareOrdinal(from, to) >= 0)
        {
            yield return new RuleSetProblem(entry.File.Path, "$.effectiveTo", new Sentence("Rules.PeriodTurned", [("from", from)]));
        }
    }

    private static bool IsIn(string path, string section) =>
        path == "$" || path == section || path.StartsWith(section + ".", StringComparison.Ordinal);

    private static IEnumerable<RuleSetProblem> SectionProblems((RuleSetFile File, JsonElement Content) entry, Func<string, bool> isSound) =>
        entry.Content.ValueKind != JsonValueKind.Object
            ? []
            : Sections
                .Problems(entry.Content, isSound)
                .Select(problem => new RuleSetProblem(entry.File.Path, problem.Path, problem.Problem));

    private static IEnumerable<RuleSetProblem> RepeatedCodes(List<(RuleSetFile File, JsonElement Content)> ruleSets) =>
        ruleSets
            .GroupBy(entry => entry.Content.GetProperty("code").GetString()!)
            .SelectMany(group =>
                group
                    .Skip(1)
                    .Select(entry => new RuleSetProblem(
                        entry.File.Path,
                        "$.code",
                        new Sentence("Rules.SameCode", [("code", group.Key), ("file", RuleSetFile.Place(group.First().File.Path))])
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
                new Sentence("Rules.NoRegion", [("region", entry.Content.GetProperty("jurisdiction").GetString())])
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
            new Sentence("Rules.Rival", [("file", RuleSetFile.Place(rivals.First().File.Path))])
        );

    // What names an item or a fail rule means those of its own file's scheme; in a file without one, those of a file for the same
    // region, or for one around it. Where there is none, either, nothing can be named.
    private static List<RuleSetProblem> SchemeNames(
        List<(RuleSetFile File, JsonElement Content)> ruleSets,
        IReadOnlyList<RuleSetProblem> known
    )
    {
        return
        [
            .. from entry in ruleSets
            where !entry.Content.TryGetProperty(AssessmentRules.Key, out _) || IsSound(entry, AssessmentRules.Key)
            let scheme = SchemeOf(entry)
            from problem in (IsSound(entry, EvidenceRules.Key) ? FeedProblems(Read<EvidenceRules>(entry), scheme) : []).Concat(
                IsSound(entry, CoverageRules.Key) ? VetoProblems(Read<CoverageRules>(entry), scheme) : []
            )
            select new RuleSetProblem(entry.File.Path, $"$.{problem.Path}", problem.Problem),
        ];

        AssessmentRules? SchemeOf((RuleSetFile File, JsonElement Content) entry)
        {
            var around = Around(entry.Content.GetProperty("jurisdiction").GetString()!);
            var found = ruleSets
                .Where(one => IsSound(one, AssessmentRules.Key))
                .Select(one =>
                    (Entry: one, Place: one.File == entry.File ? -1 : around.IndexOf(one.Content.GetProperty("jurisdiction").GetString()!))
                )
                .Where(one => one.Place >= 0 || one.Entry.File == entry.File)
                .OrderBy(one => one.Place)
                .ThenByDescending(one => one.Entry.Content.GetProperty("effectiveFrom").GetString(), StringComparer.Ordinal)
                .Select(one => one.Entry)
                .ToList();
            return found.Count == 0 ? null : Read<AssessmentRules>(found[0]);
        }

        bool IsSound((RuleSetFile File, JsonElement Content) entry, string section) =>
            entry.Content.TryGetProperty(section, out _)
            && known.All(problem => problem.File != entry.File.Path || !IsIn(problem.Path, $"$.{section}"));

        static T Read<T>((RuleSetFile File, JsonElement Content) entry)
            where T : ISection => entry.Content.GetProperty(T.Key).Deserialize<T>(RuleSet.Json)!;
    }

    /// <summary>A region, and those around it by its code: county, city, province, country.</summary>
    private static List<string> Around(string region) =>
        [.. new[] { region, $"{region[..4]}00", $"{region[..2]}0000", "100000" }.Distinct()];

    private static IEnumerable<(string Path, Sentence Problem)> FeedProblems(EvidenceRules evidence, AssessmentRules? scheme) =>
        EvidenceFeeds
            .Problems(
                evidence,
                (scheme?.Items ?? []).DistinctBy(item => item.Code).ToDictionary(item => item.Code, item => item.Points),
                scheme is null ? [] : [scheme.Activities.Item, scheme.Activities.PlanItem, scheme.Debrief.Item]
            )
            .Select(problem => (EvidenceRules.Key + problem.Path, problem.Problem));

    private static IEnumerable<(string Path, Sentence Problem)> VetoProblems(CoverageRules coverage, AssessmentRules? scheme) =>
        coverage
            .Veto.Problems([.. (scheme?.FailRules ?? []).Select(rule => rule.Code)])
            .Select(problem => (CoverageRules.Key + problem.Path, problem.Problem));

    private static IEnumerable<RuleSetProblem> DefaultProblems(List<(RuleSetFile File, JsonElement Content)> ruleSets)
    {
        var defaults = ruleSets.Where(entry => entry.Content.GetProperty("default").GetBoolean()).ToList();
        return defaults.Count == 0
            ? ruleSets.Take(1).Select(entry => new RuleSetProblem(entry.File.Path, "$.default", new Sentence("Rules.NoDefault", [])))
            : defaults
                .Skip(1)
                .Select(entry => new RuleSetProblem(
                    entry.File.Path,
                    "$.default",
                    new Sentence("Rules.TwoDefaults", [("file", RuleSetFile.Place(defaults[0].File.Path))])
                ));
    }
}
