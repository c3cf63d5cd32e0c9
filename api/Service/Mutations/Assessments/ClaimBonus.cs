using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Claims a bonus with its evidence (004 第五条（六）). Refused: BONUS_ITEM_UNKNOWN, BONUS_LEVEL_UNKNOWN, BONUS_LEVEL_NOT_ONE,
/// BONUS_CLAIMED_ALREADY, EVIDENCE_MISSING, WRONG_STAGE. Told: EVIDENCE_OF_ANOTHER_BRANCH.
/// </summary>
public sealed record ClaimBonusInput(
    Id<AssessmentEntry> Entry,
    string Item,
    BonusLevel? Level,
    string? LevelCode,
    string EvidenceRef,
    string Description,
    DateOnly ClaimedOn
);

internal sealed class ClaimBonus : Mutation<ClaimBonusInput>
{
    public override async Task<MutationResult> ApplyAsync(ClaimBonusInput input, MutationContext context, CancellationToken ct)
    {
        context.Add(RequiredText.Check(NeededText.BonusEvidence, input.EvidenceRef, "evidenceRef"));

        context.Add(RequiredText.Check(NeededText.BonusDescription, input.Description, "description"));

        if (await context.FindAsync(input.Entry, ct, "entry") is not { } entry)
        {
            return context.Refused();
        }

        context.Add(BonusPoints.LevelGiven(input.Level, input.LevelCode, isNeeded: true));
        if (BonusPoints.Code(input.Level, input.LevelCode) is not { } level)
        {
            return context.Refused();
        }

        var rules = await context.SchemeAsync(await context.RoundAsync(entry, ct), ct);
        context.Add(EntryFits.NotReviewed(entry.Stage, "004 第五条（六）", "entry"));
        context.Add(BonusPoints.Unknown(input.Item, level, rules));
        var known = await context.ClaimsOfYearAsync(entry, ct);
        var evidence = BonusEvidence.Spelling(entry.Id, input.EvidenceRef.Trim(), known);
        if (!string.IsNullOrWhiteSpace(input.EvidenceRef))
        {
            context.Add(BonusEvidence.Breaches(new(entry.Id, "", input.Item, level, evidence), known));
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        var claim = new BonusClaim
        {
            EntryId = entry.Id,
            BonusItem = input.Item,
            Level = level,
            LevelName = rules.Bonus.Name(level)?.Chinese,
            LevelEnglishName = rules.Bonus.Name(level)?.English,
            EvidenceRef = evidence,
            Description = input.Description,
            Points = BonusPoints.Of(input.Item, level, rules)!.Value,
            ClaimedOn = input.ClaimedOn,
        };
        context.Graph.Add(claim);
        await context.SaveAsync(ct);
        return context.Done(claim);
    }
}
