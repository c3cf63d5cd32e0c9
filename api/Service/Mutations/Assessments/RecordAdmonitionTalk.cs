using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Records that the talk with the secretary of a failed branch was held (004 第七条). Refused: WRONG_STAGE, TALK_BEFORE_ISSUE.
/// </summary>
public sealed record RecordAdmonitionTalkInput(Id<AdmonitionTalk> Talk, DateOnly HeldOn, string? Note);

internal sealed class RecordAdmonitionTalk : Mutation<RecordAdmonitionTalkInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordAdmonitionTalkInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Talk, ct, "talk") is not { } talk)
        {
            return context.Refused();
        }

        // The fail that it is about: the first of those that stand in a row up to now.
        var results = await context
            .Graph.Set<Assessment>()
            .AsNoTracking()
            .Where(result => result.EntryId == talk.EntryId)
            .OrderByDescending(result => result.ResultVersion)
            .ToListAsync(ct);
        var issued = results.TakeWhile(result => result.Grade == AssessmentGrade.Unqualified).LastOrDefault()?.IssuedOn;
        context.Add(IssueFits.Talk(talk.HeldOn, talk.LapsedOn, issued, input.HeldOn));

        if (context.HasErrors)
        {
            return context.Refused();
        }

        talk.HeldOn = input.HeldOn;
        talk.Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note;
        return context.Done(talk);
    }
}
