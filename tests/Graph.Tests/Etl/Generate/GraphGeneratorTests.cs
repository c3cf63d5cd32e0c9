using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Import;

namespace SocietyParty.Graph.Tests.Etl.Generate;

public sealed class GraphGeneratorTests
{
    [Fact]
    public void A_seed_gives_the_same_rows_for_ever()
    {
        // A change of this hash is a change of everybody's benchmarks: make it knowingly.
        HashOf(new(150, 7, Profile.Nation)).ShouldBe("2d3c68434174b65cd41fa218df2ff35d3f9f9e94d97dd4caf7a097bd8d7b0525");
        HashOf(new(150, 7, Profile.City)).ShouldNotBe(HashOf(new(150, 8, Profile.City)));
    }

    [Theory]
    [InlineData(1, Profile.Nation)]
    [InlineData(10, Profile.Nation)]
    [InlineData(150, Profile.Nation)]
    [InlineData(1, Profile.City)]
    [InlineData(10, Profile.City)]
    public async Task Every_constraint_holds_at_a_small_size(int societies, Profile profile)
    {
        await using var database = await City.EmptyAsync();
        var options = new GenerateOptions(societies, 1, profile);
        var report = await GraphGenerator.RunAsync(database, options);

        report.Problem.ShouldBeNull();
        report
            .Tables.Skip(1)
            .Select(table => (table.Table, table.Rows))
            .ShouldBe(GraphGenerator.Plan(options).Tables.Skip(1).Select(table => (table.Table, table.Rows)));
        var rows = report.Tables.ToDictionary(table => table.Table, table => table.Rows);
        rows["graph.society"].ShouldBe(societies);
        rows["graph.member"].ShouldBe(options.Members);
        rows["graph.assessment"].ShouldBeGreaterThan(0);
        rows["graph.assessment_item_score"].ShouldBe(rows["graph.assessment"] * 19);
    }

    [Fact]
    public async Task What_is_written_is_what_was_generated_and_keys_go_on_behind_it()
    {
        await using var database = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        await using var connection = await database.OpenConnectionAsync();
        foreach (var table in new SyntheticGraph(City.Options).Tables.Where(table => table.HasIdentity))
        {
            (await connection.ExecuteScalarAsync<long>($"SELECT coalesce(sum(id), 0) FROM {table.Table}")).ShouldBe(
                table.Rows.Sum(row => (long)row[0]!),
                table.Table
            );
            (
                await connection.ExecuteScalarAsync<long>($"SELECT nextval(pg_get_serial_sequence('{table.Table}', 'id'))")
            ).ShouldBeGreaterThan(table.Rows.Count(), table.Table);
        }
    }

    [Fact]
    public void Activities_go_on_until_the_day_that_is_asked_for_and_all_else_is_the_same()
    {
        var later = City.Options with { ActivitiesUntil = new(2026, 11, 29) };
        var (before, after) = (GraphGenerator.Plan(City.Options), GraphGenerator.Plan(later));
        foreach (var (one, other) in before.Tables.Zip(after.Tables))
        {
            (other.Table, other.Rows == one.Rows).ShouldBe((one.Table, one.Table != "graph.activity"));
        }
    }

    [Fact]
    public void A_nation_has_the_planning_size()
    {
        var plan = GraphGenerator.Plan(new(60_000, 1, Profile.Nation)).Tables.ToDictionary(table => table.Table, table => table.Rows);
        plan["graph.society"].ShouldBe(60_000);
        plan["graph.branch"].ShouldBe(55_000);
        plan["graph.committee"].ShouldBe(3_000);
        plan["graph.supporting_unit"].ShouldBe(20_000);
        plan["graph.member"].ShouldBe(1_000_000);
        plan["graph.assessment"].ShouldBeInRange(250_000, 275_000);
        plan["graph.assessment_item_score"].ShouldBe(plan["graph.assessment"] * 19);
    }

