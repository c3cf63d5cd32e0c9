using System.Text.Json;
using SocietyParty.Etl.Run;
using SocietyParty.Rules;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.WhatIf;

/// <summary>A draft beside the rule sets that the graph has: the same check that <c>rules check</c> and the loader make.</summary>
internal static class DraftCheck
{
    /// <summary>Reads a draft; a known rule set of its code is what it is to replace, so it is no rival.</summary>
    /// <returns>The draft, or everything that is wrong with it.</returns>
    public static (RuleSet? Draft, IReadOnlyList<ReplayProblem> Problems) Read(RuleSetFile draft, IReadOnlyList<KnownRuleSet> known)
    {
        var code = CodeOf(draft);
        var others = known
            .Where(set => set.Code != code)
            .Select(set => new RuleSetFile(PathOf(set.Code), set.Content))
            // One that an older version wrote may have a shape that today's check knows no more; it is not what is asked about.
            .Where(file => !RuleSetFile.Shape.Problems(JsonElement.Parse(file.Text)).Any());
        var read = RuleSetCheck.Read([.. others, draft]);
        List<RuleSetProblem> problems =
        [
            .. read.Problems.Where(problem => problem.File == draft.Path),
            // Where no rule set is the default one any more, the first one has the problem.
            .. read
                .Problems.Where(problem => problem.File != draft.Path && problem.Path == "$.default")
                .Select(problem => problem with { File = draft.Path }),
        ];
        problems.AddRange(RuleSetCheck.RegionProblems(read).Where(problem => problem.File == draft.Path));
        return problems.Count > 0
            ? (null, [.. problems.Select(Problem)])
            : (Of(read.RuleSets.Single(set => set.File.Path == draft.Path).Content), []);
    }

    /// <summary>A rule set as the rules read it.</summary>
    public static RuleSet Of(JsonElement content) =>
        new(
            content.GetProperty("code").GetString()!,
            content.GetProperty("jurisdiction").GetString()!,
            Day(content, "effectiveFrom"),
            Day(content, "effectiveTo"),
            content.GetProperty("default").GetBoolean(),
            content
        );

    private static ReplayProblem Problem(RuleSetProblem problem) =>
        new("SP-RULES-001", problem.Path, problem.Sentence, new Sentence("Replay.MendDraft", []));

    // As `rules check` names it; one of a folder by what tells where it is now.
    private static string PathOf(string code) =>
        RuleSetFile.Embedded().FirstOrDefault(file => CodeOf(file) == code)?.Path ?? $"/graph.rule_set/{code}";

    private static string? CodeOf(RuleSetFile file)
    {
        try
        {
            return
                JsonElement.Parse(file.Text) is { ValueKind: JsonValueKind.Object } content
                && content.TryGetProperty("code", out var code)
                && code.ValueKind == JsonValueKind.String
                ? code.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DateOnly? Day(JsonElement content, string key) =>
        content.GetProperty(key).GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd") : null;
}

/// <summary>A rule set as the graph has it.</summary>
/// <param name="IsDefault">Whether it still is: one whose file went may say so and no longer be it.</param>
/// <param name="Content">Its file's JSON.</param>
internal sealed record KnownRuleSet(string Code, string Region, DateOnly? From, DateOnly? To, bool IsDefault, string Content)
{
    public RuleSet AsRules() => new(Code, Region, From, To, IsDefault, JsonElement.Parse(Content));
}
