using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Hands in a branch's own scores; again until the next stage (004 第六条（一）). Refused: WRONG_STAGE, SELF_BEFORE_ROUND,
/// DEBRIEF_NOT_SELF_SCORED, SCORE_EXCEEDS_MAXIMUM, SCORE_IS_NEGATIVE, SCORE_IS_TOO_FINE, ITEM_UNKNOWN, ITEM_REPEATED, ITEM_NOT_SCORED,
/// VERSION_CONFLICT.
/// </summary>
public sealed record SubmitSelfAssessmentInput(
    Id<AssessmentEntry> Entry,
    IReadOnlyList<ItemScore> Scores,
    DateOnly SubmittedOn,
    int? Version
);

internal sealed class SubmitSelfAssessment : Mutation<SubmitSelfAssessmentInput>
{
    public override async Task<MutationResult> ApplyAsync(SubmitSelfAssessmentInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Entry, ct, "entry") is not { } entry || !context.HasVersion(entry, input.Version))
        {
            return context.Refused();
        }

        var round = await context.RoundAsync(entry, ct);
        var rules = await context.SchemeAsync(round, ct);
        context.Add(EntryFits.IsSelf(entry.Stage));

        context.Add(SelfAssessmentFits.Breaches(input.Scores, round.OpenedOn, input.SubmittedOn, rules));
        context.Add(ScoreMaximum.Breaches(input.Scores, rules, "scores"));
        // Others vote on the debrief.
        context.Add(ScoreMaximum.Missing(input.Scores.Select(score => score.Item).Append(rules.Debrief.Item), rules, "scores"));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        await context.RateAsync(entry, RatingPhase.Self, input.Scores, rules, ct);
        entry.SelfSubmittedOn = input.SubmittedOn;
        // After a step back: the team's ranking stands, and nobody ranks again for one branch.
        if (await context.IsRankedAsync(entry, round, ct))
        {
            context.Move(entry, AssessmentStage.Supervised, isInConsortium: true);
        }

        // Other scores on the same day are another version, too.
        context.Graph.Entry(entry).Property(row => row.SelfSubmittedOn).IsModified = true;
        return context.Done(entry);
    }
}
