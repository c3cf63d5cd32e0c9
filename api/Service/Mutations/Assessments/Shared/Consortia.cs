using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments.Shared;

/// <summary>Consortia, by day: what rankings and assessments have seen of one stays as they saw it.</summary>
internal static class Consortia
{
    private const string Clause = "004 第六条（二）";

    /// <summary>A breach for each branch that cannot be in a consortium of a committee from a day on.</summary>
    public static async Task JoinAsync(
        this MutationContext context,
        long committee,
        IReadOnlyList<Branch> branches,
        DateOnly from,
        CancellationToken ct
    )
    {
        for (var i = 0; i < branches.Count; i++)
        {
            var branch = branches[i];
            string[] path = ["branches", MutationContext.Position(i)];
            var unfit = NamedOnce.Check(NamedThing.Branch, branch.Name, branches.Take(i).Contains(branch), path)
                ?? OfAnother.Branch(branch.Name, branch.CommitteeId == committee, Clause, path);
            if (unfit is not null)
            {
                context.Add(unfit);
                continue;
            }

            var absent = await StandingBranches.BreachAsync(branch, from, Clause, context, ct);
            context.Add(absent is null ? null : absent with { Path = path });
            context.Add(ConsortiumFits.NotAssessed(branch.Name, await AssessedAsync(branch, from, null, context, ct), "validFrom"));
        }
    }

    /// <summary>The rows of branches that are in a consortium from a day on.</summary>
    public static IEnumerable<ConsortiumBranch> Joined(
        this MutationContext context,
        Consortium consortium,
        IEnumerable<Branch> branches,
        DateOnly from
    ) =>
        branches.Select(branch => new ConsortiumBranch
        {
            ConsortiumId = consortium.Id,
            BranchId = branch.Id,
            ValidDuring = Days.Of(from, null),
            EnteredBy = context.Actor,
            EnteredAt = context.Now.ToUniversalTime(),
        });

    /// <summary>The row of a team that supervises a consortium from a day on.</summary>
    public static ConsortiumSupervision Supervised(
        this MutationContext context,
        Consortium consortium,
        SupervisionTeam team,
        DateOnly from
    ) =>
        new()
        {
            ConsortiumId = consortium.Id,
            SupervisionTeamId = team.Id,
            ValidDuring = Days.Of(from, null),
            EnteredBy = context.Actor,
            EnteredAt = context.Now.ToUniversalTime(),
        };

    /// <summary>Year of a round without results yet, in which a team has ranked by how a day or a later one was; null: none.</summary>
    public static Task<int?> OpenRankingAsync(SupervisionTeam team, DateOnly since, MutationContext context, CancellationToken ct) =>
        (
            from ranking in context.Graph.Set<ConsortiumRanking>()
            join round in context.Graph.Set<AssessmentRound>() on ranking.RoundId equals round.Id
            where ranking.SupervisionTeamId == team.Id && round.IssuedOn == null && round.CutOffOn >= since
            select (int?)round.Year
        ).FirstOrDefaultAsync(ct);

    /// <summary>Latest year in which a consortium was ranked by how it stood on a day or a later one; null: none.</summary>
    public static Task<int?> RankedAsync(Consortium consortium, DateOnly since, MutationContext context, CancellationToken ct) =>
        (
            from ranking in context.Graph.Set<ConsortiumRanking>()
            join round in context.Graph.Set<AssessmentRound>() on ranking.RoundId equals round.Id
            where ranking.ConsortiumId == consortium.Id && round.CutOffOn >= since
            orderby round.Year descending
            select (int?)round.Year
        ).FirstOrDefaultAsync(ct);

    /// <summary>Latest year in which a branch went beyond its self-assessment by how some days were; null: none.</summary>
    /// <param name="until">First day after them; null: they have no end.</param>
    public static Task<int?> AssessedAsync(Branch branch, DateOnly since, DateOnly? until, MutationContext context, CancellationToken ct) =>
        (
            from entry in context.Graph.Set<AssessmentEntry>()
            join round in context.Graph.Set<AssessmentRound>() on entry.RoundId equals round.Id
            where
                entry.BranchId == branch.Id
                && entry.Stage != AssessmentStage.Self
                && round.CutOffOn >= since
                && (until == null || round.CutOffOn < until)
            orderby round.Year descending
            select (int?)round.Year
        ).FirstOrDefaultAsync(ct);

    /// <summary>Whoever read a consortium before does not know its branches and its team.</summary>
    public static Task<int> CountVersionAsync(Consortium consortium, MutationContext context, CancellationToken ct) =>
        context.Graph.Database.ExecuteSqlAsync($"UPDATE graph.consortium SET version = version + 1 WHERE id = {consortium.Id}", ct);
}
