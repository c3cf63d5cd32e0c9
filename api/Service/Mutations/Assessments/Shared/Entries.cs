using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Days;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments.Shared;

/// <summary>What the mutations of an entry look up.</summary>
internal static class Entries
{
    /// <summary>The round of an entry.</summary>
    public static async Task<AssessmentRound> RoundAsync(this MutationContext context, AssessmentEntry entry, CancellationToken ct) =>
        (await context.Graph.Set<AssessmentRound>().FindAsync([entry.RoundId], ct))!;

    /// <summary>The scheme that a round was opened with, whatever the rules say today.</summary>
    public static async Task<AssessmentRules> SchemeAsync(this MutationContext context, AssessmentRound round, CancellationToken ct)
    {
        var scheme = await context.Graph.Set<AssessmentScheme>().FindAsync([round.SchemeId], ct);
        return JsonSerializer.Deserialize<AssessmentRules>(scheme!.Content, RuleSet.Json)!;
    }

    /// <summary>Whether a branch is in a consortium on the round's cut-off day.</summary>
    public static Task<bool> IsInConsortiumAsync(
        this MutationContext context,
        AssessmentEntry entry,
        AssessmentRound round,
        CancellationToken ct
    ) =>
        context
            .Graph.Set<ConsortiumBranch>()
            .AnyAsync(link => link.BranchId == entry.BranchId && link.ValidDuring.Contains(round.CutOffOn), ct);

    /// <summary>A breach for each thing that the graph knows and nobody has confirmed or dismissed yet.</summary>
    public static async Task MustBeSettledAsync(this MutationContext context, AssessmentEntry entry, CancellationToken ct) =>
        context.Add(FindingFits.Settled(await context.ProposedAsync(entry, ct)));

    /// <summary>What the graph knows that may make the branch fail, until somebody confirms or dismisses it.</summary>
    public static async Task<IReadOnlyList<FindingCause>> ProposedAsync(
        this MutationContext context,
        AssessmentEntry entry,
        CancellationToken ct
    )
    {
        // The database finds it, so that a query shows the same.
        var causes = await context
            .Graph.Database.SqlQuery<string>(
                $"""
                SELECT DISTINCT cause AS "Value" FROM graph.assessment_proposed_finding WHERE entry_id = {entry.Id} ORDER BY cause
                """
            )
            .ToListAsync(ct);
        return [.. causes.Select(cause => Enum.Parse<FindingCause>(cause.Replace("_", "", StringComparison.Ordinal), ignoreCase: true))];
    }

    /// <summary>A breach where a bonus is claimed and nobody has decided.</summary>
    public static async Task MustHaveDecidedAsync(this MutationContext context, AssessmentEntry entry, CancellationToken ct)
    {
        var open = await context
            .Graph.Set<BonusClaim>()
            .CountAsync(claim => claim.EntryId == entry.Id && claim.Status == BonusClaimStatus.Claimed, ct);
        context.Add(EntryFits.BonusDecided(open));
    }

    /// <summary>Whether a branch is in consortia, all of which are ranked in the round.</summary>
    public static async Task<bool> IsRankedAsync(
        this MutationContext context,
        AssessmentEntry entry,
        AssessmentRound round,
        CancellationToken ct
    )
    {
        var consortia = await context
            .Graph.Set<ConsortiumBranch>()
            .Where(link => link.BranchId == entry.BranchId && link.ValidDuring.Contains(round.CutOffOn))
            .Select(link => link.ConsortiumId)
            .ToListAsync(ct);
        return consortia.Count > 0
            && await context
                .Graph.Set<ConsortiumRanking>()
                .CountAsync(known => known.RoundId == round.Id && consortia.Contains(known.ConsortiumId), ct) == consortia.Count;
    }

    /// <summary>What all branches claim for an entry's year; not what was refused to other branches.</summary>
    /// <param name="but">Key of a claim that is left out: one that is corrected.</param>
    public static async Task<IReadOnlyList<KnownClaim>> ClaimsOfYearAsync(
        this MutationContext context,
        AssessmentEntry entry,
        CancellationToken ct,
        long? but = null
    )
    {
        var year = (await context.RoundAsync(entry, ct)).Year;
        return await (
            from claim in context.Graph.Set<BonusClaim>().AsNoTracking()
            join of in context.Graph.Set<AssessmentEntry>() on claim.EntryId equals of.Id
            join round in context.Graph.Set<AssessmentRound>() on of.RoundId equals round.Id
            join branch in context.Graph.Set<Branch>() on of.BranchId equals branch.Id
            where round.Year == year && (claim.Status != BonusClaimStatus.Refused || of.Id == entry.Id) && claim.Id != but
            orderby claim.Id
            select new KnownClaim(of.Id, branch.Name, claim.BonusItem, claim.Level, claim.EvidenceRef)
        ).ToListAsync(ct);
    }

    /// <summary>Moves an entry on and records who did it; a breach where it is not its turn.</summary>
    public static void Move(this MutationContext context, AssessmentEntry entry, AssessmentStage to, bool isInConsortium)
    {
        if (StageOrder.Breach(entry.Stage, to, isInConsortium, entry.SelfSubmittedOn is not null) is { } breach)
        {
            context.Add(breach with { Path = ["entry"] });
            return;
        }

        Record(context, entry.Id, entry.Stage, to);
        entry.Stage = to;
    }

    /// <summary>A breach where something would have been done before what it follows.</summary>
    public static void MustFollow(this MutationContext context, DateOnly day, DateOnly? before, string field) =>
        context.Add(DayOrder.Check(EarlierDay.StepBefore, day, before, field));

    /// <summary>Records a move that is known to be in order.</summary>
    /// <param name="reason">Why it is no usual step.</param>
    /// <param name="undone">JSON of what a step back takes away.</param>
    public static void Record(
        MutationContext context,
        long entry,
        AssessmentStage? from,
        AssessmentStage to,
        string? reason = null,
        string? undone = null
    ) =>
        context.Graph.Add(
            new AssessmentStageEvent
            {
                EntryId = entry,
                FromStage = from,
                ToStage = to,
                MovedAt = context.Now.ToUniversalTime(),
                MovedBy = context.Actor,
                Reason = reason,
                Undone = undone,
            }
        );

    /// <summary>Replaces an entry's points of one phase.</summary>
    public static async Task RateAsync(
        this MutationContext context,
        AssessmentEntry entry,
        RatingPhase phase,
        IEnumerable<ItemScore> scores,
        AssessmentRules rules,
        CancellationToken ct
    )
    {
        await context
            .Graph.Set<AssessmentRating>()
            .Where(rating => rating.EntryId == entry.Id && rating.Phase == phase)
            .ExecuteDeleteAsync(ct);
        context.Graph.AddRange(
            scores.Select(score => new AssessmentRating
            {
                EntryId = entry.Id,
                Phase = phase,
                ItemCode = score.Item,
                Section = rules.SectionOf(score.Item),
                Maximum = rules.Item(score.Item)!.Points,
                Score = score.Score,
            })
        );
    }
}
