using Npgsql;
using SocietyParty.Etl.Audit;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.Run.Reconcile;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>
/// A database of each version goes to this one without losing a row. Each dump in <c>Landed/</c> was made by the version's own programs
/// (<c>generate --societies 24 --profile City</c> and <c>load</c> at the version's last commit, pg_dump 15 with <c>--rows-per-insert</c>);
/// only the rows of <c>dw.dim_date</c> were put into one statement. 4a4ccff is 0.4.0; c5288a9 and f076a15 are states after 0.5.0.
/// </summary>
public sealed class VersionUpgradeTests
{
    // What a numbered file takes away or turns into something else, and where its rows are then. All others stay.
    private static readonly Dictionary<string, string> Explained = new()
    {
        ["dw.agg_coverage_monthly"] = "0011 makes it agg_coverage_committee and agg_coverage_province",
        ["dw.fct_category_change"] = "0011 derives it anew from graph.branch_category with the next load",
        ["dw.fct_coverage_monthly"] = "0011 makes it fct_coverage; mart.coverage_history says the same",
        ["dw.loaded_month"] = "0011 makes one row of a month's rows, which were one for each rule set",
        ["dw.agg_activity_province"] = "0015 keeps two generations of it, filled by the next load",
        ["dw.agg_assessment_province"] = "as agg_activity_province",
        ["dw.agg_branch_province"] = "as agg_activity_province",
        ["dw.agg_category_change_province"] = "as agg_activity_province",
        ["dw.agg_coverage_committee"] = "as agg_activity_province",
        ["dw.agg_coverage_province"] = "as agg_activity_province",
        ["dw.agg_event_province"] = "as agg_activity_province",
        ["dw.agg_item_score"] = "as agg_activity_province",
        ["dw.agg_meeting_province"] = "as agg_activity_province",
    };

    [Theory]
    [InlineData("0.1.0", 11)]
    [InlineData("0.2.0", 16)]
    [InlineData("4a4ccff", 29)]
    [InlineData("0.5.0", 29)]
    [InlineData("c5288a9", 37)]
    [InlineData("f076a15", 64)]
    public async Task A_database_of_each_version_is_upgraded_and_keeps_every_row(string version, int files)
    {
        await using var database = NpgsqlDataSource.Create(await TestCluster.NewDatabaseAsync());
        await LandedDump.RestoreAsync(database, version);
        var before = await CountsAsync(database);
        before.Keys.ShouldContain("graph.branch");
        before["graph.branch"].ShouldBeGreaterThan(0);
        before["graph.society"].ShouldBeGreaterThan(0);
        var societies = await Catalogue.ReadAsync(database, Societies);
        var figures = await Catalogue.ReadAsync(database, Figures("mart.coverage"));
        figures.ShouldNotBeEmpty();

        var result = await new MigrationRunner(database).RunAsync();
        result.AlreadyThere.ShouldBe(files);
        (result.Applied.Count + files).ShouldBe(MigrationFile.Embedded("graph").Count + MigrationFile.Embedded("warehouse").Count);

        var after = await CountsAsync(database);
        // Rows may come, of regions and of what is recorded of files; none goes.
        before
            .Where(table => !Explained.ContainsKey(table.Key) && !table.Key.StartsWith("staging.", StringComparison.Ordinal))
            .Where(table => !after.TryGetValue(table.Key, out var now) || now < table.Value)
            .ShouldBeEmpty();
        (await Catalogue.ReadAsync(database, Societies)).ShouldBe(societies);
        (await Catalogue.ReadAsync(database, Figures("mart.coverage_history"))).ShouldBe(figures);
        await ReadEveryViewAsync(database);
        (await AuditTrail.VerifyAsync(database, null, CancellationToken.None)).Faults.ShouldBeEmpty();

        (await RuleSetLoader.LoadAsync(database, RuleSetFile.Embedded())).Problems.ShouldBeEmpty();
        // What was explained comes back with the next load, and the star says what the graph says.
        var loaded = await LoadPipeline.RunAsync(
            new LoadDatabases(database),
            new LoadOptions(new DateOnly(2026, 11, 30)) { AllowsFuture = true, IsFull = true },
            ct: CancellationToken.None
        );
        loaded.Succeeded.ShouldBeTrue(loaded.Problem?.ToString());
        (await Reconciler.RunAsync(database)).Tables.Where(table => !table.Equal).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_that_is_too_old_is_refused_with_what_to_do()
    {
        await using var database = NpgsqlDataSource.Create(await TestCluster.NewDatabaseAsync());
        await LandedDump.RestoreAsync(database, "0.3.0");
        var refused = await Should.ThrowAsync<DatabaseSetupException>(() => new MigrationRunner(database).RunAsync());
        refused.Message.ShouldBe(
            "SP-MIGRATE-108 The database is too old: version 0.3.0 made it, whose tables were written anew afterwards; "
                + "this program upgrades those of 0.1.0, of 0.2.0 and from 0.4.0 on. "
                + "Go on with the version that made it, or give this one an empty database and import the lists into it again."
        );
        (await Catalogue.ReadAsync(database, "SELECT count(*)::text FROM meta.schema_version")).ShouldBe(["29"]);
    }

    private const string Societies = "SELECT concat_ws(' ', id, name, committee_id, level, operating_state) FROM graph.society ORDER BY id";

    private static string Figures(string view) =>
        $"""
            SELECT concat_ws(' ', month, rule_set_code, society_id, society_name, committee_id, category, organization_coverage_numerator,
                organization_coverage_denominator, work_coverage_numerator, work_coverage_denominator)
            FROM {view} ORDER BY 1
            """;

    private static async Task<Dictionary<string, long>> CountsAsync(NpgsqlDataSource database)
    {
        var tables = await Catalogue.ReadAsync(
            database,
            """
            SELECT c.oid::regclass::text FROM pg_class AS c
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text IN ('graph', 'dw', 'meta', 'access', 'staging') ORDER BY 1
            """
        );
        var counts = await Catalogue.ReadAsync(
            database,
            string.Join(" UNION ALL ", tables.Select(table => $"SELECT '{table} ' || count(*) FROM {table}"))
        );
        return counts
            .Select(line => line.Split(' '))
            .ToDictionary(pair => pair[0], pair => long.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task ReadEveryViewAsync(NpgsqlDataSource database)
    {
        var views = await Catalogue.ReadAsync(
            database,
            """
            SELECT c.oid::regclass::text FROM pg_class AS c
            WHERE c.relkind = 'v' AND c.relnamespace::regnamespace::text IN ('graph', 'source', 'dw', 'mart', 'meta', 'access') ORDER BY 1
            """
        );
        views.Count.ShouldBeGreaterThan(100);
        foreach (var view in views)
        {
            await Catalogue.ReadAsync(database, $"SELECT count(*)::text FROM {view}");
        }
    }
}
