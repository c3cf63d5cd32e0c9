using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Members;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// 设立党小组 A branch has a party group from a day on (中国共产党支部工作条例（试行） 第十三条). Refused: NAME_INVALID, PARTY_GROUP_FORM,
/// BRANCH_NOT_ESTABLISHED, PARTY_GROUP_NAME_TAKEN.
/// </summary>
public sealed record FormPartyGroupInput(Id<Branch> Branch, string Name, DateOnly FormedOn);

internal sealed class FormPartyGroup : Mutation<FormPartyGroupInput>
{
    private const string Clause = "中国共产党支部工作条例（试行） 第十三条";

    public override async Task<MutationResult> ApplyAsync(FormPartyGroupInput input, MutationContext context, CancellationToken ct)
    {
        SocietyNames.Check(input.Name, context, "name");
        if (await context.FindAsync(input.Branch, ct, "branch") is not { } branch || context.HasErrors)
        {
            return context.Refused();
        }

        var isBranch = branch.Form is OrganizationForm.Branch or OrganizationForm.JointBranch or OrganizationForm.FunctionalBranch;
        context.Add(PartyGroupFits.OfForm(branch.Name, branch.Form, isBranch));
        context.Add(await StandingBranches.BreachAsync(branch, input.FormedOn, Clause, context, ct));
        context.Add(StandingBranch.NotDissolved(branch.Stated(), day: null, Clause, "branch"));
        var days = Days.Of(input.FormedOn, null);
        var isTaken = await context
            .Graph.Set<PartyGroup>()
            .AnyAsync(group => group.BranchId == branch.Id && group.Name == input.Name && group.ValidDuring.Overlaps(days), ct);
        context.Add(PartyGroupFits.NameIsFree(input.Name, isTaken));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var group = new PartyGroup
        {
            BranchId = branch.Id,
            Name = input.Name,
            ValidDuring = days,
            EnteredBy = context.Actor,
            EnteredAt = context.Now.ToUniversalTime(),
        };
        context.Graph.Add(group);
        await context.SaveAsync(ct);
        return context.Done(group);
    }
}
