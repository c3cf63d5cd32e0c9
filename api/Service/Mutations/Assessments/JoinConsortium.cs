using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Assessments;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// 加入联合体 Branches join a consortium from a day on (004 第六条（二）). Refused: BRANCHES_MISSING, BRANCH_NAMED_TWICE, OF_ANOTHER_COMMITTEE,
/// BRANCH_NOT_ESTABLISHED, CONSORTIUM_JOINED_ALREADY, RANKED_ALREADY (the consortium, or its team in an open round), CONSORTIUM_ASSESSED,
/// VERSION_CONFLICT.
/// </summary>
public sealed record JoinConsortiumInput(Id<Consortium> Consortium, IReadOnlyList<Id<Branch>> Branches, DateOnly ValidFrom, int? Version);

internal sealed class JoinConsortium : Mutation<JoinConsortiumInput>
{
    public override async Task<MutationResult> ApplyAsync(JoinConsortiumInput input, MutationContext context, CancellationToken ct)
    {
        var branches = await context.FindAllAsync(input.Branches, "branches", ct);
        if (
            await context.FindAsync(input.Consortium, ct, "consortium") is not { } consortium
            || context.HasErrors
            || !context.HasVersion(consortium, input.Version)
        )
        {
            return context.Refused();
        }

        context.Add(ConsortiumFits.HasBranches(branches.Count));
        await context.JoinAsync(consortium.CommitteeId, branches, input.ValidFrom, ct);
        await CheckAsync(consortium, branches, input.ValidFrom, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        context.Graph.AddRange(context.Joined(consortium, branches, input.ValidFrom));
        await Consortia.CountVersionAsync(consortium, context, ct);
        return context.Done(consortium);
    }

    private static async Task CheckAsync(
        Consortium consortium,
        IReadOnlyList<Branch> branches,
        DateOnly since,
        MutationContext context,
        CancellationToken ct
    )
    {
        var days = Days.Of(since, null);
        var known = await context
            .Graph.Set<ConsortiumBranch>()
            .Where(link => link.ConsortiumId == consortium.Id && link.ValidDuring.Overlaps(days))
            .Select(link => link.BranchId)
            .ToListAsync(ct);
        for (var i = 0; i < branches.Count; i++)
        {
            context.Add(
                ConsortiumFits.JoinsOnce(branches[i].Name, known.Contains(branches[i].Id), "branches", MutationContext.Position(i))
            );
        }

        if (
            ConsortiumFits.NotRanked(consortium.Name, await Consortia.RankedAsync(consortium, since, context, ct), "validFrom") is
            { } ranked
        )
        {
            context.Add(ranked);
            return;
        }

        // Its team of a cut-off day that has ranked already would have to rank it, too.
        var missed = await (
            from supervision in context.Graph.Set<ConsortiumSupervision>()
            join team in context.Graph.Set<SupervisionTeam>() on supervision.SupervisionTeamId equals team.Id
            join ranking in context.Graph.Set<ConsortiumRanking>() on team.Id equals ranking.SupervisionTeamId
            join round in context.Graph.Set<AssessmentRound>() on ranking.RoundId equals round.Id
            where
                supervision.ConsortiumId == consortium.Id
                && round.IssuedOn == null
                && round.CutOffOn >= since
                && supervision.ValidDuring.Contains(round.CutOffOn)
            orderby round.Year descending
            select new { team.Name, round.Year }
        ).FirstOrDefaultAsync(ct);
        context.Add(missed is null ? null : ConsortiumFits.MayBegin(missed.Name, missed.Year));
    }
}
