using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Appointments;
using SocietyParty.Rules.Days;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Appointments;

/// <summary>
/// Starts a term of a council; the term before it ends on that day where it would last longer, and its posts with it. Refused:
/// PERIOD_EMPTY, COUNCIL_TERM_OVERLAPS (a term begins on that day or later), COUNCIL_TERM_NUMBER_TAKEN, COUNCIL_TERM_NUMBER_WRONG.
/// </summary>
public sealed record StartCouncilTermInput(Id<Society> Society, DateOnly StartedOn, DateOnly EndsOn, int? TermNumber);

internal sealed class StartCouncilTerm : Mutation<StartCouncilTermInput>
{
    public override async Task<MutationResult> ApplyAsync(StartCouncilTermInput input, MutationContext context, CancellationToken ct)
    {
        var society = await context.FindAsync(input.Society, ct, "society");
        context.Add(PeriodFits.TermHasDays(input.StartedOn, input.EndsOn, "endsOn"));

        context.Add(CouncilTermFits.Number(input.TermNumber));

        if (society is null || context.HasErrors)
        {
            return context.Refused();
        }

        var terms = await context.Graph.Set<CouncilTerm>().Where(term => term.SocietyId == society.Id).ToListAsync(ct);
        context.Add(
            CouncilTermFits.Check(
                input.StartedOn,
                input.TermNumber,
                [.. terms.Select(term => new KnownTerm(term.TermNumber, term.StartedOn))]
            )
        );

        if (context.HasErrors)
        {
            return context.Refused();
        }

        foreach (var term in terms.Where(term => term.EndsOn > input.StartedOn))
        {
            await EndAsync(term, input.StartedOn, context, ct);
        }
        // The end must stand in the database before the new term begins there: no two may overlap.
        await context.SaveAsync(ct);
        var started = new CouncilTerm
        {
            SocietyId = society.Id,
            TermNumber = input.TermNumber ?? terms.Select(term => term.TermNumber).DefaultIfEmpty().Max() + 1,
            StartedOn = input.StartedOn,
            EndsOn = input.EndsOn,
        };
        context.Graph.Add(started);
        await context.SaveAsync(ct);
        return context.Done(started);
    }

    private static async Task EndAsync(CouncilTerm term, DateOnly day, MutationContext context, CancellationToken ct)
    {
        term.EndsOn = day;
        var posts = context.Graph.Set<Appointment>();
        foreach (var post in await posts.Where(post => post.CouncilTermId == term.Id).ToListAsync(ct))
        {
            if (!post.ValidDuring.CanEndOn(day))
            {
                posts.Remove(post);
            }
            else if (!post.ValidDuring.HasEndedBy(day))
            {
                post.ValidDuring = post.ValidDuring.Until(day);
            }
        }
    }
}
