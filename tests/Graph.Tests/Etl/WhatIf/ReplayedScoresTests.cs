using System.Text.Json.Nodes;
using SocietyParty.Etl.WhatIf;
using SocietyParty.Graph.Tests.Etl.Load;

namespace SocietyParty.Graph.Tests.Etl.WhatIf;

/// <summary>A round of four branches whose results were issued, by other schemes (004 第五条, 第七条).</summary>
public sealed class ReplayedScoresTests
{
    // Branches 1 and 2 held six documented activities, an appraisal among them, so that records suggest 16 points; branch 1 got them, for
    // branch 2 a person decided on 15. Of 3 and 4 the totals alone are known: 95 and 96. Branch 3 was last active in March. Branch 1 has
    // bonus: one piece of evidence at two levels, which counts once with 5, and another one of 2.
    private const string Round = """
        INSERT INTO graph.assessment_scheme (rule_set_code, content)
        SELECT code, content -> 'assessment' FROM graph.rule_set WHERE code = 'chongqing-2020';
        INSERT INTO graph.assessment_round (committee_id, year, scheme_id, cut_off_on, opened_on, issued_on)
        VALUES (1, 2022, (SELECT max(id) FROM graph.assessment_scheme), '2022-12-31', '2022-12-01', '2023-02-01');
        INSERT INTO graph.assessment_entry (round_id, branch_id, year, stage, self_submitted_on, debriefed_on, debrief_basis, reviewed_on)
        SELECT (SELECT max(id) FROM graph.assessment_round), b, 2022, 'ISSUED', '2023-01-05', '2023-01-10', 'IN_PERSON', '2023-01-20' FROM generate_series(1, 4) AS b;
        INSERT INTO graph.branch_category_period (branch_id, category, valid_during) SELECT b, 'A', '(,)' FROM generate_series(1, 4) AS b;
        INSERT INTO graph.activity (branch_id, kind, title, held_on, has_plan, has_attendance, has_record, expected_count, attended_count)
        SELECT b, CASE m WHEN 1 THEN 'DEMOCRATIC_APPRAISAL' ELSE 'THEME_PARTY_DAY' END, '活动' || m, make_date(2022, 2 * m, 10), true, true, true, 5, 5
        FROM generate_series(1, 2) AS b, generate_series(1, 6) AS m
        UNION ALL SELECT 3, 'THEME_PARTY_DAY', '活动', '2022-03-01', true, true, true, 5, 5
        UNION ALL SELECT 4, 'THEME_PARTY_DAY', '活动', '2022-11-01', true, true, true, 5, 5;
        INSERT INTO graph.assessment (branch_id, year, fixed_score, bonus_score, grade, entry_id)
        SELECT e.branch_id, 2022, v.fixed, v.bonus, v.grade, e.id
        FROM graph.assessment_entry AS e
        JOIN (VALUES (1, 20, 7, 'UNQUALIFIED'), (2, 15, 0, 'UNQUALIFIED'), (3, 95, 0, 'EXCELLENT'), (4, 96, 0, 'EXCELLENT')) AS v (branch, fixed, bonus, grade)
            ON v.branch = e.branch_id;
        INSERT INTO graph.assessment_item_score (assessment_id, item_code, section, maximum, score)
        SELECT a.id, v.item, v.section, v.maximum, v.score
        FROM graph.assessment AS a
        JOIN (VALUES (1, 'ORGANIZATION_2', 'ORGANIZATION', 16, 16), (1, 'POLITICAL_1', 'POLITICAL', 5, 4), (2, 'ORGANIZATION_2', 'ORGANIZATION', 16, 15))
            AS v (branch, item, section, maximum, score) ON v.branch = a.branch_id;
        INSERT INTO graph.bonus_claim (entry_id, bonus_item, level, evidence_ref, description, points, status, claimed_on, decided_on)
        SELECT e.id, v.item, v.level, v.evidence, '材料', v.points, 'ACCEPTED', '2023-01-06', '2023-01-15'
        FROM graph.assessment_entry AS e
        CROSS JOIN (VALUES ('BONUS_1', 'MUNICIPAL', '甲', 2), ('BONUS_1', 'CENTRAL', '甲', 5), ('BONUS_2', 'DEPARTMENT', '乙', 2)) AS v (item, level, evidence, points)
        WHERE e.branch_id = 1;
        """;

