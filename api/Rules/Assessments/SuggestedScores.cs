namespace SocietyParty.Rules.Assessments;

/// <summary>
/// What records suggest for the items that ask for nothing but records; a person confirms them (004 组织建设-1, 组织建设-2, 组织建设-6).
/// </summary>
public static class SuggestedScores
{
    /// <summary>The item of activities: share by share, each in proportion and never more than its share.</summary>
    public static ItemScore Activities(ActivityYear year, AssessmentRules rules)
    {
        var shares = rules.Activities.Shares;
        var part =
            shares.Activities.Value * Proportion(year.Collective, ActivityMinimum.Of(year, rules).Activities.Value)
            + shares.Appraisals.Value * Proportion(year.Appraisals, rules.Activities.Appraisals.Value)
            // Without any activity nothing is documented either.
            + shares.Documents.Value * (year.Held == 0 ? 0 : (decimal)year.Documented / year.Held);
        return Rounded(rules.Activities.Item, part, rules);
    }

    /// <summary>The item of plan and summary: half each.</summary>
    public static ItemScore Plan(bool isPlanned, bool isSummarized, AssessmentRules rules) =>
        Rounded(rules.Activities.PlanItem, (isPlanned ? 0.5m : 0) + (isSummarized ? 0.5m : 0), rules);

    /// <summary>An item that evidence feeds; null where nothing of it is recorded, for then nothing is known (004 组织建设-6).</summary>
    public static ItemScore? Evidence(string item, IReadOnlyList<EvidencePoints> kinds, AssessmentRules rules)
    {
        var known = kinds.Where(kind => kind.Records.Count > 0).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var most = rules.Item(item)!.Points;
        var points = known.Sum(kind =>
            Math.Min(kind.Most ?? most, kind.Each * kind.Records.Where(record => record.IsMet).Sum(record => record.Amount))
        );
        return new(item, decimal.Round(Math.Clamp(points, 0, most), 2, MidpointRounding.AwayFromZero));
    }

    private static decimal Proportion(int done, int asked) => asked == 0 ? 1 : Math.Min(1, (decimal)done / asked);

    private static ItemScore Rounded(string item, decimal part, AssessmentRules rules) =>
        new(item, decimal.Round(rules.Item(item)!.Points * part, 2, MidpointRounding.AwayFromZero));
}

/// <summary>What a kind of evidence gives for an item, and the records that count.</summary>
/// <param name="Each">Points of each record that is met, or of each one of its number.</param>
/// <param name="Most">Points of the kind at most; null: those of the item.</param>
/// <param name="Records">
/// Of a state the one that holds on the cut-off day, of events those of the year up to it: whether it is met, and its number or 1.
/// </param>
public sealed record EvidencePoints(decimal Each, decimal? Most, IReadOnlyList<(bool IsMet, decimal Amount)> Records);
