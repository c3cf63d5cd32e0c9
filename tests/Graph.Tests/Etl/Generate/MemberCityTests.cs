using Dapper;
using Npgsql;

namespace SocietyParty.Graph.Tests.Etl.Generate;

/// <summary>Members, posts and categories of the generated city agree with each other and with the rules.</summary>
public sealed class MemberCityTests
{
    [Theory]
    [InlineData(
        "nobody joins before 18",
        "SELECT count(*) FROM graph.member AS m JOIN graph.person AS p ON p.id = m.person_id WHERE extract(year FROM "
            + "m.joined_on) < p.birth_year + 18"
    )]
    [InlineData(
        "a branch with a full member has a secretary",
        """
            SELECT count(*) FROM graph.branch AS b WHERE b.status = 'ESTABLISHED' AND EXISTS (SELECT FROM graph.member AS m WHERE m.branch_id = b.id AND m.status = 'FULL')
                AND NOT EXISTS (SELECT FROM graph.branch_secretary AS s WHERE s.branch_id = b.id AND s.valid_during @> date '2026-06-30')
            """
    )]
    [InlineData(
        "who leads a branch is its full member",
        """
            SELECT count(*) FROM graph.appointment AS a LEFT JOIN graph.member AS m ON m.person_id = a.person_id AND m.branch_id = a.branch_id AND m.status = 'FULL' WHERE a.branch_id IS NOT NULL AND m.id IS NULL
            """
    )]
    [InlineData(
        "every society has a council with a chair",
        """
            SELECT count(*) FROM graph.society AS s WHERE NOT EXISTS (
                SELECT FROM graph.council_term AS t JOIN graph.appointment AS a ON a.council_term_id = t.id AND a.post = 'COUNCIL_CHAIR' AND a.valid_during @> date '2026-06-30'
                WHERE t.society_id = s.id AND t.term_during @> date '2026-06-30')
            """
    )]
    [InlineData(
        "posts lie in their council's term",
        "SELECT count(*) FROM graph.appointment AS a JOIN graph.council_term AS t ON t.id = a.council_term_id WHERE NOT "
            + "a.valid_during <@ t.term_during"
    )]
    [InlineData(
        "only an A collects dues",
        """
            SELECT count(*) FROM graph.dues_payment AS d WHERE NOT EXISTS (
                SELECT FROM graph.branch_category_period AS p WHERE p.branch_id = d.branch_id AND p.category = 'A' AND p.valid_during @> d.paid_on)
            """
    )]
    [InlineData(
        "whoever is cultivated is no member",
        "SELECT count(*) FROM graph.applicant AS a JOIN graph.member AS m USING (person_id) WHERE a.state = 'CULTIVATED'"
    )]
    [InlineData(
        "who became a member is one of that branch",
        """
            SELECT count(*) FROM graph.applicant AS a JOIN graph.member AS m ON m.id = a.member_id WHERE m.person_id <> a.person_id OR m.branch_id <> a.branch_id OR m.joined_on <> a.closed_on
            """
    )]
    [InlineData(
        "what was transferred lies there",
        """
            SELECT count(*) FROM graph.affiliation_transfer AS t JOIN graph.member AS m ON m.id = t.member_id
            WHERE t.state = 'COMPLETED' AND (m.affiliation_branch_id, m.affiliated_since) IS DISTINCT FROM (t.to_branch_id, t.closed_on)
            """
    )]
    [InlineData(
        "an approved reclassification begins a period",
        """
            SELECT count(*) FROM graph.reclassification AS r WHERE r.state = 'APPROVED' AND NOT EXISTS (
                SELECT FROM graph.branch_category_period AS p WHERE p.branch_id = r.branch_id AND p.category = r.to_category AND p.valid_from = r.effective_on)
            """
    )]
    [InlineData(
        "nobody is a guest at home",
        "SELECT count(*) FROM graph.organization_life AS l JOIN graph.member AS m ON m.id = l.member_id AND m.branch_id = l.branch_id"
    )]
    [InlineData(
        "synthetic names",
        "SELECT count(*) FROM (SELECT person_ref AS name FROM graph.person UNION ALL SELECT place FROM graph.affiliation WHERE "
            + "place IS NOT NULL UNION ALL SELECT reason FROM graph.reclassification) AS named WHERE name NOT LIKE '合成-%'"
    )]
    public async Task No_row_of_a_member_breaks(string sentence, string offenders) => (await ScalarAsync(offenders)).ShouldBe(0, sentence);

    [Theory]
    // A small share of branches has a category that its membership does not show.
    [InlineData(
        "SELECT 100 * count(*) FILTER (WHERE d.category = p.category) / count(*) FROM graph.branch AS b JOIN "
            + "graph.branch_derived_category AS d ON d.branch_id = b.id JOIN graph.branch_category_period AS p ON p.branch_id = b.id "
            + "AND p.valid_to IS NULL WHERE b.status = 'ESTABLISHED'",
        88,
        98
    )]
    [InlineData("SELECT count(DISTINCT category) FROM graph.branch_derived_category", 4, 4)]
    [InlineData("SELECT count(DISTINCT branch_id) FROM graph.cross_appointment WHERE valid_during @> date '2026-06-30'", 60, 130)]
    [InlineData("SELECT count(DISTINCT post) FROM graph.appointment", 8, 8)]
    [InlineData("SELECT count(*) FROM graph.employment", 100, 1_500)]
    [InlineData("SELECT count(*) FROM graph.organization_life", 20, 250)]
    [InlineData("SELECT count(*) FROM graph.affiliation_past", 20, 1_000)]
    [InlineData("SELECT count(DISTINCT state) FROM graph.affiliation_transfer", 2, 2)]
    [InlineData("SELECT count(DISTINCT state) FROM graph.applicant", 3, 3)]
    [InlineData("SELECT count(*) FROM graph.dues_payment", 1_000, 20_000)]
    [InlineData("SELECT count(DISTINCT state) FROM graph.reclassification", 3, 3)]
    public async Task A_city_is_various(string sql, long atLeast, long atMost) => (await ScalarAsync(sql)).ShouldBeInRange(atLeast, atMost);

    private static async Task<long> ScalarAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        await using var connection = await database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}
