using SocietyParty.Rules;
using SocietyParty.Rules.LeadingGroups;

namespace SocietyParty.Graph.Tests.Rules.LeadingGroups;

/// <summary>The rules of 003 by themselves; each row cites its clause.</summary>
public sealed class LeadingGroupRulesTests
{
    private static readonly LeadingGroupRules Rules = RuleFiles.Of<LeadingGroupRules>("suzhou-2020");

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "LEADING_GROUP_EVEN Error 003 第五条")]
    [InlineData(7, "")]
    [InlineData(8, "LEADING_GROUP_TOO_LARGE Warning 003 第五条; LEADING_GROUP_EVEN Error 003 第五条")]
    [InlineData(9, "LEADING_GROUP_TOO_LARGE Warning 003 第五条")]
    public void Size_is_odd_and_seven_at_the_most(int seats, string expected) => Shown(GroupSize.Breaches(seats, Rules)).ShouldBe(expected);

    [Theory]
    // leader is: member, chair, vice-chair; council: chair in party, vice-chair in party
    [InlineData(true, true, false, true, false, "")]
    [InlineData(true, false, true, true, true, "LEADER_NOT_ELIGIBLE Error 003 第五条")]
    [InlineData(true, false, true, false, true, "")]
    [InlineData(true, false, false, false, true, "LEADER_NOT_ELIGIBLE Error 003 第五条")]
    [InlineData(false, true, false, false, true, "LEADER_NOT_ELIGIBLE Error 003 第五条")]
    [InlineData(true, false, false, false, false, "NO_ELIGIBLE_LEADER Error 003 第五条")]
    public void The_chair_leads_or_a_vice_chair(
        bool isMember,
        bool isChair,
        bool isViceChair,
        bool chairInParty,
        bool viceChairInParty,
        string expected
    ) =>
        Shown(
                LeaderEligibility.Breaches(
                    [new Seat(SeatRole.Leader, isMember, isChair, isViceChair)],
                    new Council(chairInParty, viceChairInParty),
                    Rules
                )
            )
            .ShouldBe(expected);

    [Fact]
    public void One_leads() =>
        Shown(
                LeaderEligibility.Breaches(
                    [new Seat(SeatRole.Leader, true, true), new Seat(SeatRole.Leader, true)],
                    new Council(true, false),
                    Rules
                )
            )
            .ShouldBe("LEADERS_SEVERAL Error 003 第五条");

    [Theory]
    [InlineData(7, 3, false)]
    [InlineData(7, 4, true)]
    [InlineData(6, 3, true)]
    [InlineData(6, 2, false)]
    public void Half_is_a_quorum(int seats, int present, bool isQuorate) =>
        (MeetingQuorum.Breach(seats, present, Rules) is null).ShouldBe(isQuorate, "003 第十八条");

    [Theory]
    [InlineData(4, 2, 0, 0, Majority.OfPresent, false)]
    [InlineData(4, 3, 1, 0, Majority.OfPresent, true)]
    [InlineData(5, 2, 1, 2, Majority.OfPresent, false)]
    [InlineData(5, 2, 1, 2, Majority.OfVotes, true)]
    [InlineData(4, 3, 0, 0, Majority.OfSeats, false)]
    [InlineData(4, 4, 0, 0, Majority.OfSeats, true)]
    public void More_than_half_decides(int present, int votesFor, int against, int abstain, Majority majority, bool isAdopted) =>
        AgendaDecision.IsAdopted(new Votes(votesFor, against, abstain), seats: 7, present, majority).ShouldBe(isAdopted, "003 第七条");

    [Theory]
    [InlineData(3, 0, 0, null)]
    [InlineData(0, 0, 0, "VOTES_MISSING")]
    [InlineData(2, 1, 1, "MORE_VOTES_THAN_PRESENT")]
    [InlineData(1_073_741_823, 1_073_741_825, 0, "MORE_VOTES_THAN_PRESENT")]
    [InlineData(int.MaxValue, int.MaxValue, 4, "MORE_VOTES_THAN_PRESENT")]
    public void No_more_votes_than_members_present_and_at_least_one(int votesFor, int against, int abstain, string? code) =>
        AgendaDecision.Breach(new Votes(votesFor, against, abstain), present: 3, Rules)?.Code.ShouldBe(code, "003 第七条");

    [Theory]
    [InlineData(false, null, true)]
    [InlineData(true, null, false)]
    [InlineData(true, "台风", true)]
    public void Major_disagreement_defers_unless_urgent(bool isMajor, string? urgentReason, bool mayDecide) =>
        (Disagreement.Breach(isMajor, urgentReason, Rules) is null).ShouldBe(mayDecide, "003 第十六条");

    [Theory]
    [InlineData("2023-03-10", null, "", "2024-06-30", "2023-07-01 2024-01-01")]
    [InlineData("2023-01-01", null, "2023-02-01 2023-09-01", "2023-12-31", "")]
    [InlineData("2023-01-01", null, "2023-02-01", "2023-12-30", "")]
    [InlineData("2023-01-01", "2023-12-31", "2023-02-01", "2024-12-31", "")]
    [InlineData("2023-01-01", "2024-01-01", "2023-02-01", "2024-12-31", "2023-07-01")]
    public void Each_whole_half_year_in_office_has_a_meeting(
        string approvedOn,
        string? endsOn,
        string meetings,
        string asOf,
        string expected
    ) =>
        string.Join(
                ' ',
                MeetingCadence
                    .Breaches(
                        Day(approvedOn),
                        endsOn is null ? null : Day(endsOn),
                        [.. meetings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day)],
                        Day(asOf),
                        Rules
                    )
                    .Select(found => found.HalfYear.First.ToString("yyyy-MM-dd"))
            )
            .ShouldBe(expected, "003 第十七条");

    [Theory]
    [InlineData(GroupStage.Submitted, GroupStage.Approved, null)]
    [InlineData(GroupStage.Returned, GroupStage.Approved, "It is Returned and cannot become Approved; it can become Submitted or Expired.")]
    [InlineData(GroupStage.Expired, GroupStage.Submitted, "It is Expired, and nothing follows.")]
    public void A_wrong_stage_names_what_may_follow(GroupStage from, GroupStage to, string? expected) =>
        GroupStages.Breach(from, to, Rules)?.Sentence.ToString().ShouldBe(expected);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Shown(IEnumerable<Breach> breaches) =>
        string.Join("; ", breaches.Select(breach => $"{breach.Code} {breach.Severity} {breach.Clause}"));
}
