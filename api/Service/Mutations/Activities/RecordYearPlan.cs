using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Service.Model.Activities;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Activities;

/// <summary>
/// Records a branch's plan or summary of a year (004 组织建设-1). Refused: YEAR_PLAN_WITHOUT_DAY, YEAR_OUT_OF_RANGE, SUMMARY_BEFORE_PLAN. Told:
/// NOTHING_TO_CHANGE.
/// </summary>
public sealed record RecordYearPlanInput(Id<Branch> Branch, int Year, DateOnly? PlannedOn, DateOnly? SummarizedOn);

internal sealed class RecordYearPlan : Mutation<RecordYearPlanInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordYearPlanInput input, MutationContext context, CancellationToken ct)
    {
        if (input is { PlannedOn: null, SummarizedOn: null })
        {
            context.Fail("YEAR_PLAN_WITHOUT_DAY", [], "plannedOn");
        }

        if (input.Year is < 1949 or > 2099)
        {
            context.Fail("YEAR_OUT_OF_RANGE", [], "year");
        }

        if (await context.FindAsync(input.Branch, ct, "branch") is not { } branch || context.HasErrors)
        {
            return context.Refused();
        }

        var plan = await context
            .Graph.Set<YearPlan>()
            .SingleOrDefaultAsync(known => known.BranchId == branch.Id && known.Year == input.Year, ct);
        if (plan is null)
        {
            context.Graph.Add(plan = new YearPlan { BranchId = branch.Id, Year = input.Year });
        }

        plan.PlannedOn = input.PlannedOn ?? plan.PlannedOn;
        plan.SummarizedOn = input.SummarizedOn ?? plan.SummarizedOn;
        if (plan.SummarizedOn < plan.PlannedOn)
        {
            context.Add(new Breach("SUMMARY_BEFORE_PLAN", [("plannedOn", plan.PlannedOn)], "004 组织建设-1", Path: ["summarizedOn"]));
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        if (!context.Graph.ChangeTracker.HasChanges())
        {
            context.Add(new Breach("NOTHING_TO_CHANGE.Unchanged", [], null, Severity.Warning));
        }

        await context.SaveAsync(ct);
        return context.Done(plan);
    }
}
