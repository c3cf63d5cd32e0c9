namespace SocietyParty.Rules.Organizations;

/// <summary>A party organization that is founded, for a while or for good.</summary>
/// <param name="IsProposed">Whether it is proposed only.</param>
/// <param name="Begun">First day of its status; null: it is not stated.</param>
/// <param name="EndsOn">First day without it; null: it is not temporary.</param>
/// <param name="HasReason">Whether the task is named that it is for.</param>
public sealed record TemporaryFacts(bool IsProposed, DateOnly? Begun, DateOnly? EndsOn, bool HasReason);

/// <summary>
/// 临时党支部 For a task that does not last, an organization is founded whose members keep their affiliations where they are; it develops
/// nobody and collects no dues, and with the task it ends by itself (中国共产党支部工作条例（试行） 第九条). Applicants stay on record with the
/// branch that goes on to cultivate them.
/// </summary>
public static class TemporaryBranch
{
    private const string Clause = "中国共产党支部工作条例（试行） 第九条";

    /// <summary>What keeps an organization from being founded with that last day.</summary>
    public static IEnumerable<Breach> Founded(TemporaryFacts facts, DateOnly today)
    {
        if (facts.EndsOn is not { } end)
        {
            if (Reason(facts.HasReason, isTemporary: false) is { } unexpected)
            {
                yield return unexpected;
            }

            yield break;
        }

        if (Reason(facts.HasReason) is { } missing)
        {
            yield return missing;
        }

        if (EndsAfter(facts.Begun, end) is { } early)
        {
            yield return early;
        }
        else if (facts.IsProposed && end <= today)
        {
            yield return Breach.OfInput("PROPOSAL_OVER", [("day", end)], "endsOn");
        }
    }

    /// <summary>What keeps an organization from ending on another day than was said.</summary>
    public static IEnumerable<Breach> Ends(BranchState branch, DateOnly end)
    {
        if (StandingBranch.NotDissolved(branch, day: null, Clause, "branch") is { } gone)
        {
            yield return gone;
        }
        else if (branch.EndsOn is null)
        {
            yield return new("BRANCH_NOT_TEMPORARY", [("branch", branch.Name)], Clause, Path: ["branch"]);
        }
        else if (EndsAfter(branch.Since, end) is { } early)
        {
            yield return early;
        }
    }

    /// <summary>Null where a reason is named for the last day of a temporary organization, and for no other.</summary>
    public static Breach? Reason(bool isNamed, bool isTemporary = true) =>
        isNamed == isTemporary ? null : Breach.OfInput(isNamed ? "ENDS_REASON_UNEXPECTED" : "ENDS_REASON_MISSING", [], "endsReason");

    /// <summary>Null where it may be dissolved as any other: a temporary one has its day, which is changed with a reason.</summary>
    public static Breach? Dissolved(BranchState branch, string field) =>
        branch is { EndsOn: { } end, IsDissolved: false }
            ? new("BRANCH_IS_TEMPORARY", [("branch", branch.Name), ("day", end)], Clause, Path: [field])
            : null;

    /// <summary>Null where a dissolution may be taken back: a temporary one ended with its task, by itself.</summary>
    public static Breach? Restored(BranchState branch, string field) =>
        branch.EndsOn is { } end
            ? new("BRANCH_IS_TEMPORARY.Restored", [("branch", branch.Name), ("day", end)], Clause, Path: [field])
            : null;

    /// <summary>Null where people may belong to it or be cultivated by it.</summary>
    public static Breach? TakesNobody(BranchState branch, string field) =>
        branch.EndsOn is null ? null : new("TEMPORARY_BRANCH_TAKES_NOBODY", [("branch", branch.Name)], Clause, Path: [field]);

    /// <summary>Null where it is still there on a day for which something is arranged.</summary>
    public static Breach? Lasts(string branch, DateOnly? endsOn, DateOnly day, string field) =>
        day >= endsOn ? new("BRANCH_ENDS_BEFORE", [("branch", branch), ("day", endsOn)], Clause, Path: [field]) : null;

    private static Breach? EndsAfter(DateOnly? begun, DateOnly end) =>
        end <= begun ? Breach.OfInput("ENDS_BEFORE_BRANCH", [("begun", begun)], "endsOn") : null;
}