    private static async Task<ReplayReport> ReplayAsync(Action<JsonNode> change)
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(4);
        for (var society = 1; society <= 4; society++)
        {
            await database.BranchAsync(society);
        }

        await database.ExecuteAsync(Round);
        using var replay = new Replay(database.Source, new ReplayLimits());
        var draft = DraftFile.Text("assessment", change, of: "chongqing-2020");
        var outcome = await replay.RunAsync(new ReplayRequest(DraftFile.Of(draft), new(2022, 12, 1), new(2022, 12, 31)));
        outcome.Problems.ShouldBeEmpty();
        return outcome.Report!;
    }

    private static string[] Lines(ReplayReport report) =>
        [
            .. report.Results.Select(one =>
                $"{one.BranchId} {one.FixedBefore:0.##}+{one.BonusBefore:0.##} {one.GradeBefore} → "
                + $"{one.FixedAfter:0.##}+{one.BonusAfter:0.##} {one.GradeAfter} {one.BasisAfter}"
            ),
        ];

    [Fact]
    public async Task A_scheme_of_the_same_words_changes_nothing()
    {
        var report = await ReplayAsync(_ => { });
        report.Results.ShouldBeEmpty();
        report.Suggestions.ShouldBeEmpty();
        report.InPlaceOf.ShouldBe(["chongqing-2020"]);
    }

    [Fact]
    public async Task What_records_suggest_is_suggested_anew_and_what_a_person_decided_stays()
    {
        // Eight: 16 × (0.5 × 6/8 + 0.25 + 0.25) = 14. Of branches 3 and 4, one of six and one of eight: 16 × (0.5/6 + 0.25) = 5.33, and 5.
        var report = await ReplayAsync(assessment => assessment["activities"]!["minimums"]![0]!["activities"]!["value"] = 8);
        report
            .Suggestions.Select(one => $"{one.BranchId} {one.Item} {one.ScoreBefore:0.00} → {one.ScoreAfter:0.00}")
            .ShouldBe([
                "1 ORGANIZATION_2 16.00 → 14.00",
                "2 ORGANIZATION_2 16.00 → 14.00",
                "3 ORGANIZATION_2 5.33 → 5.00",
                "4 ORGANIZATION_2 5.33 → 5.00",
            ]);
        Lines(report).ShouldBe(["1 20+7 UNQUALIFIED → 18+7 UNQUALIFIED BAND"]);
    }

    [Fact]
    public async Task A_bonus_is_worth_what_the_draft_says_and_evidence_counts_once()
    {
        var report = await ReplayAsync(assessment => assessment["bonus"]!["items"]![0]!["levels"]![1]!["points"]!["value"] = 10);
        Lines(report).ShouldBe(["1 20+7 UNQUALIFIED → 20+12 UNQUALIFIED BAND"]);
    }

    [Fact]
    public async Task Fewer_months_without_activity_fail_a_branch()
    {
        var report = await ReplayAsync(assessment => assessment["inactivity"]!["months"]!["value"] = 6);
        Lines(report).ShouldBe(["3 95+0 EXCELLENT → 95+0 UNQUALIFIED FAIL"]);
        (
            await ReplayAsync(assessment =>
            {
                assessment["inactivity"]!["months"]!["value"] = 6;
                assessment["inactivity"]!["automatic"]!["value"] = false;
            })
        ).Results.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_quota_looks_at_the_whole_round()
    {
        // A quarter of four is one.
        var report = await ReplayAsync(assessment => assessment["grades"]!["excellentQuota"]!["value"] = 0.25);
        Lines(report).ShouldBe(["3 95+0 EXCELLENT → 95+0 GOOD QUOTA"]);
    }
}
