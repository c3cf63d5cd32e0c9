using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Creates a consortium of branches (004 第六条（二）). Refused: NAME_INVALID, CONSORTIUM_NAME_TAKEN, BRANCHES_MISSING,
/// BRANCH_NAMED_TWICE, OF_ANOTHER_COMMITTEE (a branch or the team), RANKED_ALREADY (the team, in a round that is open).
/// </summary>
public sealed record CreateConsortiumInput(
    Id<Committee> Committee,
    string Name,
    IReadOnlyList<Id<Branch>> Branches,
    Id<SupervisionTeam> SupervisionTeam,
    DateOnly ValidFrom
);

internal sealed class CreateConsortium : Mutation<CreateConsortiumInput>
{
    private const string Clause = "004 第六条（二）";

    public override async Task<MutationResult> ApplyAsync(CreateConsortiumInput input, MutationContext context, CancellationToken ct)
    {
        SocietyNames.Check(input.Name, context, "name");
        var committee = await context.FindAsync(input.Committee, ct, "committee");
        var team = await context.FindAsync(input.SupervisionTeam, ct, "supervisionTeam");
        var branches = await context.FindAllAsync(input.Branches, "branches", ct);
        if (committee is null || team is null || context.HasErrors)
        {
            return context.Refused();
        }

        context.Add(ConsortiumFits.HasBranches(branches.Count));

        var year = await (
            from ranking in context.Graph.Set<ConsortiumRanking>()
            join round in context.Graph.Set<AssessmentRound>() on ranking.RoundId equals round.Id
            where ranking.SupervisionTeamId == team.Id && round.IssuedOn == null && round.CutOffOn >= input.ValidFrom
            select (int?)round.Year
        ).FirstOrDefaultAsync(ct);
        context.Add(ConsortiumFits.MayBegin(team.Name, year));

        context.Add(OfAnother.Team(team.Name, team.CommitteeId == committee.Id, Clause));

        for (var i = 0; i < branches.Count; i++)
        {
            string[] path = ["branches", MutationContext.Position(i)];
            context.Add(
                NamedOnce.Check(NamedThing.Branch, branches[i].Name, branches.Take(i).Contains(branches[i]), path)
                    ?? OfAnother.Branch(branches[i].Name, branches[i].CommitteeId == committee.Id, Clause, path)
            );
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        var consortium = new Consortium
        {
            CommitteeId = committee.Id,
            SupervisionTeamId = team.Id,
            Name = input.Name,
        };
        context.Graph.Add(consortium);
        await context.SaveAsync(ct);
        context.Graph.AddRange(
            branches.Select(branch => new ConsortiumBranch
            {
                ConsortiumId = consortium.Id,
                BranchId = branch.Id,
                ValidDuring = new(input.ValidFrom, true, false, default, false, true),
            })
        );
        await context.SaveAsync(ct);
        return context.Done(consortium);
    }
}
