using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Takes an entry one step back, before its result is issued; what that takes away is kept in the history (004 第六条). Refused:
/// WRONG_STAGE, REASON_MISSING, DATE_TOO_EARLY, VERSION_CONFLICT.
/// </summary>
public sealed record ReturnAssessmentInput(Id<AssessmentEntry> Entry, string Reason, DateOnly ReturnedOn, int? Version);

internal sealed class ReturnAssessment : Mutation<ReturnAssessmentInput>
{
    public override async Task<MutationResult> ApplyAsync(ReturnAssessmentInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Entry, ct, "entry") is not { } entry || !context.HasVersion(entry, input.Version))
        {
            return context.Refused();
        }

        context.Add(RequiredText.Check(NeededText.ReturnReason, input.Reason, "reason"));

        context.Add(StageOrder.CannotGoBack(entry.Stage));
        context.MustFollow(input.ReturnedOn, entry.ReviewedOn ?? entry.DebriefedOn ?? entry.SelfSubmittedOn, "returnedOn");
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var isInConsortium = await context.IsInConsortiumAsync(entry, await context.RoundAsync(entry, ct), ct);
        var (now, back) = (entry.Stage, StageOrder.Back(entry.Stage, isInConsortium, entry.NotSubmittedOn is null));
        Entries.Record(context, entry.Id, now, back, input.Reason, await UndoAsync(entry, context, ct));
        entry.Stage = back;
        return context.Done(entry);
    }

    /// <summary>Takes away what the stage brought, and gives it as JSON.</summary>
    private static async Task<string?> UndoAsync(AssessmentEntry entry, MutationContext context, CancellationToken ct)
    {
        switch (entry.Stage)
        {
            case AssessmentStage.Reviewed:
                var scores = context.Graph.Set<AssessmentRating>().Where(one => one.EntryId == entry.Id && one.Phase == RatingPhase.Review);
                var reviewed = Json(
                    new
                    {
                        entry.ReviewedOn,
                        entry.NotSubmittedOn,
                        entry.SatisfactionRate,
                        Scores = await scores.AsNoTracking().ToDictionaryAsync(one => one.ItemCode, one => one.Score, ct),
                    }
                );
                await scores.ExecuteDeleteAsync(ct);
                (entry.ReviewedOn, entry.NotSubmittedOn, entry.SatisfactionRate) = (null, null, null);
                return reviewed;
            case AssessmentStage.Debriefed:
                var ballots = context.Graph.Set<DebriefBallot>().Where(one => one.EntryId == entry.Id);
                var debriefed = Json(
                    new
                    {
                        entry.DebriefedOn,
                        entry.DebriefBasis,
                        entry.DebriefedById,
                        BallotRates = await ballots.OrderBy(one => one.BallotNumber).Select(one => one.Rate).ToListAsync(ct),
                    }
                );
                await ballots.ExecuteDeleteAsync(ct);
                (entry.DebriefedOn, entry.DebriefBasis, entry.DebriefedById) = (null, null, null);
                return debriefed;
            default:
                // A ranking is of the whole consortium and stands.
                return null;
        }
    }

    private static string Json(object undone) => JsonSerializer.Serialize(undone, JsonSerializerOptions.Web);
}
