using SocietyParty.Rules;
using SocietyParty.Rules.Coverage;
using SocietyParty.Service.Model.Coverage;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Coverage;

/// <summary>
/// Lifts a veto with a reason (002 §10). Refused: WRONG_STAGE 002 §10, VETO_DATE_TOO_EARLY 002 §10, TEXT_INVALID, VERSION_CONFLICT.
/// </summary>
public sealed record LiftVetoInput(Id<Veto> Veto, string Reason, DateOnly LiftedOn, int? Version);

internal sealed class LiftVeto : Mutation<LiftVetoInput>
{
    public override async Task<MutationResult> ApplyAsync(LiftVetoInput input, MutationContext context, CancellationToken ct)
    {
        var veto = await context.FindAsync(input.Veto, ct, "veto");
        Texts.Check(input.Reason, context, "reason");
        if (veto is null || !context.HasVersion(veto, input.Version) || context.HasErrors)
        {
            return context.Refused();
        }

        context.Add(VetoLift.Check(veto.RaisedOn, veto.LiftedOn, input.LiftedOn));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        veto.LiftedOn = input.LiftedOn;
        veto.LiftedReason = input.Reason;
        veto.LiftedBy = context.Actor;
        await context.SaveAsync(ct);
        return context.Done(veto);
    }
}
