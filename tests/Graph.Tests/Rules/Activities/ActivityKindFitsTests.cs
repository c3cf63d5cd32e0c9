using SocietyParty.Rules.Activities;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Rules.Activities;

public sealed class ActivityKindFitsTests
{
    [Theory]
    [InlineData(true, false, "", "004 组织建设-2: a usual kind")]
    [InlineData(false, true, "", "004 组织建设-2: one of the rule set's own")]
    [InlineData(false, false, "", "004 组织建设-2: whether one is needed, ActivityRequired says")]
    [InlineData(true, true, "ACTIVITY_KIND_NOT_ONE 004 组织建设-2 kindCode", "004 组织建设-2: which of the two?")]
    public void A_kind_is_given_once(bool hasKind, bool hasCode, string expected, string clause) =>
        Shown(ActivityKindFits.Once(hasKind, hasCode)).ShouldBe(expected, clause);

    [Theory]
    [InlineData("SCIENCE_DAY", "", "004 组织建设-2")]
    [InlineData("PICNIC", "ACTIVITY_KIND_UNKNOWN 004 组织建设-2 kindCode", "004 组织建设-2: no kind of these rules")]
    [InlineData("THEME_PARTY_DAY", "ACTIVITY_KIND_UNKNOWN 004 组织建设-2 kindCode", "004 组织建设-2: a usual one is given as kind")]
    public void A_code_is_one_of_the_rules(string code, string expected, string clause)
    {
        var breach = ActivityKindFits.Unknown(code, [("SCIENCE_DAY", new OwnName("科技志愿日", "Science day"))]);
        Shown(breach).ShouldBe(expected, clause);
        breach?.Sentence.In(Language.Chinese).ShouldBe($"规则中没有活动类型 {code}，自设的类型有：科技志愿日。");
        breach?.Sentence.In(Language.English).ShouldBe($"The rules have no kind of activity {code}. Theirs are: Science day.");
    }

    [Fact]
    public void A_list_names_what_there_is_on_the_day()
    {
        var breach = ActivityKindFits.NotListed(
            "秋游",
            [EnumWords.OfName("OTHER", "ActivityKind")],
            [new OwnName("科技志愿日", "Science day")]
        );
        Shown(breach).ShouldBe("ACTIVITY_KIND_UNKNOWN 004 组织建设-2 kindCode", "004 组织建设-2: no kind of that day");
        breach.Sentence.In(Language.Chinese).ShouldBe("当日没有活动类型 秋游，可以填写：其他、科技志愿日。");
        breach.Sentence.In(Language.English).ShouldBe("There is no kind of activity 秋游 on that day. There are: Other, Science day.");
    }

    private static string Shown(SocietyParty.Rules.Breach? breach) =>
        breach is null ? "" : $"{breach.Code} {breach.Clause} {string.Join('.', breach.Path!)}";
}
