using SocietyParty.Rules;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.LeadingGroups.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups;

/// <summary>
/// Files rules that a group made for itself with the committee (003 第二十一条). Refused: LEADING_GROUP_NOT_APPROVED, LOCAL_RULES_FILED,
/// TEXT_INVALID.
/// </summary>
public sealed record FileLocalRulesInput(Id<LeadingGroup> LeadingGroup, string Title, DateOnly FiledOn);

internal sealed class FileLocalRules : Mutation<FileLocalRulesInput>
{
    public override async Task<MutationResult> ApplyAsync(FileLocalRulesInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.LeadingGroup, ct, "leadingGroup") is not { } group)
        {
            return context.Refused();
        }

        Texts.Check(input.Title, context, "title");
        var place = await GroupPlace.OfAsync(group, input.FiledOn, context, ct);
        context.Add(GroupTerm.MayFile(group.ApprovedOn, input.FiledOn, place.Rules));

        if (context.HasErrors)
        {
            return context.Refused();
        }

        context.Graph.Add(
            new LeadingGroupLocalRule
            {
                LeadingGroupId = group.Id,
                Title = input.Title,
                FiledOn = input.FiledOn,
            }
        );
        return context.Done(group);
    }
}
