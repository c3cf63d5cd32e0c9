using SocietyParty.Rules.Assessments;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

public sealed class ActivityMinimumTests
{
    /// <summary>004 组织建设-2: 6 a year, of a functional branch 4.</summary>
    [Theory]
    [InlineData(ActivityCategory.A, false, 6)]
    [InlineData(ActivityCategory.B, false, 6)]
    [InlineData(ActivityCategory.C, true, 4)]
    [InlineData(ActivityCategory.C, false, 4)]
    [InlineData(ActivityCategory.Unclassified, false, 6)]
    [InlineData(ActivityCategory.Unclassified, true, 4)]
    [InlineData(ActivityCategory.A, true, 6)]
    public void The_category_says_how_many(ActivityCategory category, bool isFunctional, int expected)
    {
        foreach (var collective in new[] { expected - 1, expected })
        {
            ActivityMinimum
                .IsMet(new(category, isFunctional, collective, 0, collective, 0), Scheme.Chongqing)
                .ShouldBe(collective == expected);
        }

        ActivityMinimum.Of(new(category, isFunctional, 0, 0, 0, 0), Scheme.Chongqing).Activities.Source.ShouldBe("004 组织建设-2");
    }
}
