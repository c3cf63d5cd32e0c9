using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.WorkPoints;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Service.Mutations.WorkPoints.Shared;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// Files an event of a society, or enters one that is not filed yet and files it later (001 §4, 004 政治建设-4). A late filing is taken
/// with the warning FILED_LATE, or refused, as the rule set says; where none says by when, nothing is
/// due. Refused: EVENT_FILED 004 政治建设-4, TEXT_INVALID.
/// </summary>
public sealed record FileEventInput(Id<Society> Society, string Event, DateOnly HeldOn, DateOnly? FiledOn);

internal sealed class FileEvent : Mutation<FileEventInput>
{
    public override async Task<MutationResult> ApplyAsync(FileEventInput input, MutationContext context, CancellationToken ct)
    {
        var society = await context.FindAsync(input.Society, ct, "society");
        Texts.Check(input.Event, context, "event");
        if (society is null || context.HasErrors)
        {
            return context.Refused();
        }

        var rules = (await context.FindRulesOfAsync<WorkPointRules>(society.CommitteeId, input.HeldOn, ct))?.Filings;
        context.Add(FilingInTime.Of(input.HeldOn, input.FiledOn, rules));
        var known = await context
            .Graph.Set<EventFiling>()
            .SingleOrDefaultAsync(
                filing => filing.SocietyId == society.Id && filing.Event == input.Event && filing.HeldOn == input.HeldOn,
                ct
            );
        context.Add(WorkFits.FiledOnce(known is not null, known?.FiledOn, input.FiledOn is not null));

        if (context.HasErrors)
        {
            return context.Refused();
        }

        if (known is not null)
        {
            known.FiledOn = input.FiledOn;
            return context.Done(known);
        }

        var filing = new EventFiling
        {
            SocietyId = society.Id,
            Event = input.Event,
            HeldOn = input.HeldOn,
            FiledOn = input.FiledOn,
        };
        context.Graph.Add(filing);
        await context.SaveAsync(ct);
        if (rules is not null)
        {
            context.Graph.Add(EventDuties.Of(society, filing, rules));
        }

        return context.Done(filing);
    }
}
