using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
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

        if (string.IsNullOrWhiteSpace(input.Reason))
        {
            context.Fail("REASON_MISSING.DismissFinding", [], "reason");
        }

        context.MustNotBeIssued(entry, "entry");
        if (!context.HasErrors && !(await context.ProposedAsync(entry, ct)).Contains(input.Cause))
        {
            context.Add(new Breach("FINDING_NOT_PROPOSED", [("cause", input.Cause)], "004 第五条（七）", Path: ["cause"]));
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
