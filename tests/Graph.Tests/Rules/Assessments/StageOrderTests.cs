using SocietyParty.Rules.Assessments;
using static SocietyParty.Rules.Assessments.AssessmentStage;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

public sealed class StageOrderTests
{
    /// <summary>004 第六条: 自评, 初评, 测评, 评定; （二）: who is in no consortium is not ranked.</summary>
    [Theory]
    [InlineData(Self, Supervised, true, true, "")]
    [InlineData(Self, Supervised, true, false, "WRONG_STAGE 004 第六条（一）")]
    [InlineData(Self, Debriefed, false, true, "")]
    [InlineData(Self, Debriefed, false, false, "WRONG_STAGE 004 第六条（一）")]
    [InlineData(Self, Debriefed, true, true, "WRONG_STAGE 004 第六条（三）")]
    [InlineData(Supervised, Debriefed, true, true, "")]
    [InlineData(Debriefed, Reviewed, true, true, "")]
    [InlineData(Self, Reviewed, false, true, "WRONG_STAGE 004 第六条（四）")]
    [InlineData(Supervised, Reviewed, true, true, "WRONG_STAGE 004 第六条（四）")]
    [InlineData(Reviewed, Issued, true, true, "")]
    [InlineData(Debriefed, Issued, true, true, "WRONG_STAGE 004 第六条（四）")]
    [InlineData(Issued, Issued, true, true, "WRONG_STAGE 004 第六条（四）")]
    [InlineData(Reviewed, Debriefed, true, true, "WRONG_STAGE 004 第六条（三）")]
    public void A_stage_follows_the_one_before_it(
        AssessmentStage now,
        AssessmentStage to,
        bool isInConsortium,
        bool isSubmitted,
        string expected
    ) => Scheme.Shown(StageOrder.Breach(now, to, isInConsortium, isSubmitted)).ShouldBe(expected);

    /// <summary>One step back, to where the entry came from; who handed in nothing came from the first stage.</summary>
    [Theory]
    [InlineData(Supervised, true, true, Self)]
    [InlineData(Debriefed, true, true, Supervised)]
    [InlineData(Debriefed, false, true, Self)]
    [InlineData(Reviewed, false, true, Debriefed)]
    [InlineData(Reviewed, true, false, Self)]
    public void A_step_back_leads_to_the_stage_before(AssessmentStage now, bool isInConsortium, bool isSubmitted, AssessmentStage expected)
    {
        StageOrder.CannotGoBack(now).ShouldBeNull();
        StageOrder.Back(now, isInConsortium, isSubmitted).ShouldBe(expected);
    }

    [Theory]
    [InlineData(Self, "WRONG_STAGE 004 第六条（一） entry")]
    [InlineData(Issued, "WRONG_STAGE 004 第六条（四） entry")]
    public void There_is_no_step_back_from_the_first_stage_nor_from_what_was_issued(AssessmentStage now, string expected) =>
        Scheme.Shown(StageOrder.CannotGoBack(now)).ShouldBe(expected);

    /// <summary>A cut-off day of 31 December 2025.</summary>
    [Theory]
    [InlineData(Self, null, "2026-01-01", "")]
    [InlineData(Self, null, "2025-12-31", "UNSUBMITTED_TOO_EARLY 004 第六条（一） decidedOn")]
    [InlineData(Self, "2026-01-10", "2026-01-11", "SELF_SUBMITTED 004 第六条（一） entry")]
    [InlineData(Debriefed, "2026-01-10", "2026-01-11", "WRONG_STAGE 004 第六条（四） entry")]
    public void Only_who_handed_in_nothing_by_the_cut_off_day_is_decided_on_without(
        AssessmentStage now,
        string? submittedOn,
        string decidedOn,
        string expected
    ) =>
        string.Join(
                "; ",
                StageOrder
                    .Unsubmitted(now, submittedOn is null ? null : Day(submittedOn), new(2025, 12, 31), Day(decidedOn))
                    .Select(Scheme.Shown)
            )
            .ShouldBe(expected);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
