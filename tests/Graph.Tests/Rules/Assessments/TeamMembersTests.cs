using SocietyParty.Rules.Assessments;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

/// <summary>督导团 (004 第六条（二）): the document says nothing of who is in a team, so these are this software's. A row a case.</summary>
public sealed class TeamMembersTests
{
    private static readonly TeamJoining Fits = new("合成督导团", IsIn: false, ComesLater: false, HasLeader: false, Leads: false);

    [Theory]
    [InlineData(false, false, false, false, "")]
    [InlineData(true, false, false, false, "TEAM_JOINED_ALREADY input @person")]
    [InlineData(false, true, false, false, "TEAM_JOINED_ALREADY input @person")]
    // One leads; the others do not care.
    [InlineData(false, false, true, false, "")]
    [InlineData(false, false, false, true, "")]
    [InlineData(false, false, true, true, "TEAM_HAS_LEADER input @isLeader")]
    public void A_person_is_in_a_team_once_and_one_leads_it(bool isIn, bool later, bool hasLeader, bool leads, string expected) =>
        Of(TeamMembers.Joins(Fits with { IsIn = isIn, ComesLater = later, HasLeader = hasLeader, Leads = leads })).ShouldBe(expected);

    [Fact]
    public void What_is_refused_can_be_said() =>
        Answers.ShouldBe(
            (TeamMembers.Joins(Fits with { IsIn = true }).Single(), "TEAM_JOINED_ALREADY input @person"),
            (TeamMembers.Joins(Fits with { Leads = true, HasLeader = true }).Single(), "TEAM_HAS_LEADER input @isLeader"),
            (TeamMembers.Leaves("合成督导团", isIn: true, Day("2024-02-29")), ""),
            (TeamMembers.Leaves("合成督导团", isIn: false, Day("2024-02-29")), "NOT_IN_TEAM input @person")
        );
}
