using SocietyParty.Rules.Coverage;
using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model.Coverage;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Coverage;

/// <summary>
/// 更正 Corrects a sync point (002 §3, §10); what it said is kept with the reason. Refused: what <see cref="RecordSyncPoint"/> refuses,
/// VERSION_CONFLICT. Told: NOTHING_TO_CHANGE.
/// </summary>
public sealed record CorrectSyncPointInput(
    Id<SyncPoint> SyncPoint,
    SyncOccasion? Occasion,
    DateOnly? HeldOn,
    SyncResult? Result,
    string? Collected,
    string Reason,
    int? Version
);

internal sealed class CorrectSyncPoint : Mutation<CorrectSyncPointInput>
{
    public override async Task<MutationResult> ApplyAsync(CorrectSyncPointInput input, MutationContext context, CancellationToken ct)
    {
        var point = await context.FindAsync(input.SyncPoint, ct, "syncPoint");
        Texts.Check(input.Collected, context, "collected");
        Texts.Check(input.Reason, context, "reason");
        if (point is null || !context.HasVersion(point, input.Version) || context.HasErrors)
        {
            return context.Refused();
        }

        var before = await RecordPast.OfAsync(RecordKind.SyncPoint, point.Id, context, ct);
        point.Occasion = input.Occasion ?? point.Occasion;
        point.HeldOn = input.HeldOn ?? point.HeldOn;
        point.Result = input.Result ?? point.Result;
        point.Collected = input.Collected ?? point.Collected;
        var society = (await context.Graph.Set<Society>().FindAsync([point.SocietyId], ct))!;
        var rules = await context.RulesOfAsync<CoverageRules>(society.CommitteeId, point.HeldOn, ct);
        context.Add(SyncOccasions.Of(point.Occasion, rules.SyncPoints));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        await before.KeepAsync(MendingAction.Corrected, input.Reason, context, ct);
        return context.Done(point);
    }
}
