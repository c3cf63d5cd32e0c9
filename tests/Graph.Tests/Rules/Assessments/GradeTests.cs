using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Sentences;

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
        Meant(Grade.Of((decimal)score, (decimal)bonus, failed, Scheme.Chongqing)).ShouldBe((grade, basis));

    [Theory]
    [InlineData(0, false, GradeBasis.NotSubmitted)]
    // A bonus alone makes nobody good.
    [InlineData(90, false, GradeBasis.NotSubmitted)]
    [InlineData(0, true, GradeBasis.Fail)]
    public void Who_handed_in_nothing_fails_for_that(double bonus, bool failed, GradeBasis basis) =>
        Meant(Grade.Of(0, (decimal)bonus, failed, Scheme.Chongqing, isSubmitted: false)).ShouldBe((AssessmentGrade.Unqualified, basis));

    [Fact]
    public void A_rule_set_may_grade_without_the_bonus()
    {
        var rules = Scheme.Chongqing with { Grades = Scheme.Chongqing.Grades with { Score = new(GradedScore.Fixed, "x") } };
        Grade.Of(85, 10, false, rules).Band.Grade.ShouldBe(AssessmentGrade.Good);
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
                    var (band, basis) = Grade.Of(score, 0, false, rules);
                    return new Graded(i, score, 0, band, basis);
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
            [new(1, 90, 5, rules.Grades.Bands[0], GradeBasis.Band), new(2, 93, 2, rules.Grades.Bands[0], GradeBasis.Band)],
            rules
        );
        after.Select(one => one.Grade).ShouldBe([AssessmentGrade.Good, AssessmentGrade.Excellent]);
    }

    // Five grades of its own: two that count as excellent, one good, one qualified, one that fails.
    private static readonly GradeBand[] OfItsOwn =
    [
        new(AssessmentGrade.Excellent, new(95, "x"), "MODEL", "示范", "Model"),
        new(AssessmentGrade.Excellent, new(85, "x"), "ADVANCED", "先进", "Advanced"),
        new(AssessmentGrade.Good, new(75, "x")),
        new(AssessmentGrade.Qualified, new(60, "x"), "AS_ASKED", "达标", "As asked"),
        new(AssessmentGrade.Unqualified, new(0, "x"), "BEHIND", "后进", "Behind"),
    ];

    private static readonly AssessmentRules Five = Scheme.Usual with
    {
        Grades = new(new(GradedScore.Total, "x"), OfItsOwn, new(0.5m, "x")),
    };

    [Theory]
    [InlineData(95, false, true, "MODEL Excellent Band")]
    [InlineData(94.99, false, true, "ADVANCED Excellent Band")]
    [InlineData(80, false, true, "GOOD Good Band")]
    [InlineData(60, false, true, "AS_ASKED Qualified Band")]
    [InlineData(59.99, false, true, "BEHIND Unqualified Band")]
    [InlineData(100, true, true, "BEHIND Unqualified Fail")]
    [InlineData(0, false, false, "BEHIND Unqualified NotSubmitted")]
    public void A_rule_set_has_as_many_grades_as_it_names(double score, bool failed, bool isSubmitted, string expected)
    {
        Five.Problems().ShouldBeEmpty();
        var (band, basis) = Grade.Of((decimal)score, 0, failed, Five, isSubmitted);
        $"{band.Key} {band.Grade} {basis}".ShouldBe(expected);
    }

    [Fact]
    public void A_quota_counts_all_that_stand_for_excellent_and_a_veto_leaves_the_best_below()
    {
        var round = new[] { 96m, 90, 86, 70 }.Select(
            (score, i) => new Graded(i, score, 0, Grade.Of(score, 0, false, Five).Band, GradeBasis.Band)
        );
        Quota.Applied([.. round], Five).Select(one => one.Band.Key).ShouldBe(["MODEL", "ADVANCED", "GOOD", "AS_ASKED"]);
        var limit = new VetoLimit(AssessmentGrade.Qualified, "002 §10", "合成");
        var (band, basis) = VetoGrade.Limited(OfItsOwn[1], GradeBasis.Band, limit, Five);
        (band.Key, basis).ShouldBe(("AS_ASKED", GradeBasis.Veto));
        var warning = VetoGrade.Warning("合成党支部", band, basis, limit, "round")!;
        warning.Sentence.In(Language.Chinese).ShouldBe("因一票否决，合成党支部的等次最高为达标：合成。");
        warning.Sentence.In(Language.English).ShouldBe("A veto leaves 合成党支部 no better grade than As asked: 合成.");
    }

    private static (AssessmentGrade Grade, GradeBasis Basis) Meant((GradeBand Band, GradeBasis Basis) given) =>
        (given.Band.Grade, given.Basis);
}
