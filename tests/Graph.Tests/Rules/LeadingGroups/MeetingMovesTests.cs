using SocietyParty.Rules.LeadingGroups;

namespace SocietyParty.Graph.Tests.Rules.LeadingGroups;

public sealed class MeetingMovesTests
{
    [Theory]
    [InlineData(MeetingStage.Agenda, true, "", "003 第十五条")]
    [InlineData(MeetingStage.Quorate, true, "MEETING_HELD", "003 第十八条: attendance was taken")]
    [InlineData(MeetingStage.MinutesSigned, true, "MEETING_HELD", "003 第二十条")]
    [InlineData(MeetingStage.Agenda, false, "MEETING_OF_OTHER_SEATS", "003 第六条")]
    [InlineData(MeetingStage.Decided, false, "MEETING_HELD MEETING_OF_OTHER_SEATS", "003 第二十条")]
    public void A_called_meeting_moves_within_the_days_of_its_seats(MeetingStage state, bool same, string expected, string clause) =>
        string.Join(' ', MeetingMoves.Breaches(state, same, RuleFiles.Of<LeadingGroupRules>("default")).Select(breach => breach.Code))
            .ShouldBe(expected, clause);
}
