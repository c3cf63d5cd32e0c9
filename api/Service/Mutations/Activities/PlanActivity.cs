using SocietyParty.Rules.Activities;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Activities;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Activities.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Activities;

/// <summary>
/// Plans an activity (004 组织建设-2). Refused: BRANCH_NOT_ESTABLISHED, BRANCH_ENDS_BEFORE, TITLE_MISSING, KIND_MISSING,
/// ACTIVITY_KIND_NOT_ONE, ACTIVITY_KIND_UNKNOWN, DUPLICATE_ACTIVITY.
/// </summary>
public sealed record PlanActivityInput(
    Id<Branch> Branch,
    ActivityKind? Kind,
    string? KindCode,
    string Title,
    DateOnly PlannedOn,
    bool? IsCollective,
    bool? HasPlan
);

internal sealed class PlanActivity : Mutation<PlanActivityInput>
{
    public override async Task<MutationResult> ApplyAsync(PlanActivityInput input, MutationContext context, CancellationToken ct)
    {
        context.Add(RequiredText.Check(NeededText.ActivityTitle, input.Title, "title"));
        if (await context.FindAsync(input.Branch, ct, "branch") is not { } branch)
        {
            return context.Refused();
        }

        context.Add(ActivityRequired.HasKind(input.Kind is not null || input.KindCode is not null));
        context.Add(StandingBranch.ForActivities(branch.Stated()));
        context.Add(TemporaryBranch.Lasts(branch.Name, branch.EndsOn, input.PlannedOn, "plannedOn"));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var activity = new Activity
        {
            BranchId = branch.Id,
            Kind = input.Kind ?? ActivityKind.Other,
            Title = input.Title,
            PlannedOn = input.PlannedOn,
            IsCollective = input.IsCollective ?? true,
            HasPlan = input.HasPlan ?? true,
        };
        await ActivityKinds.TakeAsync(activity, input.Kind, input.KindCode, branch.CommitteeId, input.PlannedOn, context, ct);
        await ActivityChecks.TwiceAsync(activity, wasPlanned: false, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        context.Graph.Add(activity);
        await context.SaveAsync(ct);
        return context.Done(activity);
    }
}
