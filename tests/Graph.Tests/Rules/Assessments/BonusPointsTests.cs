using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

public sealed class BonusPointsTests
{
    /// <summary>004 第五条（六）: what each level of each item gives.</summary>
    [Theory]
    [InlineData("BONUS_1", "MUNICIPAL", 2.0, "")]
    [InlineData("BONUS_1", "CENTRAL", 5.0, "")]
    [InlineData("BONUS_1", "DEPARTMENT", null, "BONUS_LEVEL_UNKNOWN 004 第五条（六）1 level")]
    [InlineData("BONUS_2", "DEPARTMENT", 2.0, "")]
    [InlineData("BONUS_2", "MUNICIPAL", 3.0, "")]
    [InlineData("BONUS_2", "CENTRAL", 5.0, "")]
    [InlineData("BONUS_3", "MUNICIPAL", 2.0, "")]
    [InlineData("BONUS_3", "CENTRAL", 5.0, "")]
    [InlineData("BONUS_3", "DEPARTMENT", null, "BONUS_LEVEL_UNKNOWN 004 第五条（六）3 level")]
    [InlineData("BONUS_4", "CENTRAL", null, "BONUS_ITEM_UNKNOWN 004 第五条（六） item")]
    public void A_level_that_an_item_does_not_have_is_an_error(string item, string level, double? points, string breach)
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
                'D' => "DEPARTMENT",
                'M' => "MUNICIPAL",
                _ => "CENTRAL",
            },
            text[3..]
        );

    [Theory]
    [InlineData(null, "DISTRICT", true, "DISTRICT", "")]
    [InlineData(BonusLevel.Municipal, null, true, "MUNICIPAL", "")]
    [InlineData(null, null, false, null, "")]
    [InlineData(null, null, true, null, "BONUS_LEVEL_NOT_ONE 004 第五条（六） level")]
    [InlineData(BonusLevel.Municipal, "DISTRICT", true, "DISTRICT", "BONUS_LEVEL_NOT_ONE 004 第五条（六） levelCode")]
    [InlineData(BonusLevel.Central, "CENTRAL", false, "CENTRAL", "BONUS_LEVEL_NOT_ONE 004 第五条（六） levelCode")]
    public void A_level_is_given_once(BonusLevel? level, string? code, bool isNeeded, string? expected, string breach)
    {
        BonusPoints.Code(level, code).ShouldBe(expected);
        (
            BonusPoints.LevelGiven(level, code, isNeeded) is { } found ? $"{found.Code} {found.Clause} {string.Join('.', found.Path!)}" : ""
        ).ShouldBe(breach);
    }

    [Fact]
    public void A_rule_set_has_levels_of_its_own()
    {
        BonusLevelWord[] levels = [new("DISTRICT", "区级", "District"), new("MUNICIPAL"), new("PROVINCIAL", "省级", "Provincial")];
        var rules = Scheme.Usual with
        {
            Bonus = new([new("BONUS_1", "x", [new("DISTRICT", new(1, "x")), new("PROVINCIAL", new(4, "y"))])], new(null, "x"), levels),
        };
        rules.Problems().ShouldBeEmpty();
        BonusPoints.Of("BONUS_1", "PROVINCIAL", rules).ShouldBe(4);
        var unknown = BonusPoints.Unknown("BONUS_1", "MUNICIPAL", rules)!.Sentence;
        unknown.In(Language.Chinese).ShouldContain("区级、省级");
        unknown.In(Language.English).ShouldContain("District, Provincial");
    }
}
