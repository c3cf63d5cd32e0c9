using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Decides on a branch that handed in nothing: no points, and the others of the round go on; it becomes REVIEWED (004 第六条（四）).
/// Refused: WRONG_STAGE, SELF_SUBMITTED, UNSUBMITTED_TOO_EARLY, BONUS_NOT_DECIDED, FINDING_OPEN, REASON_MISSING, VERSION_CONFLICT.
/// </summary>
public sealed record CloseUnsubmittedAssessmentInput(Id<AssessmentEntry> Entry, string Reason, DateOnly DecidedOn, int? Version);

internal sealed class CloseUnsubmittedAssessment : Mutation<CloseUnsubmittedAssessmentInput>
{
    public override async Task<MutationResult> ApplyAsync(
        CloseUnsubmittedAssessmentInput input,
        MutationContext context,
        CancellationToken ct
    )
    {
        if (await context.FindAsync(input.Entry, ct, "entry") is not { } entry || !context.HasVersion(entry, input.Version))
        {
            return context.Refused();
        }

        var round = await context.RoundAsync(entry, ct);
        context.Add(RequiredText.Check(NeededText.ClosingReason, input.Reason, "reason"));

        context.Add(StageOrder.Unsubmitted(entry.Stage, entry.SelfSubmittedOn, round.CutOffOn, input.DecidedOn));
        await context.MustHaveDecidedAsync(entry, ct);
        await context.MustBeSettledAsync(entry, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var rules = await context.SchemeAsync(round, ct);
        await context.RateAsync(entry, RatingPhase.Review, rules.Items.Select(item => new ItemScore(item.Code, 0)), rules, ct);
        await Inactivity.FindAsync(entry, round, rules, input.DecidedOn, context, ct);
        Entries.Record(context, entry.Id, entry.Stage, AssessmentStage.Reviewed, input.Reason);
        (entry.Stage, entry.NotSubmittedOn, entry.ReviewedOn) = (AssessmentStage.Reviewed, input.DecidedOn, input.DecidedOn);
        return context.Done(entry);
    }
}
