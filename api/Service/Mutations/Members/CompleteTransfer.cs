using Microsoft.EntityFrameworkCore;
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
/// Receives an affiliation. Into a branch the member goes with it; the branch it belonged to stays as a past organizational life. To a
/// place outside it belongs to no branch here any more, unless it is said that it stays in its branch. Posts in the branch that it leaves
/// end. Refused: WRONG_STAGE, BEFORE_REQUEST, BRANCH_DISSOLVED, MEMBERSHIP_ENDED, AFFILIATION_DATE_TOO_EARLY, VERSION_CONFLICT. Told:
/// POST_ENDED (002 §3), MEMBERSHIP_ENDED_BY_TRANSFER (002 §5), and as endMembership.
/// </summary>
public sealed record CompleteTransferInput(Id<AffiliationTransfer> Transfer, DateOnly CompletedOn, bool? StaysInBranch, int? Version);

internal sealed class CompleteTransfer : Mutation<CompleteTransferInput>
{
    public override async Task<MutationResult> ApplyAsync(CompleteTransferInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindOpenAsync(input.Transfer, input.Version, input.CompletedOn, "completedOn", ct) is not { } transfer)
        {
            return context.Refused();
        }

        var to = transfer.ToBranchId is { } key ? await context.Graph.Set<Branch>().FindAsync([key], ct) : null;
        context.Add(to is null ? null : StandingBranch.ForTransfers(to.Stated()));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var member = (await context.Graph.Set<Member>().FindAsync([transfer.MemberId], ct))!;
        var ended = await context.EndAsync(member.Id, ct);
        context.Add(TransferFits.Check(ended, transfer.ToBranchId is not null, input.CompletedOn, "transfer"));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        Affiliate(member, transfer, input.CompletedOn);
        transfer.Close(TransferState.Completed, input.CompletedOn);
        var stays = ended is null && input.StaysInBranch == true;
        if (transfer.ToBranchId is { } branch && branch != member.BranchId && !stays)
        {
            await MembershipEnding.LeaveBranchAsync(member, member.BranchId, input.CompletedOn, context, ct);
            await MoveAsync(member, branch, input.CompletedOn, ended, context, ct);
        }
        // The row stands in the database before an end is written or taken back, which the database shows on it.
        await context.SaveAsync(ct);
        if (ended is not null)
        {
            await ReturnAsync(member, input.CompletedOn, context, ct);
        }
        else if (transfer.ToBranchId is null && !stays)
        {
            await GoAsync(member, input.CompletedOn, context, ct);
        }

        return context.Done(transfer);
    }

    // Where a member comes back to the place that it never left, the affiliation there began when it began.
    private static void Affiliate(Member member, AffiliationTransfer transfer, DateOnly day)
    {
        if (
            (member.AffiliationBranchId, member.AffiliationUnitId, member.AffiliationPlace)
            == (transfer.ToBranchId, transfer.ToUnitId, transfer.ToPlace)
        )
        {
            return;
        }

        (member.AffiliationBranchId, member.AffiliationUnitId, member.AffiliationPlace) = (
            transfer.ToBranchId,
            transfer.ToUnitId,
            transfer.ToPlace
        );
        member.AffiliatedSince = day;
    }

    private static async Task GoAsync(Member member, DateOnly day, MutationContext context, CancellationToken ct)
    {
        context.Add(MembershipOutcome.ByTransfer(day));
        await MembershipEnding.EndAsync(member, MembershipEnd.MovedAway, day, context, ct);
        context.Graph.Add(
            new EndedMembership
            {
                MemberId = member.Id,
                Reason = MembershipEnd.MovedAway,
                EndedOn = day,
                EndedBy = context.Actor,
            }
        );
    }

    private static async Task ReturnAsync(Member member, DateOnly day, MutationContext context, CancellationToken ct)
    {
        var end = await context.Graph.Set<EndedMembership>().SingleAsync(end => end.MemberId == member.Id && end.RestoredOn == null, ct);
        (end.RestoredOn, end.RestoredBy) = (day, context.Actor);
    }

    private static async Task MoveAsync(
        Member member,
        long branch,
        DateOnly day,
        EndedDays? ended,
        MutationContext context,
        CancellationToken ct
    )
    {
        var lives = context.Graph.Set<OrganizationLife>();
        // What was a further branch becomes its own; a life shared from that day on or later never was one.
        foreach (var life in await lives.Where(life => life.MemberId == member.Id && life.BranchId == branch).ToListAsync(ct))
        {
            if (!life.ValidDuring.CanEndOn(day))
            {
                lives.Remove(life);
            }
            else if (!life.ValidDuring.HasEndedBy(day))
            {
                life.ValidDuring = life.ValidDuring.Until(day);
            }
        }

        var known = await lives.Where(life => life.MemberId == member.Id && life.BranchId == member.BranchId).ToListAsync(ct);
        // The member came to it after it left it before, if it ever did, and left it when it moved away.
        DateOnly? since = known.Count == 0 ? null : known.Max(life => life.ValidDuring.UpperBound);
        var left = ended?.EndedOn ?? day;
        if (since is null || since < left)
        {
            lives.Add(
                new()
                {
                    MemberId = member.Id,
                    BranchId = member.BranchId,
                    ValidDuring = Days.Of(since, left),
                }
            );
        }

        member.BranchId = branch;
    }
}
