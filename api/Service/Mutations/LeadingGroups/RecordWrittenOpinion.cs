using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.LeadingGroups.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups;

/// <summary>
/// Keeps what a member who cannot come thinks of an item: neither attendance nor a vote (003 第十八条). Refused: WRONG_STAGE once the meeting
/// has decided, OPINION_AFTER_MEETING, OPINION_GIVEN, SEAT_OF_ANOTHER_GROUP, TEXT_INVALID.
/// </summary>
public sealed record RecordWrittenOpinionInput(
    Id<LeadingGroupAgendaItem> AgendaItem,
    Id<LeadingGroupSeat> Seat,
    DateOnly ReceivedOn,
    string Opinion
);

internal sealed class RecordWrittenOpinion : Mutation<RecordWrittenOpinionInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordWrittenOpinionInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.AgendaItem, ct, "agendaItem") is not { } item)
        {
            return context.Refused();
        }

        var meeting = await context.Graph.Set<LeadingGroupMeeting>().SingleAsync(meeting => meeting.Id == item.MeetingId, ct);
        var room = await MeetingRoom.OfAsync(meeting, context, ct);
        Texts.Check(input.Opinion, context, "opinion");
        var isSettled = meeting.State is not (MeetingStage.Agenda or MeetingStage.Quorate) || item.State != AgendaState.Open;
        context.Add(AgendaItem.Opinion(isSettled, input.ReceivedOn, meeting.HeldOn, room.Rules));

        if (await room.SeatAsync(input.Seat, context, ct, "seat") is not { } seat || context.HasErrors)
        {
            return context.Refused();
        }

        context.Graph.Add(
            new LeadingGroupWrittenOpinion
            {
                MeetingId = meeting.Id,
                CompositionId = meeting.CompositionId,
                AgendaItemId = item.Id,
                SeatId = seat.Id,
                ReceivedOn = input.ReceivedOn,
                Opinion = input.Opinion,
            }
        );
        return context.Done(meeting);
    }
}
