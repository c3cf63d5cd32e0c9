using Microsoft.EntityFrameworkCore;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// Gives a society a leading supporting unit from a day on; the one before it ends on that day. Refused: SUPPORTING_UNIT_OVERLAPS
/// (the one before it began on that day or later).
/// </summary>
public sealed record AssignSupportingUnitInput(Id<Society> Society, Id<SupportingUnit>? SupportingUnit, DateOnly ValidFrom);

internal sealed class AssignSupportingUnit : Mutation<AssignSupportingUnitInput>
{
    public override async Task<MutationResult> ApplyAsync(AssignSupportingUnitInput input, MutationContext context, CancellationToken ct)
    {
        var society = await context.FindAsync(input.Society, ct, "society");
        var unit = await context.FindAsync(input.SupportingUnit, ct, "supportingUnit");
        if (society is null || context.HasErrors)
        {
            return context.Refused();
        }
        // In SQL: a period is its own key here, which EF Core cannot follow. What begins on that day or later is left as it is, and the
        // database refuses to let both lead.
        await context.Graph.Database.ExecuteSqlAsync(
            $"""
            UPDATE graph.society_supporting_unit SET valid_during = daterange(lower(valid_during), {input.ValidFrom})
            WHERE society_id = {society.Id} AND is_lead AND valid_during @> {input.ValidFrom}
                AND (lower_inf(valid_during) OR lower(valid_during) < {input.ValidFrom})
            """,
            ct
        );
        if (unit is not null)
        {
            await context.Graph.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO graph.society_supporting_unit (society_id, supporting_unit_id, valid_during)
                VALUES ({society.Id}, {unit.Id}, daterange({input.ValidFrom}, NULL))
                """,
                ct
            );
        }

        return context.Done(society);
    }
}