    [Theory]
    [InlineData(
        "items of the scheme",
        "SELECT count(*) FROM graph.assessment WHERE fixed_score <> (SELECT sum(score) FROM graph.assessment_item_score WHERE "
            + "assessment_id = id)"
    )]
    [InlineData(
        "100 points",
        "SELECT count(*) FROM graph.assessment WHERE 100 <> (SELECT sum(maximum) FROM graph.assessment_item_score WHERE assessment_id = id)"
    )]
    [InlineData(
        "a B has a supporting unit",
        """
            SELECT count(*) FROM graph.branch_category_period AS p JOIN graph.branch_society AS b USING (branch_id)
            WHERE p.category = 'B' AND b.is_lead AND NOT EXISTS (SELECT FROM graph.society_supporting_unit AS u WHERE u.society_id = b.society_id)
            """
    )]
    [InlineData(
        "synthetic names",
        """
            SELECT count(*) FROM (SELECT name FROM graph.society UNION ALL SELECT name FROM graph.branch UNION ALL SELECT name FROM graph.committee
                UNION ALL SELECT name FROM graph.supporting_unit UNION ALL SELECT instructor_ref FROM graph.instructor_assignment UNION ALL SELECT member_ref FROM graph.member) AS named
            WHERE name NOT LIKE '合成-%'
            """
    )]
    [InlineData("codes that check", "SELECT count(*) FROM graph.supporting_unit WHERE NOT graph.credit_code_checks(credit_code)")]
    [InlineData(
        "members of standing branches",
        "SELECT count(*) FROM graph.member AS m JOIN graph.branch AS b ON b.id = m.branch_id WHERE b.status <> 'ESTABLISHED'"
    )]
    [InlineData("nothing after the last day", "SELECT count(*) FROM graph.branch_category_period WHERE valid_from > '2026-06-30'")]
    public async Task No_row_of_a_city_breaks(string sentence, string offenders)
    {
        await using var database = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        await using var connection = await database.OpenConnectionAsync();
        (await connection.ExecuteScalarAsync<long>(offenders)).ShouldBe(0, sentence);
    }

    [Theory]
    [InlineData("SELECT count(DISTINCT category) FROM graph.branch_category_period", 4, 4)]
    [InlineData("SELECT count(DISTINCT status) FROM graph.branch", 3, 3)]
    [InlineData(
        "SELECT count(*) FROM (SELECT FROM graph.branch_category_period GROUP BY branch_id HAVING count(*) > 1) AS changed",
        20,
        60
    )]
    [InlineData("SELECT count(DISTINCT year) FROM graph.assessment", 5, 5)]
    [InlineData("SELECT count(*) FROM graph.member WHERE status = 'PROBATIONARY'", 200, 400)]
    [InlineData("SELECT count(*) FROM graph.instructor_assignment", 5, 40)]
    [InlineData("SELECT count(*) FROM graph.branch_latest_assessment", 100, 137)]
    [InlineData("SELECT count(DISTINCT grade) FROM graph.assessment", 3, 4)]
    public async Task A_city_is_various(string sql, long atLeast, long atMost)
    {
        await using var database = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        await using var connection = await database.OpenConnectionAsync();
        (await connection.ExecuteScalarAsync<long>(sql)).ShouldBeInRange(atLeast, atMost);
    }

    [Fact]
    public async Task A_graph_with_a_list_in_it_is_refused_and_stays_as_it_was()
    {
        await using var database = await City.EmptyAsync();
        (await RosterImporter.ImportAsync(database, Samples.Chongqing2022())).Succeeded.ShouldBeTrue();

        var report = await GraphGenerator.RunAsync(database, City.Options);
        report.Problem!.Code.ShouldBe("SP-GENERATE-101");
        report.Rows.ShouldBe(0);
        await using var connection = await database.OpenConnectionAsync();
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM graph.branch")).ShouldBe(109);
    }

    [Fact]
    public async Task A_generation_that_is_cancelled_leaves_nothing()
    {
        await using var database = await City.EmptyAsync();
        using var cancelled = new CancellationTokenSource();
        var progress = new Stop(table =>
        {
            if (table.Table == "graph.member")
            {
                cancelled.Cancel();
            }
        });

        await Should.ThrowAsync<OperationCanceledException>(() =>
            GraphGenerator.RunAsync(database, City.Options, progress, cancelled.Token)
        );
        (await GraphGenerator.RunAsync(database, City.Options)).Problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("91", "110000", 600037341, "91110000600037341L")]
    public void A_code_gets_the_check_character_of_the_standard(string authority, string region, long number, string code) =>
        CreditCode.Of(authority, region, number).ShouldBe(code);

    private static string HashOf(GenerateOptions options)
    {
        var graph = new SyntheticGraph(options);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in graph.Tables.Prepend(graph.Regions))
        {
            foreach (var row in table.Rows)
            {
                hash.AppendData(
                    Encoding.UTF8.GetBytes(
                        FormattableString.Invariant(
                            $"{table.Table}:{string.Join('|', row.Select(value => FormattableString.Invariant($"{value}")))}\n"
                        )
                    )
                );
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed class Stop(Action<TableReport> heard) : IProgress<TableReport>
    {
        public void Report(TableReport value) => heard(value);
    }
}
