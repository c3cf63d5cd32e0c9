using Npgsql;
using SocietyParty.Graph.Tests.Sample;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>
/// What the database tells on the channel <c>branch_changed</c>. In the cases, $1 $2 are branches of committee $c; $d is another committee.
/// </summary>
public sealed class BranchChangesTests
{
    private const string Many = "MANY";

    [Theory]
    [InlineData("UPDATE graph.branch SET name = 'x' WHERE id = $1", "CHANGED $1 $c")]
    [InlineData("UPDATE graph.branch SET name = name WHERE id = $1")]
    [InlineData("UPDATE graph.branch SET name = 'x' WHERE false")]
    [InlineData("UPDATE graph.branch SET committee_id = $d WHERE id = $1", "CHANGED $1 $c $d")]
    [InlineData(
        "UPDATE graph.branch SET name = 'x' WHERE id = $1; UPDATE graph.branch SET name = name || 'y' WHERE id IN ($1, $2)",
        "CHANGED $1 $c",
        "CHANGED $2 $c"
    )]
    [InlineData(
        "UPDATE graph.branch_category_period SET valid_during = daterange('2020-01-01', NULL) WHERE branch_id = $1",
        "CHANGED $1 $c"
    )]
    [InlineData("UPDATE graph.branch_category_period SET valid_during = valid_during WHERE branch_id = $1")]
    [InlineData("DELETE FROM graph.branch_society WHERE branch_id = $2", "CHANGED $2 $c")]
    [InlineData("UPDATE graph.branch_status_period SET valid_during = daterange('2019-01-01', NULL) WHERE branch_id = $1", "CHANGED $1 $c")]
    [InlineData(
        "INSERT INTO graph.branch (name, committee_id, form, status) SELECT 'new' || i, $c, 'BRANCH', 'PROPOSED' FROM "
            + "generate_series(1, 101) AS i",
        Many
    )]
    [InlineData("DELETE FROM graph.branch_category_period", Many)]
    [InlineData("UPDATE graph.branch SET name = name || '.'; DELETE FROM graph.branch_society", Many)]
    [InlineData("TRUNCATE graph.branch_society", Many)]
    [InlineData("TRUNCATE graph.branch_category_period", Many)]
    [InlineData("TRUNCATE graph.branch_status_period", Many)]
    [InlineData("TRUNCATE graph.branch CASCADE", Many)]
    [InlineData(
        "INSERT INTO graph.branch_society (branch_id, society_id, is_lead) SELECT $1, max(id), false FROM graph.society",
        "CHANGED $1 $c"
    )]
    [InlineData("UPDATE graph.branch_society SET is_lead = false WHERE branch_id = $1", "CHANGED $1 $c")]
    [InlineData(
        "SET LOCAL session_replication_role = replica; DELETE FROM graph.branch_category_period WHERE branch_id = $1; SET LOCAL "
            + "session_replication_role = origin; INSERT INTO graph.branch_category_period (branch_id, category, valid_during) VALUES "
            + "($1, 'A', '[1990-01-01,1990-02-01)')",
        "CHANGED $1 $c"
    )]
    [InlineData(
        "SET LOCAL session_replication_role = replica; DELETE FROM graph.branch_status_period WHERE branch_id = $1; SET LOCAL "
            + "session_replication_role = origin; INSERT INTO graph.branch_status_period (branch_id, status, valid_during) VALUES "
            + "($1, 'PROPOSED', '[1990-01-01,1990-02-01)')",
        "CHANGED $1 $c"
    )]
    [InlineData("DELETE FROM graph.branch_status_period WHERE branch_id = $1", "CHANGED $1 $c")]
    [InlineData("UPDATE graph.member SET status = 'FULL'")]
    public async Task A_transaction_tells_each_changed_branch_once(string sql, params string[] expected)
    {
        await using var database = NpgsqlDataSource.Create(await SampleDatabase.NewAsync());
        var names = new Dictionary<string, string>
        {
            ["$1"] = await ScalarAsync(database, "SELECT min(id)::text FROM graph.branch"),
            ["$2"] = await ScalarAsync(database, "SELECT (min(id) + 1)::text FROM graph.branch"),
            ["$c"] = await ScalarAsync(database, "SELECT committee_id::text FROM graph.branch LIMIT 1"),
            ["$d"] = await ScalarAsync(
                database,
                "INSERT INTO graph.committee (name, region_code) SELECT 'other', region_code FROM graph.committee LIMIT 1 "
                    + "RETURNING id::text"
            ),
        };
        string Filled(string text) =>
            names.Aggregate(text, (filled, name) => filled.Replace(name.Key, name.Value, StringComparison.Ordinal));
        (await ToldAsync(database, Filled(sql))).ShouldBe(expected.Select(Filled));
    }

