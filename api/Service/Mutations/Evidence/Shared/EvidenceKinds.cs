using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Evidence;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Evidence.Shared;

/// <summary>The kinds of evidence in effect for a committee on a day, each with the rule set that defines it.</summary>
internal static class EvidenceKinds
{
    public static async Task<IReadOnlyList<(EvidenceKind Kind, string RuleSet)>> OfAsync(
        long committeeId,
        DateOnly day,
        MutationContext context,
        CancellationToken ct
    )
    {
        var found = await context
            .Graph.Database.SqlQuery<Found>(
                $"""
                SELECT k.definition::text AS "Definition", k.rule_set_code AS "RuleSet"
                FROM graph.committee_evidence_kind AS c JOIN graph.evidence_kind AS k ON k.id = c.definition_id
                WHERE c.committee_id = {committeeId} AND c.valid_during @> {day} ORDER BY k.code
                """
            )
            .ToListAsync(ct);
        return [.. found.Select(kind => (JsonSerializer.Deserialize<EvidenceKind>(kind.Definition, Rules.RuleSet.Json)!, kind.RuleSet))];
    }

    private sealed record Found(string Definition, string RuleSet);
}
