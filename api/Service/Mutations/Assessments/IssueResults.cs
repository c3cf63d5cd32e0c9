using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Days;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Issues the results of a whole round with one document (004 第六条（四）, 第七条). Refused: NOT_REVIEWED (one error per branch),
/// WRONG_STAGE (issued already), TITLE_MISSING, TEXT_INVALID, DOCUMENT_TITLE_TAKEN, DOCUMENT_NUMBER_TAKEN, ISSUED_BEFORE_REVIEW,
/// VERSION_CONFLICT. Warned: VETO_LIMITS_GRADE.
/// </summary>
public sealed record IssueResultsInput(Id<AssessmentRound> Round, string Title, string? Number, DateOnly IssuedOn, int? Version);

internal sealed class IssueResults : Mutation<IssueResultsInput>
{
    private const string Clause = "004 第六条（四）";

    public override async Task<MutationResult> ApplyAsync(IssueResultsInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Round, ct, "round") is not { } round || !context.HasVersion(round, input.Version))
        {
            return context.Refused();
        }

        var entries = await context
            .Graph.Set<AssessmentEntry>()
            .Where(entry => entry.RoundId == round.Id)
            .OrderBy(entry => entry.Id)
            .ToListAsync(ct);
        await CheckAsync(input, round, entries, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var rules = await context.SchemeAsync(round, ct);
        var committee = (await context.Graph.Set<Committee>().FindAsync([round.CommitteeId], ct))!;
        var document = new PolicyDocument
        {
            Title = input.Title,
            DocumentNumber = input.Number,
            Issuer = committee.Name,
            IssuedOn = input.IssuedOn,
        };
        context.Graph.Add(document);
        await context.SaveAsync(ct);
        (round.IssuedOn, round.PolicyDocumentId) = (input.IssuedOn, document.Id);
        var items = (await RatingsAsync(round, context, ct)).ToLookup(rating => rating.EntryId);
        var findings = await FindingsAsync(round, context, ct);
        var limits = await VetoLimits.OfAsync([.. entries.Select(entry => entry.Id)], context, ct);
        var names = await NamesAsync(entries, context, ct);
        foreach (var graded in Quota.Applied(await GradedAsync(entries, items, findings, limits, rules, context, ct), rules))
        {
            var entry = entries.First(one => one.Id == graded.Entry);
            context.Add(VetoGrade.Warning(names[entry.BranchId], graded.Band, graded.Basis, limits.GetValueOrDefault(entry.Id), "round"));
            var finding = graded.Basis == GradeBasis.Fail ? findings[entry.Id].First() : null;
            await IssuedResults.AddAsync(Result(entry, graded, document, input.IssuedOn, finding), items[entry.Id], context, ct);
            await IssuedResults.TalkAsync(entry.Id, graded.Grade, input.IssuedOn, rules, context, ct);
            context.Move(entry, AssessmentStage.Issued, isInConsortium: false);
        }

        return context.Done(round);
    }

    private static async Task CheckAsync(
        IssueResultsInput input,
        AssessmentRound round,
        List<AssessmentEntry> entries,
        MutationContext context,
        CancellationToken ct
    )
    {
        context.Add(RequiredText.Check(NeededText.DocumentTitle, input.Title, "title"));

        Texts.Check(input.Number, context, "number");
        if (IssueFits.Once(round.IssuedOn) is { } issued)
        {
            context.Add(issued);
            return;
        }

        var names = await NamesAsync(entries, context, ct);
        context.Add(IssueFits.AllReviewed(entries.Select(entry => (names[entry.BranchId], entry.Stage))));

        context.Add(DayOrder.Check(EarlierDay.LastReview, input.IssuedOn, entries.Max(entry => entry.ReviewedOn), "issuedOn"));

        var isTaken =
            input.Number is not null
            && await context.Graph.Set<PolicyDocument>().AnyAsync(known => known.DocumentNumber == input.Number, ct);
        context.Add(NameFits.IsFree(NameBearer.Document, isTaken ? input.Number : null, "number"));
    }

    private static Task<Dictionary<long, string>> NamesAsync(
        List<AssessmentEntry> entries,
        MutationContext context,
        CancellationToken ct
    ) =>
        context
            .Graph.Set<Branch>()
            .Where(branch => entries.Select(entry => entry.BranchId).Contains(branch.Id))
            .ToDictionaryAsync(branch => branch.Id, branch => branch.Name, ct);

    private static Task<List<AssessmentRating>> RatingsAsync(AssessmentRound round, MutationContext context, CancellationToken ct) =>
        (
            from rating in context.Graph.Set<AssessmentRating>().AsNoTracking()
            join entry in context.Graph.Set<AssessmentEntry>() on rating.EntryId equals entry.Id
            where entry.RoundId == round.Id && rating.Phase == RatingPhase.Review
            select rating
        ).ToListAsync(ct);

    /// <summary>Findings that stand, the first one first.</summary>
    private static async Task<ILookup<long, FailFinding>> FindingsAsync(
        AssessmentRound round,
        MutationContext context,
        CancellationToken ct
    ) =>
        (
            await (
                from finding in context.Graph.Set<FailFinding>().AsNoTracking()
                join entry in context.Graph.Set<AssessmentEntry>() on finding.EntryId equals entry.Id
                where entry.RoundId == round.Id && finding.WithdrawnOn == null
                orderby finding.Id
                select finding
            ).ToListAsync(ct)
        ).ToLookup(finding => finding.EntryId);

    private static async Task<List<Graded>> GradedAsync(
        List<AssessmentEntry> entries,
        ILookup<long, AssessmentRating> items,
        ILookup<long, FailFinding> findings,
        IReadOnlyDictionary<long, VetoLimit> limits,
        AssessmentRules rules,
        MutationContext context,
        CancellationToken ct
    )
    {
        var keys = entries.Select(entry => entry.Id).ToList();
        var bonus = (
            await context
                .Graph.Set<BonusClaim>()
                .Where(claim => keys.Contains(claim.EntryId) && claim.Status == BonusClaimStatus.Accepted)
                .ToListAsync(ct)
        ).ToLookup(claim => claim.EntryId, claim => new BonusFact(claim.BonusItem, claim.Level, claim.EvidenceRef));
        return
        [
            .. entries.Select(entry =>
            {
                var (score, more) = (
                    IssuedResults.Fixed(items[entry.Id], entry.SatisfactionRate, rules),
                    BonusPoints.Sum(bonus[entry.Id], rules)
                );
                var (band, basis) = Grade.Of(score, more, findings.Contains(entry.Id), rules, entry.NotSubmittedOn is null);
                (band, basis) = VetoGrade.Limited(band, basis, limits.GetValueOrDefault(entry.Id), rules);
                return new Graded(entry.Id, score, more, band, basis);
            }),
        ];
    }

    private static Assessment Result(
        AssessmentEntry entry,
        Graded graded,
        PolicyDocument document,
        DateOnly issuedOn,
        FailFinding? finding
    ) =>
        new()
        {
            BranchId = entry.BranchId,
            Year = entry.Year,
            FixedScore = graded.FixedScore,
            BonusScore = graded.BonusScore,
            Grade = graded.Grade,
            GradeCode = graded.Band.Code,
            GradeName = graded.Band.Name,
            GradeEnglishName = graded.Band.EnglishName,
            GradeBasis = graded.Basis,
            EntryId = entry.Id,
            ResultVersion = 1,
            IsCurrent = true,
            IssuedOn = issuedOn,
            PolicyDocumentId = document.Id,
            FailRule = finding?.FailRule,
            FailClause = finding?.Clause,
        };
}
