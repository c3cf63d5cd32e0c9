using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.LeadingGroups.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups;

/// <summary>
/// The committee approves a group, or a change of one (003 第六条): from that day the submitted seats hold. Refused: WRONG_STAGE,
/// DATE_TOO_EARLY, TERM_OVER, VERSION_CONFLICT.
/// </summary>
public sealed record ApproveLeadingGroupInput(Id<LeadingGroup> LeadingGroup, DateOnly ApprovedOn, int? Version);

internal sealed class ApproveLeadingGroup : Mutation<ApproveLeadingGroupInput>
{
    public override async Task<MutationResult> ApplyAsync(ApproveLeadingGroupInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.LeadingGroup, ct, "leadingGroup") is not { } group || !context.HasVersion(group, input.Version))
        {
            return context.Refused();
        }

        var place = await GroupPlace.OfAsync(group, input.ApprovedOn, context, ct);
        context.Add(place.TermOver(input.ApprovedOn, "approvedOn"));
        if (!await GroupSteps.CanMoveAsync(group, GroupStage.Approved, input.ApprovedOn, "approvedOn", place.Rules, context, ct))
        {
            return context.Refused();
        }

        await GroupSteps.ApproveAsync(group, input.ApprovedOn, context, ct);
        return context.HasErrors ? context.Refused() : context.Done(group);
    }
}
