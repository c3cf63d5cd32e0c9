using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Members;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// 编入党小组 A member is in a party group of its branch from a day on, or has another part in it (中国共产党章程 第八条). Refused:
/// PARTY_GROUP_NOT_THERE, PARTY_GROUP_OF_ANOTHER_BRANCH, MEMBERSHIP_ENDED, PARTY_GROUP_JOINED_ALREADY, PARTY_GROUP_IN_ANOTHER,
/// PARTY_GROUP_HAS_LEADER, VERSION_CONFLICT. Told: PARTY_GROUP_LEADER_PROBATIONARY.
/// </summary>
public sealed record JoinPartyGroupInput(Id<PartyGroup> PartyGroup, Id<Member> Member, bool? IsLeader, DateOnly ValidFrom, int? Version);

internal sealed class JoinPartyGroup : Mutation<JoinPartyGroupInput>
{
    public override async Task<MutationResult> ApplyAsync(JoinPartyGroupInput input, MutationContext context, CancellationToken ct)
    {
        var member = await context.FindAsync(input.Member, ct, "member");
        if (
            await context.FindAsync(input.PartyGroup, ct, "partyGroup") is not { } group
            || member is null
            || !context.HasVersion(group, input.Version)
        )
        {
            return context.Refused();
        }

        var days = Days.Of(input.ValidFrom, group.ValidDuring.Stated().EndedOn);
        var known = await context
            .Graph.Set<PartyGroupMember>()
            .Where(one =>
                (one.PartyGroupId == group.Id || one.MemberId == member.Id) && one.ValidDuring.Overlaps(Days.Of(input.ValidFrom, null))
            )
            .ToListAsync(ct);
        context.Add(MembershipFits.Check(await context.EndsAsync(member.Id, ct), input.ValidFrom, until: null, "member"));
        context.Add(PartyGroupFits.Joins(await FactsAsync(input, group, member, known, context, ct)));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        // The other part ends where this one begins.
        context.End(known.Where(one => one.MemberId == member.Id), input.ValidFrom);
        await context.SaveAsync(ct);
        context.Graph.Add(
            new PartyGroupMember
            {
                PartyGroupId = group.Id,
                MemberId = member.Id,
                IsLeader = input.IsLeader ?? false,
                ValidDuring = days,
                EnteredBy = context.Actor,
                EnteredAt = context.Now.ToUniversalTime(),
            }
        );
        await context.Graph.Database.ExecuteSqlAsync($"UPDATE graph.party_group SET version = version + 1 WHERE id = {group.Id}", ct);
        return context.Done(group);
    }

    private static async Task<GroupJoining> FactsAsync(
        JoinPartyGroupInput input,
        PartyGroup group,
        Member member,
        IReadOnlyList<PartyGroupMember> known,
        MutationContext context,
        CancellationToken ct
    )
    {
        var leads = input.IsLeader ?? false;
        var own = known.Where(one => one.PartyGroupId == group.Id && one.MemberId == member.Id).ToList();
        var other = known.FirstOrDefault(one => one.MemberId == member.Id && one.PartyGroupId != group.Id);
        var then = await context
            .Graph.Database.SqlQuery<MemberThen>(
                $"""
                SELECT status = 'PROBATIONARY' AS "IsProbationary", branch_id = {group.BranchId} AS "IsOfBranch"
                FROM graph.member_on({input.ValidFrom}) WHERE id = {member.Id}
                """
            )
            .SingleAsync(ct);
        return new(
            group.Name,
            group.ValidDuring.LowerBound,
            group.ValidDuring.Stated().EndedOn,
            // Whoever left it since then is not in its groups until today either.
            then.IsOfBranch
                && member.BranchId == group.BranchId,
            own.Any(one => one.IsLeader == leads || !one.ValidDuring.Has(input.ValidFrom)),
            other is null ? null : (await context.Graph.Set<PartyGroup>().FindAsync([other.PartyGroupId], ct))!.Name,
            known.Any(one => one.PartyGroupId == group.Id && one.IsLeader && one.MemberId != member.Id),
            leads,
            then.IsProbationary,
            input.ValidFrom
        );
    }

    private sealed class MemberThen
    {
        public bool IsProbationary { get; init; }
        public bool IsOfBranch { get; init; }
    }
}
