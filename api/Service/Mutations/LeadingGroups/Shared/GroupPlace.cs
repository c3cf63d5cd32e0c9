using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups.Shared;

/// <summary>Where a leading group stands: its council's term, its society, and the rules of the society's committee on a day.</summary>
internal sealed record GroupPlace(CouncilTerm Term, Society Society, LeadingGroupRules Rules)
{
    public static async Task<GroupPlace> OfAsync(LeadingGroup group, DateOnly day, MutationContext context, CancellationToken ct)
    {
        var term = await context.Graph.Set<CouncilTerm>().SingleAsync(term => term.Id == group.CouncilTermId, ct);
        var society = await context.Graph.Set<Society>().SingleAsync(society => society.Id == term.SocietyId, ct);
        return new(term, society, await context.RulesOfAsync<LeadingGroupRules>(society.CommitteeId, day, ct));
    }

    /// <summary>A breach where the council's term, which is the group's, is over by a day.</summary>
    public Breach? TermOver(DateOnly day, string field) => GroupTerm.NotOver(Term.EndsOn, day, Rules, field);

    public static async Task<GroupPlace> OfAsync(LeadingGroupMeeting meeting, MutationContext context, CancellationToken ct) =>
        await OfAsync(
            await context.Graph.Set<LeadingGroup>().SingleAsync(group => group.Id == meeting.LeadingGroupId, ct),
            meeting.HeldOn,
            context,
            ct
        );
}
