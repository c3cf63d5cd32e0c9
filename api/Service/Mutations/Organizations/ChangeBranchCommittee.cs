using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// 调整党组织的科技社团党委 Gives a party organization another committee from a day on; what was before stays the former committee's.
/// Refused: WRONG_STAGE, COMMITTEE_ABOLISHED, BEFORE_FOUNDING, HOLDS_BEFORE_LAST_CHANGE, BRANCH_NAME_TAKEN, BRANCH_OF_SOCIETY_THAT_STAYS,
/// PLACE_ACROSS_COMMITTEES (002 §3), MOVED_WITHIN_ASSESSMENT, VERSION_CONFLICT. Told: NOTHING_TO_CHANGE.
/// </summary>
public sealed record ChangeBranchCommitteeInput(Id<Branch> Branch, Id<Committee> Committee, DateOnly? HoldsFrom, int Version);

internal sealed class ChangeBranchCommittee : Mutation<ChangeBranchCommitteeInput>
{
    public override async Task<MutationResult> ApplyAsync(ChangeBranchCommitteeInput input, MutationContext context, CancellationToken ct)
    {
        var committee = await context.FindAsync(input.Committee, ct, "committee");
        if (
            await context.FindAsync(input.Branch, ct, "branch") is not { } branch
            || committee is null
            || !context.HasVersion(branch, input.Version)
        )
        {
            return context.Refused();
        }

        if (branch.CommitteeId == committee.Id)
        {
            context.Add(Unchanged.Check(changes: false));
            return context.Done(branch);
        }

        var from = input.HoldsFrom ?? context.Today;
        context.Add(StandingBranch.NotDissolved(branch.Stated(), day: null, clause: null, "branch"));
        // When it changed last, the rule of whoever comes along asks.
        context.Add(CommitteeChange.Check(new(committee.EstablishedOn, committee.AbolishedOn, Since: null, from)));
        if (!await CommitteeMoves.CheckAsync([branch], [], committee, from, "branch", context, ct))
        {
            return context.Refused();
        }

        await DatedChange.HoldsFromAsync(from, since: null, context, ct);
        await CommitteeMoves.WriteAsync([branch], committee, from, context, ct);
        return context.Done(branch);
    }
}
