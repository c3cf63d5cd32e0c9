using SocietyParty.Rules;
using SocietyParty.Rules.Organizations;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Rules.Organizations;

/// <summary>Posts and forms that a rule set names itself, each standing for a usual one.</summary>
public sealed class OwnNameFitsTests
{
    private static readonly IReadOnlyList<(string Code, object Word)> Own = [("MOBILE_BRANCH", new OwnName("流动党支部", "Mobile branch"))];

    [Theory]
    [InlineData(true, false, "", "", "002 §3, 004 班子建设-1: a usual one")]
    [InlineData(false, true, "", "", "002 §3, 004 班子建设-1: one of the rule set's own")]
    [InlineData(
        true,
        true,
        "FORM_NOT_ONE 002 §3 formCode",
        "POST_NOT_ONE 004 班子建设-1 postCode",
        "002 §3, 004 班子建设-1: which of the two?"
    )]
    [InlineData(false, false, "FORM_MISSING  form", "POST_MISSING  post", "002 §3, 004 班子建设-1: none")]
    public void One_is_given(bool hasUsual, bool hasCode, string form, string post, string clause)
    {
        Shown(OwnNameFits.FormOnce(hasUsual, hasCode)).ShouldBe(form, clause);
        Shown(OwnNameFits.PostOnce(hasUsual, hasCode)).ShouldBe(post, clause);
    }

    [Theory]
    [InlineData("MOBILE_BRANCH", "", "", "002 §3, 004 班子建设-1")]
    [InlineData(
        "CLUB",
        "FORM_UNKNOWN 002 §3 formCode",
        "POST_UNKNOWN 004 班子建设-1 postCode",
        "002 §3, 004 班子建设-1: nothing of these rules"
    )]
    public void A_code_is_one_of_the_rules(string code, string form, string post, string clause)
    {
        var breach = OwnNameFits.FormKnown(code, Own);
        Shown(breach).ShouldBe(form, clause);
        breach?.Sentence.In(Language.Chinese).ShouldBe("规则中没有组织形式 CLUB，自设的形式有：流动党支部。");
        Shown(OwnNameFits.PostKnown(code, Own)).ShouldBe(post, clause);
    }

    [Fact]
    public void A_list_names_what_there_is_on_the_day()
    {
        var form = OwnNameFits.FormNotListed("俱乐部", [EnumWords.OfName("BRANCH", "OrganizationForm"), Own[0].Word]);
        Shown(form).ShouldBe("FORM_UNKNOWN 002 §3 formCode", "002 §3: no form of that day");
        form.Sentence.In(Language.Chinese).ShouldBe("当日没有组织形式 俱乐部，可以填写：党支部、流动党支部。");
        var post = OwnNameFits.PostNotListed("干事", [EnumWords.OfName("BRANCH_SECRETARY", "Post")]);
        Shown(post).ShouldBe("POST_UNKNOWN 004 班子建设-1 postCode", "004 班子建设-1: no post of that day");
        post.Sentence.In(Language.English).ShouldBe("There is no post 干事 on that day. There are: Branch secretary.");
    }

    [Theory]
    [InlineData("MOBILE_BRANCH", "流动党支部", "Mobile branch", "")]
    [InlineData("CHAIN_BRANCH", "链上党支部", "Chain branch", ".forms has \"CHAIN_BRANCH\" twice")]
    [InlineData("A_BRANCH", "产业链党支部", "A branch", ".forms has 产业链党支部 twice")]
    // What usually means something else.
    [InlineData(
        "WORK_GROUP",
        "党建小组",
        "Party team",
        ".forms[1].code is WORK_GROUP, which usually means something else; take another code"
    )]
    [InlineData("A_BRANCH", "党支部", "A branch", ".forms[1].name is called 党支部, as a usual one is; take another name")]
    [InlineData("A_BRANCH", "合成党支部", "joint branch", ".forms[1].name is called 合成党支部, as a usual one is; take another name")]
    public void Nothing_means_two_things(string code, string name, string english, string problem) =>
        string.Join(
                ", ",
                new OrganizationRules(
                    Forms:
                    [
                        new("JOINT_BRANCH", "CHAIN_BRANCH", "产业链党支部", "Chain branch", "合成 第一条"),
                        new("BRANCH", code, name, english, "合成 第一条"),
                    ]
                )
                    .Problems()
                    .Select(one => $"{one.Path} {one.Problem.In(Language.English)}")
            )
            .Replace("\"", "", StringComparison.Ordinal)
            .ShouldBe(problem.Replace("\"", "", StringComparison.Ordinal));

    [Fact]
    public void A_post_of_ones_own_is_no_usual_one() =>
        new OrganizationRules([new("BRANCH_SECRETARY", "COUNCIL_CHAIR", "第一书记", "First secretary", "合成 第一条")])
            .Problems()
            .Select(one => one.Path)
            .ShouldBe([".posts[0].code"]);

    private static string Shown(Breach? breach) => breach is null ? "" : $"{breach.Code} {breach.Clause} {string.Join('.', breach.Path!)}";
}
