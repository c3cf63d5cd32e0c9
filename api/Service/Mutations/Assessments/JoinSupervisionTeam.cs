using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Members;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// 加入督导团 A person is in a supervision team from a day on, or has another part in it (004 第六条（二）). Refused: TEAM_JOINED_ALREADY,
/// TEAM_HAS_LEADER, MEMBERSHIP_ENDED (who died), VERSION_CONFLICT.
/// </summary>
public sealed record JoinSupervisionTeamInput(
    Id<SupervisionTeam> SupervisionTeam,
    Id<Person> Person,
    bool? IsLeader,
    DateOnly ValidFrom,
    int? Version
);

internal sealed class JoinSupervisionTeam : Mutation<JoinSupervisionTeamInput>
{
    public override async Task<MutationResult> ApplyAsync(JoinSupervisionTeamInput input, MutationContext context, CancellationToken ct)
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

        var (from, leads) = (input.ValidFrom, input.IsLeader ?? false);
        var days = Days.Of(from, null);
        var known = await context
            .Graph.Set<SupervisionTeamMember>()
            .Where(one => one.SupervisionTeamId == team.Id && one.ValidDuring.Overlaps(days))
            .ToListAsync(ct);
        var own = known.Where(one => one.PersonId == person.Id).ToList();
        context.Add(
            TeamMembers.Joins(
                new(
                    team.Name,
                    own.Any(one => one.IsLeader == leads),
                    own.Any(one => !one.ValidDuring.Has(from)),
                    known.Any(one => one.IsLeader && one.PersonId != person.Id),
                    leads
                )
            )
        );
        // Who left the party may go on; who died does not.
        var died = (await EndsAsync(person, context, ct)).Where(end => end.Reason == MembershipEnd.Deceased);
        context.Add(MembershipFits.Check(died, from, until: null, "person"));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        // The other part ends where this one begins.
        context.End(own, from);
        await context.SaveAsync(ct);
        context.Graph.Add(
            new SupervisionTeamMember
            {
                SupervisionTeamId = team.Id,
                PersonId = person.Id,
                IsLeader = leads,
                ValidDuring = days,
                EnteredBy = context.Actor,
                EnteredAt = context.Now.ToUniversalTime(),
            }
        );
        await context.Graph.Database.ExecuteSqlAsync($"UPDATE graph.supervision_team SET version = version + 1 WHERE id = {team.Id}", ct);
        return context.Done(team);
    }

    private static async Task<IReadOnlyList<EndedDays>> EndsAsync(Person person, MutationContext context, CancellationToken ct) =>
        await context.Graph.Set<Member>().AsNoTracking().SingleOrDefaultAsync(member => member.PersonId == person.Id, ct) is { } member
            ? await context.EndsAsync(member.Id, ct)
            : [];
}
