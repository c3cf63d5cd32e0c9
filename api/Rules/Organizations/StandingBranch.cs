namespace SocietyParty.Rules.Organizations;

/// <summary>A party organization as a change finds it.</summary>
/// <param name="Status">In the words of the register: the value, or its name as <see cref="Sentences.EnumWords.OfName"/> has it.</param>
/// <param name="Since">Since when it has the status; null: it is not stated.</param>
/// <param name="EndsOn">First day without a temporary one; null: it is not temporary.</param>
public sealed record BranchState(
    string Name,
    object Status,
    DateOnly? Since,
    bool IsEstablished,
    bool IsDissolved,
    DateOnly? EndsOn = null
);

/// <summary>Work is done by party organizations that stand; a proposed one is established, and one that stands is dissolved.</summary>
public static class StandingBranch
{
    /// <summary>Null where it stands on the day of the work.</summary>
    public static Breach? On(string branch, bool stands, DateOnly day, string? clause) =>
        stands ? null : new("BRANCH_NOT_ESTABLISHED.StandingBranches", [("branch", branch), ("day", day)], clause, Path: ["branch"]);

    /// <summary>Null where it may have activities (004 组织建设-2).</summary>
    public static Breach? ForActivities(BranchState branch) =>
        branch.IsEstablished
            ? null
            : new(
                "BRANCH_NOT_ESTABLISHED.ActivityChecks",
                [("branch", branch.Name), ("status", branch.Status)],
                "004 组织建设-2",
                Path: ["branch"]
            );

    /// <summary>Null where somebody may take part in its life or be cultivated by it.</summary>
    public static Breach? ForPeople(BranchState branch) =>
        branch.IsEstablished
            ? null
            : Breach.OfInput("BRANCH_NOT_ESTABLISHED.JoinOrganizationLife", [("branch", branch.Name), ("status", branch.Status)], "branch");

    /// <summary>Null where members may be entered into it.</summary>
    public static Breach? ForMembers(BranchState branch) =>
        branch.IsDissolved
            ? Breach.OfInput("BRANCH_DISSOLVED.Appoint", [("branch", branch.Name)], "branch")
            : TemporaryBranch.TakesNobody(branch, "branch");

    /// <summary>Null where an affiliation may lie in it.</summary>
    public static Breach? ForAffiliations(BranchState branch, string field) =>
        branch.IsDissolved
            ? Breach.OfInput("BRANCH_DISSOLVED.Place", [("gone", branch.Name)], field)
            : TemporaryBranch.TakesNobody(branch, field);

    /// <summary>Null where a transfer to it may be received.</summary>
    public static Breach? ForTransfers(BranchState branch) =>
        branch.IsDissolved
            ? Breach.OfInput("BRANCH_DISSOLVED.CompleteTransfer", [("gone", branch.Name), ("statusSince", branch.Since)], "transfer")
            : TemporaryBranch.TakesNobody(branch, "transfer");

    /// <summary>Null where it can be established (002 §3).</summary>
    public static Breach? ToBeEstablished(BranchState branch, bool isProposed) =>
        isProposed
            ? null
            : new("WRONG_STAGE.EstablishBranch", [("branch", branch.Name), ("status", branch.Status)], "002 §3", Path: ["branch"]);

    /// <summary>Of a list whose status would begin before the present one; of a form the constraint of the database says it.</summary>
    public static Breach StatusTooEarly(string branch, string day, string known) =>
        Breach.OfInput("STATUS_DATE_TOO_EARLY.List", [("name", branch), ("date", day), ("known", known)]);

    /// <summary>Null where it is not dissolved by a day; without a day, at all.</summary>
    public static Breach? NotDissolved(BranchState branch, DateOnly? day, string? clause, string field) =>
        branch.IsDissolved && (day is null || branch.Since <= day)
            ? new("WRONG_STAGE.BranchDissolved", [("branch", branch.Name), ("statusSince", branch.Since)], clause, Path: [field])
            : null;
}
