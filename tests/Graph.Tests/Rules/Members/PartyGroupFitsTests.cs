using SocietyParty.Rules.Members;
using SocietyParty.Rules.Organizations;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Members;

/// <summary>
/// 党小组: 中国共产党支部工作条例（试行） 第十三条 (应当划分若干党小组，并设立党小组组长), 中国共产党章程 第八条 (每个党员都必须编入党的一个支部、小组). A row a case.
/// </summary>
public sealed class PartyGroupFitsTests
{
    private static readonly GroupJoining Fits = new(
        "第一党小组",
        Day("2024-02-29"),
        Day("2025-03-01"),
        IsOfBranch: true,
        IsIn: false,
        OtherGroup: null,
        HasLeader: false,
        Leads: false,
        IsProbationary: false,
        Day("2024-03-01")
    );

    [Theory]
    [InlineData("2024-02-28", "PARTY_GROUP_NOT_THERE input @validFrom")]
    [InlineData("2024-02-29", "")]
    [InlineData("2024-03-01", "")]
    [InlineData("2025-02-28", "")]
    [InlineData("2025-03-01", "PARTY_GROUP_NOT_THERE input @validFrom")]
    public void A_group_has_members_while_it_is_there(string from, string expected) =>
        Of(PartyGroupFits.Joins(Fits with { From = Day(from) })).ShouldBe(expected);

    [Fact]
    public void A_member_is_in_one_group_of_its_branch_and_one_leads_it() =>
        Answers.ShouldBe(
            (
                PartyGroupFits.Joins(Fits with { IsOfBranch = false }).Single(),
                "PARTY_GROUP_OF_ANOTHER_BRANCH 中国共产党章程 第八条 @member"
            ),
            (PartyGroupFits.Joins(Fits with { IsIn = true }).Single(), "PARTY_GROUP_JOINED_ALREADY input @member"),
            (
                PartyGroupFits.Joins(Fits with { OtherGroup = "第二党小组" }).Single(),
                "PARTY_GROUP_IN_ANOTHER 中国共产党章程 第八条 @member"
            ),
            (PartyGroupFits.Joins(Fits with { HasLeader = true }).FirstOrDefault(), ""),
            (PartyGroupFits.Joins(Fits with { Leads = true }).FirstOrDefault(), ""),
            (
                PartyGroupFits.Joins(Fits with { Leads = true, HasLeader = true }).Single(),
                "PARTY_GROUP_HAS_LEADER 中国共产党支部工作条例（试行） 第十三条 @isLeader"
            ),
            (PartyGroupFits.Joins(Fits with { IsProbationary = true }).FirstOrDefault(), ""),
            (
                PartyGroupFits.Joins(Fits with { Leads = true, IsProbationary = true }).Single(),
                "PARTY_GROUP_LEADER_PROBATIONARY 中国共产党章程 第七条 told @isLeader"
            ),
            (PartyGroupFits.Leaves("第一党小组", isIn: true, Day("2024-02-29")), ""),
            (PartyGroupFits.Leaves("第一党小组", isIn: false, Day("2024-02-29")), "NOT_IN_PARTY_GROUP input @member"),
            (PartyGroupFits.NameIsFree("第一党小组", isTaken: false), ""),
            (PartyGroupFits.NameIsFree("第一党小组", isTaken: true), "PARTY_GROUP_NAME_TAKEN input @name"),
            (PartyGroupFits.OfForm("合成党支部", OrganizationForm.Branch, isBranch: true), ""),
            (
                PartyGroupFits.OfForm("合成党总支", OrganizationForm.GeneralBranch, isBranch: false),
                "PARTY_GROUP_FORM 中国共产党支部工作条例（试行） 第十三条 @branch"
            ),
            (
                PartyGroupFits.IsThere("第一党小组", Fits.FormedOn, null, Day("2024-02-28"), "dissolvedOn"),
                "PARTY_GROUP_NOT_THERE input @dissolvedOn"
            )
        );
}
