using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Access;
using SocietyParty.Rules.Days;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// 调整上级党委 Gives a committee its place under another one, or at the top, from a day on; figures of the days before it stay. Refused:
/// COMMITTEE_ABOLISHED, COMMITTEE_ABOVE_ITSELF, UPPER_COMMITTEE_NOT_THERE, UPPER_COMMITTEE_LOWER, BEFORE_FOUNDING,
/// HOLDS_BEFORE_LAST_CHANGE, COMMITTEE_BEYOND_ROLE (the role's own committee, or to the top, by who administers one committee). Told:
/// UPPER_COMMITTEE_ELSEWHERE, NOTHING_TO_CHANGE.
/// </summary>
public sealed record MoveCommitteeInput(Id<Committee> Committee, Id<Committee>? Parent, DateOnly? HoldsFrom, int? Version);

internal sealed class MoveCommittee : Mutation<MoveCommitteeInput>
{
    public override async Task<MutationResult> ApplyAsync(MoveCommitteeInput input, MutationContext context, CancellationToken ct)
    {
        var upper = await context.FindAsync(input.Parent, ct, "parent");
        if (
            await context.FindAsync(input.Committee, ct, "committee") is not { } committee
            || context.HasErrors
            || !context.HasVersion(committee, input.Version)
        )
        {
            return context.Refused();
        }

        var from = input.HoldsFrom ?? context.Today;
        context.Add(CommitteeReach.Places(context.Access.SeesEverything, committee.Id == context.Access.Subject, upper is not null));
        context.Add(CommitteeTree.Stands(committee.AbolishedOn, "committee"));
        context.Add(
            DayOrder.Check(EarlierDay.Founding, from, committee.EstablishedOn, "holdsFrom")
                ?? DayOrder.Check(EarlierDay.LastChange, from, await CommitteePlaces.SinceAsync(committee.Id, context, ct), "holdsFrom")
        );
        if (upper is not null)
        {
            var facts = await CommitteePlaces.FactsAsync(committee.Id, committee.RegionCode, upper, from, context, ct);
            context.Add(CommitteeTree.Place(facts, "parent"));
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        var present = await context
            .Graph.Database.SqlQuery<long?>(
                $"""
                SELECT max(parent_id) AS "Value" FROM graph.committee_parent WHERE committee_id = {committee.Id} AND valid_during @> {from}
                """
            )
            .SingleAsync(ct);
        if (present == upper?.Id)
        {
            context.Add(Unchanged.Check(changes: false));
            return context.Done(committee);
        }

        await CommitteePlaces.WriteAsync(committee.Id, upper?.Id, from, context, ct);
        return context.Done(committee);
    }
}
