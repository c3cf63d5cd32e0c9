using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Activities;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model.Activities;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Activities;

/// <summary>
/// Records a branch's plan or summary of a year (004 组织建设-1). Refused: YEAR_PLAN_WITHOUT_DAY, YEAR_OUT_OF_RANGE, SUMMARY_BEFORE_PLAN,
/// SUMMARY_BEFORE_YEAR_END. Told:
/// NOTHING_TO_CHANGE.
/// </summary>
public sealed record RecordYearPlanInput(Id<Branch> Branch, int Year, DateOnly? PlannedOn, DateOnly? SummarizedOn);

internal sealed class RecordYearPlan : Mutation<RecordYearPlanInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordYearPlanInput input, MutationContext context, CancellationToken ct)
    {
        context.Add(YearPlanFits.HasDay(input.PlannedOn, input.SummarizedOn));

        context.Add(YearFits.Check(input.Year));

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
        context.Add(YearPlanFits.Check(plan.Year, plan.PlannedOn, plan.SummarizedOn));

        if (context.HasErrors)
        {
            return context.Refused();
        }

        context.Add(Unchanged.Check(context.Graph.ChangeTracker.HasChanges()));

        await context.SaveAsync(ct);
        return context.Done(plan);
    }
}
