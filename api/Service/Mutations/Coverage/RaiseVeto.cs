using SocietyParty.Service.Model.Coverage;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Coverage;

/// <summary>Raises the veto against a society, by hand and with a reason (002 §10). Refused: VETO_HOLDS 002 §10, TEXT_INVALID.</summary>
public sealed record RaiseVetoInput(Id<Society> Society, string Reason, DateOnly RaisedOn);

internal sealed class RaiseVeto : Mutation<RaiseVetoInput>
{
    public override async Task<MutationResult> ApplyAsync(RaiseVetoInput input, MutationContext context, CancellationToken ct)
    {
        var society = await context.FindAsync(input.Society, ct, "society");
        Texts.Check(input.Reason, context, "reason");
        if (society is null || context.HasErrors)
        {
            return context.Refused();
        }

        var veto = new Veto
        {
            SocietyId = society.Id,
            Reason = input.Reason,
            RaisedOn = input.RaisedOn,
        };
        context.Graph.Add(veto);
        await context.SaveAsync(ct);
        return context.Done(veto);
    }
}
