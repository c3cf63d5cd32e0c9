using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.LeadingGroups.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups;

/// <summary>
/// Submits new seats of a group (003 第六条); those that hold go on holding until the committee has approved the new ones. Refused:
/// WRONG_STAGE, TERM_OVER, DATE_TOO_EARLY, what <see cref="GroupComposition"/> finds, PERSON_SEATED_TWICE, VERSION_CONFLICT.
/// </summary>
public sealed record ChangeLeadingGroupInput(
    Id<LeadingGroup> LeadingGroup,
    DateOnly SubmittedOn,
    IReadOnlyList<LeadingGroupSeatInput> Seats,
    string Reason,
    int? Version
);

internal sealed class ChangeLeadingGroup : Mutation<ChangeLeadingGroupInput>
{
    public override async Task<MutationResult> ApplyAsync(ChangeLeadingGroupInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.LeadingGroup, ct, "leadingGroup") is not { } group || !context.HasVersion(group, input.Version))
        {
            return context.Refused();
        }

        var place = await GroupPlace.OfAsync(group, input.SubmittedOn, context, ct);
        Texts.Check(input.Reason, context, "reason");
        if (
            await GroupSteps.CanMoveAsync(group, GroupStage.Submitted, input.SubmittedOn, "submittedOn", place.Rules, context, ct)
            && place.TermOver(input.SubmittedOn, "submittedOn") is { } over
        )
        {
            // Of a council that is over, nobody can be eligible either.
            context.Add(over);
            return context.Refused();
        }

        if (await SeatList.CheckedAsync(input.Seats, place, input.SubmittedOn, context, ct) is not { } seats || context.HasErrors)
        {
            return context.Refused();
        }

        await seats.SubmitAsync(group, input.SubmittedOn, input.Reason, context, ct);
        group.SubmittedOn = input.SubmittedOn;
        GroupSteps.Move(group, group.Status, GroupStage.Submitted, input.SubmittedOn, input.Reason, context);
        await context.SaveAsync(ct);
        if (place.Rules.Approval.Value == Approval.None)
        {
            await GroupSteps.ApproveAsync(group, input.SubmittedOn, context, ct);
        }

        return context.HasErrors ? context.Refused() : context.Done(group);
    }
}
