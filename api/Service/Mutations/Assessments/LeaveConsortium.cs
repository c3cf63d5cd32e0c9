using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// 退出联合体 Branches are in a consortium no longer from a day on; the days before stay (004 第六条（二）). Refused: BRANCHES_MISSING,
/// BRANCH_NAMED_TWICE, NOT_IN_CONSORTIUM, RANKED_ALREADY, CONSORTIUM_ASSESSED, VERSION_CONFLICT. Told: CONSORTIUM_LEFT_EMPTY.
/// </summary>
public sealed record LeaveConsortiumInput(Id<Consortium> Consortium, IReadOnlyList<Id<Branch>> Branches, DateOnly LeftOn, int? Version);

internal sealed class LeaveConsortium : Mutation<LeaveConsortiumInput>
{
    public override async Task<MutationResult> ApplyAsync(LeaveConsortiumInput input, MutationContext context, CancellationToken ct)
    {
        var branches = await context.FindAllAsync(input.Branches, "branches", ct);
        if (
            await context.FindAsync(input.Consortium, ct, "consortium") is not { } consortium
            || context.HasErrors
            || !context.HasVersion(consortium, input.Version)
        )
        {
            return context.Refused();
        }

        context.Add(ConsortiumFits.HasBranches(branches.Count));
        context.Add(
            ConsortiumFits.NotRanked(consortium.Name, await Consortia.RankedAsync(consortium, input.LeftOn, context, ct), "leftOn")
        );
        var present = await context
            .Graph.Set<ConsortiumBranch>()
            .Where(link => link.ConsortiumId == consortium.Id && link.ValidDuring.Contains(input.LeftOn))
            .ToListAsync(ct);
        var leaving = new List<ConsortiumBranch>();
        for (var i = 0; i < branches.Count; i++)
        {
            var branch = branches[i];
            string[] path = ["branches", MutationContext.Position(i)];
            var link = present.SingleOrDefault(link => link.BranchId == branch.Id);
            context.Add(
                NamedOnce.Check(NamedThing.Branch, branch.Name, branches.Take(i).Contains(branch), path)
                    ?? ConsortiumFits.Leaves(branch.Name, link is not null, input.LeftOn, path)
            );
            if (link is not null)
            {
                var until = link.ValidDuring.Stated().EndedOn;
                context.Add(
                    ConsortiumFits.NotAssessed(
                        branch.Name,
                        await Consortia.AssessedAsync(branch, input.LeftOn, until, context, ct),
                        "leftOn"
                    )
                );
                leaving.Add(link);
            }
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        context.Add(ConsortiumFits.LeftEmpty(consortium.Name, present.Count - leaving.Count, input.LeftOn));
        context.End(leaving, input.LeftOn);
        await Consortia.CountVersionAsync(consortium, context, ct);
        return context.Done(consortium);
    }
}
