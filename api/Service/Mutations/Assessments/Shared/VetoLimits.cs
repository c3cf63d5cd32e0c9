using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Assessments;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments.Shared;

/// <summary>What vetoes leave of grades, by entry; entries that none limits are left out.</summary>
internal static class VetoLimits
{
    public static async Task<IReadOnlyDictionary<long, VetoLimit>> OfAsync(
        IReadOnlyList<long> entries,
        MutationContext context,
        CancellationToken ct
    )
    {
        var found = await context
            .Graph.Database.SqlQuery<Found>(
                $"""
                SELECT entry_id AS "Entry", grade AS "Grade", clause AS "Clause", reason AS "Reason"
                FROM graph.assessment_grade_cap WHERE entry_id = ANY ({entries.ToArray()})
                """
            )
            .ToListAsync(ct);
        return found.ToDictionary(
            one => one.Entry,
            one => new VetoLimit(Enum.Parse<AssessmentGrade>(one.Grade, ignoreCase: true), one.Clause, one.Reason)
        );
    }

    private sealed record Found(long Entry, string Grade, string Clause, string Reason);
}
