namespace SocietyParty.Rules.Assessments;

/// <summary>What a veto leaves of a branch's grade.</summary>
/// <param name="Best">The best that is left, by what grades stand for.</param>
/// <param name="Clause">Where the rule set has that from.</param>
/// <param name="Reason">Why the veto was raised.</param>
public sealed record VetoLimit(AssessmentGrade Best, string Clause, string Reason);

/// <summary>一票否决 A veto limits the grade where the rule set says so (002 §10); a worse one stays as it is.</summary>
public static class VetoGrade
{
    /// <param name="limit">Null where no veto limits it.</param>
    public static (GradeBand Band, GradeBasis Basis) Limited(GradeBand band, GradeBasis basis, VetoLimit? limit, AssessmentRules rules) =>
        limit is { Best: var best } && band.Grade < best
            ? (rules.Grades.Bands.First(other => other.Grade >= best), GradeBasis.Veto)
            : (band, basis);

    /// <summary>Warns of a grade that the veto limited.</summary>
    public static Breach? Warning(string branch, GradeBand band, GradeBasis basis, VetoLimit? limit, string field) =>
        limit is not null && basis == GradeBasis.Veto
            ? new(
                "VETO_LIMITS_GRADE",
                [("branch", branch), ("grade", band.Word), ("reason", limit.Reason)],
                limit.Clause,
                Severity.Warning,
                field
            )
            : null;
}
