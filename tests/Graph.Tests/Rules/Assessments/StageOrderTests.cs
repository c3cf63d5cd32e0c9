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
}
