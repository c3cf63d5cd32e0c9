using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// 更正 Corrects what is recorded of a committee's meeting (001 §16); what it said is kept with the reason. Refused: MEETING_RECORDED,
/// TEXT_INVALID, VERSION_CONFLICT. Told: NOTHING_TO_CHANGE.
/// </summary>
public sealed record CorrectCommitteeMeetingInput(
    Id<CommitteeMeeting> CommitteeMeeting,
    CommitteeMeetingKind? Kind,
    DateOnly? HeldOn,
    string? Subject,
    string Reason,
    int? Version
);

internal sealed class CorrectCommitteeMeeting : Mutation<CorrectCommitteeMeetingInput>
{
    public override async Task<MutationResult> ApplyAsync(CorrectCommitteeMeetingInput input, MutationContext context, CancellationToken ct)
    {
        var meeting = await context.FindAsync(input.CommitteeMeeting, ct, "committeeMeeting");
        Texts.Check(input.Subject, context, "subject");
        Texts.Check(input.Reason, context, "reason");
        if (meeting is null || !context.HasVersion(meeting, input.Version) || context.HasErrors)
        {
            return context.Refused();
        }

        var before = await RecordPast.OfAsync(RecordKind.CommitteeMeeting, meeting.Id, context, ct);
        meeting.Kind = input.Kind ?? meeting.Kind;
        meeting.HeldOn = input.HeldOn ?? meeting.HeldOn;
        meeting.Subject = input.Subject ?? meeting.Subject;
        await before.KeepAsync(MendingAction.Corrected, input.Reason, context, ct);
        return context.Done(meeting);
    }
}
