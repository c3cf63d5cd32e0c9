using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Inputs;
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
        context.Add(input.Accepted ? null : RequiredText.Check(NeededText.BonusReason, input.Reason, "reason"));

        if (await context.FindAsync(input.Claim, ct, "claim") is not { } claim || !context.HasVersion(claim, input.Version))
        {
            return context.Refused();
        }

        var entry = (await context.Graph.Set<AssessmentEntry>().FindAsync([claim.EntryId], ct))!;
        context.Add(EntryFits.NotReviewed(entry.Stage, Clause, "claim"));
        context.MustFollow(input.DecidedOn, claim.ClaimedOn, "decidedOn");
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var counts =
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
                );
        context.Add(BonusEvidence.CountsOnce(claim.EvidenceRef, counts));

        claim.Status = input.Accepted ? BonusClaimStatus.Accepted : BonusClaimStatus.Refused;
        claim.DecidedOn = input.DecidedOn;
        claim.Reason = string.IsNullOrWhiteSpace(input.Reason) ? null : input.Reason;
        return context.Done(claim);
    }
}
