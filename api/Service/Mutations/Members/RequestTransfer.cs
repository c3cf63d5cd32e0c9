using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Members;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// Requests to transfer an affiliation. Refused: TRANSFER_DESTINATION (002 §5: exactly one place), TRANSFER_GOES_NOWHERE, TRANSFER_OPEN,
/// MEMBERSHIP_ENDED (but of whoever moved away and comes to a branch), BRANCH_DISSOLVED, PLACE_EMPTY.
/// </summary>
public sealed record RequestTransferInput(
    Id<Member> Member,
    Id<Branch>? ToBranch,
    Id<SupportingUnit>? ToUnit,
    string? ToPlace,
    DateOnly RequestedOn,
    string? Reason
);

internal sealed class RequestTransfer : Mutation<RequestTransferInput>
{
    public override async Task<MutationResult> ApplyAsync(RequestTransferInput input, MutationContext context, CancellationToken ct)
    {
        var member = await context.FindAsync(input.Member, ct, "member");
        var place = await Place.ReadAsync(context, "to", input.ToBranch, input.ToUnit, input.ToPlace, ct);
        if (member is null || context.HasErrors)
        {
            return context.Refused();
        }

        var ended = await context.EndAsync(member.Id, ct);
        context.Add(TransferFits.Check(ended, place.Branch is not null, input.RequestedOn, "member"));
        context.Add(AffiliationPlace.Destination(place.Count, ended is null && place.IsOf(member)));

        var isOpen = await context
            .Graph.Set<AffiliationTransfer>()
            .AnyAsync(open => open.MemberId == member.Id && open.State == TransferState.Requested, ct);
        context.Add(AffiliationPlace.NoneOpen(isOpen));

        if (context.HasErrors)
        {
            return context.Refused();
        }

        var transfer = new AffiliationTransfer
        {
            MemberId = member.Id,
            FromBranchId = member.AffiliationBranchId,
            FromUnitId = member.AffiliationUnitId,
            FromPlace = member.AffiliationPlace,
            ToBranchId = place.Branch?.Id,
            ToUnitId = place.Unit?.Id,
            ToPlace = place.Name,
            State = TransferState.Requested,
            RequestedOn = input.RequestedOn,
            Reason = string.IsNullOrWhiteSpace(input.Reason) ? null : input.Reason,
        };
        context.Graph.Add(transfer);
        await context.SaveAsync(ct);
        return context.Done(transfer);
    }
}
