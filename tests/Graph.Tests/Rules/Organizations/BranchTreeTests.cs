using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Organizations;

/// <summary>
/// 002 §3: 有条件的学会办事机构和分支机构可设立党的基层组织，归学会党组织领导. Which organization leads which: a row a case.
/// </summary>
public sealed class BranchTreeTests
{
    private static readonly BranchState Standing = State("合成下级党支部", BranchStatus.Established, "2020-02-29");

    private static readonly BranchPlaceFacts Fits = new(
        Standing,
        OrganizationForm.Branch,
        Day("2020-02-01"),
        State("合成党总支", BranchStatus.Established, "2019-01-01"),
        OrganizationForm.GeneralBranch,
        IsWithin: false,
        IsOfCommittee: true,
        SharesSociety: true,
        Day("2024-02-29")
    );

    private static BranchState State(string name, BranchStatus status, string? since) =>
        new(
            name,
            status,
            since is null ? null : Day(since),
            IsEstablished: status == BranchStatus.Established,
            IsDissolved: status == BranchStatus.Dissolved
        );

    private static string Place(BranchPlaceFacts facts) => Of(BranchTree.Place(facts, "upperBranch"));

    [Theory]
    // The day before it is known, that day, and the day after; a day that is not stated bars none.
    [InlineData("2020-01-31", "2020-02-01", "PLACE_BEFORE_BRANCH input @holdsFrom")]
    [InlineData("2020-02-01", "2020-02-01", "")]
    [InlineData("2020-02-02", "2020-02-01", "")]
    [InlineData("2020-02-28", "2020-02-29", "PLACE_BEFORE_BRANCH input @holdsFrom")]
    [InlineData("2020-02-29", "2020-02-29", "")]
    [InlineData("1999-01-01", null, "")]
    public void An_organization_has_a_place_while_it_is_there(string from, string? begun, string expected)
    {
        var first = begun is null ? (DateOnly?)null : Day(begun);
        Of(BranchTree.Begins(Standing, first, Day(from))).ShouldBe(expected);
        Place(Fits with { LowerBegun = first, From = Day(from), Upper = State("合成党总支", BranchStatus.Established, null) })
            .ShouldBe(expected);
    }

    [Theory]
    [InlineData(BranchStatus.Established, "2024-02-28", "")]
    [InlineData(BranchStatus.Established, "2024-02-29", "")]
    [InlineData(BranchStatus.Established, "2024-03-01", "BRANCH_NOT_ESTABLISHED.StandingBranches 002 §3 @upperBranch")]
    [InlineData(BranchStatus.Established, null, "")]
    [InlineData(BranchStatus.Proposed, "2019-01-01", "BRANCH_NOT_ESTABLISHED.StandingBranches 002 §3 @upperBranch")]
    [InlineData(BranchStatus.Dissolved, "2030-01-01", "WRONG_STAGE.BranchDissolved 002 §3 @upperBranch")]
    public void Who_leads_stands_on_that_day_and_lasts(BranchStatus status, string? since, string expected) =>
        Place(Fits with { Upper = State("合成党总支", status, since) }).ShouldBe(expected);

    [Theory]
    [InlineData(OrganizationForm.PartyCommittee, OrganizationForm.GeneralBranch, true)]
    [InlineData(OrganizationForm.PartyCommittee, OrganizationForm.Branch, true)]
    [InlineData(OrganizationForm.PartyCommittee, OrganizationForm.WorkGroup, true)]
    [InlineData(OrganizationForm.GeneralBranch, OrganizationForm.Branch, true)]
    [InlineData(OrganizationForm.GeneralBranch, OrganizationForm.JointBranch, true)]
    [InlineData(OrganizationForm.GeneralBranch, OrganizationForm.FunctionalBranch, true)]
    [InlineData(OrganizationForm.GeneralBranch, OrganizationForm.WorkGroup, true)]
    [InlineData(OrganizationForm.GeneralBranch, OrganizationForm.GeneralBranch, false)]
    [InlineData(OrganizationForm.GeneralBranch, OrganizationForm.PartyCommittee, false)]
    [InlineData(OrganizationForm.PartyCommittee, OrganizationForm.PartyCommittee, false)]
    [InlineData(OrganizationForm.Branch, OrganizationForm.WorkGroup, false)]
    [InlineData(OrganizationForm.JointBranch, OrganizationForm.Branch, false)]
    [InlineData(OrganizationForm.FunctionalBranch, OrganizationForm.Branch, false)]
    [InlineData(OrganizationForm.WorkGroup, OrganizationForm.Branch, false)]
    public void A_party_committee_leads_all_forms_and_a_general_branch_all_below_it(
        OrganizationForm upper,
        OrganizationForm lower,
        bool leads
    )
    {
        Place(Fits with { UpperForm = upper, LowerForm = lower }).ShouldBe(leads ? "" : "FORM_CANNOT_LEAD 002 §3 @upperBranch");
        // One that changes its form keeps what it has above and below.
        Of(BranchTree.KeepsForm(new("合成", lower, upper, null), "form")).ShouldBe(leads ? "" : "FORM_AGAINST_PLACE 002 §3 @form");
        Of(BranchTree.KeepsForm(new("合成", upper, null, lower), "form")).ShouldBe(leads ? "" : "FORM_AGAINST_PLACE 002 §3 @form");
    }

    [Fact]
    public void One_that_stands_alone_takes_any_form() =>
        Of(BranchTree.KeepsForm(new("合成", OrganizationForm.WorkGroup, null, null), "form")).ShouldBe("");

    [Fact]
    public void Nobody_leads_itself_and_all_are_of_one_committee()
    {
        Place(Fits with { IsWithin = true, UpperForm = OrganizationForm.WorkGroup }).ShouldBe("BRANCH_ABOVE_ITSELF input @upperBranch");
        Place(Fits with { IsOfCommittee = false, SharesSociety = false }).ShouldBe("OF_ANOTHER_COMMITTEE.Branch 002 §3 @upperBranch");
        Place(Fits with { SharesSociety = false }).ShouldBe("UPPER_BRANCH_OF_ANOTHER_SOCIETY 002 §3 told @upperBranch");
        Place(Fits with { Lower = State("合成下级党支部", BranchStatus.Dissolved, "2023-01-01") })
            .ShouldBe("WRONG_STAGE.BranchDissolved 002 §3 @branch");
    }

    [Fact]
    public void What_is_refused_can_be_said() =>
        Answers.ShouldBe(
            (BranchTree.Begins(Standing, Day("2020-02-01"), Day("2020-01-31")), "PLACE_BEFORE_BRANCH input @holdsFrom"),
            (BranchTree.Place(Fits with { IsWithin = true }, "upperBranch").Single(), "BRANCH_ABOVE_ITSELF input @upperBranch"),
            (
                BranchTree.Place(Fits with { UpperForm = OrganizationForm.WorkGroup }, "upperBranch").Single(),
                "FORM_CANNOT_LEAD 002 §3 @upperBranch"
            ),
            (
                BranchTree.Place(Fits with { SharesSociety = false }, "upperBranch").Single(),
                "UPPER_BRANCH_OF_ANOTHER_SOCIETY 002 §3 told @upperBranch"
            ),
            (
                BranchTree.KeepsForm(new("合成", OrganizationForm.Branch, OrganizationForm.Branch, null), "form"),
                "FORM_AGAINST_PLACE 002 §3 @form"
            ),
            (Dissolution.Check(new(0, 0, 0, 2)).Single(), "BRANCH_HAS_BRANCHES 002 §3 @branch")
        );
}
