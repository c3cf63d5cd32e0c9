using SocietyParty.Rules.Assessments;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Records a secretary's debrief with its ballots; the entry becomes DEBRIEFED (004 第五条（五）, 第六条（三）). Refused: WRONG_STAGE,
/// BALLOTS_MISSING, BALLOT_RATE_OUT_OF_RANGE, DATE_TOO_EARLY, VERSION_CONFLICT.
/// </summary>
public sealed record RecordDebriefInput(
    Id<AssessmentEntry> Entry,
    DebriefBasis Basis,
    IReadOnlyList<decimal> BallotRates,
    DateOnly HeldOn,
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
}
