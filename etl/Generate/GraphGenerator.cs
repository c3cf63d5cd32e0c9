using System.Diagnostics;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Refusals;
using SocietyParty.Etl.Run;

namespace SocietyParty.Etl.Generate;

/// <summary>Fills an empty graph with synthetic data: binary COPY, one transaction, all or nothing.</summary>
public static class GraphGenerator
{
    // The turn of the importer: neither may write into what the other takes for empty.
    private const string TakeTurn = "SELECT pg_advisory_xact_lock(hashtext('graph.import_run'))";

    // COPY is refused where policies hold for the owner, as they do for one that may not bypass them.
    private const string Unforce = """
        DO $$
        DECLARE
            one regclass;
        BEGIN
            FOR one IN SELECT c.oid FROM pg_class AS c WHERE c.relnamespace = 'graph'::regnamespace AND c.relforcerowsecurity
                AND NOT (SELECT r.rolsuper OR r.rolbypassrls FROM pg_roles AS r WHERE r.rolname = current_user)
            LOOP
                EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', one);
            END LOOP;
        END $$
        """;

    private const string ForceAgain = """
        DO $$
        DECLARE
            one regclass;
        BEGIN
            FOR one IN SELECT c.oid FROM pg_class AS c WHERE c.relnamespace = 'graph'::regnamespace AND c.relrowsecurity AND NOT c.relforcerowsecurity LOOP
                EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', one);
            END LOOP;
        END $$
        """;

    private const string RegionStage = "CREATE TEMPORARY TABLE region_stage (code char(6), name text, parent_code char(6)) ON COMMIT DROP";

    private const string AddRegions = """
        INSERT INTO graph.region (code, name, parent_code) SELECT code, name, parent_code FROM region_stage ORDER BY code LIKE '__0000' DESC, code LIKE '____00' DESC
        ON CONFLICT (code) DO NOTHING
        """;

    /// <summary>The rows that these options give, counted without a database.</summary>
    public static GenerateReport Plan(GenerateOptions options)
    {
        var graph = new SyntheticGraph(options);
        return new GenerateReport(
            [.. graph.Tables.Prepend(graph.Regions).Select(table => new TableReport(table.Table, table.Rows.LongCount(), 0))],
            0
        );
    }

    /// <param name="progress">Told of each table now and then, on the generator's own thread; planned rows are those of <see
    /// cref="Plan"/>.</param>
    public static async Task<GenerateReport> RunAsync(
        NpgsqlDataSource database,
        GenerateOptions options,
        IProgress<TableReport>? progress = null,
        CancellationToken ct = default
    )
    {
        var watch = Stopwatch.StartNew();
        var graph = new SyntheticGraph(options);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(TakeTurn, cancellationToken: ct));
        if (await FilledTableAsync(connection, graph, ct) is { } filled)
        {
            return new GenerateReport([], watch.ElapsedMilliseconds, new Refusal("SP-GENERATE-101", [("table", filled)]));
        }

        await RunAsync(connection, Unforce, ct);
        var writer = new TableWriter(connection, progress, ct);
        var reports = new List<TableReport> { await AddRegionsAsync(connection, writer, graph.Regions, ct) };
        await ApplyRulesAsync(connection, graph.Rules);
        foreach (var table in graph.Tables)
        {
            reports.Add(await writer.WriteAsync(table));
        }

        await RunAsync(connection, $"ANALYZE {string.Join(", ", graph.Tables.Select(table => table.Table).Prepend("graph.region"))}", ct);
        await RunAsync(connection, ForceAgain, ct);
        await transaction.CommitAsync(ct);
        return new GenerateReport(reports, watch.ElapsedMilliseconds);
    }

    /// <summary>A table that would be written and has rows already; null for an empty graph.</summary>
    private static async Task<string?> FilledTableAsync(NpgsqlConnection connection, SyntheticGraph graph, CancellationToken ct)
    {
        foreach (var table in graph.Tables)
        {
            if (
                await connection.ExecuteScalarAsync<bool>(
                    new CommandDefinition($"SELECT EXISTS (SELECT FROM {table.Table})", cancellationToken: ct)
                )
            )
            {
                return table.Table;
            }
        }

        return null;
    }

    // Checked with those that the program carries, and brought in alone: which others the graph has is not for it to decide.
    private static async Task ApplyRulesAsync(NpgsqlConnection connection, RuleSetFile rules)
    {
        var read = RuleSetCheck.Read([.. RuleSetFile.Embedded(), rules]);
        var own = read with { RuleSets = [.. read.RuleSets.Where(entry => entry.File == rules)] };
        var report = await RuleSetLoader.ApplyAsync(connection, own);
        if (report.Problems.Count > 0)
        {
            throw new InvalidOperationException($"The synthetic rules do not hold: {report.Problems[0]}");
        }
    }

    // A rule set may have brought its region along, so regions are added to those that are there.
    private static async Task<TableReport> AddRegionsAsync(
        NpgsqlConnection connection,
        TableWriter writer,
        TableRows regions,
        CancellationToken ct
    )
    {
        await RunAsync(connection, RegionStage, ct);
        var report = await writer.WriteAsync(regions with { Table = "region_stage" });
        return report with { Table = regions.Table, Rows = await RunAsync(connection, AddRegions, ct) };
    }

    private static Task<int> RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(sql, commandTimeout: GenerateOptions.TableSecondsMax, cancellationToken: ct));
}
