using SocietyParty.Rules.WorkPoints;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Service.Mutations.WorkPoints.Shared;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// 建账 Enters a problem that was found in the ledger (001 §7). Refused: WRONG_STAGE 001 §7, STAGE_DATE_TOO_EARLY 001 §7, TEXT_INVALID,
/// VERSION_CONFLICT.
/// </summary>
public sealed record LedgerRectificationInput(Id<Rectification> Rectification, DateOnly On, string? Note, int? Version);

internal sealed class LedgerRectification : Mutation<LedgerRectificationInput>
{
    public override Task<MutationResult> ApplyAsync(LedgerRectificationInput input, MutationContext context, CancellationToken ct) =>
        RectificationMoves.MoveAsync(input.Rectification, RectificationStage.Ledgered, input.On, input.Note, input.Version, context, ct);
}
