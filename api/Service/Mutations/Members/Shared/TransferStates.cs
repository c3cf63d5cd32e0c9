using SocietyParty.Rules;
using SocietyParty.Rules.Days;
using SocietyParty.Rules.Members;
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

        var unfit = MemberStates.TransferIsOpen(transfer.State == TransferState.Requested, transfer.State, transfer.ClosedOn)
            ?? DayOrder.Check(EarlierDay.Request, day, transfer.RequestedOn, dateField);
        context.Add(unfit);
        return unfit is null ? transfer : null;
    }

    public static void Close(this AffiliationTransfer transfer, TransferState state, DateOnly day)
    {
        transfer.State = state;
        transfer.ClosedOn = day;
    }
}
