using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.WorkPoints;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// Hands in the report on a society's double-high fund for a period (001 §11). A late one is taken, with the warning REPORT_LATE.
/// Refused: REPORT_NOT_DUE 001 §11 (not planned, or the period is not over), REPORT_SUBMITTED 001 §11,
/// BRANCH_OF_ANOTHER_SOCIETY, TEXT_INVALID.
/// </summary>
public sealed record SubmitFundReportInput(Id<Society> Society, Id<Branch>? Branch, string Period, DateOnly SubmittedOn, string? Summary);

internal sealed class SubmitFundReport : Mutation<SubmitFundReportInput>
{
    private const string Clause = "001 §11";

    public override async Task<MutationResult> ApplyAsync(SubmitFundReportInput input, MutationContext context, CancellationToken ct)
    {
        var society = await context.FindAsync(input.Society, ct, "society");
        var branch = await context.FindAsync(input.Branch, ct, "branch");
        Texts.Check(input.Summary, context, "summary");
        if (society is null || context.HasErrors)
        {
            return context.Refused();
        }

        if (
            branch is not null
            && !await context.Graph.Set<BranchSociety>().AnyAsync(link => link.BranchId == branch.Id && link.SocietyId == society.Id, ct)
        )
        {
            context.Fail("BRANCH_OF_ANOTHER_SOCIETY", [("branch", branch.Name), ("society", society.Name)], "branch");
        }

        var duty = await context
            .Graph.Set<Duty>()
            .SingleOrDefaultAsync(due => due.Kind == DutyKind.FundReport && due.SocietyId == society.Id && due.Period == input.Period, ct);
        if (duty is null)
        {
            context.Add(
                new Breach("REPORT_NOT_DUE.NotPlanned", [("society", society.Name), ("period", input.Period)], Clause, Path: ["period"])
            );
        }
        else
        {
            context.Add(ReportFits.Check(input.Period, duty.EndsOn, duty.DueOn, input.SubmittedOn));
        }

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
