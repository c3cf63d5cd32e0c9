using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// 更正 Corrects a bonus claim that waits for a decision (004 第五条（六）); what it said is kept with the reason. Refused and told: what
/// <see cref="ClaimBonus"/> refuses and tells, RECORD_DECIDED, VERSION_CONFLICT. Told: NOTHING_TO_CHANGE.
/// </summary>
public sealed record CorrectBonusClaimInput(
    Id<BonusClaim> Claim,
    string? Item,
    BonusLevel? Level,
    string? LevelCode,
    string? EvidenceRef,
    string? Description,
    DateOnly? ClaimedOn,
    string Reason,
    int? Version
);

internal sealed class CorrectBonusClaim : Mutation<CorrectBonusClaimInput>
{
    public override async Task<MutationResult> ApplyAsync(CorrectBonusClaimInput input, MutationContext context, CancellationToken ct)
    {
        var claim = await context.FindAsync(input.Claim, ct, "claim");
        Texts.Check(input.Description, context, "description");
        Texts.Check(input.EvidenceRef, context, "evidenceRef");
        Texts.Check(input.Reason, context, "reason");
        if (claim is null || !context.HasVersion(claim, input.Version) || context.HasErrors)
        {
            return context.Refused();
        }

        var entry = (await context.Graph.Set<AssessmentEntry>().FindAsync([claim.EntryId], ct))!;
        var isDecided = claim.Status != BonusClaimStatus.Claimed;
        context.Add(MendingFits.Breaches(new(RecordKind.BonusClaim, MendingAction.Corrected, IsDecided: isDecided), "claim"));
        var rules = await context.SchemeAsync(await context.RoundAsync(entry, ct), ct);
        context.Add(BonusPoints.LevelGiven(input.Level, input.LevelCode, isNeeded: false));
        var (item, level) = (input.Item ?? claim.BonusItem, BonusPoints.Code(input.Level, input.LevelCode) ?? claim.Level);
        context.Add(BonusPoints.Unknown(item, level, rules));
        var known = await context.ClaimsOfYearAsync(entry, ct, but: claim.Id);
        var evidence = BonusEvidence.Spelling(entry.Id, input.EvidenceRef?.Trim() ?? claim.EvidenceRef, known);
        context.Add(BonusEvidence.Breaches(new(entry.Id, "", item, level, evidence), known));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var before = await RecordPast.OfAsync(RecordKind.BonusClaim, claim.Id, context, ct);
        (claim.BonusItem, claim.Level, claim.EvidenceRef) = (item, level, evidence);
        (claim.LevelName, claim.LevelEnglishName) = (rules.Bonus.Name(level)?.Chinese, rules.Bonus.Name(level)?.English);
        claim.Description = input.Description ?? claim.Description;
        claim.Points = BonusPoints.Of(item, level, rules)!.Value;
        claim.ClaimedOn = input.ClaimedOn ?? claim.ClaimedOn;
        await before.KeepAsync(MendingAction.Corrected, input.Reason, context, ct);
        return context.Done(claim);
    }
}
