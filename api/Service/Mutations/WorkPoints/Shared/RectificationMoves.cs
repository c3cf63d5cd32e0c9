using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.WorkPoints;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.WorkPoints.Shared;

/// <summary>The steps of a rectification that the mutations take, one each.</summary>
internal static class RectificationMoves
{
    /// <summary>Moves it on where it stands before that stage; adds WRONG_STAGE or STAGE_DATE_TOO_EARLY where it does not.</summary>
    public static async Task<MutationResult> MoveAsync(
        Id<Rectification> id,
        RectificationStage next,
        DateOnly day,
        string? note,
        int? version,
        MutationContext context,
        CancellationToken ct
    )
    {
        var found = await context.FindAsync(id, ct, "rectification");
        Texts.Check(note, context, "note");
        if (found is null || !context.HasVersion(found, version) || context.HasErrors)
        {
            return context.Refused();
        }

        var present = await context
            .Graph.Set<RectificationMove>()
            .Where(move => move.RectificationId == found.Id)
            .OrderByDescending(move => move.Id)
            .FirstAsync(ct);
        var rules = await context.FindRulesOfAsync<WorkPointRules>(found.CommitteeId, day, ct);
        context.Add(RectificationSteps.Breaches(present.ToStage, present.MovedOn, next, day, rules?.Rectification));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        await AddAsync(found, present.ToStage, next, day, note, rules?.Rectification, context, ct);
        return context.Done(found);
    }

    public static async Task AddAsync(
        Rectification rectification,
        RectificationStage? from,
        RectificationStage to,
        DateOnly day,
        string? note,
        RectificationRule? rules,
        MutationContext context,
        CancellationToken ct
    )
    {
        context.Graph.Add(
            new RectificationMove
            {
                RectificationId = rectification.Id,
                FromStage = from,
                ToStage = to,
                MovedOn = day,
                Note = note,
                Actor = context.Actor,
            }
        );
        // Before the duty: of two who move it on at once, the stage refuses the second.
        await context.SaveAsync(ct);
        if (rules is null || RectificationSteps.NextDue(to, day, rules) is not var (stage, dueOn))
        {
            return;
        }

        context.Graph.Add(
            new Duty
            {
                Kind = DutyKind.Rectification,
                CommitteeId = rectification.CommitteeId,
                SocietyId = rectification.SocietyId,
                RectificationId = rectification.Id,
                Period = Names.UpperSnake(stage.ToString()),
                BeginsOn = day,
                EndsOn = dueOn.AddDays(1),
                DueOn = dueOn,
                Target = 1,
                Clause = rules.Source,
            }
        );
    }
}
