using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.WorkPoints;

/// <summary>The section <c>workPoints</c> of a rule set: what a committee does in a year (001).</summary>
public sealed record WorkPointRules(
    CheckInRule CheckIns,
    ContactPointRule ContactPoints,
    CadenceRule WorkMeetings,
    CadenceRule CommitteeMeetings,
    CadenceRule FundReports,
    RectificationRule Rectification,
    FilingRule Filings
) : ISection
{
    public static string Key => "workPoints";

    public IEnumerable<(string Path, Sentence Problem)> Problems() =>
        from cadence in new[] { ("workMeetings", WorkMeetings), ("committeeMeetings", CommitteeMeetings), ("fundReports", FundReports) }
        let months = cadence.Item2.EveryMonths.Value
        where months < 1 || 12 % months != 0
        select ($".{cadence.Item1}.everyMonths.value", new Sentence("Rules.NoPartOfYear", [("months", months)]));
}

/// <param name="Branches">Branches that check in to a community, a year (001 §12).</param>
/// <param name="OwnBranchesAtMost">A committee with fewer branches plans as many as it has.</param>
public sealed record CheckInRule(Sourced<int> Branches, Sourced<bool> OwnBranchesAtMost);

/// <param name="BranchesPerMember">Branches that each committee member guides (001 §16).</param>
/// <param name="MoreThanThat">What one more is.</param>
public sealed record ContactPointRule(Sourced<int> BranchesPerMember, Sourced<Severity> MoreThanThat);

/// <summary>Something that is done once in each part of a year.</summary>
/// <param name="EveryMonths">Months of a part; they divide a year.</param>
/// <param name="GraceDays">Days after the part's end that are still in time.</param>
public sealed record CadenceRule(Sourced<int> EveryMonths, Sourced<int> GraceDays);

/// <summary>Days for each step of a rectification, from the day of the step before (001 §7).</summary>
public sealed record RectificationRule(Sourced<int> LedgerDays, Sourced<int> CloseDays, Sourced<int> NotifyDays, string Source);

/// <param name="DaysBefore">Days before the event by which it is filed; 0: on its day at the latest.</param>
/// <param name="Late">What a later filing is.</param>
public sealed record FilingRule(Sourced<int> DaysBefore, Sourced<Severity> Late);
