using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups.Shared;

/// <summary>Moves leading groups from stage to stage and keeps every step.</summary>
internal static class GroupSteps
{
    /// <summary>Refused in a wrong order or before the step before it.</summary>
    public static async Task<bool> CanMoveAsync(
        LeadingGroup group,
        GroupStage to,
        DateOnly day,
        string field,
        LeadingGroupRules rules,
        MutationContext context,
        CancellationToken ct
    )
    {
        context.Add(GroupStages.Breach(group.Status, to, rules));
        var last = await context
            .Graph.Set<LeadingGroupStage>()
            .Where(step => step.LeadingGroupId == group.Id)
            .MaxAsync(step => (DateOnly?)step.MovedOn, ct);
        context.Add(GroupTerm.Follows(group.Status, last, day, field));

        return !context.HasErrors;
    }

    public static void Move(LeadingGroup group, GroupStage? from, GroupStage to, DateOnly day, string? note, MutationContext context)
    {
        group.Status = to;
        context.Graph.Add(
            new LeadingGroupStage
            {
                LeadingGroupId = group.Id,
                FromStatus = from,
                ToStatus = to,
                MovedOn = day,
                RecordedAt = context.Now,
                Actor = context.Actor,
                Note = note,
            }
        );
    }

    /// <summary>The submitted seats take the place of those that held before.</summary>
    public static async Task ApproveAsync(LeadingGroup group, DateOnly day, MutationContext context, CancellationToken ct)
    {
        var compositions = context.Graph.Set<LeadingGroupComposition>().Where(one => one.LeadingGroupId == group.Id);
        var submitted = await compositions.SingleAsync(one => one.Status == GroupStage.Submitted, ct);
        if (await InOfficeAsync(group, context, ct) is { } before)
        {
            if (GroupTerm.SeatsFollow(before.ValidDuring!.Value.CanEndOn(day)) is { } early)
            {
                context.Add(early);
                return;
            }

            before.ValidDuring = before.ValidDuring.Value.Until(day);
            // The database compares ranges row by row: the old one ends before the new one begins.
            await context.SaveAsync(ct);
        }

        submitted.Status = GroupStage.Approved;
        submitted.DecidedOn = day;
        submitted.ValidDuring = Days.Of(day, null);
        group.ApprovedOn ??= day;
        Move(group, GroupStage.Submitted, GroupStage.Approved, day, null, context);
    }

    /// <summary>Ends a group with its council's term; seats that wait for approval are returned.</summary>
    public static async Task ExpireAsync(LeadingGroup group, DateOnly day, string? note, MutationContext context, CancellationToken ct)
    {
        foreach (
            var waiting in await context
                .Graph.Set<LeadingGroupComposition>()
                .Where(one => one.LeadingGroupId == group.Id && one.Status == GroupStage.Submitted)
                .ToListAsync(ct)
        )
        {
            waiting.Status = GroupStage.Returned;
            waiting.DecidedOn = day < waiting.SubmittedOn ? waiting.SubmittedOn : day;
        }

        if (await InOfficeAsync(group, context, ct) is { } present && present.ValidDuring!.Value.CanEndOn(day))
        {
            present.ValidDuring = present.ValidDuring.Value.Until(day);
        }

        group.ExpiredOn = day;
        Move(group, group.Status, GroupStage.Expired, day, note, context);
    }

    /// <summary>The seats that were approved last and still hold; null where nothing was approved.</summary>
    public static Task<LeadingGroupComposition?> InOfficeAsync(LeadingGroup group, MutationContext context, CancellationToken ct) =>
        context
            .Graph.Set<LeadingGroupComposition>()
            .SingleOrDefaultAsync(
                one => one.LeadingGroupId == group.Id && one.Status == GroupStage.Approved && one.ValidDuring!.Value.UpperBoundInfinite,
                ct
            );
}
