using SocietyParty.Rules.Assessments;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

public sealed class ScoreMaximumTests
{
    [Theory]
    [InlineData("POLITICAL_4", 8, "")]
    [InlineData("POLITICAL_4", 8.01, "SCORE_EXCEEDS_MAXIMUM 004 政治建设-4 scores/0/score")]
    [InlineData("ORGANIZATION_2", 16, "")]
    [InlineData("ORGANIZATION_2", 16.5, "SCORE_EXCEEDS_MAXIMUM 004 组织建设-2 scores/0/score")]
    [InlineData("SOCIAL_GOVERNANCE_1", 5, "")]
    // 10 is what the item itself states; the heading's 5 counts.
    [InlineData("SOCIAL_GOVERNANCE_1", 10, "SCORE_EXCEEDS_MAXIMUM 004 第五条（四） scores/0/score")]
    [InlineData("TEAM_2", 0, "")]
    [InlineData("TEAM_2", -0.5, "SCORE_IS_NEGATIVE 004 班子建设-2 scores/0/score")]
    [InlineData("TEAM_2", 1.005, "SCORE_IS_TOO_FINE  scores/0/score")]
    [InlineData("TEAM_9", 1, "ITEM_UNKNOWN 004 第五条 scores/0/item")]
    public void Points_stay_between_0_and_the_items_maximum(string item, double score, string expected) =>
        string.Join(';', Scheme.Shown(ScoreMaximum.Breaches([new(item, (decimal)score)], Scheme.Chongqing, "scores"))).ShouldBe(expected);

    [Fact]
    public void Every_item_is_scored_once()
    {
        var scores = Scheme
            .Chongqing.Items.Where(item => item.Code != "TEAM_1")
            .Select(item => new ItemScore(item.Code, 1))
            .Append(new("TEAM_2", 1))
            .ToList();
        Scheme.Shown(ScoreMaximum.Breaches(scores, Scheme.Chongqing, "scores")).ShouldBe(["ITEM_REPEATED 004 第五条 scores/18/item"]);
        Scheme
            .Shown(ScoreMaximum.Missing(scores.Select(score => score.Item), Scheme.Chongqing, "scores"))
            .ShouldBe(["ITEM_NOT_SCORED 004 班子建设-1 scores"]);
    }
}
