using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.LeadingGroups.Shared;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups;

/// <summary>
/// 改期 Gives a meeting that was called another day; the day before is kept with the reason. Refused: MEETING_HELD and
/// MEETING_OF_OTHER_SEATS (003 第十五条), OBSERVER_NOT_COUNCIL_CHAIR, TERM_OVER, TEXT_INVALID, VERSION_CONFLICT. Told: NOTHING_TO_CHANGE.
/// </summary>
public sealed record MoveLeadingGroupMeetingInput(Id<LeadingGroupMeeting> Meeting, DateOnly HeldOn, string Reason, int? Version);

internal sealed class MoveLeadingGroupMeeting : Mutation<MoveLeadingGroupMeetingInput>
{
    public override async Task<MutationResult> ApplyAsync(MoveLeadingGroupMeetingInput input, MutationContext context, CancellationToken ct)
    {
        var meeting = await context.FindAsync(input.Meeting, ct, "meeting");
        Texts.Check(input.Reason, context, "reason");
        if (meeting is null || !context.HasVersion(meeting, input.Version) || context.HasErrors)
        {
            return context.Refused();
        }

        var group = await context.Graph.Set<LeadingGroup>().SingleAsync(group => group.Id == meeting.LeadingGroupId, ct);
        var place = await GroupPlace.OfAsync(group, input.HeldOn, context, ct);
        context.Add(place.TermOver(input.HeldOn, "heldOn"));
        var hasSameSeats = await context
            .Graph.Set<LeadingGroupComposition>()
            .AnyAsync(seats => seats.Id == meeting.CompositionId && seats.ValidDuring!.Value.Contains(input.HeldOn), ct);
        context.Add(MeetingMoves.Breaches(meeting.State, hasSameSeats, place.Rules));
        foreach (var asked in await context.Graph.Set<LeadingGroupObserver>().Where(one => one.MeetingId == meeting.Id).ToListAsync(ct))
        {
            context.Add(await CouncilChair.BreachAsync(place, asked.PersonId, asked.Capacity, input.HeldOn, context, ct, "heldOn"));
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        var before = await RecordPast.OfAsync(RecordKind.LeadingGroupMeeting, meeting.Id, context, ct);
        meeting.HeldOn = input.HeldOn;
        await before.KeepAsync(MendingAction.Moved, input.Reason, context, ct);
        return context.Done(meeting);
    }
}
