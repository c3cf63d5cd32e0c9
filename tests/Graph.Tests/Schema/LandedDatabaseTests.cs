using Npgsql;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>
/// What has landed is in databases of others. <c>Landed/</c> keeps one as version 4a4ccff left it (the sample, loaded), dumped by
/// pg_dump 15; only the 73,049 rows of <c>dw.dim_date</c> were put into one statement.
/// </summary>
public sealed class LandedDatabaseTests
{
    // Without the days of the calendar, which 0011 gives one more: the unknown one.
    private const int RowsMin = 700;

    [Fact]
    public async Task An_upgraded_database_has_the_structure_of_a_fresh_one_and_keeps_every_row()
    {
        await using var upgraded = NpgsqlDataSource.Create(await TestCluster.NewDatabaseAsync());
        await RestoreAsync(upgraded);
        var queries = (await Catalogue.ChecksumQueriesAsync(upgraded)).Where(IsKeptAsItIs).ToList();
        var figures = await Catalogue.ReadAsync(upgraded, Figures("mart.coverage"));
        figures.ShouldNotBeEmpty();
        const string regions =
            "SELECT concat_ws(' ', code, name, parent_code, around) FROM graph.region WHERE code IN "
            + "('100000', '320000', '320500', '410000', '410400', '500000') ORDER BY code";
        var regionsBefore = await Catalogue.ReadAsync(upgraded, regions);
        regionsBefore.Count.ShouldBe(6);
        var before = await ChecksumsAsync(upgraded, queries);
        before.Sum(RowsOf).ShouldBeGreaterThan(RowsMin);

        var result = await new MigrationRunner(upgraded).RunAsync();
        result.AlreadyThere.ShouldBe(29);
        result.ViewsMade.ShouldBeGreaterThan(0);

        await using var fresh = NpgsqlDataSource.Create(await TestCluster.NewDatabaseAsync());
        await new MigrationRunner(fresh).RunAsync();
        var expected = await Catalogue.LinesAsync(fresh);
        var actual = await Catalogue.LinesAsync(upgraded);
        actual.Except(expected).ShouldBeEmpty();
        expected.Except(actual).ShouldBeEmpty();
        actual.Count.ShouldBe(expected.Count);

        // Numbered files since may have added rows to what is recorded of them, and to nothing else.
        (await ChecksumsAsync(upgraded, queries))
            .Where(line => !line.StartsWith("meta.", StringComparison.Ordinal))
            .ShouldBe(before.Where(line => !line.StartsWith("meta.", StringComparison.Ordinal)));
        (
            await Catalogue.ReadAsync(upgraded, "SELECT area || ' ' || count(*) FROM meta.schema_version GROUP BY area ORDER BY area")
        ).ShouldBe(await Catalogue.ReadAsync(fresh, "SELECT area || ' ' || count(*) FROM meta.schema_version GROUP BY area ORDER BY area"));

        // The country's other regions came in.
        (await Catalogue.ReadAsync(upgraded, regions)).ShouldBe(regionsBefore);

        // The star has another shape and says what it said.
        (await Catalogue.ReadAsync(upgraded, Figures("mart.coverage_history"))).ShouldBe(figures);

        var again = await new MigrationRunner(upgraded).RunAsync();
        again.Applied.ShouldBeEmpty();
        again.ViewsMade.ShouldBe(0);
    }

    private static string Figures(string view) =>
        $"""
            SELECT concat_ws(' ', month, rule_set_code, society_id, society_name, committee_id, category, organization_coverage_numerator,
                organization_coverage_denominator, work_coverage_numerator, work_coverage_denominator, denominator_operating, denominator_with_members,
                denominator_should_build, strong_coverage_numerator, effective_coverage_numerator, effective_coverage_denominator, loaded_at)
            FROM {view} ORDER BY 1
            """;

    // 0011 gives the star another shape; the rows of a load's scratch tables go; the list of regions is the program's; the team of a
    // consortium moves into periods.
    private static bool IsKeptAsItIs(string query) =>
        !query.Contains("dw.", StringComparison.Ordinal)
        && !query.Contains("graph.region:", StringComparison.Ordinal)
        && !query.Contains("graph.consortium:", StringComparison.Ordinal)
        && !query.Contains("staging.", StringComparison.Ordinal);

    [Fact]
    public async Task A_consortium_keeps_its_team_from_its_first_day_on()
    {
        await using var upgraded = NpgsqlDataSource.Create(await TestCluster.NewDatabaseAsync());
        await RestoreAsync(upgraded);
        await using (
            var known = upgraded.CreateCommand(
                """
                INSERT INTO graph.supervision_team (committee_id, name) SELECT min(id), '合成督导团' FROM graph.committee;
                INSERT INTO graph.consortium (committee_id, supervision_team_id, name)
                SELECT t.committee_id, CASE WHEN given.name <> '无团' THEN t.id END, given.name
                FROM graph.supervision_team AS t, unnest(ARRAY['甲', '乙', '丙', '无团']) AS given (name);
                INSERT INTO graph.consortium_branch (consortium_id, branch_id, valid_during)
                SELECT c.id, b.id, CASE WHEN c.name = '乙' AND b.id = 1 THEN daterange(NULL, '2024-02-29') ELSE daterange('2024-02-29'::date + b.id::int, NULL) END
                FROM graph.consortium AS c, graph.branch AS b WHERE c.name IN ('甲', '乙', '无团') AND b.id IN (1, 2);
                """
            )
        )
        {
            await known.ExecuteNonQueryAsync();
        }

        await new MigrationRunner(upgraded).RunAsync();
        (
            await Catalogue.ReadAsync(
                upgraded,
                """
                SELECT concat_ws(' ', c.name, t.name, s.valid_during) FROM graph.consortium_supervision AS s
                JOIN graph.consortium AS c ON c.id = s.consortium_id JOIN graph.supervision_team AS t ON t.id = s.supervision_team_id ORDER BY c.id
                """
            )
        ).ShouldBe(["甲 合成督导团 [2024-03-01,)", "乙 合成督导团 (,)", "丙 合成督导团 (,)"]);
    }

