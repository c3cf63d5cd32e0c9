using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Days;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// 撤销党委 Abolishes a committee from a day on; its place in the tree ends with it, what it did stays. Refused: COMMITTEE_ABOLISHED,
/// COMMITTEE_HAS_BRANCHES, COMMITTEE_HAS_SOCIETIES, COMMITTEE_HAS_COMMITTEES, BEFORE_FOUNDING, HOLDS_BEFORE_LAST_CHANGE, TEXT_INVALID,
/// VERSION_CONFLICT.
/// </summary>
public sealed record AbolishCommitteeInput(Id<Committee> Committee, DateOnly AbolishedOn, string Reason, int? Version);

internal sealed class AbolishCommittee : Mutation<AbolishCommitteeInput>
{
    public override async Task<MutationResult> ApplyAsync(AbolishCommitteeInput input, MutationContext context, CancellationToken ct)
    {
        Texts.Check(input.Reason, context, "reason");
        if (
            await context.FindAsync(input.Committee, ct, "committee") is not { } committee
            || context.HasErrors
            || !context.HasVersion(committee, input.Version)
        )
        {
            return context.Refused();
        }

        context.Add(CommitteeTree.Stands(committee.AbolishedOn, "committee"));
        var since = await CommitteePlaces.SinceAsync(committee.Id, context, ct);
        // It has at least a day, and at least one in its place.
        context.Add(
            DayOrder.Check(EarlierDay.Founding, input.AbolishedOn.AddDays(-1), committee.EstablishedOn, "abolishedOn")
                ?? DayOrder.Check(EarlierDay.LastChange, input.AbolishedOn, since?.AddDays(1), "abolishedOn")
        );
        var facts = await context
            .Graph.Database.SqlQuery<CommitteeEndFacts>(
                $"""
                SELECT (SELECT count(*)::int FROM graph.society AS s
                        WHERE s.committee_id = {committee.Id} AND s.operating_state IS DISTINCT FROM 'CANCELLED') AS "Societies",
                       (SELECT count(*)::int FROM graph.branch AS b
                        WHERE b.committee_id = {committee.Id} AND b.status <> 'DISSOLVED') AS "Branches",
                       (SELECT count(DISTINCT p.committee_id)::int FROM graph.committee_parent AS p
                        WHERE p.parent_id = {committee.Id} AND p.valid_during && daterange({input.AbolishedOn}, NULL)) AS "Committees"
                """
            )
            .SingleAsync(ct);
        context.Add(CommitteeTree.End(facts, "committee"));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        await CommitteePlaces.LeaveAsync(committee.Id, input.AbolishedOn, context, ct);
        committee.AbolishedOn = input.AbolishedOn;
        committee.AbolishReason = input.Reason;
        return context.Done(committee);
    }
}
