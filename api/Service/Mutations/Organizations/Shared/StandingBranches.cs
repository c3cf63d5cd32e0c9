using SocietyParty.Rules;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations.Shared;

/// <summary>Work is done by party organizations that stand on its day.</summary>
internal static class StandingBranches
{
    public static async Task<Breach?> BreachAsync(
        Branch branch,
        DateOnly day,
        string clause,
        MutationContext context,
        CancellationToken ct
    ) =>
        StandingBranch.On(
            branch.Name,
            await context.AskOneAsync(
                $"""
                SELECT EXISTS (SELECT FROM graph.branch_status_period
                    WHERE branch_id = {branch.Id} AND status = 'ESTABLISHED' AND valid_during @> {day})
                """,
                row => row.GetBoolean(0),
                ct
            ),
            day,
            clause
        );
}
