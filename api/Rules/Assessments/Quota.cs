namespace SocietyParty.Rules.Assessments;

/// <summary>One branch's score and the grade that its band gives.</summary>
public sealed record Graded(long Entry, decimal FixedScore, decimal BonusScore, GradeBand Band, GradeBasis Basis)
{
    public decimal TotalScore => FixedScore + BonusScore;

    public AssessmentGrade Grade => Band.Grade;
}

/// <summary>优秀名额 An optional share of a round's branches that can be excellent (domain.md §1, 7).</summary>
public static class Quota
{
    /// <summary>
    /// The excellent branches behind the quota get the best grade that does not count as excellent. The quota is a most, so equals at its
    /// edge stay behind it together; the better total goes first, then the better fixed score.
    /// </summary>
    /// <param name="round">All branches of the round.</param>
    public static IReadOnlyList<Graded> Applied(IReadOnlyList<Graded> round, AssessmentRules rules)
    {
        if (rules.Grades.ExcellentQuota.Value is not { } share)
        {
            return round;
        }

        var places = Places(round.Count, share);
        var excellent = round.Where(one => one.Grade == AssessmentGrade.Excellent).ToList();
        if (excellent.Count <= places)
        {
            return round;
        }

        var kept = excellent.Where(one => excellent.Count(other => IsNoWorse(other, one)) <= places).Select(one => one.Entry).ToHashSet();
        var next = rules.Grades.Bands.First(band => band.Grade != AssessmentGrade.Excellent);
        return
        [
            .. round.Select(one =>
                one.Grade != AssessmentGrade.Excellent || kept.Contains(one.Entry)
                    ? one
                    : one with
                    {
                        Band = next,
                        Basis = GradeBasis.Quota,
                    }
            ),
        ];
    }

    /// <summary>How many of so many branches can be excellent: the share, rounded down.</summary>
    public static int Places(int branches, decimal share) => (int)Math.Floor(branches * share);

    /// <summary>A warning where more are excellent than the quota has places.</summary>
    /// <param name="excellent">How many are excellent of all of a round.</param>
    public static Breach? Exceeded(int excellent, int all, AssessmentRules rules) =>
        rules.Grades.ExcellentQuota is { Value: { } share, Source: var source } && excellent > Places(all, share)
            ? new(
                "EXCELLENT_QUOTA_EXCEEDED",
                [("excellent", excellent), ("all", all), ("share", Places(all, share))],
                source,
                Severity.Warning,
                "assessment"
            )
            : null;

    private static bool IsNoWorse(Graded one, Graded other) =>
        one.TotalScore > other.TotalScore || (one.TotalScore == other.TotalScore && one.FixedScore >= other.FixedScore);
}
