using SocietyParty.Rules;
using SocietyParty.Rules.Activities;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model.Activities;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Activities.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Activities;

/// <summary>
/// Records an activity that was held, planned or not (004 组织建设-2). Refused: ACTIVITY_OR_BRANCH (give one of them), WRONG_STAGE (held
/// already), BRANCH_NOT_ESTABLISHED, ATTENDANCE_INCOMPLETE, ATTENDANCE_EXCEEDS_EXPECTED, ATTENDANCE_GIVEN_TWICE, MEMBER_OF_ANOTHER_BRANCH,
/// TITLE_MISSING, KIND_MISSING, ACTIVITY_KIND_NOT_ONE, ACTIVITY_KIND_UNKNOWN, VERSION_CONFLICT, VERSION_WITHOUT_OBJECT (a version is the
/// planned activity's), DUPLICATE_ACTIVITY. Told: ACTIVITY_WAS_PLANNED.
/// </summary>
public sealed record RecordActivityInput(
    Id<Activity>? Activity,
    Id<Branch>? Branch,
    ActivityKind? Kind,
    string? KindCode,
    string? Title,
    DateOnly HeldOn,
    bool? IsCollective,
    bool? HasPlan,
    int? ExpectedCount,
    int? AttendedCount,
    IReadOnlyList<AttendanceInput>? Attendance,
    bool? HasRecord,
    int? Version
);

/// <summary>考勤 Whether one member came.</summary>
public sealed record AttendanceInput(Id<Member> Member, bool Attended);

internal sealed class RecordActivity : Mutation<RecordActivityInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordActivityInput input, MutationContext context, CancellationToken ct)
    {
        context.Add(ActivityRequired.OneOf(input.Activity is not null, input.Branch is not null));

        context.Add(VersionFits.HasObject(input.Version, input.Activity is not null, "activity"));

        context.Add(AttendanceFits.CheckGiven(input.ExpectedCount, input.AttendedCount));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var activity = input.Activity is { } planned
            ? await PlannedAsync(planned, input, context, ct)
            : await UnplannedAsync(input, context, ct);
        if (activity is null)
        {
            return context.Refused();
        }

        var isCounted = input.ExpectedCount is not null;
        var members = await ActivityChecks.MembersAsync(input.Attendance, isCounted, activity.BranchId, input.HeldOn, context, ct);
        activity.HeldOn = input.HeldOn;
        await ActivityChecks.TwiceAsync(activity, input.Activity is not null, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        activity.IsCollective = input.IsCollective ?? activity.IsCollective;
        activity.HasPlan = input.HasPlan ?? activity.HasPlan;
        activity.HasRecord = input.HasRecord ?? false;
        (activity.ExpectedCount, activity.AttendedCount) =
            members.Count > 0 ? (members.Count, members.Count(one => one.Attended)) : (input.ExpectedCount, input.AttendedCount);
        activity.HasAttendance = activity.ExpectedCount is not null;
        if (activity.Id == 0)
        {
            context.Graph.Add(activity);
        }

        await context.SaveAsync(ct);
        ActivityChecks.Keep(activity.Id, members, context);
        return context.Done(activity);
    }

    private static async Task<Activity?> PlannedAsync(
        Id<Activity> planned,
        RecordActivityInput input,
        MutationContext context,
        CancellationToken ct
    )
    {
        if (await context.FindAsync(planned, ct, "activity") is not { } activity || !context.HasVersion(activity, input.Version))
        {
            return null;
        }

        context.Add(ActivityRequired.NotHeld(activity.HeldOn));

        var branch = (await context.Graph.Set<Branch>().FindAsync([activity.BranchId], ct))!;
        context.Add(await StandingBranches.BreachAsync(branch, input.HeldOn, "004 组织建设-2", context, ct));
        await ActivityKinds.TakeAsync(activity, input.Kind, input.KindCode, branch.CommitteeId, input.HeldOn, context, ct);
        activity.Title = input.Title ?? activity.Title;
        context.Add(RequiredText.Check(NeededText.ActivityTitle, activity.Title, "title"));
        return context.HasErrors ? null : activity;
    }

    private static async Task<Activity?> UnplannedAsync(RecordActivityInput input, MutationContext context, CancellationToken ct)
    {
        context.Add(RequiredText.Check(NeededText.ActivityTitle, input.Title, "title"));
        context.Add(ActivityRequired.HasKind(input.Kind is not null || input.KindCode is not null));

        if (await context.FindAsync(input.Branch, ct, "branch") is not { } branch)
        {
            return null;
        }

        context.Add(await StandingBranches.BreachAsync(branch, input.HeldOn, "004 组织建设-2", context, ct));
        var activity = new Activity
        {
            BranchId = branch.Id,
            Kind = input.Kind ?? ActivityKind.Other,
            Title = input.Title ?? "",
            IsCollective = true,
            HasPlan = false,
        };
        await ActivityKinds.TakeAsync(activity, input.Kind, input.KindCode, branch.CommitteeId, input.HeldOn, context, ct);
        return context.HasErrors ? null : activity;
    }
}
