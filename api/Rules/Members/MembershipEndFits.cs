namespace SocietyParty.Rules.Members;

/// <summary>What is known of a membership that is to end.</summary>
/// <param name="LastChange">
/// The latest day on which something of it is known to have begun: joining, branch, affiliation, status, an earlier restoration; null: none
/// is stated.
/// </param>
/// <param name="Ended">The end that stands already; null: it lasts.</param>
public sealed record EndFacts(MembershipEnd Reason, DateOnly EndedOn, DateOnly? LastChange, EndedDays? Ended);

/// <summary>A membership ends once, and not before what is known of it; what was entered in error may end on any day.</summary>
public static class MembershipEndFits
{
    /// <summary>Null where it may end so.</summary>
    public static Breach? Check(EndFacts facts) =>
        facts.Ended is { } ended
            ? new(
                "MEMBERSHIP_ENDED.Already",
                [("endedOn", ended.EndedOn), ("reason", ended.Reason)],
                Clause(facts.Reason),
                Path: ["member"]
            )
        : facts.Reason != MembershipEnd.EnteredInError && facts.EndedOn < facts.LastChange
            ? new("MEMBERSHIP_END_TOO_EARLY", [("lastChange", facts.LastChange)], Clause(facts.Reason), Path: ["endedOn"])
        : null;

    // 002 §5: 及时处置不合格党员. The other reasons stand in none of the documents.
    private static string? Clause(MembershipEnd reason) => reason == MembershipEnd.Unfit ? "002 §5" : null;
}
