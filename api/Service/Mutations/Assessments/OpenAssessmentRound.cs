using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Opens a committee's round of a year with the scheme in effect on the cut-off day; every branch that stood then gets an entry (004
/// 第二条, 第四条). Refused: RULES_MISSING, YEAR_OUT_OF_RANGE, CUT_OFF_OUTSIDE_YEAR, ROUND_OPENED_ALREADY, NOBODY_TO_ASSESS. Warned:
/// ASSESSED_ALREADY (a branch that has a result or an entry of that year).
/// </summary>
public sealed record OpenAssessmentRoundInput(Id<Committee> Committee, int Year, DateOnly? CutOffOn, DateOnly OpenedOn);

internal sealed class OpenAssessmentRound : Mutation<OpenAssessmentRoundInput>
{
    public override async Task<MutationResult> ApplyAsync(OpenAssessmentRoundInput input, MutationContext context, CancellationToken ct)
    {
        context.Add(YearFits.Check(input.Year) ?? RoundFits.CutOff(input.Year, input.CutOffOn));

        if (await context.FindAsync(input.Committee, ct, "committee") is not { } committee || context.HasErrors)
        {
            return context.Refused();
        }

        var cutOff = input.CutOffOn ?? new DateOnly(input.Year, 12, 31);
        var isOpened = await context
            .Graph.Set<AssessmentRound>()
            .AnyAsync(other => other.CommitteeId == committee.Id && other.Year == input.Year, ct);
        context.Add(RoundFits.Once(input.Year, isOpened));

        var scheme = await SchemeAsync(committee, cutOff, context, ct);
        context.Add(RequiredRules.Scheme(scheme is not null, await context.RegionOfAsync(committee.Id, ct), cutOff, "committee"));
        var branches = await AssessedAsync(committee, input.Year, cutOff, context, ct);
        if (context.HasErrors || scheme is not { } schemeId)
        {
            return context.Refused();
        }

        var round = new AssessmentRound
        {
            CommitteeId = committee.Id,
            Year = input.Year,
            SchemeId = schemeId,
            CutOffOn = cutOff,
            OpenedOn = input.OpenedOn,
        };
        context.Graph.Add(round);
        await context.SaveAsync(ct);
        var entries = branches
            .Select(branch => new AssessmentEntry
            {
                RoundId = round.Id,
                BranchId = branch,
                Year = input.Year,
            })
            .ToList();
        context.Graph.AddRange(entries);
        await context.SaveAsync(ct);
        foreach (var entry in entries)
        {
            Entries.Record(context, entry.Id, null, AssessmentStage.Self);
        }

        return context.Done(round);
    }

    private static async Task<IReadOnlyList<long>> AssessedAsync(
        Committee committee,
        int year,
        DateOnly cutOff,
        MutationContext context,
        CancellationToken ct
    )
    {
        var standing = await context
            .Graph.Database.SqlQuery<long>(
                $"""
                SELECT b.id AS "Value" FROM graph.branch AS b
                JOIN graph.branch_status_period AS p ON p.branch_id = b.id AND p.status = 'ESTABLISHED' AND p.valid_during @> {cutOff}
                WHERE b.committee_id = {committee.Id} ORDER BY b.id
                """
            )
            .ToListAsync(ct);
        var known = await context
            .Graph.Database.SqlQuery<long>(
                $"""
                SELECT branch_id AS "Value" FROM graph.assessment WHERE branch_id = ANY ({standing}) AND year = {year} AND is_current
                UNION SELECT branch_id FROM graph.assessment_entry WHERE branch_id = ANY ({standing}) AND year = {year}
                """
            )
            .ToListAsync(ct);
        context.Add(RoundFits.Assesses(standing.Count, known.Count, year, cutOff));

        return [.. standing.Except(known)];
    }

    /// <summary>The scheme's copy; made where no round used this wording before, null where no rule set has one.</summary>
    private static async Task<long?> SchemeAsync(Committee committee, DateOnly day, MutationContext context, CancellationToken ct)
    {
        var found = await context
            .Graph.Database.SqlQuery<long>(
                $"""
                WITH rules AS (
                    SELECT r.rule_set_code AS code, r.content
                    FROM graph.committee AS c CROSS JOIN LATERAL graph.rules_in_effect(c.region_code, 'assessment', {day}) AS r
                    WHERE c.id = {committee.Id}
                ), added AS (
                    INSERT INTO graph.assessment_scheme (rule_set_code, content) SELECT code, content FROM rules
                    ON CONFLICT ON CONSTRAINT assessment_scheme_once DO NOTHING RETURNING id
                )
                SELECT id AS "Value" FROM added
                UNION ALL SELECT s.id FROM graph.assessment_scheme AS s JOIN rules AS r ON s.rule_set_code = r.code AND s.content_hash = md5(r.content::text)
                LIMIT 1
                """
            )
            .ToListAsync(ct);
        return found.Count == 0 ? null : found[0];
    }
}
