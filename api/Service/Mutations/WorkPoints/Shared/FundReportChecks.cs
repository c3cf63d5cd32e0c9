using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Organizations;
using SocietyParty.Rules.WorkPoints;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.WorkPoints.Shared;

/// <summary>What holds of a fund report, handed in or corrected (001 §11).</summary>
internal static class FundReportChecks
{
    /// <summary>Adds BRANCH_OF_ANOTHER_SOCIETY, REPORT_NOT_DUE and the warning REPORT_LATE.</summary>
    public static async Task CheckAsync(
        Society society,
        Branch? branch,
        string period,
        DateOnly submittedOn,
        MutationContext context,
        CancellationToken ct
    )
    {
        if (branch is not null)
        {
            var isOfSociety = await context
                .Graph.Set<BranchSociety>()
                .AnyAsync(link => link.BranchId == branch.Id && link.SocietyId == society.Id, ct);
            context.Add(OfAnother.BranchOfSociety(branch.Name, society.Name, isOfSociety));
        }

        var duty = await context
            .Graph.Set<Duty>()
            .SingleOrDefaultAsync(due => due.Kind == DutyKind.FundReport && due.SocietyId == society.Id && due.Period == period, ct);
        context.Add(
            duty is null ? WorkFits.NotPlanned(society.Name, period) : ReportFits.Check(period, duty.EndsOn, duty.DueOn, submittedOn)
        );
    }
}
