namespace SocietyParty.Rules.Assessments;

/// <summary>
/// Results of a round are issued together, once, when all are reviewed (004 第六条（四）); a failed branch is talked with (004 第七条).
/// </summary>
public static class IssueFits
{
    private const string Clause = "004 第六条（四）";

    /// <param name="issuedOn">Day on which the round was issued; null: it is open.</param>
    public static Breach? Once(DateOnly? issuedOn) =>
        issuedOn is { } day ? new("WRONG_STAGE.IssueResults", [("day", day)], Clause, Path: ["round"]) : null;

    public static IEnumerable<Breach> AllReviewed(IEnumerable<(string Branch, AssessmentStage Stage)> entries) =>
        entries
            .Where(entry => entry.Stage != AssessmentStage.Reviewed)
            .Select(entry => new Breach("NOT_REVIEWED", [("branch", entry.Branch), ("stage", entry.Stage)], Clause, Path: ["round"]));

    /// <param name="heldOn">Day of the talk that was held; null: it is due.</param>
    /// <param name="lapsedOn">Day on which the result was lifted; null: it stands.</param>
    /// <param name="issuedOn">Of the result that the talk is about.</param>
    /// <param name="day">That the talk is to bear.</param>
    public static IEnumerable<Breach> Talk(DateOnly? heldOn, DateOnly? lapsedOn, DateOnly? issuedOn, DateOnly day)
    {
        if (heldOn is { } held)
        {
            yield return new("WRONG_STAGE.RecordAdmonitionTalk", [("held", held)], "004 第七条", Path: ["talk"]);
        }

        if (lapsedOn is { } lapsed)
        {
            yield return new("WRONG_STAGE.ResultLifted", [("lapsed", lapsed)], "004 第七条", Path: ["talk"]);
        }

        if (day < issuedOn)
        {
            yield return new("TALK_BEFORE_ISSUE", [("issued", issuedOn)], "004 第七条", Path: ["heldOn"]);
        }
    }
}
