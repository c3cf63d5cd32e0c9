using SocietyParty.Rules.Assessments;

namespace SocietyParty.Etl.WhatIf;

/// <summary>What an entry is judged by, whatever the rules are.</summary>
internal sealed record Entry
{
    public long Id { get; init; }

    public long Branch { get; init; }

    public long Committee { get; init; }

    public long Round { get; init; }

    public int Year { get; init; }

    public DateOnly CutOff { get; init; }

    public string Scheme { get; init; } = "";

    public bool IsSubmitted { get; init; }

    public decimal? Satisfaction { get; init; }

    public string? Category { get; init; }

    public bool IsFunctional { get; init; }

    public int Collective { get; init; }

    public int Appraisals { get; init; }

    public int Held { get; init; }

    public int Documented { get; init; }

    public bool IsPlanned { get; init; }

    public bool IsSummarized { get; init; }

    public decimal[] Rates { get; init; } = [];

    public DateOnly? LastHeldOn { get; init; }

    public DateOnly? EstablishedOn { get; init; }

    public ActivityYear Activities =>
        new(ReplayWords.Word<ActivityCategory>(Category ?? "UNCLASSIFIED"), IsFunctional, Collective, Appraisals, Held, Documented);
}

/// <summary>A result that stands.</summary>
/// <param name="Entry">Null: the year was not run here.</param>
internal sealed record ReplayedResult
{
    public long Branch { get; init; }

    public long Committee { get; init; }

    public int Year { get; init; }

    public long? Entry { get; init; }

    public DateOnly CutOff { get; init; }

    public decimal Fixed { get; init; }

    public decimal Bonus { get; init; }

    public string Grade { get; init; } = "";

    public string? GradeName { get; init; }

    public string Basis { get; init; } = "";

    public string? FailRule { get; init; }

    public string[] Items { get; init; } = [];

    public decimal[] Scores { get; init; } = [];

    public string[] BonusItems { get; init; } = [];

    public string[] BonusLevels { get; init; } = [];

    public string[] Evidence { get; init; } = [];

    public string[] Findings { get; init; } = [];

    public string[] Withdrawn { get; init; } = [];
}

/// <summary>Scores by another scheme than the one that they were given by.</summary>
internal static class ReplayedScores
{
    /// <summary>What records suggest, by item.</summary>
    public static Dictionary<string, decimal> Suggested(Entry entry, AssessmentRules scheme)
    {
        List<ItemScore> scores =
        [
            SuggestedScores.Activities(entry.Activities, scheme),
            SuggestedScores.Plan(entry.IsPlanned, entry.IsSummarized, scheme),
            .. entry.Rates.Length > 0 ? [new ItemScore(scheme.Debrief.Item, DebriefScore.Of(entry.Rates, scheme))] : (ItemScore[])[],
        ];
        // A scheme may have one item for two of them.
        return scores.GroupBy(score => score.Item).ToDictionary(item => item.Key, item => item.First().Score);
    }

    /// <param name="unrated">Gets the items that nobody rated.</param>
    public static decimal Fixed(ReplayedResult result, Entry? entry, SchemePair schemes, ISet<string> unrated)
    {
        // Without items there is nothing to weigh anew.
        if (result.Items.Length == 0)
        {
            return result.Fixed;
        }

        var given = result.Items.Zip(result.Scores).ToDictionary(pair => pair.First, pair => pair.Second);
        var was = entry is null ? [] : Suggested(entry, schemes.Before);
        var will = entry is null ? [] : Suggested(entry, schemes.After);
        var sum = 0m;
        foreach (var item in schemes.After.Items)
        {
            var isSuggested = will.TryGetValue(item.Code, out var suggested);
            if (!given.TryGetValue(item.Code, out var points))
            {
                if (!isSuggested)
                {
                    unrated.Add(item.Code);
                }

                sum += isSuggested ? suggested : 0;
                continue;
            }

            var isAsSuggested = was.TryGetValue(item.Code, out var old) && old == points;
            sum += isSuggested && isAsSuggested ? suggested : Math.Min(points, item.Points);
        }

        return sum + decimal.Round(schemes.After.SatisfactionWeight.Value * (entry?.Satisfaction ?? 0), 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>Accepted claims by the draft's points; a bonus that no claims explain stays, up to the draft's cap.</summary>
    public static decimal Bonus(ReplayedResult result, SchemePair schemes)
    {
        var claims = result
            .BonusItems.Select((item, place) => new BonusFact(item, result.BonusLevels[place], result.Evidence[place]))
            .ToList();
        return BonusPoints.Sum(claims, schemes.Before) == result.Bonus ? BonusPoints.Sum(claims, schemes.After)
            : schemes.After.Bonus.Cap.Value is { } cap ? Math.Min(result.Bonus, cap)
            : result.Bonus;
    }

    /// <summary>Whether a fail rule applies: a finding that stands and that the scheme has, or too long without activity.</summary>
    public static bool HasFailed(ReplayedResult result, Entry? entry, SchemePair schemes, bool isAfter)
    {
        if (!isAfter || entry is null)
        {
            return result.Basis == "FAIL" && (!isAfter || result.FailRule is null || Has(schemes.After, result.FailRule));
        }

        var rule = schemes.After.Inactivity.FailRule;
        var isInactive = FailRules.IsInactive(entry.LastHeldOn, entry.EstablishedOn, entry.CutOff, schemes.After);
        var wasInactive = FailRules.IsInactive(entry.LastHeldOn, entry.EstablishedOn, entry.CutOff, schemes.Before);
        // What the months of the scheme found is found by those of the draft; what people found stands.
        var found = result.Findings.Where(code => code != rule || isInactive || !wasInactive);
        return found.Any(code => Has(schemes.After, code))
            || (
                isInactive
                && !wasInactive
                && schemes.After.Inactivity.Automatic.Value
                && !result.Withdrawn.Contains(rule)
                && Has(schemes.After, rule)
            );
    }

    private static bool Has(AssessmentRules scheme, string code) => scheme.FailRules.Any(rule => rule.Code == code);
}
