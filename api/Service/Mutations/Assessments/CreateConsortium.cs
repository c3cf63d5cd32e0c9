using SocietyParty.Rules;
using SocietyParty.Service.Model;
using SocietyParty.Service.Mutations.Organizations;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Creates a consortium of branches (004 第六条（二）). Refused: NAME_INVALID, CONSORTIUM_NAME_TAKEN, BRANCHES_MISSING,
/// OF_ANOTHER_COMMITTEE (a branch or the team).
/// </summary>
public sealed record CreateConsortiumInput(Id<Committee> Committee, string Name, IReadOnlyList<Id<Branch>> Branches, Id<SupervisionTeam> SupervisionTeam, DateOnly ValidFrom);

internal sealed class CreateConsortium : Mutation<CreateConsortiumInput>
{
    private const string Clause = "004 第六条（二）";

    public override async Task<MutationResult> ApplyAsync(CreateConsortiumInput input, MutationContext context, CancellationToken ct)
    {
        SocietyNames.Check(input.Name, context, "name");
        var committee = await context.FindAsync(input.Committee, ct, "committee");
        var team = await context.FindAsync(input.SupervisionTeam, ct, "supervisionTeam");
        var branches = await context.FindAllAsync(input.Branches.Distinct().ToList(), "branches", ct);
        if (committee is null || team is null || context.HasErrors)
            return context.Refused();
        if (branches.Count == 0)
            context.Fail("BRANCHES_MISSING", "A consortium has at least one branch.", "branches");
        if (team.CommitteeId != committee.Id)
            context.Add(new Breach("OF_ANOTHER_COMMITTEE", $"{team.Name} is another committee's team.", Clause, Path: ["supervisionTeam"]));
        for (var i = 0; i < branches.Count; i++)
            if (branches[i].CommitteeId != committee.Id)
                context.Add(new Breach("OF_ANOTHER_COMMITTEE", $"{branches[i].Name} is another committee's branch.", Clause, Path: ["branches", MutationContext.Position(i)]));
        if (context.HasErrors)
            return context.Refused();
        var consortium = new Consortium { CommitteeId = committee.Id, SupervisionTeamId = team.Id, Name = input.Name };
        context.Graph.Add(consortium);
        await context.SaveAsync(ct);
        context.Graph.AddRange(branches.Select(branch => new ConsortiumBranch { ConsortiumId = consortium.Id, BranchId = branch.Id, ValidDuring = new(input.ValidFrom, true, false, default, false, true) }));
        await context.SaveAsync(ct);
        return context.Done(consortium);
    }
}
