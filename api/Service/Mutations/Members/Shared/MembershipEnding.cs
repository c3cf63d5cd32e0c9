using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Members;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members.Shared;

/// <summary>What ends with a membership, each told of by a warning.</summary>
internal static class MembershipEnding
{
    /// <summary>When the membership was ended, the earliest first.</summary>
    public static async Task<IReadOnlyList<EndedDays>> EndsAsync(this MutationContext context, long member, CancellationToken ct) =>
        await context
            .Graph.Set<EndedMembership>()
            .AsNoTracking()
            .Where(end => end.MemberId == member)
            .OrderBy(end => end.EndedOn)
            .Select(end => new EndedDays(end.Reason, end.EndedOn, end.RestoredOn))
            .ToListAsync(ct);

    /// <summary>The end that stands; null: the membership lasts.</summary>
    public static async Task<EndedDays?> EndAsync(this MutationContext context, long member, CancellationToken ct) =>
        (await context.EndsAsync(member, ct)).SingleOrDefault(end => end.RestoredOn is null);

    /// <summary>Ends what a member shares, holds and owes: posts, further lives, the dues standard and an open transfer.</summary>
    /// <param name="day">First day without them.</param>
    public static async Task EndAsync(Member member, MembershipEnd reason, DateOnly day, MutationContext context, CancellationToken ct)
    {
        // Who died holds no post anywhere; who left the party may go on in a council.
        await EndPostsAsync(
            member,
            post => reason == MembershipEnd.Deceased || post.BranchId is not null || post.CommitteeId is not null,
            day,
            context,
            ct
        );
        if (reason == MembershipEnd.Deceased)
        {
            context.End(
                await context.Graph.Set<SupervisionTeamMember>().Where(one => one.PersonId == member.PersonId).ToListAsync(ct),
                day
            );
        }

        await EndLivesAsync(member, day, context, ct);
        await EndStandardAsync(member, day, context, ct);
        await CancelTransferAsync(member, day, context, ct);
    }

    /// <summary>Ends the posts in a branch that the member leaves; whoever was sent from above never belonged to it.</summary>
    public static Task LeaveBranchAsync(Member member, long branch, DateOnly day, MutationContext context, CancellationToken ct) =>
        EndPostsAsync(member, post => post.BranchId == branch && !post.SentFromAbove, day, context, ct);

    private static async Task EndPostsAsync(
        Member member,
        Func<Appointment, bool> ends,
        DateOnly day,
        MutationContext context,
        CancellationToken ct
    )
    {
        var posts = context.Graph.Set<Appointment>();
        foreach (var post in (await posts.Where(post => post.PersonId == member.PersonId).ToListAsync(ct)).Where(ends))
        {
            if (!post.ValidDuring.CanEndOn(day))
            {
                posts.Remove(post);
            }
            else if (!post.ValidDuring.HasEndedBy(day))
            {
                post.ValidDuring = post.ValidDuring.Until(day);
            }
            else
            {
                continue;
            }

            context.Add(MembershipOutcome.Post(post.Post, await PlaceAsync(post, context, ct), post.BranchId is not null, day));
        }
    }

    private static async Task<string> PlaceAsync(Appointment post, MutationContext context, CancellationToken ct)
    {
        if (post.BranchId is { } branch)
        {
            return (await context.Graph.Set<Branch>().FindAsync([branch], ct))!.Name;
        }

        if (post.CommitteeId is { } committee)
        {
            return (await context.Graph.Set<Committee>().FindAsync([committee], ct))!.Name;
        }

        var society = post.SocietyId ?? (await context.Graph.Set<CouncilTerm>().FindAsync([post.CouncilTermId], ct))!.SocietyId;
        return (await context.Graph.Set<Society>().FindAsync([society], ct))!.Name;
    }

    private static async Task EndLivesAsync(Member member, DateOnly day, MutationContext context, CancellationToken ct)
    {
        var lives = context.Graph.Set<OrganizationLife>();
        foreach (var life in await lives.Where(life => life.MemberId == member.Id).ToListAsync(ct))
        {
            if (!life.ValidDuring.CanEndOn(day))
            {
                lives.Remove(life);
            }
            else if (!life.ValidDuring.HasEndedBy(day))
            {
                life.ValidDuring = life.ValidDuring.Until(day);
            }
            else
            {
                continue;
            }

            var branch = (await context.Graph.Set<Branch>().FindAsync([life.BranchId], ct))!;
            context.Add(MembershipOutcome.Life(branch.Name, day));
        }
    }

    private static async Task EndStandardAsync(Member member, DateOnly day, MutationContext context, CancellationToken ct)
    {
        var standards = context.Graph.Set<DuesStandard>();
        var ended = false;
        foreach (var standard in await standards.Where(standard => standard.MemberId == member.Id).ToListAsync(ct))
        {
            if (!standard.ValidDuring.CanEndOn(day))
            {
                standards.Remove(standard);
                ended = true;
            }
            else if (!standard.ValidDuring.HasEndedBy(day))
            {
                standard.ValidDuring = standard.ValidDuring.Until(day);
                ended = true;
            }
        }

        if (ended)
        {
            context.Add(MembershipOutcome.DuesStandard(day));
        }
    }

    private static async Task CancelTransferAsync(Member member, DateOnly day, MutationContext context, CancellationToken ct)
    {
        var open = await context
            .Graph.Set<AffiliationTransfer>()
            .SingleOrDefaultAsync(transfer => transfer.MemberId == member.Id && transfer.State == TransferState.Requested, ct);
        if (open is null)
        {
            return;
        }

        var closedOn = day < open.RequestedOn ? open.RequestedOn : day;
        open.Close(TransferState.Cancelled, closedOn);
        context.Add(MembershipOutcome.Transfer(closedOn));
    }
}
