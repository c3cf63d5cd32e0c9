using SocietyParty.Rules.Assessments;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

public sealed class GradeTests
{
    /// <summary>Bands are half-open (domain.md §1, 7); a fail overrides any score (004 第五条（七）).</summary>
    [Theory]
    [InlineData(90, 0, false, AssessmentGrade.Excellent, GradeBasis.Band)]
    [InlineData(89.99, 0, false, AssessmentGrade.Good, GradeBasis.Band)]
    [InlineData(89.99, 0.01, false, AssessmentGrade.Excellent, GradeBasis.Band)]
    [InlineData(80, 0, false, AssessmentGrade.Good, GradeBasis.Band)]
    [InlineData(79.99, 0, false, AssessmentGrade.Qualified, GradeBasis.Band)]
    [InlineData(60, 0, false, AssessmentGrade.Qualified, GradeBasis.Band)]
    [InlineData(59.99, 0, false, AssessmentGrade.Unqualified, GradeBasis.Band)]
    [InlineData(0, 0, false, AssessmentGrade.Unqualified, GradeBasis.Band)]
    [InlineData(100, 10, true, AssessmentGrade.Unqualified, GradeBasis.Fail)]
    public void A_score_has_the_grade_of_its_band(double score, double bonus, bool failed, AssessmentGrade grade, GradeBasis basis) =>
        Grade.Of((decimal)score, (decimal)bonus, failed, Scheme.Chongqing).ShouldBe((grade, basis));

    [Theory]
    [InlineData(0, false, GradeBasis.NotSubmitted)]
    // A bonus alone makes nobody good.
    [InlineData(90, false, GradeBasis.NotSubmitted)]
    [InlineData(0, true, GradeBasis.Fail)]
    public void Who_handed_in_nothing_fails_for_that(double bonus, bool failed, GradeBasis basis) =>
        Grade.Of(0, (decimal)bonus, failed, Scheme.Chongqing, isSubmitted: false).ShouldBe((AssessmentGrade.Unqualified, basis));

    [Fact]
    public void A_rule_set_may_grade_without_the_bonus()
    {
        var rules = Scheme.Chongqing with { Grades = Scheme.Chongqing.Grades with { Score = new(GradedScore.Fixed, "x") } };
        Grade.Of(85, 10, false, rules).Grade.ShouldBe(AssessmentGrade.Good);
    }

    /// <summary>domain.md §1, 7: an optional quota for excellent; equals at its edge stay behind it together.</summary>
    [Theory]
    [InlineData(null, "95 94 93 92 80", "EEEEG")]
    [InlineData(0.4, "95 94 93 92 80", "EEGGG")]
    [InlineData(0.5, "95 94 93 92 80", "EEGGG")]
    [InlineData(0.6, "95 94 93 92 80", "EEEGG")]
    [InlineData(1.0, "95 94 93 92 80", "EEEEG")]
    [InlineData(0.0, "95 94 93 92 80", "GGGGG")]
    [InlineData(0.4, "95 94 94 92 80", "EGGGG")]
    [InlineData(0.4, "94 95 92 80 94", "GEGGG")]
    [InlineData(0.4, "95 89 88 87 80", "EGGGG")]
    public void A_quota_takes_the_best(double? share, string scores, string expected)
    {
        var rules = Scheme.Chongqing with { Grades = Scheme.Chongqing.Grades with { ExcellentQuota = new((decimal?)share, "x") } };
        var round = scores
            .Split(' ')
            .Select(
                (text, i) =>
                {
                    var score = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
                    var (grade, basis) = Grade.Of(score, 0, false, rules);
                    return new Graded(i, score, 0, grade, basis);
                }
            )
            .ToList();
        var after = Quota.Applied(round, rules);
        string.Concat(after.Select(one => one.Grade.ToString()[0])).ShouldBe(expected);
        after.Where((one, i) => one.Grade != round[i].Grade).ShouldAllBe(one => one.Basis == GradeBasis.Quota);
    }

    [Fact]
    public void Of_equal_totals_the_better_fixed_score_goes_first()
    {
        var rules = Scheme.Chongqing with { Grades = Scheme.Chongqing.Grades with { ExcellentQuota = new(0.5m, "x") } };
        var after = Quota.Applied(
            [new(1, 90, 5, AssessmentGrade.Excellent, GradeBasis.Band), new(2, 93, 2, AssessmentGrade.Excellent, GradeBasis.Band)],
            rules
        );
        after.Select(one => one.Grade).ShouldBe([AssessmentGrade.Good, AssessmentGrade.Excellent]);
    }
}
