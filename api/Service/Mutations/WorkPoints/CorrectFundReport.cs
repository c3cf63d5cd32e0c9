using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Service.Mutations.WorkPoints.Shared;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// 更正 Corrects a report on a society's double-high fund (001 §11); what it said is kept with the reason. Refused and told: what
/// <see cref="SubmitFundReport"/> refuses and tells, VERSION_CONFLICT. Told: NOTHING_TO_CHANGE.
/// </summary>
public sealed record CorrectFundReportInput(
    Id<FundReport> Report,
    Maybe<Id<Branch>?> Branch,
    string? Period,
    DateOnly? SubmittedOn,
    Maybe<string> Summary,
    string Reason,
    int? Version
);

internal sealed class CorrectFundReport : Mutation<CorrectFundReportInput>
{
    public override async Task<MutationResult> ApplyAsync(CorrectFundReportInput input, MutationContext context, CancellationToken ct)
    {
        var report = await context.FindAsync(input.Report, ct, "report");
        var branch = await context.FindAsync(input.Branch.Value, ct, "branch");
        Texts.Check(input.Summary.Value, context, "summary");
        Texts.Check(input.Reason, context, "reason");
        if (report is null || !context.HasVersion(report, input.Version) || context.HasErrors)
        {
            return context.Refused();
        }

        if (!input.Branch.IsGiven && report.BranchId is { } present)
        {
            branch = await context.Graph.Set<Branch>().FindAsync([present], ct);
        }

        var before = await RecordPast.OfAsync(RecordKind.FundReport, report.Id, context, ct);
        report.BranchId = branch?.Id;
        report.Period = input.Period ?? report.Period;
        report.SubmittedOn = input.SubmittedOn ?? report.SubmittedOn;
        report.Summary = input.Summary.Or(report.Summary);
        var society = (await context.Graph.Set<Society>().FindAsync([report.SocietyId], ct))!;
        await FundReportChecks.CheckAsync(society, branch, report.Period, report.SubmittedOn, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        await before.KeepAsync(MendingAction.Corrected, input.Reason, context, ct);
        return context.Done(report);
    }
}
