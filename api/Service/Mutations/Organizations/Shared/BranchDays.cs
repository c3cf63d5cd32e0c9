using Microsoft.EntityFrameworkCore;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations.Shared;

/// <summary>The last day of temporary party organizations.</summary>
internal static class BranchDays
{
    /// <summary>What is kept of a decision on it.</summary>
    public static BranchEnd Decided(Branch branch, DateOnly end, string reason, MutationContext context) =>
        new()
        {
            BranchId = branch.Id,
            EndsOn = end,
            Reason = reason,
            EnteredBy = context.Actor,
            EnteredAt = context.Now.ToUniversalTime(),
        };

    /// <summary>Where the day has come already, the organization is dissolved by the same change.</summary>
    public static async Task EndDueAsync(MutationContext context, CancellationToken ct)
    {
        await context.SaveAsync(ct);
        await context.Graph.Database.SqlQuery<int>($"SELECT graph.end_temporary_branches() AS \"Value\"").SingleAsync(ct);
    }
}
