using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Members;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// Takes back the end of a membership. Refused: MEMBERSHIP_NOT_ENDED, MEMBERSHIP_RESTORED_BEFORE_END, MEMBERSHIP_END_IS_FINAL,
/// BRANCH_DISSOLVED, TEXT_INVALID, VERSION_CONFLICT. Told: POSTS_NOT_RESTORED.
/// </summary>
public sealed record RestoreMembershipInput(Id<Member> Member, DateOnly RestoredOn, string Reason, int? Version);

internal sealed class RestoreMembership : Mutation<RestoreMembershipInput>
{
    public override async Task<MutationResult> ApplyAsync(RestoreMembershipInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Member, ct, "member") is not { } member || !context.HasVersion(member, input.Version))
        {
            return context.Refused();
        }

        var end = await context
            .Graph.Set<EndedMembership>()
            .SingleOrDefaultAsync(end => end.MemberId == member.Id && end.RestoredOn == null, ct);
        var branch = (await context.Graph.Set<Branch>().FindAsync([member.BranchId], ct))!;
        context.Add(
            MembershipRestoreFits.Check(
                new(
                    end is null ? null : new(end.Reason, end.EndedOn, null),
                    input.RestoredOn,
                    branch.Name,
                    branch.Status == BranchStatus.Dissolved ? branch.StatusSince : null
                )
            )
        );
        Texts.Check(input.Reason, context, "reason");
        if (end is null || context.HasErrors)
        {
            return context.Refused();
        }

        (end.RestoredOn, end.RestoredReason, end.RestoredBy) = (input.RestoredOn, input.Reason, context.Actor);
        context.Add(MembershipOutcome.NotRestored(await HasLostAsync(member, end.EndedOn, context, ct)));

        return context.Done(member);
    }

    // What lasted until the day of the end has most likely ended with it.
    private static async Task<bool> HasLostAsync(Member member, DateOnly day, MutationContext context, CancellationToken ct) =>
        await context.Graph.Set<Appointment>().AnyAsync(post => post.PersonId == member.PersonId && post.ValidDuring.UpperBound == day, ct)
        || await context
            .Graph.Set<OrganizationLife>()
            .AnyAsync(life => life.MemberId == member.Id && life.ValidDuring.UpperBound == day, ct)
        || await context
            .Graph.Set<DuesStandard>()
            .AnyAsync(standard => standard.MemberId == member.Id && standard.ValidDuring.UpperBound == day, ct);
}
