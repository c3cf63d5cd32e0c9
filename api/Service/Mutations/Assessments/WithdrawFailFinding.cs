using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>Withdraws a wrong finding; it is kept (004 第五条（七）). Refused: REASON_MISSING, WRONG_STAGE, DATE_TOO_EARLY.</summary>
public sealed record WithdrawFailFindingInput(Id<FailFinding> Finding, string Reason, DateOnly WithdrawnOn);

internal sealed class WithdrawFailFinding : Mutation<WithdrawFailFindingInput>
{
    public override async Task<MutationResult> ApplyAsync(WithdrawFailFindingInput input, MutationContext context, CancellationToken ct)
    {
        context.Add(RequiredText.Check(NeededText.WithdrawalReason, input.Reason, "reason"));

        if (await context.FindAsync(input.Finding, ct, "finding") is not { } finding)
        {
            return context.Refused();
        }

        context.Add(FindingFits.Stands(finding.WithdrawnOn, finding.Clause));

        var entry = (await context.Graph.Set<AssessmentEntry>().FindAsync([finding.EntryId], ct))!;
        context.Add(EntryFits.NotIssued(entry.Stage, "finding"));
        context.MustFollow(input.WithdrawnOn, finding.FoundOn, "withdrawnOn");
        if (context.HasErrors)
        {
            return context.Refused();
        }

        finding.WithdrawnOn = input.WithdrawnOn;
        finding.WithdrawalReason = input.Reason;
        finding.WithdrawnBy = context.Actor;
        return context.Done(finding);
    }
}
