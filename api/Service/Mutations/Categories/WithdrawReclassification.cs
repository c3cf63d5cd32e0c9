using SocietyParty.Service.Model.Categories;
using SocietyParty.Service.Mutations.Categories.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Categories;

/// <summary>Withdraws a proposal; the category stays. Refused: WRONG_STAGE, DECIDED_BEFORE_PROPOSED, VERSION_CONFLICT.</summary>
public sealed record WithdrawReclassificationInput(
    Id<Reclassification> Reclassification,
    DateOnly WithdrawnOn,
    string? Reason,
    int? Version
);

internal sealed class WithdrawReclassification : Mutation<WithdrawReclassificationInput>
{
    public override async Task<MutationResult> ApplyAsync(
        WithdrawReclassificationInput input,
        MutationContext context,
        CancellationToken ct
    )
    {
        if (await context.FindOpenAsync(input.Reclassification, input.Version, input.WithdrawnOn, "withdrawnOn", ct) is not { } proposal)
        {
            return context.Refused();
        }

        proposal.Decide(ReclassificationState.Withdrawn, context.Actor, input.WithdrawnOn, input.Reason);
        return context.Done(proposal);
    }
}
