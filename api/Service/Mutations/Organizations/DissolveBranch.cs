using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// Dissolves a party organization that has nobody any more; its posts, its place under another one and its part in consortia end with it.
/// Refused: WRONG_STAGE, BRANCH_IS_TEMPORARY (it ends on its day), STATUS_DATE_TOO_EARLY, BRANCH_HAS_MEMBERS,
/// BRANCH_HAS_APPLICANTS, BRANCH_AWAITS_TRANSFERS, BRANCH_HAS_BRANCHES
/// (002 §3), VERSION_CONFLICT.
/// </summary>
public sealed record DissolveBranchInput(Id<Branch> Branch, DateOnly DissolvedOn, int? Version);

internal sealed class DissolveBranch : Mutation<DissolveBranchInput>
{
    public override async Task<MutationResult> ApplyAsync(DissolveBranchInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Branch, ct, "branch") is not { } branch || !context.HasVersion(branch, input.Version))
        {
            return context.Refused();
        }

        context.Add(
            StandingBranch.NotDissolved(branch.Stated(), day: null, clause: null, "branch")
                ?? TemporaryBranch.Dissolved(branch.Stated(), "branch")
        );
        if (context.HasErrors)
        {
            return context.Refused();
        }

        await CheckPeopleAsync(branch, input.DissolvedOn, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        branch.Status = BranchStatus.Dissolved;
        branch.StatusSince = input.DissolvedOn;
        return context.Done(branch);
    }

    private static async Task CheckPeopleAsync(Branch branch, DateOnly day, MutationContext context, CancellationToken ct)
    {
        var facts = new DissolutionFacts(
            await context
                .Graph.Set<Member>()
                .CountAsync(
                    member => member.EndedOn == null && (member.BranchId == branch.Id || member.AffiliationBranchId == branch.Id),
                    ct
                ),
            await context
                .Graph.Set<Applicant>()
                .CountAsync(applicant => applicant.BranchId == branch.Id && applicant.State == ApplicantState.Cultivated, ct),
            await context
                .Graph.Set<AffiliationTransfer>()
                .CountAsync(transfer => transfer.ToBranchId == branch.Id && transfer.State == TransferState.Requested, ct),
            await context
                .Graph.Set<BranchParent>()
                .CountAsync(place => place.ParentId == branch.Id && place.ValidDuring.Overlaps(Days.Of(day, null)), ct)
        );
        foreach (var breach in Dissolution.Check(facts))
        {
            context.Add(breach);
        }
    }
}
