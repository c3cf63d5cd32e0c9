using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Service.Model.Activities;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments.Shared;

/// <summary>党支部1年以上不开展党的活动: found from the recorded activities when an entry is reviewed (004 第五条（七）3).</summary>
internal static class Inactivity
{
    public static async Task FindAsync(
        AssessmentEntry entry,
        AssessmentRound round,
        AssessmentRules rules,
        DateOnly foundOn,
        MutationContext context,
        CancellationToken ct
    )
    {
        if (!rules.Inactivity.Automatic.Value)
        {
            return;
        }

        var last = await context
            .Graph.Set<Activity>()
            .Where(activity => activity.BranchId == entry.BranchId && activity.HeldOn <= round.CutOffOn)
            .MaxAsync(activity => activity.HeldOn, ct);
        var established = await context
            .Graph.Database.SqlQuery<DateOnly?>(
                $"""
                SELECT lower(valid_during) AS "Value" FROM graph.branch_status_period
                WHERE branch_id = {entry.BranchId} AND status = 'ESTABLISHED' AND valid_during @> {round.CutOffOn}
                """
            )
            .ToListAsync(ct);
        if (!FailRules.IsInactive(last, established.FirstOrDefault(), round.CutOffOn, rules))
        {
            return;
        }

        var rule = rules.FailRules.First(known => known.Code == rules.Inactivity.FailRule);
        if (await context.Graph.Set<FailFinding>().AnyAsync(finding => finding.EntryId == entry.Id && finding.FailRule == rule.Code, ct))
        {
            return;
        }

        var evidence = last is { } day
            ? $"截至{round.CutOffOn:yyyy-MM-dd}，最近一次活动为{day:yyyy-MM-dd}"
            : $"截至{round.CutOffOn:yyyy-MM-dd}，无活动记录";
        context.Graph.Add(
            new FailFinding
            {
                EntryId = entry.Id,
                FailRule = rule.Code,
                Clause = rule.Clause,
                Evidence = evidence,
                FoundOn = foundOn,
            }
        );
        context.Add(FindingFits.Found(rule, evidence));
    }
}
