using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Members;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>A member shares a further branch's life no longer. Refused: NO_ORGANIZATION_LIFE (none on the day before).</summary>
public sealed record LeaveOrganizationLifeInput(Id<Member> Member, Id<Branch> Branch, DateOnly LeftOn);

internal sealed class LeaveOrganizationLife : Mutation<LeaveOrganizationLifeInput>
{
    public override async Task<MutationResult> ApplyAsync(LeaveOrganizationLifeInput input, MutationContext context, CancellationToken ct)
    {
        var member = await context.FindAsync(input.Member, ct, "member");
        var branch = await context.FindAsync(input.Branch, ct, "branch");
        if (member is null || branch is null)
        {
            return context.Refused();
        }

        var before = input.LeftOn.AddDays(-1);
        var life = await context
            .Graph.Set<OrganizationLife>()
            .SingleOrDefaultAsync(
                life => life.MemberId == member.Id && life.BranchId == branch.Id && life.ValidDuring.Contains(before),
                ct
            );
        context.Add(MemberStates.SharesLife(life is not null));
        if (life is null)
        {
            return context.Refused();
        }

        life.ValidDuring = life.ValidDuring.Until(input.LeftOn);
        return context.Done(member);
    }
}
