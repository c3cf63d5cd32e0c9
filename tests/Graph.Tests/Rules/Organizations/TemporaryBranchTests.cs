using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Organizations;

/// <summary>中国共产党支部工作条例（试行） 第九条: 临时组建的机构撤销后，临时党支部自然撤销. A row a case.</summary>
public sealed class TemporaryBranchTests
{
    private const string Clause = "中国共产党支部工作条例（试行） 第九条";

    private static BranchState State(BranchStatus status = BranchStatus.Established, string? endsOn = "2024-02-29") =>
        new(
            "合成临时党支部",
            status,
            Day("2024-01-31"),
            status == BranchStatus.Established,
            status == BranchStatus.Dissolved,
            endsOn is null ? null : Day(endsOn)
        );

    [Theory]
    // Of one that is not temporary a reason is asked for neither.
    [InlineData(null, false, true, "")]
    [InlineData(null, true, true, "ENDS_REASON_UNEXPECTED input @endsReason")]
    [InlineData("2024-03-01", false, true, "ENDS_REASON_MISSING input @endsReason")]
    // It has a day at the least.
    [InlineData("2024-01-30", true, false, "ENDS_BEFORE_BRANCH input @endsOn")]
    [InlineData("2024-01-31", true, false, "ENDS_BEFORE_BRANCH input @endsOn")]
    [InlineData("2024-02-01", true, false, "")]
    // Nobody approves on 2024-02-28 what is over on that day; one that was established may be entered afterwards.
    [InlineData("2024-02-27", true, true, "PROPOSAL_OVER input @endsOn")]
    [InlineData("2024-02-28", true, true, "PROPOSAL_OVER input @endsOn")]
    [InlineData("2024-02-29", true, true, "")]
    [InlineData("2024-02-28", true, false, "")]
    [InlineData("2024-01-31", false, true, "ENDS_REASON_MISSING input @endsReason; ENDS_BEFORE_BRANCH input @endsOn")]
    public void It_is_founded_with_a_last_day_and_a_task(string? endsOn, bool hasReason, bool isProposed, string expected) =>
        Of(TemporaryBranch.Founded(new(isProposed, Day("2024-01-31"), endsOn is null ? null : Day(endsOn), hasReason), Day("2024-02-28")))
            .ShouldBe(expected);

    [Theory]
    [InlineData(BranchStatus.Established, "2024-02-29", "2024-12-31", "")]
    [InlineData(BranchStatus.Established, "2024-02-29", "2024-02-01", "")]
    [InlineData(BranchStatus.Proposed, "2024-02-29", "2024-02-01", "")]
    [InlineData(BranchStatus.Established, "2024-02-29", "2024-01-31", "ENDS_BEFORE_BRANCH input @endsOn")]
    [InlineData(BranchStatus.Established, null, "2024-12-31", "BRANCH_NOT_TEMPORARY " + Clause + " @branch")]
    [InlineData(BranchStatus.Dissolved, "2024-02-29", "2024-12-31", "WRONG_STAGE.BranchDissolved " + Clause + " @branch")]
    public void Its_day_is_changed_while_it_is_there(BranchStatus status, string? was, string endsOn, string expected) =>
        Of(TemporaryBranch.Ends(State(status, was), Day(endsOn))).ShouldBe(expected);

    [Theory]
    [InlineData(BranchStatus.Established, "2024-02-29", "BRANCH_IS_TEMPORARY " + Clause + " @branch")]
    [InlineData(BranchStatus.Proposed, "2024-02-29", "BRANCH_IS_TEMPORARY " + Clause + " @branch")]
    [InlineData(BranchStatus.Dissolved, "2024-02-29", "")]
    [InlineData(BranchStatus.Established, null, "")]
    public void It_ends_on_its_day_and_is_not_dissolved(BranchStatus status, string? endsOn, string expected) =>
        ShouldBe((TemporaryBranch.Dissolved(State(status, endsOn), "branch"), expected));

    [Theory]
    [InlineData("2024-02-28", "")]
    [InlineData("2024-02-29", "BRANCH_ENDS_BEFORE " + Clause + " @validFrom")]
    [InlineData("2024-03-01", "BRANCH_ENDS_BEFORE " + Clause + " @validFrom")]
    public void Nothing_is_arranged_for_a_day_without_it(string day, string expected) =>
        ShouldBe(
            (TemporaryBranch.Lasts("合成临时党支部", Day("2024-02-29"), Day(day), "validFrom"), expected),
            (TemporaryBranch.Lasts("合成党支部", null, Day(day), "validFrom"), "")
        );

    [Fact]
    public void Nobody_belongs_to_it_by_whatever_way()
    {
        const string Refused = "TEMPORARY_BRANCH_TAKES_NOBODY " + Clause;
        ShouldBe(
            (TemporaryBranch.TakesNobody(State(), "branch"), Refused + " @branch"),
            (StandingBranch.ForMembers(State()), Refused + " @branch"),
            (StandingBranch.ForAffiliations(State(), "toBranch"), Refused + " @toBranch"),
            (StandingBranch.ForTransfers(State()), Refused + " @transfer"),
            // As a guest everybody may.
            (StandingBranch.ForPeople(State()), ""),
            (StandingBranch.ForMembers(State(endsOn: null)), ""),
            (StandingBranch.ForMembers(State(BranchStatus.Dissolved)), "BRANCH_DISSOLVED.Appoint input @branch")
        );
    }

    [Fact]
    public void It_leads_and_is_led_until_its_day()
    {
        var standing = new BranchState("合成党总支", BranchStatus.Established, null, IsEstablished: true, IsDissolved: false);
        var facts = new BranchPlaceFacts(
            State(),
            OrganizationForm.Branch,
            Day("2024-01-31"),
            standing,
            OrganizationForm.GeneralBranch,
            IsWithin: false,
            IsOfCommittee: true,
            SharesSociety: true,
            Day("2024-02-28")
        );
        Of(BranchTree.Place(facts, "upperBranch")).ShouldBe("");
        Of(BranchTree.Place(facts with { From = Day("2024-02-29") }, "upperBranch")).ShouldBe($"BRANCH_ENDS_BEFORE {Clause} @holdsFrom");
        var led = facts with { Lower = standing, Upper = State() };
        Of(BranchTree.Place(led, "upperBranch")).ShouldBe("");
        Of(BranchTree.Place(led with { From = Day("2024-02-29") }, "upperBranch")).ShouldBe($"BRANCH_ENDS_BEFORE {Clause} @upperBranch");
    }
}
