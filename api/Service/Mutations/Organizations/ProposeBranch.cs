using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// Proposes a party organization. Refused: BRANCH_NAME_TAKEN, SOCIETIES_OF_SEVERAL_COMMITTEES, JOINT_BRANCH_SOCIETIES (a joint branch has
/// several societies, any other form one), SOCIETY_CANCELLED, SOCIETY_HAS_BRANCH.
/// </summary>
public sealed record ProposeBranchInput(string Name, OrganizationForm Form, IReadOnlyList<Id<Society>> Societies, DateOnly ProposedOn);

internal sealed class ProposeBranch : Mutation<ProposeBranchInput>
{
    public override async Task<MutationResult> ApplyAsync(ProposeBranchInput input, MutationContext context, CancellationToken ct)
    {
        SocietyNames.Check(input.Name, context, "name");
        var societies = await context.FindAllAsync(input.Societies.Distinct().ToList(), "societies", ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        if (input.Form == OrganizationForm.JointBranch ? societies.Count < 2 : societies.Count != 1)
        {
            context.Fail("JOINT_BRANCH_SOCIETIES", [], "societies");
        }

        for (var i = 0; i < societies.Count; i++)
        {
            if (societies[i].OperatingState == OperatingState.Cancelled)
            {
                context.Fail("SOCIETY_CANCELLED", [("society", societies[i].Name)], "societies", MutationContext.Position(i));
            }
        }

        if (societies.Select(society => society.CommitteeId).Distinct().Count() > 1)
        {
            context.Fail("SOCIETIES_OF_SEVERAL_COMMITTEES", [], "societies");
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        await CheckAsync(input, societies, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var branch = new Branch
        {
            Name = input.Name,
            CommitteeId = societies[0].CommitteeId,
            Form = input.Form,
            Status = BranchStatus.Proposed,
            StatusSince = input.ProposedOn,
        };
        context.Graph.Add(branch);
        await context.SaveAsync(ct);
        for (var i = 0; i < societies.Count; i++)
        {
            context.Graph.Add(
                new BranchSociety
                {
                    BranchId = branch.Id,
                    SocietyId = societies[i].Id,
                    IsLead = i == 0,
                }
            );
        }

        return context.Done(branch);
    }

    private static async Task CheckAsync(
        ProposeBranchInput input,
        IReadOnlyList<Society> societies,
        MutationContext context,
        CancellationToken ct
    )
    {
        var branches = context.Graph.Set<Branch>();
        if (await branches.AnyAsync(other => other.CommitteeId == societies[0].CommitteeId && other.Name == input.Name, ct))
        {
            context.Fail("BRANCH_NAME_TAKEN", [("name", input.Name)], "name");
        }

        for (var i = 0; i < societies.Count; i++)
        {
            var society = societies[i];
            var present = await (
                from link in context.Graph.Set<BranchSociety>()
                join branch in branches on link.BranchId equals branch.Id
                where link.SocietyId == society.Id && branch.Form == input.Form && branch.Status != BranchStatus.Dissolved
                select branch.Name
            ).FirstOrDefaultAsync(ct);
            if (present is not null)
            {
                context.Add(
                    new Breach(
                        "SOCIETY_HAS_BRANCH",
                        [("society", society.Name), ("present", present)],
                        "002 §3",
                        Path: ["societies", MutationContext.Position(i)]
                    )
                );
            }
        }
    }
}
