using Dapper;
using Npgsql;

namespace SocietyParty.Graph.Tests.Etl.Generate;

/// <summary>Charter clauses and six haves of the generated city.</summary>
public sealed class EvidenceTablesTests
{
    [Theory]
    [InlineData(
        "SELECT count(*) FROM graph.society AS s WHERE NOT EXISTS (SELECT FROM graph.evidence_record WHERE society_id = s.id)",
        5,
        40
    )]
    [InlineData("SELECT count(*) FROM graph.evidence_record WHERE kind = 'CHARTER_CLAUSE' AND valid_to IS NULL AND is_met", 80, 130)]
    [InlineData("SELECT count(*) FROM graph.evidence_record WHERE kind = 'CHARTER_CLAUSE' AND valid_to IS NULL AND NOT is_met", 10, 50)]
    [InlineData(
        "SELECT count(*) FROM graph.branch AS b WHERE NOT EXISTS (SELECT FROM graph.evidence_record WHERE branch_id = b.id)",
        5,
        40
    )]
    [InlineData("SELECT count(*) FROM graph.evidence_record WHERE kind = 'SIX_HAVES' AND valid_to IS NULL AND is_met", 60, 125)]
    [InlineData("SELECT count(*) FROM graph.evidence_record WHERE kind = 'SIX_HAVES' AND valid_to IS NULL AND NOT is_met", 10, 50)]
    [InlineData("SELECT count(*) FROM graph.evidence_record WHERE valid_to IS NOT NULL", 20, 150)]
    public async Task Some_are_met_some_are_not_and_some_are_unknown(string sql, long atLeast, long atMost) =>
        (await CountAsync(sql)).ShouldBeInRange(atLeast, atMost, sql);

    [Theory]
    [InlineData(
        "a record lies within its branch's life",
        """
            SELECT count(*) FROM graph.evidence_record AS r WHERE r.kind = 'SIX_HAVES' AND NOT EXISTS (
                SELECT FROM graph.branch_status_period AS p WHERE p.branch_id = r.branch_id AND p.status = 'ESTABLISHED' AND p.valid_during @> r.held_on)
            """
    )]
    [InlineData(
        "six haves are met when all six are there",
        "SELECT count(*) FROM graph.evidence_record AS r WHERE r.kind = 'SIX_HAVES' AND r.is_met <> "
            + "(SELECT count(*) = 6 AND bool_and(f.value = 'true') FROM graph.evidence_field AS f WHERE f.record_id = r.id)"
    )]
    [InlineData("nothing after the last day", "SELECT count(*) FROM graph.evidence_record WHERE held_on > '2026-06-30'")]
    [InlineData(
        "a definition for each",
        "SELECT count(*) FROM graph.evidence_record WHERE definition_id NOT IN (SELECT id FROM graph.evidence_kind)"
    )]
    public async Task No_record_breaks(string sentence, string offenders) => (await CountAsync(offenders)).ShouldBe(0, sentence);

    private static async Task<long> CountAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        await using var connection = await database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}
