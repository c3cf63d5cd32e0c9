using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.WorkPoints;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.WorkPoints.Shared;

/// <summary>What holds of a contact point, assigned or corrected (001 §15, §16).</summary>
internal static class ContactChecks
{
    /// <param name="to">First day without it; null: it lasts.</param>
    public static async Task CheckAsync(
        long person,
        Branch branch,
        DateOnly from,
        DateOnly? to,
        MutationContext context,
        CancellationToken ct
    )
    {
        context.Add(await StandingBranches.BreachAsync(branch, from, "001 §16", context, ct));
        var isMember = await context
            .Graph.Set<Appointment>()
            .AnyAsync(post => post.PersonId == person && post.CommitteeId == branch.CommitteeId && post.ValidDuring.Contains(from), ct);
        context.Add(WorkFits.IsCommitteeMember(isMember, branch.Name, from));
        // On all of its days, so that what begins later counts, too.
        var days = Days.Of(from, to);
        var guided = await context
            .Graph.Set<ContactPoint>()
            .CountAsync(
                point =>
                    point.CommitteeId == branch.CommitteeId
                    && point.PersonId == person
                    && point.BranchId != branch.Id
                    && point.ValidDuring.Overlaps(days),
                ct
            );
        var rules = await context.FindRulesOfAsync<WorkPointRules>(branch.CommitteeId, from, ct);
        context.Add(ContactPointLoad.OfOneMore(guided, rules?.ContactPoints));
    }
}
