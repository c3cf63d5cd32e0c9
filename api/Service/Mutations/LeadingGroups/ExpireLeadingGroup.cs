using SocietyParty.Rules;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.LeadingGroups.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups;

/// <summary>
/// Ends a group whose council's term is over (003 第六条), from the last day of the term on. Refused: TERM_NOT_OVER, WRONG_STAGE,
/// VERSION_CONFLICT.
/// </summary>
public sealed record ExpireLeadingGroupInput(Id<LeadingGroup> LeadingGroup, DateOnly AsOf, int? Version);

internal sealed class ExpireLeadingGroup : Mutation<ExpireLeadingGroupInput>
{
    public override async Task<MutationResult> ApplyAsync(ExpireLeadingGroupInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.LeadingGroup, ct, "leadingGroup") is not { } group || !context.HasVersion(group, input.Version))
        {
            return context.Refused();
        }

        var place = await GroupPlace.OfAsync(group, input.AsOf, context, ct);
        context.Add(GroupStages.Breach(group.Status, GroupStage.Expired, place.Rules));
        context.Add(GroupTerm.Over(place.Term.EndsOn, input.AsOf, place.Rules, "asOf"));

        if (context.HasErrors)
        {
            return context.Refused();
        }

        var day = place.Rules.Term.Value == TermBinding.CouncilTerm ? place.Term.EndsOn : input.AsOf;
        await GroupSteps.ExpireAsync(group, day < group.DiscussedOn ? group.DiscussedOn : day, null, context, ct);
        return context.Done(group);
    }
}
