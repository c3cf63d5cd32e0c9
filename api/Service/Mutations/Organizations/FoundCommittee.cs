using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Access;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// 设立党委 Founds a committee in any region, or enters one that exists. Refused: NAME_INVALID, COMMITTEE_NAME_TAKEN,
/// UPPER_COMMITTEE_NOT_THERE, UPPER_COMMITTEE_LOWER, COMMITTEE_BEYOND_ROLE (at the top, by who administers one committee). Told:
/// FORMER_NAME_TAKEN, REGION_FORMER, UPPER_COMMITTEE_ELSEWHERE.
/// </summary>
public sealed record FoundCommitteeInput(string Name, string Region, DateOnly? EstablishedOn, Id<Committee>? Parent);

internal sealed class FoundCommittee : Mutation<FoundCommitteeInput>
{
    public override async Task<MutationResult> ApplyAsync(FoundCommitteeInput input, MutationContext context, CancellationToken ct)
    {
        var upper = await context.FindAsync(input.Parent, ct, "parent");
        var region = await CommitteePlaces.FindRegionAsync(input.Region, context, ct);
        var isName = SocietyNames.Check(input.Name, context, "name");
        if (region is null || context.HasErrors)
        {
            return context.Refused();
        }

        context.Add(CommitteeReach.Places(context.Access.SeesEverything, isOwn: false, upper is not null));
        context.Add(CommitteeTree.LiesIn(region, input.EstablishedOn, "region"));
        if (isName)
        {
            var taken = await SocietyNames.FindCommitteeAsync(context, region.Code, input.Name, null, ct);
            var former = await SocietyNames.FormerCommitteeAsync(context, region.Code, input.Name, null, ct);
            context.Add(NameFits.IsFree(NameBearer.Committee, taken, "name") ?? NameFits.WasFormerName(input.Name, former, "name"));
        }

        var from = input.EstablishedOn ?? upper?.EstablishedOn ?? context.Today;
        if (upper is not null)
        {
            var facts = await CommitteePlaces.FactsAsync(null, region.Code, upper, from, context, ct);
            context.Add(CommitteeTree.Place(facts, "parent"));
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        var committee = new Committee
        {
            Name = input.Name,
            RegionCode = region.Code,
            EstablishedOn = input.EstablishedOn,
        };
        context.Graph.Add(committee);
        await context.SaveAsync(ct);
        if (upper is not null)
        {
            await CommitteePlaces.WriteAsync(committee.Id, upper.Id, from, context, ct);
        }

        return context.Done(committee);
    }
}
