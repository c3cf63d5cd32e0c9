using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// Records that a branch checked in to a community (001 §12). Refused: CHECK_IN_RECORDED, BRANCH_NOT_ESTABLISHED 001 §12, TEXT_INVALID.
/// </summary>
public sealed record RecordCheckInInput(Id<Branch> Branch, string Community, DateOnly CheckedInOn, string? Service);

internal sealed class RecordCheckIn : Mutation<RecordCheckInInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordCheckInInput input, MutationContext context, CancellationToken ct)
    {
        var branch = await context.FindAsync(input.Branch, ct, "branch");
        Texts.Check(input.Community, context, "community");
        Texts.Check(input.Service, context, "service");
        if (branch is null || context.HasErrors)
        {
            return context.Refused();
        }

        context.Add(await StandingBranches.BreachAsync(branch, input.CheckedInOn, "001 §12", context, ct));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var checkIn = new CommunityCheckIn
        {
            BranchId = branch.Id,
            Community = input.Community,
            CheckedInOn = input.CheckedInOn,
            Service = input.Service,
        };
        context.Graph.Add(checkIn);
        await context.SaveAsync(ct);
        return context.Done(checkIn);
    }
}
