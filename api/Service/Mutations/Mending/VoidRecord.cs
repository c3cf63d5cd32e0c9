using SocietyParty.Rules.Mending;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Mending;

/// <summary>
/// 作废 Declares a record void that was entered in error. It leaves its table, so that every figure is as if it had never been, and is
/// kept whole with the reason. Refused: RECORD_NOT_VOIDABLE, NOT_FOUND, RECORD_IN_ISSUED_RESULT 004 第六条（四）, RECORD_DECIDED, TEXT_INVALID,
/// VERSION_CONFLICT.
/// </summary>
public sealed record VoidRecordInput(NodeId Node, string Reason, int? Version);

internal sealed class VoidRecord : Mutation<VoidRecordInput>
{
    public override async Task<MutationResult> ApplyAsync(VoidRecordInput input, MutationContext context, CancellationToken ct)
    {
        Texts.Check(input.Reason, context, "reason");
        if (RecordVoid.Of(input.Node.Type) is not { } way)
        {
            context.Add(VoidFits.Check(hasWay: false, input.Node.Type == "EvidenceRecord"));
            return context.Refused();
        }

        if (await way.FindAsync(input.Node, context, ct) is not { } record || !context.HasVersion(record, input.Version))
        {
            return context.Refused();
        }

        context.Add(MendingFits.Breaches(await way.FactsAsync(record, context, ct), "node"));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var before = await RecordPast.OfAsync(way.Kind, record.Id, context, ct);
        await way.RemoveAsync(record, context, ct);
        return context.Done((await before.KeepAsync(MendingAction.Voided, input.Reason, context, ct))!);
    }
}
