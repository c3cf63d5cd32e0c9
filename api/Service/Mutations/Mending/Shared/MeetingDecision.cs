using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Mending.Shared;

/// <summary>Whether a leading group's meeting has decided upon anything.</summary>
internal static class MeetingDecision
{
    public static async Task<bool> IsDecidedAsync(this LeadingGroupMeeting meeting, MutationContext context, CancellationToken ct) =>
        meeting.State is not (MeetingStage.Agenda or MeetingStage.Quorate)
        || await context
            .Graph.Set<LeadingGroupAgendaItem>()
            .AnyAsync(item => item.MeetingId == meeting.Id && item.State != AgendaState.Open, ct);
}
