using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Days;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// 调整上级党组织 Puts a party organization under a party committee or general branch from a day on, or directly under the committee
/// (002 §3); what stood before that day stays. Refused: WRONG_STAGE, PLACE_BEFORE_BRANCH, BRANCH_ABOVE_ITSELF, BRANCH_NOT_ESTABLISHED,
/// BRANCH_ENDS_BEFORE, FORM_CANNOT_LEAD, OF_ANOTHER_COMMITTEE, HOLDS_BEFORE_LAST_CHANGE, VERSION_CONFLICT. Told:
/// UPPER_BRANCH_OF_ANOTHER_SOCIETY, NOTHING_TO_CHANGE.
/// </summary>
public sealed record MoveBranchInput(Id<Branch> Branch, Id<Branch>? UpperBranch, DateOnly? HoldsFrom, int? Version);

internal sealed class MoveBranch : Mutation<MoveBranchInput>
{
    public override async Task<MutationResult> ApplyAsync(MoveBranchInput input, MutationContext context, CancellationToken ct)
    {
        var upper = await context.FindAsync(input.UpperBranch, ct, "upperBranch");
        if (
            await context.FindAsync(input.Branch, ct, "branch") is not { } branch
            || context.HasErrors
            || !context.HasVersion(branch, input.Version)
        )
        {
            return context.Refused();
        }

        var from = input.HoldsFrom ?? context.Today;
        var places = await context.Graph.Set<BranchParent>().Where(place => place.BranchId == branch.Id).ToListAsync(ct);
        if (upper is null)
        {
            context.Add(BranchTree.Begins(branch.Stated(), await BranchPlaces.BegunAsync(branch.Id, context, ct), from));
        }
        else
        {
            context.Add(BranchTree.Place(await BranchPlaces.FactsAsync(branch, upper, from, context, ct), "upperBranch"));
        }

        context.Add(DayOrder.Check(EarlierDay.LastChange, from, EnteredPeriods.LastChange(places), "holdsFrom"));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        if (places.SingleOrDefault(place => place.ValidDuring.Has(from))?.ParentId == upper?.Id)
        {
            context.Add(Unchanged.Check(changes: false));
            return context.Done(branch);
        }

        context.End(places, from);
        // The period that ends makes room for the one that begins.
        await context.SaveAsync(ct);
        if (upper is not null)
        {
            context.Graph.Add(
                new BranchParent
                {
                    BranchId = branch.Id,
                    ParentId = upper.Id,
                    ValidDuring = Days.Of(from, null),
                    EnteredBy = context.Actor,
                    EnteredAt = context.Now.ToUniversalTime(),
                }
            );
        }

        // Whoever read the organization before does not know its place.
        await context.Graph.Database.ExecuteSqlAsync($"UPDATE graph.branch SET version = version + 1 WHERE id = {branch.Id}", ct);
        return context.Done(branch);
    }
}
