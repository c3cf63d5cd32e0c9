using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Activities;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model.Activities;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Activities.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Activities;

/// <summary>
/// 更正 Corrects what is recorded of an activity (004 组织建设-2); what it said is kept with the reason. Refused: what
/// <see cref="RecordActivity"/> refuses, ACTIVITY_WITHOUT_DAY, RECORD_IN_ISSUED_RESULT 004 第六条（四）, TEXT_INVALID. Told:
/// NOTHING_TO_CHANGE.
/// </summary>
/// <param name="HeldOn">Null: it was not held after all, and is planned again.</param>
public sealed record CorrectActivityInput(
    Id<Activity> Activity,
    ActivityKind? Kind,
    string? KindCode,
    string? Title,
    Maybe<DateOnly?> HeldOn,
    bool? IsCollective,
    bool? HasPlan,
    Maybe<int?> ExpectedCount,
    Maybe<int?> AttendedCount,
    IReadOnlyList<AttendanceInput>? Attendance,
    bool? HasRecord,
    string Reason,
    int? Version
);

internal sealed class CorrectActivity : Mutation<CorrectActivityInput>
{
    public override async Task<MutationResult> ApplyAsync(CorrectActivityInput input, MutationContext context, CancellationToken ct)
    {
        var activity = await context.FindAsync(input.Activity, ct, "activity");
        Texts.Check(input.Reason, context, "reason");
        if (activity is null || !context.HasVersion(activity, input.Version) || context.HasErrors)
        {
            return context.Refused();
        }

        var before = await RecordPast.OfAsync(RecordKind.Activity, activity.Id, context, ct);
        var heldBefore = activity.HeldOn;
        Correct(activity, input);
        var of = (await context.Graph.Set<Branch>().FindAsync([activity.BranchId], ct))!;
        var day = activity.HeldOn ?? activity.PlannedOn ?? heldBefore!.Value;
        await ActivityKinds.TakeAsync(activity, input.Kind, input.KindCode, of.CommitteeId, day, context, ct);
        context.Add(RequiredText.Check(NeededText.ActivityTitle, activity.Title, "title"));
        context.Add(AttendanceFits.CheckGiven(activity.ExpectedCount, activity.AttendedCount));
        var isCounted = input.ExpectedCount.IsGiven || input.AttendedCount.IsGiven;
        if (activity.HeldOn is { } held)
        {
            context.Add(await StandingBranches.BreachAsync(of, held, "004 组织建设-2", context, ct));
            var members = await ActivityChecks.MembersAsync(input.Attendance, isCounted, activity.BranchId, held, context, ct);
            if (!context.HasErrors && (members.Count > 0 || isCounted))
            {
                await RetakeAsync(activity, members, context, ct);
            }
        }
        else
        {
            context.Add(ActivityMoves.NotHeld(activity.PlannedOn));
            await RetakeAsync(activity, [], context, ct);
        }

        activity.HasAttendance = activity.ExpectedCount is not null;
        var counts = ChangesFigures(activity, context) || input.Attendance is not null;
        var year = await context.IssuedYearAsync(activity.BranchId, heldBefore, ct);
        context.Add(
            MendingFits.Breaches(new(RecordKind.Activity, MendingAction.Corrected, IssuedYear: year, ChangesFigures: counts), "activity")
        );
        if (!context.HasErrors)
        {
            await ActivityChecks.TwiceAsync(activity, wasPlanned: true, context, ct);
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        await before.KeepAsync(MendingAction.Corrected, input.Reason, context, ct);
        return context.Done(activity);
    }

    private static void Correct(Activity activity, CorrectActivityInput input)
    {
        activity.Title = input.Title ?? activity.Title;
        activity.HeldOn = input.HeldOn.Or(activity.HeldOn);
        activity.IsCollective = input.IsCollective ?? activity.IsCollective;
        activity.HasPlan = input.HasPlan ?? activity.HasPlan;
        activity.HasRecord = activity.HeldOn is not null && (input.HasRecord ?? activity.HasRecord);
        activity.ExpectedCount = activity.HeldOn is null ? null : input.ExpectedCount.Or(activity.ExpectedCount);
        activity.AttendedCount = activity.HeldOn is null ? null : input.AttendedCount.Or(activity.AttendedCount);
    }

    private static async Task RetakeAsync(
        Activity activity,
        IReadOnlyList<(long Member, bool Attended)> members,
        MutationContext context,
        CancellationToken ct
    )
    {
        await context.Graph.Set<ActivityAttendance>().Where(one => one.ActivityId == activity.Id).ExecuteDeleteAsync(ct);
        if (members.Count > 0)
        {
            (activity.ExpectedCount, activity.AttendedCount) = (members.Count, members.Count(one => one.Attended));
            ActivityChecks.Keep(activity.Id, members, context);
        }
    }

    // A title counts nowhere.
    private static bool ChangesFigures(Activity activity, MutationContext context) =>
        context.Graph.Entry(activity).Properties.Any(property => property.IsModified && property.Metadata.Name != nameof(Activity.Title));
}
