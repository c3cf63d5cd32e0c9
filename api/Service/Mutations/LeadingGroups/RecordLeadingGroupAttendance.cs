using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.LeadingGroups.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups;

/// <summary>Whether one member is there.</summary>
public sealed record LeadingGroupAttendanceInput(Id<LeadingGroupSeat> Seat, Presence Status);

/// <summary>
/// Records who is there; with a quorum the meeting may decide, without one it is kept as one that could not begin (003 第十八条).
/// Members that are not named are absent without leave. Refused: WRONG_STAGE, SEATS_CHANGED, CHAIR_NOT_PRESENT,
/// SEAT_OF_ANOTHER_GROUP, SEAT_NAMED_TWICE, VERSION_CONFLICT. Warned: NOT_QUORATE.
/// </summary>
public sealed record RecordLeadingGroupAttendanceInput(
    Id<LeadingGroupMeeting> Meeting,
    IReadOnlyList<LeadingGroupAttendanceInput> Attendance,
    int? Version
);

internal sealed class RecordLeadingGroupAttendance : Mutation<RecordLeadingGroupAttendanceInput>
{
    public override async Task<MutationResult> ApplyAsync(
        RecordLeadingGroupAttendanceInput input,
        MutationContext context,
        CancellationToken ct
    )
    {
        if (await context.FindAsync(input.Meeting, ct, "meeting") is not { } meeting || !context.HasVersion(meeting, input.Version))
        {
            return context.Refused();
        }

        var room = await MeetingRoom.OfAsync(meeting, context, ct);
        context.Add(MeetingStages.Breach(meeting.State, MeetingStage.Quorate, room.Rules));
        var hold = await context
            .Graph.Set<LeadingGroupComposition>()
            .AnyAsync(one => one.Id == meeting.CompositionId && one.ValidDuring!.Value.Contains(meeting.HeldOn), ct);
        context.Add(MeetingMembers.SeatsHold(hold, room.Rules));

        var presence = room.Seats.ToDictionary(seat => seat.Id, _ => Presence.Absent);
        var named = new HashSet<long>();
        for (var i = 0; i < input.Attendance.Count; i++)
        {
            if (
                await room.SeatAsync(input.Attendance[i].Seat, context, ct, "attendance", MutationContext.Position(i), "seat")
                is not { } seat
            )
            {
                continue;
            }

            context.Add(NamedOnce.Check(NamedThing.Seat, null, !named.Add(seat.Id), "attendance", MutationContext.Position(i), "seat"));

            presence[seat.Id] = input.Attendance[i].Status;
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        var inquorate = MeetingQuorum.Breach(room.Seats.Count, presence.Values.Count(status => status == Presence.Present), room.Rules);
        context.Add(inquorate is null ? null : inquorate with { Severity = Severity.Warning });
        context.Add(MeetingLeave.Breach(presence.Values.Count(status => status == Presence.Absent), room.Rules));
        if (inquorate is null)
        {
            context.Add(MeetingMembers.ChairIsPresent(presence[meeting.ChairSeatId] == Presence.Present, room.Rules));
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        context.Graph.AddRange(
            presence.Select(one => new LeadingGroupAttendance
            {
                MeetingId = meeting.Id,
                CompositionId = meeting.CompositionId,
                SeatId = one.Key,
                Status = one.Value,
            })
        );
        meeting.State = inquorate is null ? MeetingStage.Quorate : MeetingStage.Inquorate;
        return context.Done(meeting);
    }
}
