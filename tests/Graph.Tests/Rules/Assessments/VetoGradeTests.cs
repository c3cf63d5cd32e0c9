using SocietyParty.Rules.Assessments;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

/// <summary>一票否决 What a veto leaves of a grade (002 §10).</summary>
public sealed class VetoGradeTests
{
    [Theory]
    [InlineData(AssessmentGrade.Excellent, GradeBasis.Band, AssessmentGrade.Qualified, "Qualified Veto warned 002 §10")]
    [InlineData(AssessmentGrade.Good, GradeBasis.Band, AssessmentGrade.Qualified, "Qualified Veto warned 002 §10")]
    [InlineData(AssessmentGrade.Qualified, GradeBasis.Band, AssessmentGrade.Qualified, "Qualified Band")]
    [InlineData(AssessmentGrade.Unqualified, GradeBasis.Fail, AssessmentGrade.Qualified, "Unqualified Fail")]
    [InlineData(AssessmentGrade.Unqualified, GradeBasis.NotSubmitted, AssessmentGrade.Unqualified, "Unqualified NotSubmitted")]
    [InlineData(AssessmentGrade.Excellent, GradeBasis.Band, null, "Excellent Band")]
    public void A_veto_leaves_no_better_grade(AssessmentGrade grade, GradeBasis basis, AssessmentGrade? best, string expected)
    {
        var limit = best is { } left ? new VetoLimit(left, "002 §10", "合成") : null;
        var rules = Scheme.Usual;
        var (after, from) = VetoGrade.Limited(rules.Grades.Bands.Single(band => band.Grade == grade), basis, limit, rules);
        var warning = VetoGrade.Warning("合成党支部", after, from, limit, "round");
        $"{after.Grade} {from}{(warning is null ? "" : $" warned {warning.Clause}")}".ShouldBe(expected);
    }
}
