using SocietyParty.Rules;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// Establishes a proposed party organization. Refused: WRONG_STAGE, STATUS_DATE_TOO_EARLY, BRANCH_ENDS_BEFORE, VERSION_CONFLICT.
/// </summary>
public sealed record EstablishBranchInput(Id<Branch> Branch, DateOnly EstablishedOn, int? Version);

internal sealed class EstablishBranch : Mutation<EstablishBranchInput>
{
    public override async Task<MutationResult> ApplyAsync(EstablishBranchInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Branch, ct, "branch") is not { } branch || !context.HasVersion(branch, input.Version))
        {
            return context.Refused();
        }

        context.Add(StandingBranch.ToBeEstablished(branch.Stated(), branch.Status == BranchStatus.Proposed));
        context.Add(TemporaryBranch.Lasts(branch.Name, branch.EndsOn, input.EstablishedOn, "establishedOn"));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        branch.Status = BranchStatus.Established;
        branch.StatusSince = input.EstablishedOn;
        return context.Done(branch);
    }
}
