using SocietyParty.Rules.Appointments;
using SocietyParty.Service.Model.Appointments;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Appointments;

/// <summary>Where posts are held and when terms begin, a row a case.</summary>
public sealed class AppointmentRulesTests
{
    [Fact]
    public void A_post_is_held_in_its_place() =>
        Answers.ShouldBe(
            (PostPlace.Check(Post.BranchSecretary, "branch", ["branch"]), ""),
            (PostPlace.Check(Post.BranchSecretary, "branch", []), "POST_PLACE input @branch"),
            (PostPlace.Check(Post.BranchSecretary, "branch", ["branch", "society"]), "POST_PLACE input @branch"),
            (PostPlace.Check(Post.CouncilChair, "councilTerm", ["branch"]), "POST_PLACE input @councilTerm"),
            // 002 §3: 可按规定由上级党组织选派, to a branch.
            (PostPlace.Sent(Post.BranchSecretary, isSent: true, isOfBranch: true), ""),
            (PostPlace.Sent(Post.CouncilChair, isSent: false, isOfBranch: false), ""),
            (PostPlace.Sent(Post.CouncilChair, isSent: true, isOfBranch: false), "POST_NOT_SENT input @sentFromAbove")
        );

    [Theory]
    [InlineData("2024-01-01", null, "")]
    [InlineData("2024-01-01", "2028-01-01", "")]
    [InlineData("2023-12-31", null, "POST_OUTSIDE_TERM input @validFrom")]
    [InlineData("2028-01-01", null, "POST_OUTSIDE_TERM input @validFrom")]
    [InlineData("2024-01-01", "2028-01-02", "POST_OUTSIDE_TERM input @validFrom")]
    public void A_post_in_a_council_lies_within_its_term(string from, string? until, string expected) =>
        Answers.ShouldBe((PostPlace.InTerm(Day("2024-01-01"), Day("2028-01-01"), Day(from), until is null ? null : Day(until)), expected));

    [Theory]
    [InlineData("2028-01-01", 2, "")]
    [InlineData("2028-01-01", null, "")]
    [InlineData("2024-01-01", 2, "COUNCIL_TERM_OVERLAPS.StartCouncilTerm input @startedOn")]
    [InlineData("2028-01-01", 1, "COUNCIL_TERM_NUMBER_TAKEN input @termNumber")]
    [InlineData("2023-01-01", 1, "COUNCIL_TERM_OVERLAPS.StartCouncilTerm input @startedOn; COUNCIL_TERM_NUMBER_TAKEN input @termNumber")]
    public void Terms_follow_one_another(string from, int? number, string expected) =>
        Of(CouncilTermFits.Check(Day(from), number, [new(1, Day("2024-01-01"))])).ShouldBe(expected);

    [Fact]
    public void A_term_has_a_number() =>
        Answers.ShouldBe(
            (CouncilTermFits.Number(null), ""),
            (CouncilTermFits.Number(1), ""),
            (CouncilTermFits.Number(999), ""),
            (CouncilTermFits.Number(0), "COUNCIL_TERM_NUMBER_WRONG input @termNumber"),
            (CouncilTermFits.Number(1000), "COUNCIL_TERM_NUMBER_WRONG input @termNumber")
        );
}
