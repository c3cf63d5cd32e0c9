using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Categories.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>Cancels a requested transfer; the affiliation stays. Refused: WRONG_STAGE, BEFORE_REQUEST, VERSION_CONFLICT.</summary>
public sealed record CancelTransferInput(Id<AffiliationTransfer> Transfer, DateOnly CancelledOn, int? Version);

internal sealed class CancelTransfer : Mutation<CancelTransferInput>
{
    public override async Task<MutationResult> ApplyAsync(CancelTransferInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindOpenAsync(input.Transfer, input.Version, input.CancelledOn, "cancelledOn", ct) is not { } transfer)
        {
            return context.Refused();
        }

        transfer.Close(TransferState.Cancelled, input.CancelledOn);
        return context.Done(transfer);
    }
}
