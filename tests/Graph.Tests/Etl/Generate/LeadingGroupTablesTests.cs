using Dapper;
using Npgsql;

namespace SocietyParty.Graph.Tests.Etl.Generate;

public sealed class LeadingGroupTablesTests
{
    [Theory]
    [InlineData("seats of party members", "SELECT count(*) FROM graph.leading_group_composition_facts WHERE outsider_count > 0")]
    [InlineData("one leader each", "SELECT count(*) FROM graph.leading_group_composition_facts WHERE leader_count <> 1")]
    [InlineData(
        "no more votes than present",
        """
            SELECT count(*) FROM graph.leading_group_agenda_item AS i
            WHERE votes_for + votes_against + votes_abstain > (SELECT count(*) FROM graph.leading_group_attendance AS a WHERE a.meeting_id = i.meeting_id AND a.status = 'PRESENT')
            """
    )]
    [InlineData(
        "each step follows the one before",
        """
            SELECT count(*) FROM (SELECT from_status, lag(to_status) OVER (PARTITION BY leading_group_id ORDER BY id) AS before FROM graph.leading_group_stage) AS step
            WHERE from_status IS DISTINCT FROM before
            """
    )]
    [InlineData(
        "meetings in office",
        "SELECT count(*) FROM graph.leading_group_meeting AS m JOIN graph.leading_group_composition AS c ON c.id = "
            + "m.composition_id WHERE NOT c.valid_during @> m.held_on"
    )]
    public async Task No_row_of_a_city_breaks(string sentence, string offenders)
    {
        await using var database = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        await using var connection = await database.OpenConnectionAsync();
        (await connection.ExecuteScalarAsync<long>(offenders)).ShouldBe(0, sentence);
    }

    [Fact]
    public async Task A_city_has_groups_and_meetings_and_a_few_break_rules()
    {
        await using var database = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        await using var connection = await database.OpenConnectionAsync();
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM graph.leading_group WHERE status = 'APPROVED'")).ShouldBeInRange(
            40,
            130
        );
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM graph.leading_group_meeting")).ShouldBeInRange(100, 800);
        var found = (
            await connection.QueryAsync<string>("SELECT DISTINCT code FROM graph.leading_group_breach WHERE since <= '2026-06-30'")
        ).ToList();
        found.ShouldContain("LEADING_GROUP_MISSING");
        found.ShouldContain("NO_MEETING_IN_HALF_YEAR");
        found.Count.ShouldBeGreaterThan(6, string.Join(' ', found));
        // Most keep them all.
        (
            await connection.ExecuteScalarAsync<long>(
                """
                SELECT count(*) FROM graph.leading_group AS g
                WHERE NOT EXISTS (SELECT FROM graph.leading_group_breach AS b WHERE b.leading_group_id = g.id AND b.since <= '2026-06-30' AND b.severity = 'ERROR')
                """
            )
        ).ShouldBeGreaterThan(await connection.ExecuteScalarAsync<long>("SELECT count(*) / 2 FROM graph.leading_group"));
    }
}
