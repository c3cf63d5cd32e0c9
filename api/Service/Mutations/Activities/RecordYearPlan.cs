using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Activities;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model.Activities;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Activities;

/// <summary>
/// Records a branch's plan or summary of a year (004 组织建设-1); a day that stood is kept with the reason why it is another. Refused:
/// YEAR_PLAN_WITHOUT_DAY, YEAR_OUT_OF_RANGE, SUMMARY_BEFORE_PLAN, SUMMARY_BEFORE_YEAR_END, TEXT_INVALID; of such a correction
/// REASON_MISSING and RECORD_IN_ISSUED_RESULT. Told: NOTHING_TO_CHANGE.
/// </summary>
public sealed record RecordYearPlanInput(Id<Branch> Branch, int Year, DateOnly? PlannedOn, DateOnly? SummarizedOn, string? Reason);

internal sealed class RecordYearPlan : Mutation<RecordYearPlanInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordYearPlanInput input, MutationContext context, CancellationToken ct)
    {
        context.Add(YearPlanFits.HasDay(input.PlannedOn, input.SummarizedOn));

        context.Add(YearFits.Check(input.Year));

        Texts.Check(input.Reason, context, "reason");
        if (await context.FindAsync(input.Branch, ct, "branch") is not { } branch || context.HasErrors)
        {
            return context.Refused();
        }

        var plan = await context
            .Graph.Set<YearPlan>()
            .SingleOrDefaultAsync(known => known.BranchId == branch.Id && known.Year == input.Year, ct);
        var corrects = plan is not null && (Corrects(plan.PlannedOn, input.PlannedOn) || Corrects(plan.SummarizedOn, input.SummarizedOn));
        var past = corrects ? await RecordPast.OfAsync(RecordKind.YearPlan, plan!.Id, context, ct) : null;
        if (corrects)
        {
            context.Add(RequiredText.Check(NeededText.YearPlanReason, input.Reason, "reason"));
            var issued = await context.IssuedYearAsync(branch.Id, new DateOnly(input.Year, 1, 1), ct);
            context.Add(MendingFits.Breaches(new(RecordKind.YearPlan, MendingAction.Corrected, issued), "year"));
        }

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
        if (past is not null)
        {
            await past.KeepAsync(MendingAction.Corrected, input.Reason!, context, ct);
        }

        return context.Done(plan);
    }

    // What is left out stays; a day that was not stated is added.
    private static bool Corrects(DateOnly? stands, DateOnly? given) => stands is not null && given is not null && stands != given;
}
