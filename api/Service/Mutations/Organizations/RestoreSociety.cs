using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// Takes back a cancellation that was entered in error. Refused: SOCIETY_NOT_CANCELLED, TEXT_INVALID, VERSION_CONFLICT.
/// </summary>
public sealed record RestoreSocietyInput(Id<Society> Society, string Reason, int Version);

internal sealed class RestoreSociety : Mutation<RestoreSocietyInput>
{
    public override async Task<MutationResult> ApplyAsync(RestoreSocietyInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Society, ct, "society") is not { } society || !context.HasVersion(society, input.Version))
        {
            return context.Refused();
        }

        context.Add(SocietyDays.Restored(society.CancelledOn));
        Texts.Check(input.Reason, context, "reason");
        if (society.CancelledOn is not { } day || context.HasErrors)
        {
            return context.Refused();
        }

        context.Graph.Add(
            new SocietyRestoration
            {
                SocietyId = society.Id,
                CancelledOn = day,
                CancelReason = society.CancelReason,
                Reason = input.Reason,
                RestoredBy = context.Actor,
            }
        );
        (society.CancelledOn, society.CancelReason) = (null, null);
        if (society.OperatingState == OperatingState.Cancelled)
        {
            await SocietyState.SetFromAsync(society, await SocietyState.BeforeAsync(society, context, ct), day, context, ct);
        }

        return context.Done(society);
    }
}
