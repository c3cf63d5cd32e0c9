namespace SocietyParty.Rules.Evidence;

/// <summary>The assessment's result that a record came from.</summary>
/// <param name="Field">The field that names it.</param>
/// <param name="Year">The assessed year.</param>
/// <param name="IssuedOn">When it was issued; null of a year that was not run here.</param>
/// <param name="IsOfSubject">It is of the branch that the record is about, or of a branch of the society.</param>
public sealed record NamedResult(EvidenceField Field, int Year, DateOnly? IssuedOn, bool IsOfSubject);

/// <summary>
/// 结果运用 Awards, funds and a society's own assessment come from the result of whom they are about, once it is issued (004 第七条).
/// </summary>
public static class EvidenceResults
{
    /// <param name="position">Place of the field among those that were given.</param>
    public static Breach? Check(NamedResult result, DateOnly heldOn, string clause, string position)
    {
        string[] path = ["fields", position, "value"];
        return !result.IsOfSubject
                ? new("EVIDENCE_RESULT_OF_OTHER", [("field", result.Field.Label), ("year", result.Year)], clause, Path: path)
            : heldOn < result.IssuedOn
                ? new(
                    "EVIDENCE_BEFORE_RESULT",
                    [("heldOn", heldOn), ("year", result.Year), ("issuedOn", result.IssuedOn)],
                    clause,
                    Path: ["heldOn"]
                )
            : null;
    }
}
