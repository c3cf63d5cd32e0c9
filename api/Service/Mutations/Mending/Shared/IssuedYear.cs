using Microsoft.EntityFrameworkCore;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Mending.Shared;

/// <summary>Which issued result counted what a branch did.</summary>
internal static class IssuedYear
{
    /// <summary>
    /// The year of the result that counted a day of a branch; null where none was issued. Results that no round here led to rest on paper.
    /// </summary>
    /// <param name="day">Null: it was never held, so that nothing rests on it.</param>
    public static Task<int?> IssuedYearAsync(this MutationContext context, long branchId, DateOnly? day, CancellationToken ct) =>
        context
            .Graph.Database.SqlQuery<int?>(
                $"""
                SELECT (SELECT e.year FROM graph.assessment_entry AS e JOIN graph.assessment_round AS r ON r.id = e.round_id
                    WHERE e.branch_id = {branchId} AND e.stage = 'ISSUED' AND e.year = extract(year FROM {day}::date) AND {day}::date <= r.cut_off_on)
                    AS "Value"
                """
            )
            .SingleAsync(ct);
}
