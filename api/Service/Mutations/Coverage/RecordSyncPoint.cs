using SocietyParty.Rules.Coverage;
using SocietyParty.Service.Model.Coverage;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Coverage;

/// <summary>
/// Records that party building was looked at together with an application, an annual inspection or an evaluation (002 §3, §10).
/// Refused: SYNC_OCCASION_UNKNOWN, SYNC_POINT_RECORDED, TEXT_INVALID.
/// </summary>
public sealed record RecordSyncPointInput(Id<Society> Society, SyncOccasion Occasion, DateOnly HeldOn, SyncResult Result, string Collected);

internal sealed class RecordSyncPoint : Mutation<RecordSyncPointInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordSyncPointInput input, MutationContext context, CancellationToken ct)
    {
        var society = await context.FindAsync(input.Society, ct, "society");
        Texts.Check(input.Collected, context, "collected");
        if (society is null || context.HasErrors)
        {
            return context.Refused();
        }

        var rules = await context.RulesOfAsync<CoverageRules>(society.CommitteeId, input.HeldOn, ct);
        context.Add(SyncOccasions.Of(input.Occasion, rules.SyncPoints));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var point = new SyncPoint
        {
            SocietyId = society.Id,
            Occasion = input.Occasion,
            HeldOn = input.HeldOn,
            Result = input.Result,
            Collected = input.Collected,
        };
        context.Graph.Add(point);
        await context.SaveAsync(ct);
        return context.Done(point);
    }
}
