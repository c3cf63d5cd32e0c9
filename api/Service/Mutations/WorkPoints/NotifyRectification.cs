using SocietyParty.Rules.WorkPoints;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Service.Mutations.WorkPoints.Shared;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// 通报 Makes known that a problem is closed (001 §7). Refused: WRONG_STAGE 001 §7, STAGE_DATE_TOO_EARLY 001 §7, TEXT_INVALID,
/// VERSION_CONFLICT.
/// </summary>
public sealed record NotifyRectificationInput(Id<Rectification> Rectification, DateOnly On, string? Note, int? Version);

internal sealed class NotifyRectification : Mutation<NotifyRectificationInput>
{
    public override Task<MutationResult> ApplyAsync(NotifyRectificationInput input, MutationContext context, CancellationToken ct) =>
        RectificationMoves.MoveAsync(input.Rectification, RectificationStage.Notified, input.On, input.Note, input.Version, context, ct);
}
