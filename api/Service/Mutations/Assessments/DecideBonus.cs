using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Accepts or refuses a bonus claim; another decision replaces it until the entry is reviewed (004 第五条（六）). Refused: REASON_MISSING,
/// WRONG_STAGE, DATE_TOO_EARLY, VERSION_CONFLICT. Warned: EVIDENCE_COUNTS_ONCE (the same evidence is accepted elsewhere).
/// </summary>
public sealed record DecideBonusInput(Id<BonusClaim> Claim, bool Accepted, string? Reason, DateOnly DecidedOn, int? Version);

internal sealed class DecideBonus : Mutation<DecideBonusInput>
{
    private const string Clause = "004 第五条（六）";

    public override async Task<MutationResult> ApplyAsync(DecideBonusInput input, MutationContext context, CancellationToken ct)
    {
        if (!input.Accepted && string.IsNullOrWhiteSpace(input.Reason))
        {
            context.Fail("REASON_MISSING.DecideBonus", [], "reason");
        }

        if (await context.FindAsync(input.Claim, ct, "claim") is not { } claim || !context.HasVersion(claim, input.Version))
        {
            return context.Refused();
        }

        context.MustNotBeReviewed((await context.Graph.Set<AssessmentEntry>().FindAsync([claim.EntryId], ct))!, Clause, "claim");
        context.MustFollow(input.DecidedOn, claim.ClaimedOn, "decidedOn");
        if (context.HasErrors)
        {
            return context.Refused();
        }

        if (
            input.Accepted
            && await context
                .Graph.Set<BonusClaim>()
                .AnyAsync(
                    other =>
                        other.EntryId == claim.EntryId
                        && other.EvidenceRef == claim.EvidenceRef
                        && other.Id != claim.Id
                        && other.Status == BonusClaimStatus.Accepted,
                    ct
                )
        )
        {
            context.Add(new Breach("EVIDENCE_COUNTS_ONCE", [("evidenceRef", claim.EvidenceRef)], Clause, Severity.Warning, "claim"));
        }

        claim.Status = input.Accepted ? BonusClaimStatus.Accepted : BonusClaimStatus.Refused;
        claim.DecidedOn = input.DecidedOn;
        claim.Reason = string.IsNullOrWhiteSpace(input.Reason) ? null : input.Reason;
        return context.Done(claim);
    }
}
