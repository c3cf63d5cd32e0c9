using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations.Shared;

/// <summary>Societies and party organizations that come to another committee, as mutations read and write them.</summary>
internal static class CommitteeMoves
{
    /// <summary>Whether they may come; what does not fit is added.</summary>
    /// <param name="societies">Keys of the societies that come; empty: they are there already.</param>
    public static async Task<bool> CheckAsync(
        IReadOnlyList<Branch> branches,
        IReadOnlyList<long> societies,
        Committee committee,
        DateOnly from,
        string field,
        MutationContext context,
        CancellationToken ct
    )
    {
        var coming = branches.Select(branch => branch.Id).ToArray();
        var along = societies.ToArray();
        foreach (var branch in branches)
        {
            var facts = await context
                .Graph.Database.SqlQuery<ComingBranch>(
                    $"""
                    SELECT b.name AS "Name",
                           (SELECT min(s.name) FROM graph.branch_society AS bs JOIN graph.society AS s ON s.id = bs.society_id
                            WHERE bs.branch_id = b.id AND s.committee_id <> {committee.Id} AND s.id <> ALL ({along})) AS "Left",
                           (SELECT min(o.name) FROM graph.branch_parent AS p
                            JOIN graph.branch AS o ON o.id = CASE WHEN p.branch_id = b.id THEN p.parent_id ELSE p.branch_id END
                            WHERE (p.branch_id = b.id OR p.parent_id = b.id) AND p.valid_during && daterange({from}, NULL)
                              AND o.committee_id <> {committee.Id} AND o.id <> ALL ({coming})) AS "Near",
                           (SELECT max(r.cut_off_on) FROM graph.assessment_entry AS e JOIN graph.assessment_round AS r ON r.id = e.round_id
                            WHERE e.branch_id = b.id AND r.committee_id <> {committee.Id}) AS "AssessedUntil",
                           b.attributes_since AS "Since"
                    FROM graph.branch AS b WHERE b.id = {branch.Id}
                    """
                )
                .SingleAsync(ct);
            context.Add(CommitteeChange.Comes(facts, from, field));
            var taken = await SocietyNames.FindBranchAsync(context, committee.Id, branch.Name, ct, but: branch.Id);
            context.Add(NameFits.IsFree(NameBearer.Branch, taken, field));
        }

        return !context.HasErrors;
    }

    /// <summary>What the former committee arranged for them ends: their part in its consortia, and who of it guides them.</summary>
    public static async Task WriteAsync(
        IReadOnlyList<Branch> branches,
        Committee committee,
        DateOnly from,
        MutationContext context,
        CancellationToken ct
    )
    {
        foreach (var branch in branches)
        {
            branch.CommitteeId = committee.Id;
            context.End(await context.Graph.Set<ConsortiumBranch>().Where(part => part.BranchId == branch.Id).ToListAsync(ct), from);
            foreach (var point in await context.Graph.Set<ContactPoint>().Where(point => point.BranchId == branch.Id).ToListAsync(ct))
            {
                if (!point.ValidDuring.CanEndOn(from))
                {
                    context.Graph.Remove(point);
                }
                else if (!point.ValidDuring.HasEndedBy(from))
                {
                    point.ValidDuring = point.ValidDuring.Until(from);
                }
            }
        }
    }
}
