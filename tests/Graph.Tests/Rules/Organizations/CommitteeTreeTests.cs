using SocietyParty.Rules.Organizations;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Organizations;

/// <summary>Where a committee may lie and stand, and when it may end: a row a case. These are this software's.</summary>
public sealed class CommitteeTreeTests
{
    private static DateOnly? Maybe(string? text) => text is null ? null : Day(text);

    [Theory]
    [InlineData(null, "2020-12-01", "2019-01-01", "REGION_FORMER told @region")]
    [InlineData(null, "2020-12-01", null, "REGION_FORMER told @region")]
    [InlineData(null, null, "2019-01-01", "")]
    // Not valid yet is another sentence than not valid any more; a list is of a month.
    [InlineData("2017-10-01", null, "2017-09-30", "REGION_FORMER.NotYet told @region")]
    [InlineData("2017-10-01", null, "2017-10-01", "")]
    [InlineData("2017-10-01", null, null, "")]
    public void A_committee_lies_in_a_region_of_its_day(string? listedFrom, string? listedTo, string? establishedOn, string expected) =>
        ShouldBe(
            (CommitteeTree.LiesIn(new("330185", "合成市", Maybe(listedTo), Maybe(listedFrom)), Maybe(establishedOn), "region"), expected)
        );

    [Theory]
    [InlineData(true, "UPPER_COMMITTEE_LOWER @parent")]
    [InlineData(false, "UPPER_COMMITTEE_ELSEWHERE told @parent")]
    public void A_committee_of_a_lower_level_leads_none_above_it(bool isLower, string expected) =>
        Of(CommitteeTree.Place(new(false, null, null, IsAround: false, "合成县党委", Day("2024-02-29"), isLower), "parent"))
            .ShouldBe(expected);

    [Theory]
    [InlineData(false, "2020-01-01", null, true, "2020-01-01", "")]
    [InlineData(false, null, null, true, "2020-01-01", "")]
    [InlineData(false, "2020-01-01", null, true, "2019-12-31", "UPPER_COMMITTEE_NOT_THERE input @parent")]
    [InlineData(false, "2020-01-01", "2026-01-01", true, "2020-02-29", "UPPER_COMMITTEE_NOT_THERE input @parent")]
    [InlineData(false, null, null, false, "2020-01-01", "UPPER_COMMITTEE_ELSEWHERE told @parent")]
    [InlineData(true, "2021-01-01", "2022-01-01", false, "2020-01-01", "COMMITTEE_ABOVE_ITSELF input @parent")]
    public void Committees_form_a_tree_on_every_day(
        bool isWithin,
        string? established,
        string? abolished,
        bool isAround,
        string from,
        string expected
    ) =>
        Of(CommitteeTree.Place(new(isWithin, Maybe(established), Maybe(abolished), isAround, "合成上级党委", Day(from)), "parent"))
            .ShouldBe(expected);

    [Theory]
    [InlineData(0, 0, 0, "")]
    [InlineData(1, 0, 0, "COMMITTEE_HAS_SOCIETIES @committee")]
    [InlineData(0, 2, 0, "COMMITTEE_HAS_BRANCHES @committee")]
    [InlineData(0, 0, 3, "COMMITTEE_HAS_COMMITTEES @committee")]
    [InlineData(1, 1, 1, "COMMITTEE_HAS_BRANCHES @committee; COMMITTEE_HAS_SOCIETIES @committee; COMMITTEE_HAS_COMMITTEES @committee")]
    public void Nobody_is_left_without_a_committee(int societies, int branches, int committees, string expected) =>
        Of(CommitteeTree.End(new(societies, branches, committees), "committee")).ShouldBe(expected);

    [Theory]
    [InlineData(null, "", "COMMITTEE_NOT_ABOLISHED input @committee")]
    [InlineData("2026-01-01", "COMMITTEE_ABOLISHED input @committee", "")]
    public void One_that_ended_is_restored_before_it_changes(string? abolished, string stands, string isGone)
    {
        Of(CommitteeTree.Stands(Maybe(abolished), "committee")).ShouldBe(stands);
        Of(CommitteeTree.IsGone(Maybe(abolished), "committee")).ShouldBe(isGone);
    }
}
