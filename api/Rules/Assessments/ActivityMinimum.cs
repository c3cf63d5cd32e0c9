namespace SocietyParty.Rules.Assessments;

/// <summary>What a branch did in one year.</summary>
/// <param name="IsFunctional">Its form is a functional branch, whatever category is known.</param>
/// <param name="Collective">Collective activities held.</param>
/// <param name="Appraisals">民主评议 held.</param>
/// <param name="Held">All activities held.</param>
/// <param name="Documented">Those of them with plan, attendance and record.</param>
public sealed record ActivityYear(ActivityCategory Category, bool IsFunctional, int Collective, int Appraisals, int Held, int Documented);

/// <summary>集中活动次数 Collective activities of a year: 6, of a functional branch 4 (004 组织建设-2).</summary>
public static class ActivityMinimum
{
    public static CategoryMinimum Of(ActivityYear year, AssessmentRules rules)
    {
        // A functional branch that nobody classified is one by its form.
        var category = year is { Category: ActivityCategory.Unclassified, IsFunctional: true } ? ActivityCategory.C : year.Category;
        return rules.Activities.Minimums.First(minimum => minimum.Category == category);
    }

    public static bool IsMet(ActivityYear year, AssessmentRules rules) => year.Collective >= Of(year, rules).Activities.Value;
}
