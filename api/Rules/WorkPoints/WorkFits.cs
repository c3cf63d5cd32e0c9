namespace SocietyParty.Rules.WorkPoints;

/// <summary>Whom a record of the year's work is about, and who may do the work (001 §7, §11, §16, 004 政治建设-4).</summary>
public static class WorkFits
{
    /// <summary>A problem is a society's or a branch's (001 §7).</summary>
    public static Breach? OneSubject(bool hasSociety, bool hasBranch) =>
        hasSociety == hasBranch ? Breach.OfInput("ONE_SUBJECT.OpenRectification", [], hasSociety ? "branch" : "society") : null;

    /// <summary>Who guides a branch is a member of its committee on that day (001 §16).</summary>
    public static Breach? IsCommitteeMember(bool isMember, string branch, DateOnly from) =>
        isMember ? null : new("NOT_A_COMMITTEE_MEMBER", [("branch", branch), ("validFrom", from)], "001 §16", Path: ["person"]);

    /// <summary>A report is due where the year's work plans it (001 §11).</summary>
    public static Breach NotPlanned(string society, string period) =>
        new("REPORT_NOT_DUE.NotPlanned", [("society", society), ("period", period)], "001 §11", Path: ["period"]);

    /// <summary>An event is entered once and filed once (004 政治建设-4).</summary>
    /// <param name="isKnown">Whether it is entered.</param>
    /// <param name="filed">Day on which it was filed; null: it is not.</param>
    /// <param name="isFiled">Whether it is filed now.</param>
    public static Breach? FiledOnce(bool isKnown, DateOnly? filed, bool isFiled) =>
        filed is { } day ? new("EVENT_FILED.FileEvent", [("filed", day)], "004 政治建设-4", Path: ["event"])
        : isKnown && !isFiled ? new("EVENT_FILED.EventFilingOnce", [], "004 政治建设-4", Path: ["event"])
        : null;
}
