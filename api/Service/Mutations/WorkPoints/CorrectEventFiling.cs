using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Mending;
using SocietyParty.Rules.WorkPoints;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Service.Mutations.WorkPoints.Shared;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// 更正 Corrects an event and its filing (001 §4, 004 政治建设-4); what is due follows its day. What it said is kept with the reason.
/// Refused and told: what <see cref="FileEvent"/> refuses and tells, VERSION_CONFLICT. Told: NOTHING_TO_CHANGE.
/// </summary>
/// <param name="FiledOn">Null: it was not filed after all.</param>
public sealed record CorrectEventFilingInput(
    Id<EventFiling> Filing,
    string? Event,
    DateOnly? HeldOn,
    Maybe<DateOnly?> FiledOn,
    string Reason,
    int? Version
);

internal sealed class CorrectEventFiling : Mutation<CorrectEventFilingInput>
{
    public override async Task<MutationResult> ApplyAsync(CorrectEventFilingInput input, MutationContext context, CancellationToken ct)
    {
        var filing = await context.FindAsync(input.Filing, ct, "filing");
        Texts.Check(input.Event, context, "event");
        Texts.Check(input.Reason, context, "reason");
        if (filing is null || !context.HasVersion(filing, input.Version) || context.HasErrors)
        {
            return context.Refused();
        }

        var before = await RecordPast.OfAsync(RecordKind.EventFiling, filing.Id, context, ct);
        var isMoved = input.HeldOn is { } day && day != filing.HeldOn;
        filing.Event = input.Event ?? filing.Event;
        filing.HeldOn = input.HeldOn ?? filing.HeldOn;
        filing.FiledOn = input.FiledOn.Or(filing.FiledOn);
        var society = (await context.Graph.Set<Society>().FindAsync([filing.SocietyId], ct))!;
        var rules = (await context.FindRulesOfAsync<WorkPointRules>(society.CommitteeId, filing.HeldOn, ct))?.Filings;
        context.Add(FilingInTime.Of(filing.HeldOn, filing.FiledOn, rules));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        if (isMoved)
        {
            await context.SaveAsync(ct);
            await context.Graph.Set<Duty>().Where(duty => duty.EventFilingId == filing.Id).ExecuteDeleteAsync(ct);
            if (rules is not null)
            {
                context.Graph.Add(EventDuties.Of(society, filing, rules));
            }
        }

        await before.KeepAsync(MendingAction.Corrected, input.Reason, context, ct);
        return context.Done(filing);
    }
}
