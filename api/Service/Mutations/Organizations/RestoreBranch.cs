using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// 恢复党组织 A party organization that was dissolved in error never ended: it has the status that it had, and what ended with it comes back.
/// Refused: BRANCH_NOT_DISSOLVED, BRANCH_UNKNOWN_BEFORE_END, COMMITTEE_ABOLISHED, BRANCH_NAME_TAKEN, SOCIETY_CANCELLED, SOCIETY_HAS_BRANCH,
/// BRANCH_IS_TEMPORARY, TEXT_INVALID, VERSION_CONFLICT. Told: BRANCH_PARTS_NOT_KNOWN, BRANCH_PART_STAYS_ENDED.
/// </summary>
public sealed record RestoreBranchInput(Id<Branch> Branch, string Reason, int? Version);

internal sealed class RestoreBranch : Mutation<RestoreBranchInput>
{
    public override async Task<MutationResult> ApplyAsync(RestoreBranchInput input, MutationContext context, CancellationToken ct)
    {
        Texts.Check(input.Reason, context, "reason");
        if (
            await context.FindAsync(input.Branch, ct, "branch") is not { } branch
            || context.HasErrors
            || !context.HasVersion(branch, input.Version)
        )
        {
            return context.Refused();
        }

        var before = await BeforeAsync(branch, context, ct);
        context.Add(Restoration.Check(await FactsAsync(branch, before is not null, context, ct)));
        context.Add(TemporaryBranch.Restored(branch.Stated(), "branch"));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        // A day stands where a status came before: the database asks for it when the status changes.
        var day = branch.StatusSince!.Value;
        context.Graph.Add(
            new BranchRestoration
            {
                BranchId = branch.Id,
                DissolvedOn = day,
                Reason = input.Reason,
                RestoredBy = context.Actor,
                RestoredAt = context.Now.ToUniversalTime(),
            }
        );
        await ReopenAsync(branch, before!, context, ct);
        await EndedParts.RestoreAsync(branch, day, context, ct);
        return context.Done(branch);
    }

    private static async Task<RestorationFacts> FactsAsync(Branch branch, bool isKnownBefore, MutationContext context, CancellationToken ct)
    {
        var links = await (
            from link in context.Graph.Set<BranchSociety>()
            join society in context.Graph.Set<Society>() on link.SocietyId equals society.Id
            where link.BranchId == branch.Id
            orderby link.IsLead descending, society.Id
            select society
        ).ToListAsync(ct);
        var societies = new List<RestoredSociety>(links.Count);
        foreach (var society in links)
        {
            var present = await SocietyBranches.OfAsync(society.Id, context, ct);
            societies.Add(
                new(
                    society.Name,
                    society.OperatingState == OperatingState.Cancelled,
                    present.Same(branch.Form, branch.FormCode, branch.Body, branch.BodyName),
                    present.Leads(branch.Form)
                )
            );
        }

        return new(
            branch.Name,
            branch.Status == BranchStatus.Dissolved,
            isKnownBefore,
            (await context.Graph.Set<Committee>().FindAsync([branch.CommitteeId], ct))!.AbolishedOn,
            await SocietyNames.FindBranchAsync(context, branch.CommitteeId, branch.Name, ct, but: branch.Id),
            societies
        );
    }

    /// <summary>The last status before the dissolution and its first day; null where none is known.</summary>
    private static Task<StatusBefore?> BeforeAsync(Branch branch, MutationContext context, CancellationToken ct) =>
        // A status that ended on its first day has an empty period, which knows no day any more.
        context
            .Graph.Database.SqlQuery<StatusBefore>(
                $"""
                SELECT p.status = 'ESTABLISHED' AS "IsEstablished", CASE WHEN NOT isempty(p.valid_during) THEN lower(p.valid_during) ELSE coalesce(
                    (SELECT (e.row_before ->> 'status_since')::date FROM graph.branch_ended_part AS e
                     WHERE e.branch_id = p.branch_id AND e.part = 'branch' ORDER BY e.id DESC LIMIT 1),
                    {branch.StatusSince}::date) END AS "Since"
                FROM graph.branch_status_period AS p WHERE p.branch_id = {branch.Id} AND p.status <> 'DISSOLVED'
                ORDER BY p.status = 'ESTABLISHED' DESC LIMIT 1
                """
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>The history as if the dissolution had never been; its trigger finds the periods right already.</summary>
    private static async Task ReopenAsync(Branch branch, StatusBefore before, MutationContext context, CancellationToken ct)
    {
        branch.Status = before.IsEstablished ? BranchStatus.Established : BranchStatus.Proposed;
        branch.StatusSince = before.Since;
        var status = before.IsEstablished ? "ESTABLISHED" : "PROPOSED";
        await context.Graph.Database.ExecuteSqlAsync(
            $"DELETE FROM graph.branch_status_period WHERE branch_id = {branch.Id} AND status = 'DISSOLVED'",
            ct
        );
        await context.Graph.Database.ExecuteSqlAsync(
            $"""
            UPDATE graph.branch_status_period SET valid_during = daterange({before.Since}::date, NULL)
            WHERE branch_id = {branch.Id} AND status = {status}
            """,
            ct
        );
        await context.SaveAsync(ct);
    }

    private sealed record StatusBefore(bool IsEstablished, DateOnly? Since);
}
