using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model.Categories;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Categories.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Categories;

/// <summary>
/// Proposes another category (000 §四). Refused: REASON_EMPTY, WRONG_STAGE (dissolved), CATEGORY_UNCHANGED, RECLASSIFICATION_OPEN,
/// and, where the rule set makes them errors, CATEGORY_CONTRADICTS_MEMBERSHIP and CATEGORY_NOT_PROVEN.
/// </summary>
public sealed record ProposeReclassificationInput(Id<Branch> Branch, Category Category, string Reason, DateOnly ProposedOn);

internal sealed class ProposeReclassification : Mutation<ProposeReclassificationInput>
{
    public override async Task<MutationResult> ApplyAsync(ProposeReclassificationInput input, MutationContext context, CancellationToken ct)
    {
        var branch = await context.FindAsync(input.Branch, ct, "branch");
        context.Add(RequiredText.Check(NeededText.CategoryReason, input.Reason, "reason"));

        if (branch is null)
        {
            return context.Refused();
        }

        context.Add(ReclassificationSteps.StandingBranch(branch.Name, branch.Status == BranchStatus.Dissolved));

        var present = await context.OnAsync(branch, input.ProposedOn, ct);
        context.Add(ReclassificationSteps.Changes(present, input.Category, "category"));

        var isOpen = await context
            .Graph.Set<Reclassification>()
            .AnyAsync(open => open.BranchId == branch.Id && open.State == ReclassificationState.Proposed, ct);
        context.Add(ReclassificationSteps.Once(isOpen));

        var (derived, rules) = await context.DerivedAsync(branch, input.ProposedOn, ct);
        context.Add(ReclassificationFits.Check(input.Category, derived, rules));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var proposal = new Reclassification
        {
            BranchId = branch.Id,
            FromCategory = present,
            ToCategory = input.Category,
            DerivedCategory = derived.Category,
            State = ReclassificationState.Proposed,
            Reason = input.Reason,
            ProposedBy = context.Actor,
            ProposedOn = input.ProposedOn,
        };
        context.Graph.Add(proposal);
        await context.SaveAsync(ct);
        return context.Done(proposal);
    }
}
