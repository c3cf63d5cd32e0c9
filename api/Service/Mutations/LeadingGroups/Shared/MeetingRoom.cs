using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups.Shared;

/// <summary>A meeting with its seats, who is there, and the rules of its day.</summary>
internal sealed record MeetingRoom(
    LeadingGroupMeeting Meeting,
    LeadingGroupRules Rules,
    IReadOnlyList<LeadingGroupSeat> Seats,
    IReadOnlySet<long> Present
)
{
    public static async Task<MeetingRoom> OfAsync(LeadingGroupMeeting meeting, MutationContext context, CancellationToken ct)
    {
        var place = await GroupPlace.OfAsync(meeting, context, ct);
        var seats = await context
            .Graph.Set<LeadingGroupSeat>()
            .Where(seat => seat.CompositionId == meeting.CompositionId)
            .OrderBy(seat => seat.Id)
            .ToListAsync(ct);
        var present = await context
            .Graph.Set<LeadingGroupAttendance>()
            .Where(one => one.MeetingId == meeting.Id && one.Status == Presence.Present)
            .Select(one => one.SeatId)
            .ToListAsync(ct);
        return new(meeting, place.Rules, seats, present.ToHashSet());
    }

    /// <summary>The room of an item that is still open in a meeting that may decide; null with the errors otherwise.</summary>
    public static async Task<MeetingRoom?> ForDecisionAsync(
        LeadingGroupAgendaItem item,
        int? version,
        MeetingStage to,
        MutationContext context,
        CancellationToken ct
    )
    {
        var meeting = await context.Graph.Set<LeadingGroupMeeting>().SingleAsync(meeting => meeting.Id == item.MeetingId, ct);
        if (!context.HasVersion(meeting, version))
        {
            return null;
        }

        var room = await OfAsync(meeting, context, ct);
        context.Add(MeetingStages.Breach(meeting.State, to, room.Rules));
        if (!context.HasErrors)
        {
            context.Add(AgendaItem.IsOpen(item.State == AgendaState.Open, item.State, room.Rules));
        }

        return context.HasErrors ? null : room;
    }

    /// <summary>A meeting whose items are all settled is decided, or deferred where every one was.</summary>
    public async Task SettleAsync(MutationContext context, CancellationToken ct)
    {
        await context.SaveAsync(ct);
        var items = await context.Graph.Set<LeadingGroupAgendaItem>().Where(item => item.MeetingId == Meeting.Id).ToListAsync(ct);
        if (items.All(item => item.State != AgendaState.Open))
        {
            Meeting.State = items.All(item => item.State == AgendaState.Deferred) ? MeetingStage.Deferred : MeetingStage.Decided;
        }
    }

    /// <summary>The seat of an identity; an error where it is none of this meeting's.</summary>
    public async Task<LeadingGroupSeat?> SeatAsync(
        Id<LeadingGroupSeat> id,
        MutationContext context,
        CancellationToken ct,
        params IReadOnlyList<string> path
    )
    {
        if (await context.FindAsync(id, ct, path) is not { } seat)
        {
            return null;
        }

        var isOfGroup = Seats.Any(one => one.Id == seat.Id);
        context.Add(MeetingMembers.SeatOfGroup(isOfGroup, Rules, path));
        return isOfGroup ? seat : null;
    }
}