    [Fact]
    public async Task An_upgraded_database_lets_bi_reader_read_the_marts_and_no_other_table()
    {
        await using var upgraded = NpgsqlDataSource.Create(await TestCluster.NewDatabaseAsync());
        await RestoreAsync(upgraded);
        await new MigrationRunner(upgraded).RunAsync();
        var readable = await Catalogue.ReadAsync(
            upgraded,
            """
            SELECT c.oid::regclass::text FROM pg_class AS c
            WHERE c.relkind IN ('r', 'v') AND c.relnamespace::regnamespace::text IN ('graph', 'source', 'dw', 'mart', 'meta', 'access')
              AND has_schema_privilege('bi_reader', c.relnamespace, 'USAGE') AND has_table_privilege('bi_reader', c.oid, 'SELECT')
            UNION ALL SELECT 'mart.' || p.proname FROM pg_proc AS p
            WHERE p.pronamespace = 'mart'::regnamespace AND has_function_privilege('bi_reader', p.oid, 'EXECUTE')
            """
        );
        readable
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                ViewList
                    .Embedded("warehouse")
                    .Files.Select(file => file.Name)
                    // Members with small numbers are for the report alone.
                    .Where(name => name.StartsWith("mart.", StringComparison.Ordinal) && name != "mart.member_detail")
                    .Order(StringComparer.Ordinal)
            );
    }

    [Fact]
    public async Task An_upgraded_database_keeps_one_row_per_document()
    {
        await using var upgraded = NpgsqlDataSource.Create(await TestCluster.NewDatabaseAsync());
        await RestoreAsync(upgraded);
        const string titles = "SELECT concat_ws(' ', id, title, document_number) FROM graph.policy_document ORDER BY id";
        var before = await Catalogue.ReadAsync(upgraded, titles);
        before.ShouldNotBeEmpty();
        await new MigrationRunner(upgraded).RunAsync();
        (await RuleSetLoader.LoadAsync(upgraded, RuleSetFile.Embedded())).Problems.ShouldBeEmpty();
        (await Catalogue.ReadAsync(upgraded, titles)).Take(before.Count).ShouldBe(before);
        (await Catalogue.ReadAsync(upgraded, "SELECT code FROM graph.policy_document ORDER BY code")).ShouldBe([
            "000",
            "001",
            "002",
            "003",
            "004",
        ]);
    }

    [Fact]
    public void Landed_files_are_as_they_landed()
    {
        var landed = File.ReadAllLines(Path.Combine(LandedDump.Folder, "checksums.txt"));
        landed.Length.ShouldBe(73);
        string[] areas = ["graph", "warehouse"];
        var files = areas.SelectMany(MigrationFile.Embedded).Select(file => $"{file.Path} {file.Checksum}");
        landed.Except(files).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_view_and_function_has_a_file_of_its_own()
    {
        await using var database = NpgsqlDataSource.Create(await SampleDatabase.ConnectionStringAsync());
        var made = await Catalogue.ReadAsync(
            database,
            $"SELECT DISTINCT o.name FROM ({ViewObjects.All}) AS o "
                + "WHERE split_part(o.name, '.', 1) IN ('graph', 'source', 'dw', 'mart', 'meta', 'access')"
        );
        // One that numbered files made is dropped in a numbered file: a database that never had it recorded would keep it.
        made.Order(StringComparer.Ordinal)
            .ShouldBe(Lists().SelectMany(list => list.Files).Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_tables_compute_changes_in_a_numbered_file()
    {
        string[] areas = ["graph", "warehouse"];
        await using var numbered = NpgsqlDataSource.Create(await TestCluster.NewDatabaseAsync());
        await new MigrationRunner(numbered, [.. areas.SelectMany(MigrationFile.Embedded)], []).RunAsync();
        await using var whole = NpgsqlDataSource.Create(await SampleDatabase.ConnectionStringAsync());
        var stored = await Catalogue.ReadAsync(whole, StoredFunctions);
        stored.Count.ShouldBeGreaterThan(2);
        // What indexes, checks and generated columns hold was computed by the function as it was; only a numbered file can compute it anew.
        stored.ShouldBe(await Catalogue.ReadAsync(numbered, StoredFunctions));
    }

    private const string StoredFunctions = """
        SELECT DISTINCT pg_get_functiondef(p.oid)
        FROM pg_depend AS d
        JOIN pg_proc AS p ON p.oid = d.refobjid AND p.pronamespace::regnamespace::text IN ('graph', 'dw', 'mart')
        WHERE d.refclassid = 'pg_proc'::regclass AND d.classid IN ('pg_class'::regclass, 'pg_constraint'::regclass, 'pg_attrdef'::regclass)
        ORDER BY 1
        """;

    private static IEnumerable<ViewList> Lists() => [ViewList.Embedded("graph"), ViewList.Embedded("warehouse")];

    private static Task RestoreAsync(NpgsqlDataSource database) => LandedDump.RestoreAsync(database, "4a4ccff");

    private static async Task<List<string>> ChecksumsAsync(NpgsqlDataSource database, IReadOnlyList<string> queries)
    {
        var lines = new List<string>();
        foreach (var query in queries)
        {
            lines.AddRange(await Catalogue.ReadAsync(database, query));
        }

        return lines;
    }

    private static int RowsOf(string line) =>
        int.Parse(line.Split(": ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
}
