using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
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
    public static void MustFollow(this MutationContext context, DateOnly day, DateOnly? before, string field)
    {
        if (day < before)
        {
            context.Fail("DATE_TOO_EARLY.Entries", [("before", before)], field);
        }
    }

    /// <summary>Records a move that is known to be in order.</summary>
    public static void Record(MutationContext context, long entry, AssessmentStage? from, AssessmentStage to) =>
        context.Graph.Add(
            new AssessmentStageEvent
            {
                EntryId = entry,
                FromStage = from,
                ToStage = to,
                MovedAt = context.Now.ToUniversalTime(),
                MovedBy = context.Actor,
            }
        );

    /// <summary>A breach where the committee has decided already.</summary>
    public static void MustNotBeReviewed(this MutationContext context, AssessmentEntry entry, string clause, string field)
    {
        if (entry.Stage is AssessmentStage.Reviewed or AssessmentStage.Issued)
        {
            context.Add(new Breach("WRONG_STAGE.Entries", [("stage", entry.Stage)], clause, Path: [field]));
        }
    }

    /// <summary>A breach where the result is issued: from then on it is corrected.</summary>
    public static void MustNotBeIssued(this MutationContext context, AssessmentEntry entry, string field)
    {
        if (entry.Stage == AssessmentStage.Issued)
        {
            context.Add(new Breach("WRONG_STAGE.AssessmentEntryIsIssued", [], StageOrder.Clause(AssessmentStage.Issued), Path: [field]));
        }
    }

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
