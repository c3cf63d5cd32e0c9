using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Days;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Corrects an issued result with a new version; the one before stays (004 第六条（四）). Refused: RESULT_SUPERSEDED, REASON_MISSING,
/// BONUS_NEGATIVE, BONUS_OUT_OF_RANGE, CORRECTED_BEFORE_ISSUE, TOTAL_WITHOUT_ITEMS, the breaches of <see cref="CorrectedFailure"/> and
/// <see cref="ScoreMaximum"/>. Warned: EXCELLENT_QUOTA_EXCEEDED, NOTHING_TO_CHANGE (then the result stays the version that it is).
/// </summary>
public sealed record CorrectResultInput(
    Id<Assessment> Assessment,
    string Reason,
    IReadOnlyList<ItemScore>? Scores,
    decimal? BonusScore,
    bool? Failed,
    string? FailRule,
    DateOnly CorrectedOn
);

internal sealed class CorrectResult : Mutation<CorrectResultInput>
{
    private const string Clause = "004 第六条（四）";

    public override async Task<MutationResult> ApplyAsync(CorrectResultInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Assessment, ct, "assessment") is not { } result)
        {
            return context.Refused();
        }

        var entry = result.EntryId is { } key ? await context.Graph.Set<AssessmentEntry>().FindAsync([key], ct) : null;
        if (await RulesAsync(result, entry, context, ct) is not { } rules)
        {
            return context.Refused();
        }

        var items = await context
            .Graph.Set<AssessmentItemScore>()
            .AsNoTracking()
            .Where(item => item.AssessmentId == result.Id)
            .OrderBy(item => item.ItemCode)
            .ToListAsync(ct);
        Check(input, result, rules, context);
        context.Add(CorrectedResult.AddsUp(result.FixedScore, items.Count, [.. (input.Scores ?? []).Select(score => score.Item)], rules));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var corrected = Corrected(items, input.Scores ?? [], rules);
        var rule = rules.FailRules.FirstOrDefault(known => known.Code == input.FailRule);
        // Without items before, all were given: their sum takes the place of the total.
        var before = items.Count == 0 && corrected.Count > 0 ? result.FixedScore : items.Sum(item => item.Score);
        var limits = entry is null ? null : await VetoLimits.OfAsync([entry.Id], context, ct);
        var limit = limits?.GetValueOrDefault(entry!.Id);
        var next = Next(input, result, corrected.Sum(item => item.Score) - before, rules, rule, limit);
        if (
            next.FixedScore == result.FixedScore
            && next.BonusScore == result.BonusScore
            && (next.Grade, next.GradeCode) == (result.Grade, result.GradeCode)
            && next.GradeBasis == result.GradeBasis
            && next.FailRule == result.FailRule
            && corrected.Select(item => (item.ItemCode, item.Score)).SequenceEqual(items.Select(item => (item.ItemCode, item.Score)))
        )
        {
            context.Add(Unchanged.Check(changes: false));
            return context.Done(result);
        }

        // First the old version, or two would be current at the same time.
        result.IsCurrent = false;
        await context.SaveAsync(ct);
        await IssuedResults.AddAsync(next, corrected, context, ct);
        if (entry is not null)
        {
            await FindAsync(input, entry, rule, next.GradeBasis == GradeBasis.Fail, context, ct);
            await IssuedResults.TalkAsync(entry.Id, next.Grade, input.CorrectedOn, rules, context, ct);
            await WarnOfQuotaAsync(next, entry, rules, context, ct);
        }

        return context.Done(next);
    }

    private static void Check(CorrectResultInput input, Assessment result, AssessmentRules rules, MutationContext context)
    {
        context.Add(RequiredText.Check(NeededText.CorrectionReason, input.Reason, "reason"));

        context.Add(CorrectedResult.IsCurrent(result.IsCurrent, result.ResultVersion));

        context.Add(DayOrder.Check(EarlierDay.Issue, input.CorrectedOn, result.IssuedOn, "correctedOn"));

        context.Add(CorrectedResult.Bonus(input.BonusScore));

        context.Add(ScoreMaximum.Breaches(input.Scores ?? [], rules, "scores"));
        context.Add(CorrectedFailure.Breaches(input.Failed, input.FailRule, result.GradeBasis == GradeBasis.Fail, rules));
    }

    /// <summary>Findings say what the grade says: the rule that is named is found, and what no longer holds is withdrawn.</summary>
    private static async Task FindAsync(
        CorrectResultInput input,
        AssessmentEntry entry,
        FailRule? rule,
        bool hasFailed,
        MutationContext context,
        CancellationToken ct
    )
    {
        var standing = await context
            .Graph.Set<FailFinding>()
            .Where(finding => finding.EntryId == entry.Id && finding.WithdrawnOn == null)
            .ToListAsync(ct);
        if (!hasFailed)
        {
            foreach (var finding in standing)
            {
                (finding.WithdrawnOn, finding.WithdrawalReason) = (input.CorrectedOn, input.Reason);
            }
        }
        else if (rule is not null && standing.All(finding => finding.FailRule != rule.Code))
        {
            context.Graph.Add(
                new FailFinding
                {
                    EntryId = entry.Id,
                    FailRule = rule.Code,
                    Clause = rule.Clause,
                    Evidence = input.Reason,
                    FoundOn = input.CorrectedOn,
                }
            );
        }
    }

    /// <summary>The scheme of its round; of a year that was not run here, the one in effect at its end, or RULES_MISSING.</summary>
    private static async Task<AssessmentRules?> RulesAsync(
        Assessment result,
        AssessmentEntry? entry,
        MutationContext context,
        CancellationToken ct
    )
    {
        if (entry is not null)
        {
            return await context.SchemeAsync(await context.RoundAsync(entry, ct), ct);
        }

        var branch = (await context.Graph.Set<Branch>().FindAsync([result.BranchId], ct))!;
        var day = new DateOnly(result.Year, 12, 31);
        var rules = await context.FindRulesOfAsync<AssessmentRules>(branch.CommitteeId, day, ct);
        context.Add(RequiredRules.Scheme(rules is not null, await context.RegionOfAsync(branch.CommitteeId, ct), day, "assessment"));
        return rules;
    }

    private static List<AssessmentRating> Corrected(
        IReadOnlyList<AssessmentItemScore> items,
        IReadOnlyList<ItemScore> scores,
        AssessmentRules rules
    ) =>
        [
            .. items
                .Select(item => (item.ItemCode, item.Section, item.Maximum, item.Score))
                .UnionBy(
                    scores.Select(score =>
                        (ItemCode: score.Item, Section: rules.SectionOf(score.Item), Maximum: rules.Item(score.Item)!.Points, score.Score)
                    ),
                    item => item.ItemCode
                )
                .Select(item => new AssessmentRating
                {
                    EntryId = 0,
                    Phase = RatingPhase.Review,
                    ItemCode = item.ItemCode,
                    Section = item.Section,
                    Maximum = item.Maximum,
                    Score = scores.FirstOrDefault(score => score.Item == item.ItemCode)?.Score ?? item.Score,
                })
                .OrderBy(item => item.ItemCode, StringComparer.Ordinal),
        ];

    private static Assessment Next(
        CorrectResultInput input,
        Assessment result,
        decimal difference,
        AssessmentRules rules,
        FailRule? rule,
        VetoLimit? limit
    )
    {
        // Who handed in nothing stays so until the correction gives points or says that it is no failure.
        var isSubmitted = result.GradeBasis != GradeBasis.NotSubmitted || input.Scores is { Count: > 0 } || input.Failed is not null;
        var (score, bonus) = (result.FixedScore + difference, input.BonusScore ?? result.BonusScore);
        var (band, basis) = Grade.Of(score, bonus, input.Failed ?? result.GradeBasis == GradeBasis.Fail, rules, isSubmitted);
        (band, basis) = VetoGrade.Limited(band, basis, limit, rules);
        // Who was behind the quota stays there while the correction does not raise the score.
        if (
            result.GradeBasis == GradeBasis.Quota
            && band.Grade == AssessmentGrade.Excellent
            && score + bonus <= result.FixedScore + result.BonusScore
        )
        {
            (band, basis) = (IssuedResults.Band(result, rules), result.GradeBasis);
        }

        return new Assessment
        {
            BranchId = result.BranchId,
            Year = result.Year,
            FixedScore = score,
            BonusScore = bonus,
            Grade = band.Grade,
            GradeCode = band.Code,
            GradeName = band.Name,
            GradeEnglishName = band.EnglishName,
            GradeBasis = basis,
            EntryId = result.EntryId,
            ResultVersion = result.ResultVersion + 1,
            IsCurrent = true,
            IssuedOn = input.CorrectedOn,
            PolicyDocumentId = result.PolicyDocumentId,
            CorrectionReason = input.Reason,
            FailRule = basis == GradeBasis.Fail ? rule?.Code ?? result.FailRule : null,
            FailClause = basis == GradeBasis.Fail ? rule?.Clause ?? result.FailClause : null,
        };
    }

    private static async Task WarnOfQuotaAsync(
        Assessment next,
        AssessmentEntry entry,
        AssessmentRules rules,
        MutationContext context,
        CancellationToken ct
    )
    {
        if (next.Grade != AssessmentGrade.Excellent || rules.Grades.ExcellentQuota.Value is null)
        {
            return;
        }

        await context.SaveAsync(ct);
        var all = await context.Graph.Set<AssessmentEntry>().CountAsync(other => other.RoundId == entry.RoundId, ct);
        var excellent = await (
            from other in context.Graph.Set<AssessmentEntry>()
            join known in context.Graph.Set<Assessment>() on other.Id equals known.EntryId
            where other.RoundId == entry.RoundId && known.IsCurrent && known.Grade == AssessmentGrade.Excellent
            select known.Id
        ).CountAsync(ct);
        context.Add(Quota.Exceeded(excellent, all, rules));
    }
}
