using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model.Categories;
using SocietyParty.Service.Mutations.Categories.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Categories;

/// <summary>
/// Rejects a proposal; the category stays. Refused: REASON_EMPTY, WRONG_STAGE, DECIDED_BEFORE_PROPOSED, VERSION_CONFLICT.
/// </summary>
public sealed record RejectReclassificationInput(Id<Reclassification> Reclassification, DateOnly DecidedOn, string Reason, int? Version);

internal sealed class RejectReclassification : Mutation<RejectReclassificationInput>
{
    public override async Task<MutationResult> ApplyAsync(RejectReclassificationInput input, MutationContext context, CancellationToken ct)
    {
        var proposal = await context.FindOpenAsync(input.Reclassification, input.Version, input.DecidedOn, "decidedOn", ct);
        context.Add(RequiredText.Check(NeededText.CategoryReason, input.Reason, "reason"));

        if (proposal is null || context.HasErrors)
        {
            return context.Refused();
        }

        proposal.Decide(ReclassificationState.Rejected, context.Actor, input.DecidedOn, input.Reason);
        return context.Done(proposal);
    }
}
