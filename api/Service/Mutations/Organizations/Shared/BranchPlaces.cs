using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations.Shared;

/// <summary>Which party organization leads which, as mutations read it.</summary>
internal static class BranchPlaces
{
    /// <summary>First day on which a party organization is known; null: it is not stated.</summary>
    public static Task<DateOnly?> BegunAsync(long branch, MutationContext context, CancellationToken ct) =>
        context
            .Graph.Database.SqlQuery<DateOnly?>(
                $"""
                SELECT CASE WHEN NOT bool_or(lower_inf(valid_during)) THEN min(lower(valid_during)) END AS "Value"
                FROM graph.branch_status_period WHERE branch_id = {branch}
                """
            )
            .SingleAsync(ct);

    /// <summary>What is to be known of an organization that comes to stand under another one.</summary>
    public static async Task<BranchPlaceFacts> FactsAsync(
        Branch lower,
        Branch upper,
        DateOnly from,
        MutationContext context,
        CancellationToken ct
    )
    {
        // Two moves that are harmless alone can close a circle together; the table's trigger waits for its turn by the same lock.
        await context.Graph.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('graph.branch_parent'))", ct);
        var isWithin = await context
            .Graph.Database.SqlQuery<bool>(
                $"""
                WITH RECURSIVE above (id) AS (
                    SELECT {upper.Id}::bigint
                    UNION
                    SELECT p.parent_id FROM above JOIN graph.branch_parent AS p ON p.branch_id = above.id
                    WHERE p.valid_during && daterange({from}, NULL)
                )
                SELECT EXISTS (SELECT FROM above WHERE id = {lower.Id}) AS "Value"
                """
            )
            .SingleAsync(ct);
        var sharesSociety = await context
            .Graph.Set<BranchSociety>()
            .AnyAsync(
                link =>
                    link.BranchId == lower.Id
                    && context.Graph.Set<BranchSociety>().Any(other => other.BranchId == upper.Id && other.SocietyId == link.SocietyId),
                ct
            );
        return new(
            lower.Stated(),
            lower.Form,
            await BegunAsync(lower.Id, context, ct),
            upper.Stated(),
            upper.Form,
            isWithin,
            lower.CommitteeId == upper.CommitteeId,
            sharesSociety,
            from
        );
    }
}
