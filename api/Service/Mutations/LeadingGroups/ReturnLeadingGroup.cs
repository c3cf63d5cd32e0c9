using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.LeadingGroups.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups;

/// <summary>
/// The committee returns a group, or a change of one (003 第六条). A returned change leaves the approved group as it was. Refused:
/// WRONG_STAGE, DATE_TOO_EARLY, TEXT_INVALID, VERSION_CONFLICT.
/// </summary>
public sealed record ReturnLeadingGroupInput(Id<LeadingGroup> LeadingGroup, DateOnly ReturnedOn, string Reason, int? Version);

internal sealed class ReturnLeadingGroup : Mutation<ReturnLeadingGroupInput>
{
    public override async Task<MutationResult> ApplyAsync(ReturnLeadingGroupInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.LeadingGroup, ct, "leadingGroup") is not { } group || !context.HasVersion(group, input.Version))
        {
            return context.Refused();
        }

        var place = await GroupPlace.OfAsync(group, input.ReturnedOn, context, ct);
        Texts.Check(input.Reason, context, "reason");
        if (!await GroupSteps.CanMoveAsync(group, GroupStage.Returned, input.ReturnedOn, "returnedOn", place.Rules, context, ct))
        {
            return context.Refused();
        }

        var submitted = await context
            .Graph.Set<LeadingGroupComposition>()
            .SingleAsync(one => one.LeadingGroupId == group.Id && one.Status == GroupStage.Submitted, ct);
        submitted.Status = GroupStage.Returned;
        submitted.DecidedOn = input.ReturnedOn;
        submitted.Reason = input.Reason;
        group.ReturnedOn = input.ReturnedOn;
        GroupSteps.Move(group, GroupStage.Submitted, GroupStage.Returned, input.ReturnedOn, input.Reason, context);
        if (await GroupSteps.InOfficeAsync(group, context, ct) is not null)
        {
            // The steps are listed in their order.
            await context.SaveAsync(ct);
            GroupSteps.Move(
                group,
                GroupStage.Returned,
                GroupStage.Approved,
                input.ReturnedOn,
                "The seats that were approved before go on.",
                context
            );
        }

        return context.Done(group);
    }
}
