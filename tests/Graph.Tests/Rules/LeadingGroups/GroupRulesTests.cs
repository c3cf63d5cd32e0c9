using SocietyParty.Rules;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.LeadingGroups;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.LeadingGroups;

/// <summary>Terms of leading groups, who sits at their meetings, and their items: a row a case.</summary>
public sealed class GroupRulesTests
{
    private static readonly LeadingGroupRules Suzhou = RuleFiles.Of<LeadingGroupRules>("suzhou-2020");

    private static readonly DateOnly End = Day("2028-01-01");

    [Fact]
    public void A_group_lasts_with_its_councils_term()
    {
        var free = Suzhou with { Term = Suzhou.Term with { Value = TermBinding.Free } };
        Answers.ShouldBe(
            (GroupTerm.Found(hasTerm: true, End, Suzhou), ""),
            (GroupTerm.Found(hasTerm: false, End, Suzhou), "NO_COUNCIL_TERM 003 第六条 @society"),
            (GroupTerm.NotOver(End, Day("2027-12-31"), Suzhou, "heldOn"), ""),
            (GroupTerm.NotOver(End, End, Suzhou, "heldOn"), "TERM_OVER 003 第六条 @heldOn"),
            (GroupTerm.NotOver(End, End, free, "heldOn"), ""),
            (GroupTerm.Over(End, End, Suzhou, "asOf"), ""),
            (GroupTerm.Over(End, Day("2027-12-31"), Suzhou, "asOf"), "TERM_NOT_OVER 003 第六条 @asOf"),
            (GroupTerm.Over(End, Day("2027-12-31"), free, "asOf"), "")
        );
    }

    [Fact]
    public void A_group_acts_once_it_is_approved() =>
        Answers.ShouldBe(
            (GroupTerm.MayMeet(hasSeats: true, Suzhou), ""),
            (
                GroupTerm.MayMeet(hasSeats: false, Suzhou),
                $"LEADING_GROUP_NOT_APPROVED.CallLeadingGroupMeeting {Suzhou.Approval.Source} @heldOn"
            ),
            (GroupTerm.MayFile(End, End, Suzhou), ""),
            (GroupTerm.MayFile(null, End, Suzhou), $"LEADING_GROUP_NOT_APPROVED.FileLocalRules {Suzhou.Approval.Source} @filedOn"),
            (
                GroupTerm.MayFile(End, Day("2027-12-31"), Suzhou),
                $"LEADING_GROUP_NOT_APPROVED.FileLocalRules {Suzhou.Approval.Source} @filedOn"
            ),
            (GroupTerm.MayBeSubmitted(isApproved: false, Suzhou), ""),
            (GroupTerm.MayBeSubmitted(isApproved: true, Suzhou), $"WRONG_STAGE.GroupApproved {Suzhou.Approval.Source} @society"),
            (GroupTerm.Follows(GroupStage.Submitted, null, End, "approvedOn"), ""),
            (GroupTerm.Follows(GroupStage.Submitted, End, End, "approvedOn"), ""),
            (GroupTerm.Follows(GroupStage.Submitted, End, Day("2027-12-31"), "approvedOn"), "DATE_TOO_EARLY.GroupSteps input @approvedOn"),
            (GroupTerm.SeatsFollow(canEnd: true), ""),
            (GroupTerm.SeatsFollow(canEnd: false), "DATE_TOO_EARLY.SameSeats input @approvedOn")
        );

    [Fact]
    public void A_contact_is_named_where_the_rules_ask_for_one()
    {
        var asks = Suzhou with { Contact = Suzhou.Contact with { Value = true } };
        var asksNot = Suzhou with { Contact = Suzhou.Contact with { Value = false } };
        Answers.ShouldBe(
            (GroupTerm.HasContact(hasContact: true, asks), ""),
            (GroupTerm.HasContact(hasContact: false, asksNot), ""),
            (
                GroupTerm.HasContact(hasContact: false, asks),
                $"CONTACT_MISSING {asks.Contact.Source}{(asks.Contact.Severity == Severity.Warning ? " told" : "")} @contact"
            )
        );
    }

