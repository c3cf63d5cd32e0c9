using System.Globalization;
using SocietyParty.Rules.Organizations;

namespace SocietyParty.Graph.Tests.Rules.Organizations;

/// <summary>Rules of organizations, a row a case.</summary>
public sealed class OrganizationRulesTests
{
    [Theory]
    [InlineData(false, null, null, null)]
    [InlineData(true, "2024-06-01", null, "BRANCH_DISSOLVED")]
    [InlineData(true, "2024-06-01", "2024-06-02", "BRANCH_DISSOLVED")]
    [InlineData(true, "2024-06-01", "2024-06-01", null)]
    [InlineData(true, "2024-06-01", "2020-01-01", null)]
    // Nobody says since when.
    [InlineData(true, null, "2020-01-01", "BRANCH_DISSOLVED")]
    public void A_post_ends_with_its_organization(bool isDissolved, string? dissolvedOn, string? until, string? code) =>
        (PostInBranch.Check("合成", isDissolved, Day(dissolvedOn), Day(until))?.Code).ShouldBe(code);

    [Theory]
    [InlineData("2024-06-01", "2024-06-01", null)]
    [InlineData("2024-06-01", "2024-05-31", "POST_BEFORE_BRANCH")]
    // Nobody says since when.
    [InlineData(null, "1990-01-01", null)]
    public void A_post_begins_with_its_organization(string? begun, string from, string? code) =>
        (PostInBranch.Begins("合成", Day(begun), Day(from)!.Value)?.Code).ShouldBe(code);

    [Theory]
    [InlineData(0, 0, 0, 0, "")]
    [InlineData(3, 0, 0, 0, "BRANCH_HAS_MEMBERS @branch")]
    [InlineData(0, 1, 0, 0, "BRANCH_HAS_APPLICANTS @branch")]
    [InlineData(0, 0, 1, 0, "BRANCH_AWAITS_TRANSFERS @branch")]
    [InlineData(0, 0, 0, 2, "BRANCH_HAS_BRANCHES 002 §3 @branch")]
    [InlineData(
        1,
        1,
        1,
        1,
        "BRANCH_HAS_MEMBERS @branch; BRANCH_HAS_APPLICANTS @branch; BRANCH_AWAITS_TRANSFERS @branch; BRANCH_HAS_BRANCHES 002 §3 @branch"
    )]
    public void Nobody_is_left_behind(int members, int applicants, int transfers, int branches, string expected) =>
        Answers.Of(Dissolution.Check(new(members, applicants, transfers, branches))).ShouldBe(expected);

    [Theory]
    [InlineData(null, false, null)]
    [InlineData("合成党支部", false, "SOCIETY_HAS_BRANCH")]
    [InlineData("合成党支部", true, null)] // 002 §3: offices and sub-societies have organizations that the society's leads.
    public void A_society_has_one_of_a_form_unless_one_leads_them(string? present, bool isLed, string? code)
    {
        var breach = FormFits.Check("合成学会", present, isLed);
        (breach?.Code, breach?.Clause).ShouldBe((code, null));
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
