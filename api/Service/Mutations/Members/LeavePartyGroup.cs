using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Members;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// 调出党小组 A member is in a party group no longer from a day on; the days before stay (中国共产党章程 第八条). Refused: NOT_IN_PARTY_GROUP,
/// VERSION_CONFLICT.
/// </summary>
public sealed record LeavePartyGroupInput(Id<PartyGroup> PartyGroup, Id<Member> Member, DateOnly LeftOn, int? Version);

internal sealed class LeavePartyGroup : Mutation<LeavePartyGroupInput>
{
    public override async Task<MutationResult> ApplyAsync(LeavePartyGroupInput input, MutationContext context, CancellationToken ct)
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

        var known = await context
            .Graph.Set<PartyGroupMember>()
            .Where(one => one.PartyGroupId == group.Id && one.MemberId == member.Id && one.ValidDuring.Contains(input.LeftOn))
            .ToListAsync(ct);
        context.Add(PartyGroupFits.Leaves(group.Name, known.Count > 0, input.LeftOn));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        context.End(known, input.LeftOn);
        await context.Graph.Database.ExecuteSqlAsync($"UPDATE graph.party_group SET version = version + 1 WHERE id = {group.Id}", ct);
        return context.Done(group);
    }
}
