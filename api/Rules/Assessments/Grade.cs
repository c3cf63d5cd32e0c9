namespace SocietyParty.Rules.Assessments;

/// <summary>等次 Grade of a score: bands are half-open, and a fail rule overrides any score (004 （七）, 第七条).</summary>
public static class Grade
{
    public static (GradeBand Band, GradeBasis Basis) Of(
        decimal fixedScore,
        decimal bonusScore,
        bool hasFailed,
        AssessmentRules rules,
        bool isSubmitted = true
    ) =>
        hasFailed ? (rules.Grades.Bands[^1], GradeBasis.Fail)
        : isSubmitted ? (OfScore(fixedScore, bonusScore, rules), GradeBasis.Band)
        : (rules.Grades.Bands[^1], GradeBasis.NotSubmitted);

    private static GradeBand OfScore(decimal fixedScore, decimal bonusScore, AssessmentRules rules)
    {
        var score = rules.Grades.Score.Value == GradedScore.Total ? fixedScore + bonusScore : fixedScore;
        return rules.Grades.Bands.First(band => score >= band.From.Value);
    }
}
