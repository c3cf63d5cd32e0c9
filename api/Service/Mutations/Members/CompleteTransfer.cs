using Microsoft.EntityFrameworkCore;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Categories.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// Receives an affiliation. Into a branch the member goes with it; the branch it belonged to stays as a past organizational life.
/// Refused: WRONG_STAGE, BEFORE_REQUEST, BRANCH_DISSOLVED, AFFILIATION_DATE_TOO_EARLY, VERSION_CONFLICT.
/// </summary>
public sealed record CompleteTransferInput(Id<AffiliationTransfer> Transfer, DateOnly CompletedOn, int? Version);

internal sealed class CompleteTransfer : Mutation<CompleteTransferInput>
{
    public override async Task<MutationResult> ApplyAsync(CompleteTransferInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindOpenAsync(input.Transfer, input.Version, input.CompletedOn, "completedOn", ct) is not { } transfer)
        {
            return context.Refused();
        }

        if (
            transfer.ToBranchId is { } to
            && await context.Graph.Set<Branch>().FindAsync([to], ct) is { Status: BranchStatus.Dissolved } gone
        )
        {
            context.Fail("BRANCH_DISSOLVED.CompleteTransfer", [("gone", gone.Name), ("statusSince", gone.StatusSince)], "transfer");
            return context.Refused();
        }

        var member = (await context.Graph.Set<Member>().FindAsync([transfer.MemberId], ct))!;
        (member.AffiliationBranchId, member.AffiliationUnitId, member.AffiliationPlace) = (
            transfer.ToBranchId,
            transfer.ToUnitId,
            transfer.ToPlace
        );
        member.AffiliatedSince = input.CompletedOn;
        transfer.Close(TransferState.Completed, input.CompletedOn);
        if (transfer.ToBranchId is { } branch && branch != member.BranchId)
        {
            await MoveAsync(member, branch, input.CompletedOn, context, ct);
        }

        return context.Done(transfer);
    }

    private static async Task MoveAsync(Member member, long branch, DateOnly day, MutationContext context, CancellationToken ct)
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
        // The member came to it after it left it before, if it ever did.
        DateOnly? since = known.Count == 0 ? null : known.Max(life => life.ValidDuring.UpperBound);
        if (since is null || since < day)
        {
            lives.Add(
                new()
                {
                    MemberId = member.Id,
                    BranchId = member.BranchId,
                    ValidDuring = Days.Of(since, day),
                }
            );
        }

        member.BranchId = branch;
    }
}
