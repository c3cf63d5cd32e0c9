using SocietyParty.Rules.Days;

namespace SocietyParty.Rules.Organizations;

/// <summary>A society or a party organization comes to another committee from a day on.</summary>
/// <param name="EstablishedOn">First day of the new committee; null: it is not stated.</param>
/// <param name="AbolishedOn">First day without the new committee; null: it lasts.</param>
/// <param name="Since">Day of the change of the thing that is known last; null: none is.</param>
/// <param name="From">First day.</param>
public sealed record CommitteeChangeFacts(DateOnly? EstablishedOn, DateOnly? AbolishedOn, DateOnly? Since, DateOnly From);

/// <summary>A party organization that comes along.</summary>
/// <param name="Left">A society that it stands for and that stays with another committee; null: there is none.</param>
/// <param name="Near">An organization that leads it, or that it leads, and that stays with another committee; null: there is none.</param>
/// <param name="AssessedUntil">Last day that a round of the former committee judges it by; null: none does.</param>
/// <param name="Since">Day of its change that is known last; null: none is.</param>
public sealed record ComingBranch(string Name, string? Left, string? Near, DateOnly? AssessedUntil, DateOnly? Since);

/// <summary>
/// A society and its party organizations are of one committee on every day (002 §3), and what a committee counted and assessed stays its
/// own: a change holds from a day on and takes along whoever belongs together.
/// </summary>
public static class CommitteeChange
{
    private const string Clause = "002 §3";

    public static IEnumerable<Breach> Check(CommitteeChangeFacts facts) =>
        new[]
        {
            CommitteeTree.Stands(facts.AbolishedOn, "committee"),
            DayOrder.Check(EarlierDay.Founding, facts.From, facts.EstablishedOn, "holdsFrom"),
            DayOrder.Check(EarlierDay.LastChange, facts.From, facts.Since, "holdsFrom"),
        }.OfType<Breach>();

    /// <param name="field">Names what is changed.</param>
    public static IEnumerable<Breach> Comes(ComingBranch branch, DateOnly from, string field)
    {
        if (branch.Left is { } society)
        {
            yield return new("BRANCH_OF_SOCIETY_THAT_STAYS", [("branch", branch.Name), ("society", society)], Clause, Path: [field]);
        }

        if (branch.Near is { } other)
        {
            yield return new("PLACE_ACROSS_COMMITTEES", [("branch", branch.Name), ("other", other)], Clause, Path: [field]);
        }

        if (from <= branch.AssessedUntil)
        {
            yield return new(
                "MOVED_WITHIN_ASSESSMENT",
                [("branch", branch.Name), ("day", branch.AssessedUntil)],
                "004 第六条",
                Path: ["holdsFrom"]
            );
        }

        if (DayOrder.Check(EarlierDay.LastChange, from, branch.Since, "holdsFrom") is { } early)
        {
            yield return early;
        }
    }

    /// <summary>
    /// Null where a list may enter a society under its code: one that is another committee's is no new one.
    /// </summary>
    public static Breach? Listed(string society, string? committee, string field) =>
        committee is null
            ? null
            : new("SOCIETY_OF_ANOTHER_COMMITTEE.Listed", [("society", society), ("committee", committee)], null, Path: [field]);
}
