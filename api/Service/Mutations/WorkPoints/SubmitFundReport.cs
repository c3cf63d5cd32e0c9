using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Service.Mutations.WorkPoints.Shared;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// Hands in the report on a society's double-high fund for a period (001 §11). A late one is taken, with the warning REPORT_LATE.
/// Refused: REPORT_NOT_DUE 001 §11 (not planned, or the period is not over), REPORT_SUBMITTED 001 §11,
/// BRANCH_OF_ANOTHER_SOCIETY, TEXT_INVALID.
/// </summary>
public sealed record SubmitFundReportInput(Id<Society> Society, Id<Branch>? Branch, string Period, DateOnly SubmittedOn, string? Summary);

internal sealed class SubmitFundReport : Mutation<SubmitFundReportInput>
{
    public override async Task<MutationResult> ApplyAsync(SubmitFundReportInput input, MutationContext context, CancellationToken ct)
    {
        var society = await context.FindAsync(input.Society, ct, "society");
        var branch = await context.FindAsync(input.Branch, ct, "branch");
        Texts.Check(input.Summary, context, "summary");
        if (society is null || context.HasErrors)
        {
            return context.Refused();
        }

        await FundReportChecks.CheckAsync(society, branch, input.Period, input.SubmittedOn, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var report = new FundReport
        {
            SocietyId = society.Id,
            BranchId = branch?.Id,
            Period = input.Period,
            SubmittedOn = input.SubmittedOn,
            Summary = input.Summary,
        };
        context.Graph.Add(report);
        await context.SaveAsync(ct);
        return context.Done(report);
    }
}
