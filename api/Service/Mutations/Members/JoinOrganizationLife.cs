using SocietyParty.Rules;
using SocietyParty.Rules.Members;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// A member shares the life of a further branch (002 §5). Refused: MEMBER_BELONGS_TO_BRANCH, BRANCH_NOT_ESTABLISHED, BRANCH_ENDS_BEFORE,
/// MEMBERSHIP_ENDED, ORGANIZATION_LIFE_OVERLAPS.
/// </summary>
public sealed record JoinOrganizationLifeInput(Id<Member> Member, Id<Branch> Branch, DateOnly ValidFrom);

internal sealed class JoinOrganizationLife : Mutation<JoinOrganizationLifeInput>
{
    public override async Task<MutationResult> ApplyAsync(JoinOrganizationLifeInput input, MutationContext context, CancellationToken ct)
    {
        var member = await context.FindAsync(input.Member, ct, "member");
        var branch = await context.FindAsync(input.Branch, ct, "branch");
        if (member is null || branch is null)
        {
            return context.Refused();
        }

        context.Add(MembershipFits.Check(await context.EndsAsync(member.Id, ct), input.ValidFrom, until: null, "member"));
        context.Add(MemberStates.IsFurtherBranch(member.BranchId == branch.Id));

        context.Add(StandingBranch.ForPeople(branch.Stated()));
        context.Add(TemporaryBranch.Lasts(branch.Name, branch.EndsOn, input.ValidFrom, "validFrom"));

        if (context.HasErrors)
        {
            return context.Refused();
        }

        context.Graph.Add(
            new OrganizationLife
            {
                MemberId = member.Id,
                BranchId = branch.Id,
                ValidDuring = Days.Of(input.ValidFrom, null),
            }
        );
        return context.Done(member);
    }
}
