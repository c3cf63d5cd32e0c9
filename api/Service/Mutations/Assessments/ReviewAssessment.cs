using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Confirms an entry's scores; it becomes REVIEWED (004 第六条（四）). Refused: WRONG_STAGE, SCORE_EXCEEDS_MAXIMUM and the other
/// breaches of <see cref="ScoreMaximum"/>, BONUS_NOT_DECIDED, FINDING_OPEN, SATISFACTION_OUT_OF_RANGE, DATE_TOO_EARLY,
/// VERSION_CONFLICT. Warned: DIFFERS_FROM_SUGGESTION, NO_ACTIVITY (with the finding that goes with it).
/// </summary>
public sealed record ReviewAssessmentInput(
    Id<AssessmentEntry> Entry,
    IReadOnlyList<ItemScore> Scores,
    bool? ConfirmSuggested,
    decimal? SatisfactionRate,
    DateOnly ReviewedOn,
    int? Version
);

internal sealed class ReviewAssessment : Mutation<ReviewAssessmentInput>
{
    public override async Task<MutationResult> ApplyAsync(ReviewAssessmentInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Entry, ct, "entry") is not { } entry || !context.HasVersion(entry, input.Version))
        {
            return context.Refused();
        }

        var round = await context.RoundAsync(entry, ct);
        var rules = await context.SchemeAsync(round, ct);
        var suggested = await SuggestedAsync(entry, context, ct);
        var scores = Together(input, suggested);
        context.Add(ScoreMaximum.Breaches(input.Scores, rules, "scores"));
        context.Add(ScoreMaximum.Missing(scores.Select(score => score.Item), rules, "scores"));
        context.Add(EntryFits.Satisfaction(input.SatisfactionRate));

        await context.MustHaveDecidedAsync(entry, ct);
        await context.MustBeSettledAsync(entry, ct);
        context.Move(entry, AssessmentStage.Reviewed, isInConsortium: false);
        context.MustFollow(input.ReviewedOn, entry.DebriefedOn, "reviewedOn");
        if (context.HasErrors)
        {
            return context.Refused();
        }

        context.Add(EntryFits.Differs(input.Scores, suggested));
        await context.RateAsync(entry, RatingPhase.Review, scores, rules, ct);
        await Inactivity.FindAsync(entry, round, rules, input.ReviewedOn, context, ct);
        entry.ReviewedOn = input.ReviewedOn;
        entry.SatisfactionRate = input.SatisfactionRate;
        return context.Done(entry);
    }

    private static List<ItemScore> Together(ReviewAssessmentInput input, IReadOnlyList<ItemScore> suggested) =>
        input.ConfirmSuggested == true
            ? [.. input.Scores, .. suggested.ExceptBy(input.Scores.Select(score => score.Item), score => score.Item)]
            : [.. input.Scores];

    // The database suggests, so that a query shows the same numbers; a test compares them with SuggestedScores.
    private static async Task<IReadOnlyList<ItemScore>> SuggestedAsync(
        AssessmentEntry entry,
        MutationContext context,
        CancellationToken ct
    ) =>
        await context
            .Graph.Database.SqlQuery<ItemScore>(
                $"""SELECT item_code AS "Item", score AS "Score" FROM graph.assessment_suggested_score WHERE entry_id = {entry.Id}"""
            )
            .ToListAsync(ct);
}
