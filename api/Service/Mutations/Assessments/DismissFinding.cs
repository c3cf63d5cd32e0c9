using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Dismisses what the graph put to the committee as a finding: it does not make the branch fail (004 第五条（七）). Refused:
/// FINDING_NOT_PROPOSED, REASON_MISSING, WRONG_STAGE, VERSION_CONFLICT.
/// </summary>
public sealed record DismissFindingInput(Id<AssessmentEntry> Entry, FindingCause Cause, string Reason, DateOnly DismissedOn, int? Version);

internal sealed class DismissFinding : Mutation<DismissFindingInput>
{
    public override async Task<MutationResult> ApplyAsync(DismissFindingInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Entry, ct, "entry") is not { } entry || !context.HasVersion(entry, input.Version))
        {
            return context.Refused();
        }

        context.Add(RequiredText.Check(NeededText.DismissalReason, input.Reason, "reason"));

        context.Add(EntryFits.NotIssued(entry.Stage, "entry"));
        if (!context.HasErrors)
        {
            context.Add(FindingFits.IsProposed(input.Cause, await context.ProposedAsync(entry, ct)));
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        context.Graph.Add(
            new DismissedFinding
            {
                EntryId = entry.Id,
                Cause = input.Cause,
                Reason = input.Reason,
                DismissedOn = input.DismissedOn,
                DismissedBy = context.Actor,
            }
        );
        return context.Done(entry);
    }
}
