using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Assessments;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// 退出督导团 A person is in a supervision team no longer from a day on; the days before stay (004 第六条（二）). Refused: NOT_IN_TEAM,
/// VERSION_CONFLICT.
/// </summary>
public sealed record LeaveSupervisionTeamInput(Id<SupervisionTeam> SupervisionTeam, Id<Person> Person, DateOnly LeftOn, int? Version);

internal sealed class LeaveSupervisionTeam : Mutation<LeaveSupervisionTeamInput>
{
    public override async Task<MutationResult> ApplyAsync(LeaveSupervisionTeamInput input, MutationContext context, CancellationToken ct)
    {
        var person = await context.FindAsync(input.Person, ct, "person");
        if (
            await context.FindAsync(input.SupervisionTeam, ct, "supervisionTeam") is not { } team
            || person is null
            || !context.HasVersion(team, input.Version)
        )
        {
            return context.Refused();
        }

        var known = await context
            .Graph.Set<SupervisionTeamMember>()
            .Where(one => one.SupervisionTeamId == team.Id && one.PersonId == person.Id && one.ValidDuring.Contains(input.LeftOn))
            .ToListAsync(ct);
        context.Add(TeamMembers.Leaves(team.Name, known.Count > 0, input.LeftOn));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        context.End(known, input.LeftOn);
        await context.Graph.Database.ExecuteSqlAsync($"UPDATE graph.supervision_team SET version = version + 1 WHERE id = {team.Id}", ct);
        return context.Done(team);
    }
}
