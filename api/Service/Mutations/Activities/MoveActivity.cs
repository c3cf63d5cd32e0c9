using SocietyParty.Rules.Activities;
using SocietyParty.Rules.Mending;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Activities;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Activities.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Activities;

/// <summary>
/// 改期 Gives a planned activity another day; the day before is kept with the reason. Refused: ACTIVITY_HELD (correct it instead),
/// BRANCH_NOT_ESTABLISHED, BRANCH_ENDS_BEFORE, DUPLICATE_ACTIVITY, TEXT_INVALID, VERSION_CONFLICT. Told: NOTHING_TO_CHANGE.
/// </summary>
public sealed record MoveActivityInput(Id<Activity> Activity, DateOnly PlannedOn, string Reason, int? Version);

internal sealed class MoveActivity : Mutation<MoveActivityInput>
{
    public override async Task<MutationResult> ApplyAsync(MoveActivityInput input, MutationContext context, CancellationToken ct)
    {
        var activity = await context.FindAsync(input.Activity, ct, "activity");
        Texts.Check(input.Reason, context, "reason");
        if (activity is null || !context.HasVersion(activity, input.Version) || context.HasErrors)
        {
            return context.Refused();
        }

        context.Add(ActivityMoves.Check(activity.HeldOn));
        var branch = (await context.Graph.Set<Branch>().FindAsync([activity.BranchId], ct))!;
        context.Add(StandingBranch.ForActivities(branch.Stated()));
        context.Add(TemporaryBranch.Lasts(branch.Name, branch.EndsOn, input.PlannedOn, "plannedOn"));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var before = await RecordPast.OfAsync(RecordKind.Activity, activity.Id, context, ct);
        activity.PlannedOn = input.PlannedOn;
        await ActivityChecks.TwiceAsync(activity, wasPlanned: false, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        await before.KeepAsync(MendingAction.Moved, input.Reason, context, ct);
        return context.Done(activity);
    }
}
