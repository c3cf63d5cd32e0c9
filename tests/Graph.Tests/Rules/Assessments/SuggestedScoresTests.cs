using SocietyParty.Rules.Assessments;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

public sealed class SuggestedScoresTests
{
    /// <summary>
    /// 004 组织建设-2, 16 points: half for the number, a quarter for the appraisal, a quarter for plan, attendance and record.
    /// </summary>
    [Theory]
    [InlineData(ActivityCategory.A, 6, 1, 6, 6, 16)]
    [InlineData(ActivityCategory.A, 9, 2, 9, 9, 16)]
    [InlineData(ActivityCategory.A, 3, 1, 3, 3, 12)]
    [InlineData(ActivityCategory.C, 3, 1, 3, 3, 14)]
    [InlineData(ActivityCategory.A, 6, 0, 6, 6, 12)]
    [InlineData(ActivityCategory.A, 6, 1, 8, 6, 15)]
    [InlineData(ActivityCategory.A, 6, 1, 6, 0, 12)]
    [InlineData(ActivityCategory.B, 5, 0, 7, 3, 8.38)]
    [InlineData(ActivityCategory.A, 0, 0, 0, 0, 0)]
    public void Activities_suggest_their_item(
        ActivityCategory category,
        int collective,
        int appraisals,
        int held,
        int documented,
        double expected
    ) =>
        SuggestedScores
            .Activities(new(category, false, collective, appraisals, held, documented), Scheme.Chongqing)
            .ShouldBe(new ItemScore("ORGANIZATION_2", (decimal)expected));

    /// <summary>004 组织建设-1, 4 points: 年初制订工作计划, 年底完成工作总结.</summary>
    [Theory]
    [InlineData(true, true, 4)]
    [InlineData(true, false, 2)]
    [InlineData(false, true, 2)]
    [InlineData(false, false, 0)]
    public void Plan_and_summary_suggest_theirs(bool isPlanned, bool isSummarized, int expected) =>
        SuggestedScores.Plan(isPlanned, isSummarized, Scheme.Chongqing).ShouldBe(new ItemScore("ORGANIZATION_1", expected));
}
