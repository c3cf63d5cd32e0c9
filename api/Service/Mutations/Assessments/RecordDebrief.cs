using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Assessments;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Records a secretary's debrief with its ballots; the entry becomes DEBRIEFED (004 第五条（五）, 第六条（三）). Refused: WRONG_STAGE,
/// BALLOTS_MISSING, BALLOT_RATE_OUT_OF_RANGE, DATE_TOO_EARLY, DEBRIEF_BY_ANOTHER, VERSION_CONFLICT. Warned: DEBRIEF_WITHOUT_SECRETARY.
/// </summary>
public sealed record RecordDebriefInput(
    Id<AssessmentEntry> Entry,
    DebriefBasis Basis,
    IReadOnlyList<decimal> BallotRates,
    DateOnly HeldOn,
    Id<Person>? Reporter,
    int? Version
);

internal sealed class RecordDebrief : Mutation<RecordDebriefInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordDebriefInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Entry, ct, "entry") is not { } entry || !context.HasVersion(entry, input.Version))
        {
            return context.Refused();
        }

        var round = await context.RoundAsync(entry, ct);
        context.Add(DebriefScore.Breaches(input.BallotRates, await context.SchemeAsync(round, ct)));
        context.Move(entry, AssessmentStage.Debriefed, await context.IsInConsortiumAsync(entry, round, ct));
        context.MustFollow(input.HeldOn, entry.SelfSubmittedOn, "heldOn");
        entry.DebriefedById = await ReporterAsync(input, entry, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        entry.DebriefedOn = input.HeldOn;
        entry.DebriefBasis = input.Basis;
        context.Graph.AddRange(
            input.BallotRates.Select(
                (rate, i) =>
                    new DebriefBallot
                    {
                        EntryId = entry.Id,
                        BallotNumber = i + 1,
                        Rate = rate,
                    }
            )
        );
        return context.Done(entry);
    }

    /// <summary>The branch's secretary of that day, where records know one; else whoever is named.</summary>
    private static async Task<long?> ReporterAsync(
        RecordDebriefInput input,
        AssessmentEntry entry,
        MutationContext context,
        CancellationToken ct
    )
    {
        var named = await context.FindAsync(input.Reporter, ct, "reporter");
        var secretaries = await context
            .Graph.Set<Appointment>()
            .Where(post => post.BranchId == entry.BranchId && post.Post == Post.BranchSecretary && post.ValidDuring.Contains(input.HeldOn))
            .Select(post => post.PersonId)
            .ToListAsync(ct);
        context.Add(DebriefReporter.Breaches(named?.Id, secretaries));
        return named?.Id ?? secretaries.Cast<long?>().FirstOrDefault();
    }
}
