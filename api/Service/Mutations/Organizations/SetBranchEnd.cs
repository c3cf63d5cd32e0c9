using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// 变更临时党组织终止日期 Prolongs a temporary organization or ends it early; who decided and why is kept. Refused: TEXT_INVALID,
/// WRONG_STAGE, BRANCH_NOT_TEMPORARY, ENDS_BEFORE_BRANCH, VERSION_CONFLICT. Told: NOTHING_TO_CHANGE.
/// </summary>
public sealed record SetBranchEndInput(Id<Branch> Branch, DateOnly EndsOn, string Reason, int? Version);

internal sealed class SetBranchEnd : Mutation<SetBranchEndInput>
{
    public override async Task<MutationResult> ApplyAsync(SetBranchEndInput input, MutationContext context, CancellationToken ct)
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

        context.Add(TemporaryBranch.Ends(branch.Stated(), input.EndsOn));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        if (branch.EndsOn == input.EndsOn)
        {
            context.Add(Unchanged.Check(changes: false));
            return context.Done(branch);
        }

        branch.EndsOn = input.EndsOn;
        context.Graph.Add(BranchDays.Decided(branch, input.EndsOn, input.Reason, context));
        await BranchDays.EndDueAsync(context, ct);
        return context.Done(branch);
    }
}
