using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// 登记所属机构 States of which body of its society an organization is (002 §3). Refused: TEXT_INVALID, BODY_NAME_MISSING,
/// BODY_NAME_UNEXPECTED, VERSION_CONFLICT. Told: SOCIETY_WITHOUT_BRANCH, NOTHING_TO_CHANGE.
/// </summary>
public sealed record SetBranchBodyInput(Id<Branch> Branch, BranchBody Body, string? BodyName, int? Version);

internal sealed class SetBranchBody : Mutation<SetBranchBodyInput>
{
    public override async Task<MutationResult> ApplyAsync(SetBranchBodyInput input, MutationContext context, CancellationToken ct)
    {
        Texts.Check(input.BodyName, context, "bodyName");
        if (
            await context.FindAsync(input.Branch, ct, "branch") is not { } branch
            || context.HasErrors
            || !context.HasVersion(branch, input.Version)
        )
        {
            return context.Refused();
        }

        foreach (
            var society in await (
                from link in context.Graph.Set<BranchSociety>()
                join of in context.Graph.Set<Society>() on link.SocietyId equals of.Id
                where link.BranchId == branch.Id
                orderby link.IsLead descending, of.Id
                select new
                {
                    of.Name,
                    HasOwn = context
                        .Graph.Set<BranchSociety>()
                        .Any(other =>
                            other.SocietyId == of.Id
                            && other.BranchId != branch.Id
                            && context
                                .Graph.Set<Branch>()
                                .Any(own =>
                                    own.Id == other.BranchId && own.Body == BranchBody.Society && own.Status != BranchStatus.Dissolved
                                )
                        ),
                }
            )
                .Take(1)
                .ToListAsync(ct)
        )
        {
            context.Add(BranchBodyFits.Check(input.Body, input.BodyName is not null, society.HasOwn, society.Name));
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        context.Add(Unchanged.Check(changes: (branch.Body, branch.BodyName) != (input.Body, input.BodyName)));
        (branch.Body, branch.BodyName) = (input.Body, input.BodyName);
        return context.Done(branch);
    }
}
