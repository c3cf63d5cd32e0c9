using SocietyParty.Service.Model;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Coverage.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>Ends a contact point (001 §16). Refused: PERIOD_ENDED, PERIOD_EMPTY, VERSION_CONFLICT.</summary>
public sealed record EndContactPointInput(Id<ContactPoint> ContactPoint, DateOnly EndsOn, int? Version);

internal sealed class EndContactPoint : Mutation<EndContactPointInput>
{
    public override async Task<MutationResult> ApplyAsync(EndContactPointInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.ContactPoint, ct, "contactPoint") is not { } point || !context.HasVersion(point, input.Version))
        {
            return context.Refused();
        }

        if (!Periods.CanEnd(point.ValidDuring, input.EndsOn, context, "contactPoint", "endsOn"))
        {
            return context.Refused();
        }

        point.ValidDuring = point.ValidDuring.Until(input.EndsOn);
        return context.Done(point);
    }
}
