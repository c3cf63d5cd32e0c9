using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// 恢复党委 A committee that was abolished in error never ended: it has the place again that it had. Who says so and why is kept. Refused:
/// COMMITTEE_NOT_ABOLISHED, TEXT_INVALID, VERSION_CONFLICT.
/// </summary>
public sealed record RestoreCommitteeInput(Id<Committee> Committee, string Reason, int? Version);

internal sealed class RestoreCommittee : Mutation<RestoreCommitteeInput>
{
    public override async Task<MutationResult> ApplyAsync(RestoreCommitteeInput input, MutationContext context, CancellationToken ct)
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

        context.Add(CommitteeTree.IsGone(committee.AbolishedOn, "committee"));
        if (committee.AbolishedOn is not { } day || context.HasErrors)
        {
            return context.Refused();
        }

        await context.Graph.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO graph.committee_restoration (committee_id, abolished_on, abolish_reason, reason, restored_by, restored_at)
            VALUES ({committee.Id}, {day}, {committee.AbolishReason}, {input.Reason}, {context.Actor}, {context.Now})
            """,
            ct
        );
        await context.Graph.Database.ExecuteSqlAsync(
            $"""
            UPDATE graph.committee_parent SET valid_during = daterange(lower(valid_during), NULL)
            WHERE committee_id = {committee.Id} AND upper(valid_during) = {day}
            """,
            ct
        );
        committee.AbolishedOn = null;
        committee.AbolishReason = null;
        return context.Done(committee);
    }
}
