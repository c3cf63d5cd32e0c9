using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model.Coverage;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Coverage;

/// <summary>
/// 更正 Corrects why a society has no party organization (002 §2); what it said is kept with the reason. One of a wrong day is declared void
/// and entered anew. Refused: EXPLANATION_MISSING, TEXT_INVALID, VERSION_CONFLICT. Told: NOTHING_TO_CHANGE.
/// </summary>
public sealed record CorrectUncoveredReasonInput(
    Id<UncoveredReason> UncoveredReason,
    UncoveredReasonCode? Code,
    Maybe<string> Explanation,
    string Reason,
    int? Version
);

internal sealed class CorrectUncoveredReason : Mutation<CorrectUncoveredReasonInput>
{
    public override async Task<MutationResult> ApplyAsync(CorrectUncoveredReasonInput input, MutationContext context, CancellationToken ct)
    {
        var entry = await context.FindAsync(input.UncoveredReason, ct, "uncoveredReason");
        Texts.Check(input.Explanation.Value, context, "explanation");
        Texts.Check(input.Reason, context, "reason");
        if (entry is null || !context.HasVersion(entry, input.Version) || context.HasErrors)
        {
            return context.Refused();
        }

        var before = await RecordPast.OfAsync(RecordKind.UncoveredReason, entry.Id, context, ct);
        entry.Code = input.Code ?? entry.Code;
        entry.Explanation = input.Explanation.Or(entry.Explanation);
        context.Add(
            entry.Code == UncoveredReasonCode.Other ? RequiredText.Check(NeededText.Explanation, entry.Explanation, "explanation") : null
        );
        if (context.HasErrors)
        {
            return context.Refused();
        }

        await before.KeepAsync(MendingAction.Corrected, input.Reason, context, ct);
        return context.Done(entry);
    }
}
