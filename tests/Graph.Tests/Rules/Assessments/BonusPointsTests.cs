using SocietyParty.Rules.Assessments;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

public sealed class BonusPointsTests
{
    /// <summary>004 第五条（六）: what each level of each item gives.</summary>
    [Theory]
    [InlineData("BONUS_1", BonusLevel.Municipal, 2.0, "")]
    [InlineData("BONUS_1", BonusLevel.Central, 5.0, "")]
    [InlineData("BONUS_1", BonusLevel.Department, null, "BONUS_LEVEL_UNKNOWN 004 第五条（六）1 level")]
    [InlineData("BONUS_2", BonusLevel.Department, 2.0, "")]
    [InlineData("BONUS_2", BonusLevel.Municipal, 3.0, "")]
    [InlineData("BONUS_2", BonusLevel.Central, 5.0, "")]
    [InlineData("BONUS_3", BonusLevel.Municipal, 2.0, "")]
    [InlineData("BONUS_3", BonusLevel.Central, 5.0, "")]
    [InlineData("BONUS_3", BonusLevel.Department, null, "BONUS_LEVEL_UNKNOWN 004 第五条（六）3 level")]
    [InlineData("BONUS_4", BonusLevel.Central, null, "BONUS_ITEM_UNKNOWN 004 第五条（六） item")]
    public void A_level_that_an_item_does_not_have_is_an_error(string item, BonusLevel level, double? points, string breach)
    {
        BonusPoints.Of(item, level, Scheme.Chongqing).ShouldBe((decimal?)points);
        Scheme.Shown(BonusPoints.Unknown(item, level, Scheme.Chongqing)).ShouldBe(breach);
    }

    /// <summary>
    /// domain.md §1, 6: one piece of evidence once, at its highest level; different evidence adds up; a cap where one is set.
    /// </summary>
    [Theory]
    [InlineData("", null, 0)]
    [InlineData("2M a", null, 3)]
    [InlineData("2M a, 2C a", null, 5)]
    [InlineData("2C a, 2M a, 2D a", null, 5)]
    [InlineData("1M a, 3C a", null, 5)]
    [InlineData("2M a, 2M b", null, 6)]
    [InlineData("3M a, 3M b, 3C c, 1C d", null, 14)]
    [InlineData("3M a, 3M b, 3C c, 1C d", 10.0, 10)]
    [InlineData("2M a", 10.0, 3)]
    [InlineData("2M a", 0.0, 0)]
    public void Evidence_counts_once_and_different_evidence_adds_up(string claims, double? cap, int expected)
    {
        var facts = claims.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Fact);
        var rules = Scheme.Chongqing with { Bonus = Scheme.Chongqing.Bonus with { Cap = new((decimal?)cap, "x") } };
        BonusPoints.Sum(facts, rules).ShouldBe(expected);
    }

    // "2M a": bonus item 2, municipal, evidence a.
    internal static BonusFact Fact(string text) =>
        new(
            $"BONUS_{text[0]}",
            text[1] switch
            {
                'D' => BonusLevel.Department,
                'M' => BonusLevel.Municipal,
                _ => BonusLevel.Central,
            },
            text[3..]
        );
}
