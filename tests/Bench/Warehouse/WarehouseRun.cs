using Npgsql;
using SocietyParty.Bench.Database;
using SocietyParty.Bench.Measure;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;
using Spectre.Console;
using Profile = SocietyParty.Etl.Generate.Profile;

namespace SocietyParty.Bench.Warehouse;

/// <summary>Generates a graph, loads it in full, changes it and loads what changed: each load as a process of its own.</summary>
internal static class WarehouseRun
{
    private static readonly DateOnly Last = GenerateOptions.Last;

    public static async Task RunAsync(WarehouseOptions options, IAnsiConsole console, CancellationToken ct)
    {
        var graph = new GenerateOptions(options.Societies, 1, Profile.Nation);
        await using var database = await ConsoleProgress.RunAsync(Terminal.Error, Words.English, progress =>
            OpenAsync(options, graph, progress, ct)
        );
        var postgres = await PostgresUsage.FindAsync(database.Source, ct);
        var loader = new LoaderRun(database.ConnectionString, postgres);

        var from = new DateOnly(Last.Year, Last.Month, 1).AddMonths(1 - options.Months);
        var same = options.Psql is { } psql ? await SameAsync(database, psql, new LoadOptions(Last, from), postgres, ct) : null;
        var full = await MeasureAsync("everything", 0, ["--as-of", $"{Last:yyyy-MM-dd}", "--from", $"{from:yyyy-MM}"]);
        var coverage = await CoverageShare.ReadAsync(database.Source, full, ct);
        await database.Source.ScalarAsync("VACUUM (ANALYZE)", ct);
        var changes = new List<LoaderFigures>();
        foreach (var change in SourceChange.All)
        {
            var rounds = new List<LoaderFigures>();
            for (var round = 1; round <= options.Rounds; round++)
            {
                var branches = await ChangeAsync(database.Source, change, graph, round, ct);
                var day = change.IsNextMonth ? new DateOnly(Last.Year, Last.Month, 1).AddMonths(1 + round).AddDays(-1) : Last;
                rounds.Add(await MeasureAsync(change.Name, branches, ["--as-of", $"{day:yyyy-MM-dd}"]));
            }

            // The middle round as it was: figures of one load belong together.
            changes.Add(rounds.OrderBy(figures => figures.Seconds).ElementAt(rounds.Count / 2));
        }

        var report = new WarehouseReport(
            await database.Source.VersionAsync(ct),
            Environment.ProcessorCount,
            options.Societies,
            options.Months,
            options.Rounds,
            full,
            coverage,
            changes,
            same
        );
        report.Write(console);
        if (options.JsonFile is { } file)
        {
            await report.WriteAsync(file, ct);
        }

        Task<LoaderFigures> MeasureAsync(string name, int branches, string[] arguments) =>
            ConsoleProgress.RunAsync(Terminal.Error, Words.English, async progress =>
            {
                progress.Step($"Loading: {name}");
                return await loader.RunAsync(name, branches, arguments, ct);
            });
    }

    private static Task<PsqlRun> SameAsync(
        GraphDatabase database,
        string psql,
        LoadOptions options,
        PostgresUsage? postgres,
        CancellationToken ct
    ) => ConsoleProgress.RunAsync(Terminal.Error, Words.English, async progress =>
        {
            progress.Step("Copying the database");
            // `load` does this before it loads; the copies have it then.
            var rules = await RuleSetLoader.LoadAsync(database.Source, RuleSetFile.Embedded(), ct);
            if (rules.Problems.Count > 0)
            {
                throw new BenchException("SP-BENCH-204", "The rule sets cannot be loaded: " + string.Join("; ", rules.Problems));
            }

            await PsqlRun.CopyAsync(database.Source, database.ConnectionString, ct);
            progress.Step("Loading everything by the loader, then by psql");
            return await PsqlRun.RunAsync(database.ConnectionString, psql, options, postgres, ct);
        });

    private static async Task<int> ChangeAsync(
        NpgsqlDataSource database,
        SourceChange change,
        GenerateOptions graph,
        int round,
        CancellationToken ct
    )
    {
        if (change.Sql is null)
        {
            return 0;
        }

        var branches = change.Branches(graph);
        await using var command = database.CreateCommand(change.Sql);
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("branches", branches);
        command.Parameters.AddWithValue("round", $"{change.Name} {round}");
        if (change.Sql.Contains("@day", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("day", Last.AddDays(-7));
        }

        await command.ExecuteNonQueryAsync(ct);
        return branches;
    }

    private static async Task<GraphDatabase> OpenAsync(
        WarehouseOptions options,
        GenerateOptions graph,
        ConsoleProgress progress,
        CancellationToken ct
    )
    {
        // Of a server of one's own in the environment nobody said that it may be filled.
        Environment.SetEnvironmentVariable("ConnectionStrings__Graph", null);
        var database = await GraphDatabase.OpenAsync(options.Connection, options.DataFolder, progress, ct: ct);
        try
        {
            if (await database.Source.SocietiesAsync(ct) > 0)
            {
                throw new BenchException(
                    "SP-BENCH-205",
                    "The database is not empty, and a first load is to be measured. Choose another folder with --data, or an empty "
                        + "database."
                );
            }

            progress.Step($"Generating {options.Societies:N0} societies");
            var report = await GraphGenerator.RunAsync(database.Source, graph, ct: ct);
            if (report.Problem is { } problem)
            {
                throw new BenchException(problem.Code, $"{problem.Problem} {problem.Remedy}");
            }

            progress.Step("Tidying up the tables");
            await database.Source.ScalarAsync("VACUUM (ANALYZE)", ct);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }
}
