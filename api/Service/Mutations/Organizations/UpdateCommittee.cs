using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// 更名 Gives a committee another name from a day on; the old one stays as an alias. Refused: VERSION_CONFLICT, NAME_INVALID,
/// COMMITTEE_NAME_TAKEN, HOLDS_BEFORE_LAST_CHANGE. Told: FORMER_NAME_TAKEN, NOTHING_TO_CHANGE.
/// </summary>
public sealed record UpdateCommitteeInput(Id<Committee> Committee, int Version, string Name, DateOnly? HoldsFrom);

internal sealed class UpdateCommittee : Mutation<UpdateCommitteeInput>
{
    public override async Task<MutationResult> ApplyAsync(UpdateCommitteeInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Committee, ct, "committee") is not { } committee || !context.HasVersion(committee, input.Version))
        {
            return context.Refused();
        }

        if (input.Name == committee.Name)
        {
            context.Add(Unchanged.Check(changes: false));
            return context.Done(committee);
        }

        if (SocietyNames.Check(input.Name, context, "name"))
        {
            var taken = await SocietyNames.FindCommitteeAsync(context, committee.RegionCode, input.Name, committee.Id, ct);
            var former = await SocietyNames.FormerCommitteeAsync(context, committee.RegionCode, input.Name, committee.Id, ct);
            context.Add(NameFits.IsFree(NameBearer.Committee, taken, "name") ?? NameFits.WasFormerName(input.Name, former, "name"));
        }

        var since = await context
            .Graph.Database.SqlQuery<DateOnly?>($"""SELECT attributes_since AS "Value" FROM graph.committee WHERE id = {committee.Id}""")
            .SingleAsync(ct);
        await DatedChange.HoldsFromAsync(input.HoldsFrom, since, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var aliases = context.Graph.Set<CommitteeAlias>();
        await aliases.Where(alias => alias.CommitteeId == committee.Id && alias.Alias == input.Name).ExecuteDeleteAsync(ct);
        if (!await aliases.AnyAsync(alias => alias.CommitteeId == committee.Id && alias.Alias == committee.Name, ct))
        {
            context.Graph.Add(
                new CommitteeAlias
                {
                    CommitteeId = committee.Id,
                    Alias = committee.Name,
                    Reason = SocietyNames.Former,
                }
            );
        }

        committee.Name = input.Name;
        return context.Done(committee);
    }
}
