using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>Creates a supervision team (004 第六条（二）). Refused: NAME_INVALID, SUPERVISION_TEAM_NAME_TAKEN.</summary>
public sealed record CreateSupervisionTeamInput(Id<Committee> Committee, string Name);

internal sealed class CreateSupervisionTeam : Mutation<CreateSupervisionTeamInput>
{
    public override async Task<MutationResult> ApplyAsync(CreateSupervisionTeamInput input, MutationContext context, CancellationToken ct)
    {
        SocietyNames.Check(input.Name, context, "name");
        if (await context.FindAsync(input.Committee, ct, "committee") is not { } committee || context.HasErrors)
        {
            return context.Refused();
        }

        var team = new SupervisionTeam { CommitteeId = committee.Id, Name = input.Name };
        context.Graph.Add(team);
        await context.SaveAsync(ct);
        return context.Done(team);
    }
}
