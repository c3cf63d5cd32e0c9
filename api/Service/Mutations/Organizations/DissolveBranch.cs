using SocietyParty.Rules;
using SocietyParty.Service.Model;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>Dissolves a party organization. Refused: WRONG_STAGE, STATUS_DATE_TOO_EARLY, VERSION_CONFLICT.</summary>
public sealed record DissolveBranchInput(Id<Branch> Branch, DateOnly DissolvedOn, int? Version);

internal sealed class DissolveBranch : Mutation<DissolveBranchInput>
{
    public override async Task<MutationResult> ApplyAsync(DissolveBranchInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Branch, ct, "branch") is not { } branch || !context.HasVersion(branch, input.Version))
            return context.Refused();
        if (branch.Status == BranchStatus.Dissolved)
        {
            context.Add(new Breach("WRONG_STAGE", $"{branch.Name} is dissolved since {branch.StatusSince:yyyy-MM-dd}.", null, Path: ["branch"]));
            return context.Refused();
        }

        branch.Status = BranchStatus.Dissolved;
        branch.StatusSince = input.DissolvedOn;
        return context.Done(branch);
    }
}
