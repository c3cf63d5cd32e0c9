using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// 调整社团的科技社团党委 Gives a society another committee from a day on, with the party organizations that stand for it alone; what was
/// before stays the former committee's. Refused: COMMITTEE_ABOLISHED, BEFORE_FOUNDING, HOLDS_BEFORE_LAST_CHANGE, SOCIETY_NAME_TAKEN,
/// BRANCH_NAME_TAKEN, BRANCH_OF_SOCIETY_THAT_STAYS, PLACE_ACROSS_COMMITTEES (002 §3), MOVED_WITHIN_ASSESSMENT, VERSION_CONFLICT. Told:
/// NOTHING_TO_CHANGE.
/// </summary>
public sealed record ChangeSocietyCommitteeInput(Id<Society> Society, Id<Committee> Committee, DateOnly? HoldsFrom, int Version);

internal sealed class ChangeSocietyCommittee : Mutation<ChangeSocietyCommitteeInput>
{
    public override async Task<MutationResult> ApplyAsync(ChangeSocietyCommitteeInput input, MutationContext context, CancellationToken ct)
    {
        var committee = await context.FindAsync(input.Committee, ct, "committee");
        if (
            await context.FindAsync(input.Society, ct, "society") is not { } society
            || committee is null
            || !context.HasVersion(society, input.Version)
        )
        {
            return context.Refused();
        }

        if (society.CommitteeId == committee.Id)
        {
            context.Add(Unchanged.Check(changes: false));
            return context.Done(society);
        }

        var from = input.HoldsFrom ?? context.Today;
        var since = await context
            .Graph.Database.SqlQuery<DateOnly?>($"""SELECT attributes_since AS "Value" FROM graph.society WHERE id = {society.Id}""")
            .SingleAsync(ct);
        context.Add(CommitteeChange.Check(new(committee.EstablishedOn, committee.AbolishedOn, since, from)));
        var taken = await SocietyNames.FindSocietyAsync(context, committee.Id, society.Name, society.Id, ct);
        context.Add(NameFits.IsFree(NameBearer.RenamedSociety, taken, "committee"));
        var branches = await (
            from link in context.Graph.Set<BranchSociety>()
            join branch in context.Graph.Set<Branch>() on link.BranchId equals branch.Id
            where link.SocietyId == society.Id && branch.Status != BranchStatus.Dissolved && branch.CommitteeId != committee.Id
            orderby branch.Id
            select branch
        ).ToListAsync(ct);
        if (!await CommitteeMoves.CheckAsync(branches, [society.Id], committee, from, "society", context, ct))
        {
            return context.Refused();
        }

        await DatedChange.HoldsFromAsync(from, since, context, ct);
        society.CommitteeId = committee.Id;
        await CommitteeMoves.WriteAsync(branches, committee, from, context, ct);
        return context.Done(society);
    }
}
