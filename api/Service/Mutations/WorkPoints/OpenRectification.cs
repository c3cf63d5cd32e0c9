using SocietyParty.Rules.WorkPoints;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Service.Mutations.WorkPoints.Shared;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// Opens the rectification of a problem that an inspection found in a society or a branch (001 §7). Refused: ONE_SUBJECT, TEXT_INVALID.
/// </summary>
public sealed record OpenRectificationInput(Id<Society>? Society, Id<Branch>? Branch, string Problem, DateOnly FoundOn, ProblemKind? Kind);

internal sealed class OpenRectification : Mutation<OpenRectificationInput>
{
    public override async Task<MutationResult> ApplyAsync(OpenRectificationInput input, MutationContext context, CancellationToken ct)
    {
        var society = await context.FindAsync(input.Society, ct, "society");
        var branch = await context.FindAsync(input.Branch, ct, "branch");
        Texts.Check(input.Problem, context, "problem");
        context.Add(WorkFits.OneSubject(input.Society is not null, input.Branch is not null));

        if (context.HasErrors || (society?.CommitteeId ?? branch?.CommitteeId) is not { } committeeId)
        {
            return context.Refused();
        }

        var rules = await context.FindRulesOfAsync<WorkPointRules>(committeeId, input.FoundOn, ct);
        var opened = new Rectification
        {
            CommitteeId = committeeId,
            SocietyId = society?.Id,
            BranchId = branch?.Id,
            Problem = input.Problem,
            FoundOn = input.FoundOn,
            Kind = input.Kind,
        };
        context.Graph.Add(opened);
        await context.SaveAsync(ct);
        await RectificationMoves.AddAsync(opened, null, RectificationStage.Found, input.FoundOn, null, rules?.Rectification, context, ct);
        return context.Done(opened);
    }
}
