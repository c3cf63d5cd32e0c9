namespace SocietyParty.Rules.Assessments;

/// <summary>What records suggest for the items that ask for nothing but records; a person confirms them (004 组织建设-1, 组织建设-2).</summary>
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

    private static decimal Proportion(int done, int asked) => asked == 0 ? 1 : Math.Min(1, (decimal)done / asked);

    private static ItemScore Rounded(string item, decimal part, AssessmentRules rules) =>
        new(item, decimal.Round(rules.Item(item)!.Points * part, 2, MidpointRounding.AwayFromZero));
}
