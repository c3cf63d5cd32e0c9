using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Records a team's ranking of all consortia that it supervises on the round's cut-off day; entries of branches all of whose consortia are
/// ranked become SUPERVISED (004 第六条（二）). Refused: OF_ANOTHER_COMMITTEE, CONSORTIUM_OF_ANOTHER_TEAM, RANKING_INCOMPLETE,
/// RANKING_REPEATS, RANKED_ALREADY, WRONG_STAGE (a branch has not handed in its self-assessment; one error each).
/// </summary>
public sealed record RankConsortiaInput(
    Id<AssessmentRound> Round,
    Id<SupervisionTeam> SupervisionTeam,
    IReadOnlyList<Id<Consortium>> Consortia,
    DateOnly RankedOn
);

internal sealed class RankConsortia : Mutation<RankConsortiaInput>
{
    private const string Clause = "004 第六条（二）";

    public override async Task<MutationResult> ApplyAsync(RankConsortiaInput input, MutationContext context, CancellationToken ct)
    {
        var round = await context.FindAsync(input.Round, ct, "round");
        var team = await context.FindAsync(input.SupervisionTeam, ct, "supervisionTeam");
        var consortia = await context.FindAllAsync(input.Consortia, "consortia", ct);
        if (round is null || team is null || context.HasErrors)
        {
            return context.Refused();
        }

        await CheckAsync(round, team, consortia, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        context.Graph.AddRange(
            consortia.Select(
                (consortium, i) =>
                    new ConsortiumRanking
                    {
                        RoundId = round.Id,
                        SupervisionTeamId = team.Id,
                        ConsortiumId = consortium.Id,
                        Rank = i + 1,
                        RankedOn = input.RankedOn,
                    }
            )
        );
        await context.SaveAsync(ct);
        await MoveAsync(round, context, ct);
        return context.HasErrors ? context.Refused() : context.Done(round);
    }

    private static async Task CheckAsync(
        AssessmentRound round,
        SupervisionTeam team,
        IReadOnlyList<Consortium> consortia,
        MutationContext context,
        CancellationToken ct
    )
    {
        context.Add(ConsortiumFits.RoundIsOpen(round.IssuedOn is not null));

        context.Add(OfAnother.Team(team.Name, team.CommitteeId == round.CommitteeId, Clause));

        var hasRanked = await context
            .Graph.Set<ConsortiumRanking>()
            .AnyAsync(known => known.RoundId == round.Id && known.SupervisionTeamId == team.Id, ct);
        context.Add(ConsortiumFits.RanksOnce(team.Name, hasRanked));

        // Those that it supervises on the cut-off day; what became of them later is another year's.
        var own = await (
            from supervision in context.Graph.Set<ConsortiumSupervision>()
            join consortium in context.Graph.Set<Consortium>() on supervision.ConsortiumId equals consortium.Id
            where supervision.SupervisionTeamId == team.Id && supervision.ValidDuring.Contains(round.CutOffOn)
            select new
            {
                Consortium = consortium,
                HasBranches = context
                    .Graph.Set<ConsortiumBranch>()
                    .Any(link => link.ConsortiumId == consortium.Id && link.ValidDuring.Contains(round.CutOffOn)),
            }
        ).ToListAsync(ct);
        for (var i = 0; i < consortia.Count; i++)
        {
            string[] path = ["consortia", MutationContext.Position(i)];
            context.Add(
                OfAnother.Consortium(consortia[i].Name, own.Any(one => one.Consortium == consortia[i]), Clause, path)
                    ?? NamedOnce.Check(NamedThing.Consortium, consortia[i].Name, consortia.Take(i).Contains(consortia[i]), path)
            );
        }

        var left = own.Where(one => one.HasBranches).Select(one => one.Consortium).Except(consortia);
        context.Add(ConsortiumFits.RanksAll(left.Select(consortium => consortium.Name)));
    }

    private static async Task MoveAsync(AssessmentRound round, MutationContext context, CancellationToken ct)
    {
        var ranked = await context
            .Graph.Set<ConsortiumRanking>()
            .Where(known => known.RoundId == round.Id)
            .Select(known => known.ConsortiumId)
            .ToListAsync(ct);
        var links = (
            await context.Graph.Set<ConsortiumBranch>().Where(link => link.ValidDuring.Contains(round.CutOffOn)).ToListAsync(ct)
        ).ToLookup(link => link.BranchId, link => link.ConsortiumId);
        foreach (
            var entry in await context
                .Graph.Set<AssessmentEntry>()
                .Where(entry => entry.RoundId == round.Id && entry.Stage == AssessmentStage.Self)
                .OrderBy(entry => entry.Id)
                .ToListAsync(ct)
        )
        {
            if (!links.Contains(entry.BranchId) || !links[entry.BranchId].All(ranked.Contains))
            {
                continue;
            }

            if (entry.SelfSubmittedOn is not null)
            {
                context.Move(entry, AssessmentStage.Supervised, isInConsortium: true);
            }
            else
            {
                context.Add(ConsortiumFits.IsHandedIn(await NameAsync(entry, context, ct), isSubmitted: false));
            }
        }
    }

    private static async Task<string> NameAsync(AssessmentEntry entry, MutationContext context, CancellationToken ct) =>
        (await context.Graph.Set<Branch>().FindAsync([entry.BranchId], ct))!.Name;
}
