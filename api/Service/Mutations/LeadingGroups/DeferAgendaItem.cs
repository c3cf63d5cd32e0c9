using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.LeadingGroups.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups;

/// <summary>
/// Defers an item (003 第十六条). Refused: WRONG_STAGE in a meeting that is not quorate, TEXT_INVALID, VERSION_CONFLICT.
/// </summary>
/// <param name="Version">That of the meeting.</param>
public sealed record DeferAgendaItemInput(Id<LeadingGroupAgendaItem> AgendaItem, bool HasMajorDisagreement, string Reason, int? Version);

internal sealed class DeferAgendaItem : Mutation<DeferAgendaItemInput>
{
    public override async Task<MutationResult> ApplyAsync(DeferAgendaItemInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.AgendaItem, ct, "agendaItem") is not { } item)
        {
            return context.Refused();
        }

        Texts.Check(input.Reason, context, "reason");
        if (
            context.HasErrors || await MeetingRoom.ForDecisionAsync(item, input.Version, MeetingStage.Deferred, context, ct) is not { } room
        )
        {
            return context.Refused();
        }

        item.State = AgendaState.Deferred;
        item.HasMajorDisagreement = input.HasMajorDisagreement;
        item.DeferralReason = input.Reason;
        await room.SettleAsync(context, ct);
        return context.Done(room.Meeting);
    }
}
