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
                    "WRONG_STAGE",
                    $"The transfer is {Names.UpperSnake(transfer.State.ToString())} since {transfer.ClosedOn:yyyy-MM-dd}.",
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

        context.Fail("BEFORE_REQUEST", $"It was requested on {transfer.RequestedOn:yyyy-MM-dd}. Give that day or a later one.", dateField);
        return null;
    }

    public static void Close(this AffiliationTransfer transfer, TransferState state, DateOnly day)
    {
        transfer.State = state;
        transfer.ClosedOn = day;
    }
}
