using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Rules.WorkPoints;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// Makes a year's targets and duties of a committee from the rules in effect on the year's last day (001 §11, §12, §16). Twice is
/// harmless: what is planned already stays, what has become due since then (a new member, a new fund) is added. Refused:
/// RULES_MISSING, YEAR_INVALID, SOCIETY_OF_ANOTHER_COMMITTEE.
/// </summary>
public sealed record PlanWorkYearInput(Id<Committee> Committee, int Year, IReadOnlyList<Id<Society>>? FundedSocieties);

internal sealed class PlanWorkYear : Mutation<PlanWorkYearInput>
{
    public override async Task<MutationResult> ApplyAsync(PlanWorkYearInput input, MutationContext context, CancellationToken ct)
    {
        var committee = await context.FindAsync(input.Committee, ct, "committee");
        var funded = await context.FindAllAsync(input.FundedSocieties ?? [], "fundedSocieties", ct);
        context.Add(YearFits.CheckPlanned(input.Year));

        if (committee is null || context.HasErrors)
        {
            return context.Refused();
        }

        for (var i = 0; i < funded.Count; i++)
        {
            var isOfCommittee = funded[i].CommitteeId == committee.Id;
            context.Add(OfAnother.Society(funded[i].Name, isOfCommittee, "fundedSocieties", MutationContext.Position(i)));
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        var lastDay = new DateOnly(input.Year, 12, 31);
        var rules = await context.FindRulesOfAsync<WorkPointRules>(committee.Id, lastDay, ct);
        context.Add(RequiredRules.WorkPoints(rules is not null, await context.RegionOfAsync(committee.Id, ct), lastDay, "committee"));
        if (rules is null)
        {
            return context.Refused();
        }

        var facts = new CommitteeFacts(
            await BranchesAsync(committee.Id, lastDay < context.Today ? lastDay : context.Today, context, ct),
            await MembersAsync(committee.Id, lastDay, context, ct),
            [.. funded.Select(society => society.Id).Distinct()]
        );
        foreach (var (target, duties) in DutiesOfYear.Of(input.Year, facts, rules))
        {
            await AddAsync(committee.Id, input.Year, target, duties, context, ct);
        }

        return context.Done(committee);
    }

    private static async Task AddAsync(
        long committeeId,
        int year,
        PlannedTarget planned,
        IReadOnlyList<PlannedDuty> duties,
        MutationContext context,
        CancellationToken ct
    )
    {
        var target = await context
            .Graph.Set<WorkTarget>()
            .SingleOrDefaultAsync(known => known.CommitteeId == committeeId && known.Year == year && known.Kind == planned.Kind, ct);
        if (target is null)
        {
            target = new WorkTarget
            {
                CommitteeId = committeeId,
                Kind = planned.Kind,
                Year = year,
                Target = 0,
                DueOn = planned.DueOn,
                Clause = planned.Clause,
            };
            context.Graph.Add(target);
            await context.SaveAsync(ct);
        }

        var known = await context.Graph.Set<Duty>().Where(duty => duty.WorkTargetId == target.Id).ToListAsync(ct);
        var added = duties
            .Where(duty =>
                !known.Exists(old => old.Period == duty.Period.Name && old.PersonId == duty.Person && old.SocietyId == duty.Society)
            )
            .ToList();
        context.Graph.AddRange(
            added.Select(duty => new Duty
            {
                Kind = duty.Kind,
                CommitteeId = committeeId,
                WorkTargetId = target.Id,
                PersonId = duty.Person,
                SocietyId = duty.Society,
                Period = duty.Period.Name,
                BeginsOn = duty.Period.From,
                EndsOn = duty.Period.To,
                DueOn = duty.DueOn,
                Target = duty.Target,
                Clause = duty.Clause,
            })
        );
        if (added.Count > 0)
        {
            target.Target += added.Sum(duty => duty.Target);
        }
    }

    /// <summary>Branches that stood on a day.</summary>
    private static async Task<int> BranchesAsync(long committeeId, DateOnly day, MutationContext context, CancellationToken ct) =>
        await context
            .Graph.Database.SqlQuery<int>(
                $"""
                SELECT count(*)::int AS "Value" FROM graph.branch_status_period AS p JOIN graph.branch AS b ON b.id = p.branch_id
                WHERE b.committee_id = {committeeId} AND p.status = 'ESTABLISHED' AND p.valid_during @> {day}
                """
            )
            .SingleAsync(ct);

    /// <summary>Who is a member of the committee, or its secretary, on some day of the year's end.</summary>
    private static async Task<List<long>> MembersAsync(long committeeId, DateOnly day, MutationContext context, CancellationToken ct) =>
        await context
            .Graph.Database.SqlQuery<long>(
                $"""
                SELECT DISTINCT person_id AS "Value" FROM graph.appointment
                WHERE committee_id = {committeeId} AND post IN ('COMMITTEE_MEMBER', 'COMMITTEE_SECRETARY') AND valid_during @> {day}
                """
            )
            .ToListAsync(ct);
}
