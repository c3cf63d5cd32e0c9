using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>Records a meeting of a committee (001 §16). Refused: MEETING_RECORDED, TEXT_INVALID.</summary>
public sealed record RecordCommitteeMeetingInput(Id<Committee> Committee, CommitteeMeetingKind Kind, DateOnly HeldOn, string Subject);

internal sealed class RecordCommitteeMeeting : Mutation<RecordCommitteeMeetingInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordCommitteeMeetingInput input, MutationContext context, CancellationToken ct)
    {
        var committee = await context.FindAsync(input.Committee, ct, "committee");
        Texts.Check(input.Subject, context, "subject");
        if (committee is null || context.HasErrors)
        {
            return context.Refused();
        }

        var meeting = new CommitteeMeeting
        {
            CommitteeId = committee.Id,
            Kind = input.Kind,
            HeldOn = input.HeldOn,
            Subject = input.Subject,
        };
        context.Graph.Add(meeting);
        await context.SaveAsync(ct);
        return context.Done(meeting);
    }
}