    [Fact]
    public void Members_with_seats_meet_and_others_sit_in() =>
        Answers.ShouldBe(
            (MeetingMembers.ChairHasSeat(hasSeat: true, Suzhou), ""),
            (MeetingMembers.ChairHasSeat(hasSeat: false, Suzhou), "CHAIR_WITHOUT_SEAT 003 第十七条 @chair"),
            (MeetingMembers.ChairIsPresent(isPresent: true, Suzhou), ""),
            (MeetingMembers.ChairIsPresent(isPresent: false, Suzhou), "CHAIR_NOT_PRESENT 003 第十七条 @attendance"),
            (MeetingMembers.SeatsHold(hold: true, Suzhou), ""),
            (MeetingMembers.SeatsHold(hold: false, Suzhou), $"SEATS_CHANGED {Suzhou.Approval.Source} @meeting"),
            (MeetingMembers.SeatOfGroup(isOfGroup: true, Suzhou, "seat"), ""),
            (MeetingMembers.SeatOfGroup(isOfGroup: false, Suzhou, "seat"), $"SEAT_OF_ANOTHER_GROUP {Suzhou.Members.Source} @seat"),
            (MeetingMembers.ObserverHasNoSeat(hasSeat: false, Suzhou, "observers"), ""),
            (MeetingMembers.ObserverHasNoSeat(hasSeat: true, Suzhou, "observers"), $"OBSERVER_HAS_SEAT {Suzhou.Members.Source} @observers"),
            (MeetingMembers.ObserverIsChair(isAskedAsChair: true, isChair: true, Suzhou, "observers"), ""),
            (MeetingMembers.ObserverIsChair(isAskedAsChair: false, isChair: false, Suzhou, "observers"), ""),
            (
                MeetingMembers.ObserverIsChair(isAskedAsChair: true, isChair: false, Suzhou, "observers"),
                $"OBSERVER_NOT_COUNCIL_CHAIR {Suzhou.Members.Source} @observers"
            )
        );

    [Fact]
    public void An_open_item_is_decided_by_those_who_are_there() =>
        Answers.ShouldBe(
            (AgendaItem.HasSome(1, Suzhou), ""),
            (AgendaItem.HasSome(0, Suzhou), "AGENDA_EMPTY 003 第十七条 @agenda"),
            (AgendaItem.IsOpen(isOpen: true, AgendaState.Open, Suzhou), ""),
            (
                AgendaItem.IsOpen(isOpen: false, AgendaState.Adopted, Suzhou),
                $"WRONG_STAGE.ItemNotOpen {Suzhou.Majority.Source} @agendaItem"
            ),
            (AgendaItem.VotesCounted(new(3, 0, 0)), ""),
            (AgendaItem.VotesCounted(new(3, -1, 0)), "VOTES_NEGATIVE input @votesFor"),
            (AgendaItem.VoterIsPresent(isPresent: true, Suzhou, "voters", "0"), ""),
            (
                AgendaItem.VoterIsPresent(isPresent: false, Suzhou, "voters", "0"),
                $"VOTER_NOT_PRESENT.DecideAgendaItem {Suzhou.Quorum.Source} @voters.0"
            ),
            (AgendaItem.VotersAddUp(3, 3), ""),
            (AgendaItem.VotersAddUp(3, 2), "VOTERS_DO_NOT_ADD_UP input @voters")
        );

    [Theory]
    // 003 第十八条: 因故不能出席的，可书面提出意见.
    [InlineData(false, "2026-06-10", "")]
    [InlineData(false, "2026-06-11", "OPINION_AFTER_MEETING 003 第十八条 @receivedOn")]
    [InlineData(true, "2026-06-10", "WRONG_STAGE.ItemSettled 003 第十八条 @agendaItem")]
    [InlineData(true, "2026-06-11", "WRONG_STAGE.ItemSettled 003 第十八条 @agendaItem; OPINION_AFTER_MEETING 003 第十八条 @receivedOn")]
    public void An_opinion_comes_before_the_decision(bool isSettled, string received, string expected) =>
        Of(AgendaItem.Opinion(isSettled, Day(received), Day("2026-06-10"), Suzhou)).ShouldBe(expected);
}
