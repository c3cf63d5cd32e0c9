using SocietyParty.Rules.Coverage;
using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model.Coverage;
using SocietyParty.Service.Mutations.Coverage.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Coverage;

/// <summary>
/// 更正 Corrects an entry of a ledger (002 §2); what it said is kept with the reason. One of a wrong day or aspect is declared void and
/// entered anew. Refused: TEXT_INVALID, COUNT_NOT_ASKED_FOR, VERSION_CONFLICT. Told: NOTHING_TO_CHANGE.
/// </summary>
public sealed record CorrectLedgerEntryInput(
    Id<LedgerEntry> LedgerEntry,
    bool? IsClear,
    string? Statement,
    Maybe<int?> Counted,
    string Reason,
    int? Version
);

internal sealed class CorrectLedgerEntry : Mutation<CorrectLedgerEntryInput>
{
    public override async Task<MutationResult> ApplyAsync(CorrectLedgerEntryInput input, MutationContext context, CancellationToken ct)
    {
        var entry = await context.FindAsync(input.LedgerEntry, ct, "ledgerEntry");
        Texts.Check(input.Statement, context, "statement");
        Texts.Check(input.Reason, context, "reason");
        if (entry is null || !context.HasVersion(entry, input.Version))
        {
            return context.Refused();
        }

        context.Add(LedgerCounts.Count(entry.Aspect, input.Counted.Value));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var before = await RecordPast.OfAsync(RecordKind.LedgerEntry, entry.Id, context, ct);
        entry.IsClear = input.IsClear ?? entry.IsClear;
        entry.Statement = input.Statement ?? entry.Statement;
        entry.Counted = input.Counted.Or(entry.Counted);
        await before.KeepAsync(MendingAction.Corrected, input.Reason, context, ct);
        return context.Done(entry);
    }
}
