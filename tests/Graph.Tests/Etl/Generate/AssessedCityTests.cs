using Dapper;
using Npgsql;

namespace SocietyParty.Graph.Tests.Etl.Generate;

/// <summary>Rounds and activities of the generated city agree with the results and with the rules.</summary>
public sealed class AssessedCityTests
{
    [Theory]
    [InlineData(
        "every result of a city was run",
        "SELECT count(*) FROM graph.assessment AS a LEFT JOIN graph.assessment_entry AS e ON e.id = a.entry_id AND e.branch_id = "
            + "a.branch_id AND e.year = a.year AND e.stage = 'ISSUED' WHERE e.id IS NULL"
    )]
    [InlineData(
        "the committee's scores are the issued ones",
        """
            SELECT count(*) FROM graph.assessment_item_score AS i JOIN graph.assessment AS a ON a.id = i.assessment_id
            LEFT JOIN graph.assessment_rating AS r ON r.entry_id = a.entry_id AND r.phase = 'REVIEW' AND r.item_code = i.item_code WHERE r.score IS DISTINCT FROM i.score
            """
    )]
    [InlineData(
        "claims add up to the bonus",
        "SELECT count(*) FROM graph.assessment AS a JOIN graph.assessment_standing AS s USING (entry_id) WHERE s.bonus_score <> "
            + "a.bonus_score"
    )]
    [InlineData(
        "ballots give the debrief's points",
        """
            SELECT count(*) FROM graph.assessment AS a JOIN graph.debrief AS d USING (entry_id) JOIN graph.assessment_item_score AS i ON i.assessment_id = a.id AND i.item_code = 'DEBRIEF_1'
            WHERE i.score <> d.score
            """
    )]
    [InlineData(
        "who fails has a finding",
        "SELECT count(*) FROM graph.assessment AS a JOIN graph.assessment_standing AS s USING (entry_id) WHERE s.has_failed <> "
            + "(a.grade_basis = 'FAIL')"
    )]
    [InlineData(
        "who failed is talked to",
        "SELECT count(*) FROM graph.assessment AS a LEFT JOIN graph.admonition_talk AS t USING (entry_id) WHERE (t.id IS NULL) "
            + "<> (a.grade <> 'UNQUALIFIED')"
    )]
    [InlineData(
        "grades are those of the bands",
        """
            SELECT count(*) FROM graph.assessment WHERE grade <> CASE
                WHEN grade_basis = 'FAIL' THEN 'UNQUALIFIED' WHEN total_score >= 90 THEN 'EXCELLENT' WHEN total_score >= 80 THEN 'GOOD' WHEN total_score >= 60 THEN 'QUALIFIED' ELSE 'UNQUALIFIED' END
            """
    )]
    [InlineData(
        "who did nothing for a year fails for it",
        """
            SELECT count(*) FROM graph.assessment_entry AS e
            WHERE EXISTS (SELECT FROM graph.activity AS a WHERE a.branch_id = e.branch_id AND a.year = e.year AND a.held_on IS NOT NULL)
                = EXISTS (SELECT FROM graph.fail_finding AS f WHERE f.entry_id = e.id AND f.fail_rule = 'NO_ACTIVITY')
            """
    )]
    [InlineData(
        "stages follow each other",
        """
            SELECT count(*) FROM graph.assessment_entry AS e
            WHERE (SELECT string_agg(to_stage, ' ' ORDER BY id) FROM graph.assessment_stage_event WHERE entry_id = e.id) <> CASE
                WHEN EXISTS (SELECT FROM graph.consortium_branch AS c WHERE c.branch_id = e.branch_id) THEN 'SELF SUPERVISED DEBRIEFED REVIEWED ISSUED' ELSE 'SELF DEBRIEFED REVIEWED ISSUED' END
            """
    )]
    [InlineData(
        "each move starts where the last one ended",
        """
            SELECT count(*) FROM (SELECT from_stage, lag(to_stage) OVER (PARTITION BY entry_id ORDER BY id) AS before FROM graph.assessment_stage_event) AS move WHERE from_stage IS DISTINCT FROM before
            """
    )]
    [InlineData(
        "all consortia are ranked",
        """
            SELECT count(*) FROM graph.assessment_round AS r JOIN graph.consortium AS c ON c.committee_id = r.committee_id
            WHERE NOT EXISTS (SELECT FROM graph.consortium_ranking AS k WHERE k.round_id = r.id AND k.consortium_id = c.id)
            """
    )]
    [InlineData(
        "only a branch that stands has activities",
        """
            SELECT count(*) FROM graph.activity AS a WHERE NOT EXISTS (
                SELECT FROM graph.branch_status_period AS p WHERE p.branch_id = a.branch_id AND p.status = 'ESTABLISHED' AND p.valid_during @> a.held_on)
            """
    )]
    [InlineData("nothing after the last day", "SELECT count(*) FROM graph.activity WHERE held_on > '2026-06-30'")]
    [InlineData(
        "synthetic names",
        "SELECT count(*) FROM (SELECT title AS name FROM graph.activity UNION ALL SELECT name FROM graph.consortium UNION ALL "
            + "SELECT name FROM graph.supervision_team UNION ALL SELECT moved_by FROM graph.assessment_stage_event UNION ALL SELECT "
            + "evidence_ref FROM graph.bonus_claim) AS named WHERE name NOT LIKE '合成-%'"
    )]
    public async Task No_row_of_a_round_breaks(string sentence, string offenders) => (await ScalarAsync(offenders)).ShouldBe(0, sentence);

    [Theory]
    [InlineData("SELECT count(*) FROM graph.assessment_round", 30, 35)]
    [InlineData("SELECT count(*) FROM graph.activity", 3_500, 7_000)]
    [InlineData("SELECT count(*) FROM graph.consortium", 10, 30)]
    // A known share below the minimum, neither nobody nor half.
    [InlineData("SELECT 100 * count(*) FILTER (WHERE NOT is_met) / count(*) FROM graph.assessment_activity", 5, 25)]
    [InlineData("SELECT 100 * count(*) FILTER (WHERE appraisal_count > 0) / count(*) FROM graph.assessment_activity", 80, 97)]
    [InlineData("SELECT 100 * count(*) FILTER (WHERE debrief_basis = 'IN_PERSON') / count(*) FROM graph.assessment_entry", 85, 97)]
    public async Task A_city_is_various(string sql, long atLeast, long atMost) => (await ScalarAsync(sql)).ShouldBeInRange(atLeast, atMost);

    private static async Task<long> ScalarAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        await using var connection = await database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}
