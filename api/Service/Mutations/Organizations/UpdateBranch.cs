using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// 更名 Gives a party organization another name from a day on; the old one stays as an alias. Refused: VERSION_CONFLICT, NAME_INVALID,
/// BRANCH_NAME_TAKEN, HOLDS_BEFORE_LAST_CHANGE. Told: FORMER_NAME_TAKEN, NOTHING_TO_CHANGE.
/// </summary>
public sealed record UpdateBranchInput(Id<Branch> Branch, int Version, string Name, DateOnly? HoldsFrom);

internal sealed class UpdateBranch : Mutation<UpdateBranchInput>
{
    public override async Task<MutationResult> ApplyAsync(UpdateBranchInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Branch, ct, "branch") is not { } branch || !context.HasVersion(branch, input.Version))
        {
            return context.Refused();
        }

        if (input.Name == branch.Name)
        {
            context.Add(Unchanged.Check(changes: false));
            return context.Done(branch);
        }

        context.Add(StatusMark.NoneIn(input.Name, "name"));
        if (SocietyNames.Check(input.Name, context, "name"))
        {
            var taken = await SocietyNames.FindBranchAsync(context, branch.CommitteeId, input.Name, ct, but: branch.Id);
            var former = await SocietyNames.FormerBranchAsync(context, branch.CommitteeId, input.Name, ct, but: branch.Id);
            context.Add(NameFits.IsFree(NameBearer.Branch, taken, "name") ?? NameFits.WasFormerName(input.Name, former, "name"));
        }

        var since = await context
            .Graph.Database.SqlQuery<DateOnly?>($"""SELECT attributes_since AS "Value" FROM graph.branch WHERE id = {branch.Id}""")
            .SingleAsync(ct);
        await DatedChange.HoldsFromAsync(input.HoldsFrom, since, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        // Published lists go on to use the old name; a name that comes back is no other name.
        await context
            .Graph.Set<BranchAlias>()
            .Where(alias => alias.BranchId == branch.Id && alias.Alias == input.Name)
            .ExecuteDeleteAsync(ct);
        if (!await context.Graph.Set<BranchAlias>().AnyAsync(alias => alias.BranchId == branch.Id && alias.Alias == branch.Name, ct))
        {
            context.Graph.Add(
                new BranchAlias
                {
                    BranchId = branch.Id,
                    Alias = branch.Name,
                    Reason = SocietyNames.Former,
                }
            );
        }

        branch.Name = input.Name;
        return context.Done(branch);
    }
}
