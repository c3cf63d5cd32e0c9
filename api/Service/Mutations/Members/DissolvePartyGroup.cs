using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Days;
using SocietyParty.Rules.Members;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// 撤销党小组 A party group ends with a day, and with it what its members have in it; the days before stay. Refused: PARTY_GROUP_NOT_THERE,
/// PERIOD_EMPTY (it has at least a day), VERSION_CONFLICT.
/// </summary>
public sealed record DissolvePartyGroupInput(Id<PartyGroup> PartyGroup, DateOnly DissolvedOn, int? Version);

internal sealed class DissolvePartyGroup : Mutation<DissolvePartyGroupInput>
{
    public override async Task<MutationResult> ApplyAsync(DissolvePartyGroupInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.PartyGroup, ct, "partyGroup") is not { } group || !context.HasVersion(group, input.Version))
        {
            return context.Refused();
        }

        var there = group.ValidDuring.Stated();
        context.Add(
            PartyGroupFits.IsThere(group.Name, there.BeganOn!.Value, there.EndedOn, input.DissolvedOn, "dissolvedOn")
                ?? PeriodFits.HasDays(there.BeganOn!.Value, input.DissolvedOn, "dissolvedOn")
        );
        if (context.HasErrors)
        {
            return context.Refused();
        }

        context.End(
            await context.Graph.Set<PartyGroupMember>().Where(one => one.PartyGroupId == group.Id).ToListAsync(ct),
            input.DissolvedOn
        );
        context.End([group], input.DissolvedOn);
        return context.Done(group);
    }
}
