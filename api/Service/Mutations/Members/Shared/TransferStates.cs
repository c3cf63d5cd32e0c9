using SocietyParty.Rules;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members.Shared;

/// <summary>A transfer ends once.</summary>
internal static class TransferStates
{
    /// <summary>The open transfer; null, with the errors, where there is none, it is over, or it is another version.</summary>
    public static async Task<AffiliationTransfer?> FindOpenAsync(
        this MutationContext context,
        Id<AffiliationTransfer> id,
        int? version,
        DateOnly day,
        string dateField,
        CancellationToken ct
    )
    {
        if (await context.FindAsync(id, ct, "transfer") is not { } transfer || !context.HasVersion(transfer, version))
        {
            return null;
        }

        if (transfer.State != TransferState.Requested)
        {
            context.Add(
                new Breach(
                    "WRONG_STAGE.TransferStates",
                    [("state", transfer.State), ("closedOn", transfer.ClosedOn)],
                    "002 §5",
                    Path: ["transfer"]
                )
            );
            return null;
        }

        if (day >= transfer.RequestedOn)
        {
            return transfer;
        }

        context.Fail("BEFORE_REQUEST", [("requestedOn", transfer.RequestedOn)], dateField);
        return null;
    }

    public static void Close(this AffiliationTransfer transfer, TransferState state, DateOnly day)
    {
        transfer.State = state;
        transfer.ClosedOn = day;
    }
}
