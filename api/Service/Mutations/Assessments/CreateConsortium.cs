using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Creates a consortium of branches (004 第六条（二）). Refused: NAME_INVALID, CONSORTIUM_NAME_TAKEN, BRANCHES_MISSING,
/// BRANCH_NAMED_TWICE, OF_ANOTHER_COMMITTEE (a branch or the team), BRANCH_NOT_ESTABLISHED, RANKED_ALREADY (the team, in a round that is
/// open), CONSORTIUM_ASSESSED.
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

        context.Add(ConsortiumFits.MayBegin(team.Name, await Consortia.OpenRankingAsync(team, input.ValidFrom, context, ct)));
        context.Add(OfAnother.Team(team.Name, team.CommitteeId == committee.Id, Clause));
        await context.JoinAsync(committee.Id, branches, input.ValidFrom, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var consortium = new Consortium { CommitteeId = committee.Id, Name = input.Name };
        context.Graph.Add(consortium);
        await context.SaveAsync(ct);
        context.Graph.Add(context.Supervised(consortium, team, input.ValidFrom));
        context.Graph.AddRange(context.Joined(consortium, branches, input.ValidFrom));
        await context.SaveAsync(ct);
        return context.Done(consortium);
    }
}
