using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Categories;
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
        if (string.IsNullOrWhiteSpace(input.Reason))
        {
            context.Fail("REASON_EMPTY", [], "reason");
        }

        if (branch is null)
        {
            return context.Refused();
        }

        if (branch.Status == BranchStatus.Dissolved)
        {
            context.Add(new Breach("WRONG_STAGE.ProposeReclassification", [("branch", branch.Name)], "000 §四", Path: ["branch"]));
        }

        var present = await context.OnAsync(branch, input.ProposedOn, ct);
        if (present == input.Category)
        {
            context.Add(new Breach("CATEGORY_UNCHANGED", [], "000 §四", Path: ["category"]));
        }

        if (
            await context
                .Graph.Set<Reclassification>()
                .AnyAsync(open => open.BranchId == branch.Id && open.State == ReclassificationState.Proposed, ct)
        )
        {
            context.Add(new Breach("RECLASSIFICATION_OPEN", [], "000 §四", Path: ["branch"]));
        }

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
