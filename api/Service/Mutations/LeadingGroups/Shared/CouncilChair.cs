using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups.Shared;

/// <summary>Who sits in as the council's chair holds that post on the day (003 第四条).</summary>
internal static class CouncilChair
{
    public static async Task<Breach?> BreachAsync(
        GroupPlace place,
        long person,
        ObserverCapacity capacity,
        DateOnly day,
        MutationContext context,
        CancellationToken ct,
        params IReadOnlyList<string> path
    ) =>
        MeetingMembers.ObserverIsChair(
            capacity == ObserverCapacity.CouncilChair,
            await context
                .Graph.Set<Appointment>()
                .AnyAsync(
                    post =>
                        post.CouncilTermId == place.Term.Id
                        && post.Post == Post.CouncilChair
                        && post.PersonId == person
                        && post.ValidDuring.Contains(day),
                    ct
                ),
            place.Rules,
            path
        );
}
