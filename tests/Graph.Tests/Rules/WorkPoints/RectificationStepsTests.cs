using SocietyParty.Rules.WorkPoints;

namespace SocietyParty.Graph.Tests.Rules.WorkPoints;

public sealed class RectificationStepsTests
{
    private static readonly RectificationRule Rules = RuleFiles.Of<WorkPointRules>("chongqing-2023").Rectification;
    private static readonly DateOnly Since = new(2023, 5, 10);

    [Theory]
    [InlineData(RectificationStage.Found, RectificationStage.Ledgered, 0, "")]
    [InlineData(RectificationStage.Ledgered, RectificationStage.Closed, 5, "")]
    [InlineData(RectificationStage.Closed, RectificationStage.Notified, 5, "")]
    [InlineData(RectificationStage.Found, RectificationStage.Closed, 5, "WRONG_STAGE 001 §7")]
    [InlineData(RectificationStage.Ledgered, RectificationStage.Ledgered, 5, "WRONG_STAGE 001 §7")]
    [InlineData(RectificationStage.Notified, RectificationStage.Closed, 5, "WRONG_STAGE 001 §7")]
    [InlineData(RectificationStage.Found, RectificationStage.Ledgered, -1, "STAGE_DATE_TOO_EARLY 001 §7")]
    public void Stages_follow_each_other(RectificationStage present, RectificationStage next, int days, string expected) =>
        string.Join(
                '|',
                RectificationSteps
                    .Breaches(present, Since, next, Since.AddDays(days), Rules)
                    .Select(breach => $"{breach.Code} {breach.Clause}")
            )
            .ShouldBe(expected);

    [Theory]
    [InlineData(RectificationStage.Found, "Ledgered 2023-05-17")]
    [InlineData(RectificationStage.Ledgered, "Closed 2023-07-09")]
    [InlineData(RectificationStage.Closed, "Notified 2023-05-25")]
    [InlineData(RectificationStage.Notified, "")]
    public void Each_stage_makes_the_next_one_due(RectificationStage present, string expected) =>
        (RectificationSteps.NextDue(present, Since, Rules) is var (stage, dueOn) ? $"{stage} {dueOn:yyyy-MM-dd}" : "").ShouldBe(expected);
}
