using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// Ends a society as the registration office does. Refused: SOCIETY_CANCELLED_ALREADY, CANCELLED_BEFORE_FOUNDING, TEXT_INVALID,
/// VERSION_CONFLICT. Told: CANCELLED_SOCIETY_HAS_BRANCH.
/// </summary>
public sealed record CancelSocietyInput(Id<Society> Society, DateOnly CancelledOn, string Reason, int Version);

internal sealed class CancelSociety : Mutation<CancelSocietyInput>
{
    public override async Task<MutationResult> ApplyAsync(CancelSocietyInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Society, ct, "society") is not { } society || !context.HasVersion(society, input.Version))
        {
            return context.Refused();
        }

        var branches = await context
            .Graph.Database.SqlQuery<string>(
                $"""
                SELECT b.name AS "Value" FROM graph.branch_society AS s JOIN graph.branch AS b ON b.id = s.branch_id
                WHERE s.society_id = {society.Id} AND NOT EXISTS (SELECT FROM graph.branch_status_period AS p
                    WHERE p.branch_id = b.id AND p.status = 'DISSOLVED' AND p.valid_during @> {input.CancelledOn})
                ORDER BY b.id
                """
            )
            .ToListAsync(ct);
        context.Add(SocietyDays.Cancelled(new(society.FoundedOn, society.CancelledOn, input.CancelledOn, branches)));
        Texts.Check(input.Reason, context, "reason");
        if (context.HasErrors)
        {
            return context.Refused();
        }

        (society.CancelledOn, society.CancelReason) = (input.CancelledOn, input.Reason);
        await SocietyState.SetFromAsync(society, OperatingState.Cancelled, input.CancelledOn, context, ct);
        return context.Done(society);
    }
}