    // $s is a society of $d that belongs to $1, too, which makes it a joint branch; $t is one of $c without a branch.
    [Theory]
    [InlineData("UPDATE graph.branch_society SET since = '1999-01-01' WHERE society_id = $s", "CHANGED $1 $c", "CHANGED $1 $d")]
    [InlineData("UPDATE graph.branch_society SET since = since WHERE society_id = $s")]
    [InlineData("UPDATE graph.branch_society SET society_id = $t WHERE society_id = $s", "CHANGED $1 $c", "CHANGED $1 $d")]
    [InlineData("DELETE FROM graph.branch_society WHERE society_id = $s", "CHANGED $1 $c", "CHANGED $1 $d")]
    [InlineData("UPDATE graph.society SET committee_id = $c WHERE id = $s", "CHANGED $1 $c $d")]
    [InlineData("UPDATE graph.society SET committee_id = committee_id, name = 'x' WHERE id = $s")]
    public async Task A_joint_branch_is_told_to_the_committee_of_each_society(string sql, params string[] expected)
    {
        await using var database = NpgsqlDataSource.Create(await SampleDatabase.NewAsync());
        var names = new Dictionary<string, string>
        {
            ["$1"] = await ScalarAsync(database, "SELECT min(id)::text FROM graph.branch"),
            ["$c"] = await ScalarAsync(database, "SELECT committee_id::text FROM graph.branch ORDER BY id LIMIT 1"),
            ["$d"] = await ScalarAsync(
                database,
                "INSERT INTO graph.committee (name, region_code) SELECT 'other', region_code FROM graph.committee LIMIT 1 "
                    + "RETURNING id::text"
            ),
        };
        foreach (var (society, committee) in new[] { ("$s", "$d"), ("$t", "$c") })
        {
            names[society] = await ScalarAsync(
                database,
                "INSERT INTO graph.society (name, level, committee_id) "
                    + $"SELECT 'new {committee}', level, {names[committee]} FROM graph.society LIMIT 1 RETURNING id::text"
            );
        }

        await ScalarAsync(
            database,
            $"INSERT INTO graph.branch_society (branch_id, society_id, is_lead) VALUES ({names["$1"]}, {names["$s"]}, false) RETURNING ''"
        );
        string Filled(string text) =>
            names.Aggregate(text, (filled, name) => filled.Replace(name.Key, name.Value, StringComparison.Ordinal));
        (await ToldAsync(database, Filled(sql))).Order().ShouldBe(expected.Select(Filled).Order());
    }

    [Fact]
    public async Task A_new_branch_is_told_as_created_and_a_removed_one_as_deleted()
    {
        await using var database = NpgsqlDataSource.Create(await SampleDatabase.NewAsync());
        const string add = """
            INSERT INTO graph.branch (name, committee_id, form, status) SELECT 'new', min(id), 'BRANCH', 'PROPOSED' FROM graph.committee;
            INSERT INTO graph.branch_category_period (branch_id, category, valid_during) SELECT max(id), 'A', '[2026-01-01,)' FROM graph.branch
            """;
        (await ToldAsync(database, add)).Select(told => told.Split(' ')[0]).ShouldBe(["CREATED"]);
        (await ToldAsync(database, "DELETE FROM graph.branch WHERE name = 'new'")).Select(told => told.Split(' ')[0]).ShouldBe(["DELETED"]);
    }

    [Fact]
    public async Task What_is_rolled_back_is_not_told()
    {
        await using var database = NpgsqlDataSource.Create(await SampleDatabase.NewAsync());
        (
            await ToldAsync(
                database,
                "SAVEPOINT s; UPDATE graph.branch SET name = name || '.'; ROLLBACK TO s; UPDATE graph.branch SET name = 'x' "
                    + "WHERE id = (SELECT min(id) FROM graph.branch)"
            )
        )
            .Select(told => told.Split(' ')[0])
            .ShouldBe(["CHANGED"]);
    }

    /// <summary>What one transaction tells: the listener reads until a later transaction tells the end.</summary>
    private static async Task<List<string>> ToldAsync(NpgsqlDataSource database, string sql)
    {
        var told = new List<string>();
        await using var listener = await database.OpenConnectionAsync();
        listener.Notification += (_, notification) => told.Add(notification.Payload);
        await ExecuteAsync(listener, "LISTEN branch_changed");
        await using var writer = await database.OpenConnectionAsync();
        await ExecuteAsync(writer, $"BEGIN; {sql}; COMMIT");
        await ExecuteAsync(writer, "NOTIFY branch_changed, 'END'");
        while (!told.Contains("END"))
        {
            await listener.WaitAsync();
        }

        return told[..^1];
    }

    private static async Task<string> ScalarAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
