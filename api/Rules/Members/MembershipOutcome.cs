namespace SocietyParty.Rules.Members;

/// <summary>What ends with a membership, each told of by a warning (002 §3, §5, 000 §三).</summary>
public static class MembershipOutcome
{
    /// <param name="place">Where the post is held.</param>
    public static Breach Post(Enum post, string place, bool isOfBranch, DateOnly endedOn) =>
        new(
            "POST_ENDED",
            [("post", post), ("place", place), ("endedOn", endedOn)],
            isOfBranch ? "002 §3" : null,
            Severity.Warning,
            "member"
        );

    public static Breach Life(string branch, DateOnly endedOn) =>
        new("ORGANIZATION_LIFE_ENDED", [("branch", branch), ("endedOn", endedOn)], "002 §5", Severity.Warning, "member");

    public static Breach DuesStandard(DateOnly endedOn) =>
        new("DUES_STANDARD_ENDED", [("endedOn", endedOn)], "000 §三", Severity.Warning, "member");

    public static Breach Transfer(DateOnly closedOn) =>
        new("TRANSFER_CANCELLED", [("closedOn", closedOn)], "002 §5", Severity.Warning, "member");

    /// <summary>Who is transferred to a place outside is no member here any more, unless it is said otherwise.</summary>
    public static Breach ByTransfer(DateOnly endedOn) =>
        new("MEMBERSHIP_ENDED_BY_TRANSFER", [("endedOn", endedOn)], "002 §5", Severity.Warning, "staysInBranch");

    /// <summary>What ended with a membership does not come back with it.</summary>
    public static Breach? NotRestored(bool hasLost) => hasLost ? new("POSTS_NOT_RESTORED", [], null, Severity.Warning, "member") : null;
}
