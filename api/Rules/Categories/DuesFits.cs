using System.Globalization;

namespace SocietyParty.Rules.Categories;

/// <summary>Days on which something held.</summary>
/// <param name="From">First day; null: it is not stated.</param>
/// <param name="To">First day after them; null: it lasts.</param>
public sealed record DaySpan(DateOnly? From, DateOnly? To)
{
    internal bool HasAll(DateOnly first, DateOnly after) => (From is null || From <= first) && (To is null || To >= after);

    internal bool Meets(DateOnly first, DateOnly after) => (From is null || From < after) && (To is null || To > first);
}

/// <summary>What is known of the months that dues are paid for.</summary>
/// <param name="FirstMonth">First day of the first month.</param>
/// <param name="MonthCount">How many months.</param>
/// <param name="MemberSince">First day of the member in the party and in the branch; null: it is not stated.</param>
/// <param name="Ended">When the membership was ended.</param>
/// <param name="Stood">When the branch stood.</param>
/// <param name="Categories">The branch's categories; in between it had none.</param>
public sealed record DuesFacts(
    DateOnly FirstMonth,
    int MonthCount,
    DateOnly? MemberSince,
    IReadOnlyList<DaySpan> Ended,
    IReadOnlyList<DaySpan> Stood,
    IReadOnlyList<(DaySpan Days, Category Category)> Categories
);

/// <summary>
/// 党费 A branch takes dues only for months on some day of which it stood, the member belonged to it and its category allowed it (000 §三).
/// </summary>
public static class DuesFits
{
    /// <summary>The first month that breaks each part of the rule.</summary>
    public static IEnumerable<Breach> Breaches(DuesFacts facts, CategoryRules rules)
    {
        var months = Enumerable.Range(0, facts.MonthCount).Select(i => facts.FirstMonth.AddMonths(i)).ToList();
        var clause = rules.Of(Category.A, Permission.CollectDues).Source;
        if (facts.MemberSince is { } since && facts.FirstMonth.AddMonths(1) <= since)
        {
            yield return new(
                "DUES_BEFORE_MEMBERSHIP",
                [("since", since), ("month", Shown(facts.FirstMonth))],
                clause,
                Path: ["firstMonth"]
            );
        }

        if (First(months, (first, after) => !facts.Ended.Any(days => days.HasAll(first, after))) is { } over)
        {
            yield return new("DUES_AFTER_MEMBERSHIP", [("month", Shown(over))], clause, Path: ["firstMonth"]);
        }

        if (First(months, (first, after) => facts.Stood.Any(days => days.Meets(first, after))) is { } gone)
        {
            yield return new("DUES_BEFORE_BRANCH", [("month", Shown(gone))], clause, Path: ["firstMonth"]);
        }

        if (
            First(months, (first, after) => In(first, after, facts).Any(category => rules.Of(category, Permission.CollectDues).Value)) is
            { } forbidden
        )
        {
            var category = In(forbidden, forbidden.AddMonths(1), facts).Last();
            yield return new(
                "CATEGORY_FORBIDS_COLLECTING_DUES.Month",
                [("month", Shown(forbidden)), ("category", category)],
                rules.Of(category, Permission.CollectDues).Source,
                Path: ["firstMonth"]
            );
        }
    }

    private static DateOnly? First(IEnumerable<DateOnly> months, Func<DateOnly, DateOnly, bool> holds) =>
        months.Where(month => !holds(month, month.AddMonths(1))).Select(month => (DateOnly?)month).FirstOrDefault();

    private static IEnumerable<Category> In(DateOnly first, DateOnly after, DuesFacts facts) =>
        facts
            .Categories.Where(period => period.Days.Meets(first, after))
            .OrderBy(period => period.Days.From ?? DateOnly.MinValue)
            .Select(period => period.Category)
            .DefaultIfEmpty(Category.Unclassified);

    private static string Shown(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
