using SocietyParty.Rules.Evidence;
using SocietyParty.Service.Model.Evidence;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Evidence;

/// <summary>
/// 作废 Declares a record void that was entered in error: it never held, and the state before it lasts until the next one. It is kept, with
/// the reason. Refused: EVIDENCE_VOID, TEXT_INVALID, VERSION_CONFLICT.
/// </summary>
public sealed record VoidEvidenceInput(Id<EvidenceRecord> Record, string Reason, int? Version);

internal sealed class VoidEvidence : Mutation<VoidEvidenceInput>
{
    public override async Task<MutationResult> ApplyAsync(VoidEvidenceInput input, MutationContext context, CancellationToken ct)
    {
        var record = await context.FindAsync(input.Record, ct, "record");
        Texts.Check(input.Reason, context, "reason");
        if (record is null || !context.HasVersion(record, input.Version) || context.HasErrors)
        {
            return context.Refused();
        }

        context.Add(EvidenceFits.Void(record.VoidedOn));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        record.VoidedOn = context.Today;
        record.VoidReason = input.Reason;
        await context.SaveAsync(ct);
        return context.Done(record);
    }
}
