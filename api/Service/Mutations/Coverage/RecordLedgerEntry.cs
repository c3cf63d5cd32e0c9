using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Coverage;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Coverage;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Coverage.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Coverage;

/// <summary>
/// Enters one of the five clarities into the ledger of a society; the entry before it stays in the history (002 §2). Refused:
/// TEXT_INVALID, PERIOD_TOO_EARLY, DUPLICATE_LEDGER_ENTRY, COUNT_NOT_ASKED_FOR, USE_UNCOVERED_REASON.
/// </summary>
public sealed record RecordLedgerEntryInput(
    Id<Society> Society,
    ClarityAspect Aspect,
    bool IsClear,
    string Statement,
    int? Counted,
    DateOnly RecordedOn
);

internal sealed class RecordLedgerEntry : Mutation<RecordLedgerEntryInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordLedgerEntryInput input, MutationContext context, CancellationToken ct)
    {
        var society = await context.FindAsync(input.Society, ct, "society");
        Texts.Check(input.Statement, context, "statement");
        context.Add(LedgerCounts.Check(input.Aspect, input.Counted));

        if (society is null || context.HasErrors)
        {
            return context.Refused();
        }

        var entries = context.Graph.Set<LedgerEntry>().Where(entry => entry.SocietyId == society.Id && entry.Aspect == input.Aspect);
        context.Add(LedgerOnce.Check(input.RecordedOn, await entries.Select(entry => entry.ValidDuring.LowerBound).ToListAsync(ct)));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        await Periods.FollowAsync(entries, input.RecordedOn, context, "recordedOn", ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var entered = new LedgerEntry
        {
            SocietyId = society.Id,
            Aspect = input.Aspect,
            IsClear = input.IsClear,
            Statement = input.Statement,
            Counted = input.Counted,
            ValidDuring = Days.Of(input.RecordedOn, null),
        };
        context.Graph.Add(entered);
        await context.SaveAsync(ct);
        return context.Done(entered);
    }
}
