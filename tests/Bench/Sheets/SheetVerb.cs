using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SocietyParty.Bench.Cli;
using SocietyParty.Bench.Database;
using SocietyParty.Bench.Measure;
using SocietyParty.Bench.Warehouse;
using SocietyParty.Schema.Database;

namespace SocietyParty.Bench.Sheets;

/// <summary>
/// <c>sheets</c>: a sheet of societies, imported by <c>etl import</c> as a process of its own, beside the same file copied and inserted
/// as it is. The societies are taken away before each round.
/// </summary>
internal static class SheetVerb
{
    private const string Committee = "合成-导入-科技社团党委";

    // With the triggers of every insert, and without any question.
    private const string Stage = """
        CREATE TEMP TABLE sheet (name text, kind text, level text, discipline text, credit_code text, state text, founded_on date) ON COMMIT DROP
        """;

    private const string Insert = """
        INSERT INTO graph.society (name, committee_id, kind, level, discipline_code, credit_code, operating_state, founded_on)
        SELECT s.name, (SELECT min(id) FROM graph.committee WHERE name = '合成-导入-科技社团党委'), 'LEARNED_SOCIETY',
               CASE s.level WHEN '县级' THEN 'COUNTY' ELSE 'MUNICIPAL' END, d.code, s.credit_code, 'OPERATING', s.founded_on
        FROM sheet AS s LEFT JOIN graph.discipline AS d ON d.name = s.discipline
        """;

    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder of a private cluster that is only for this: its societies are removed.",
            DefaultValueFactory = _ => DataFolder.Default() + "-bench-sheets",
            HelpName = "DIR",
        };
        var rows = BenchCommand.Number("--rows", 100_000, "Societies of the sheet.");
        var rounds = BenchCommand.Number("--rounds", 3, "Rounds; the medians count.");
        var command = new Command("sheets", "Measures the import of a sheet of societies.") { data, rows, rounds };
        command.SetAction(
            (parsed, ct) =>
                BenchCommand.TellAsync(() => RunAsync(parsed.GetValue(data)!, parsed.GetValue(rows), parsed.GetValue(rounds), ct), ct)
        );
        return command;
    }

    private static async Task RunAsync(string data, int rows, int rounds, CancellationToken ct)
    {
        Environment.SetEnvironmentVariable("ConnectionStrings__Graph", null);
        await using var graph = await GraphDatabase.OpenAsync(null, data, ct: ct);
        var postgres = await PostgresUsage.FindAsync(graph.Source, ct);
        await graph.Source.ScalarAsync(
            "INSERT INTO graph.region (code, name) VALUES ('330100', '合成市') ON CONFLICT DO NOTHING; "
                + $"INSERT INTO graph.committee (name, region_code) SELECT '{Committee}', '330100' "
                + $"WHERE NOT EXISTS (SELECT FROM graph.committee WHERE name = '{Committee}')",
            ct
        );
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        try
        {
            SocietyFile.Write(file, rows);
            var imports = new List<Took>();
            var floors = new List<Took>();
            for (var round = 1; round <= rounds; round++)
            {
                await EmptyAsync(graph.Source, ct);
                imports.Add(await ImportAsync(graph, postgres, file, rows, ct));
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round} import: {imports[^1].Seconds:N1} s"));
                await EmptyAsync(graph.Source, ct);
                floors.Add(await CopyAsync(graph.Source, postgres, file, rows, ct));
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round} floor: {floors[^1].Seconds:N1} s"));
            }

            Tell(rows, imports, floors);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task EmptyAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await database.ScalarAsync("TRUNCATE graph.society, graph.touched CASCADE", ct);
        await database.ScalarAsync("CHECKPOINT", ct);
    }

    private static async Task<Took> ImportAsync(GraphDatabase graph, PostgresUsage? postgres, string file, int rows, CancellationToken ct)
    {
        var before = postgres?.CpuMs();
        var run = await EtlProcess.RunAsync(graph.ConnectionString, ["import", "societies", file, "--committee", Committee], ct);
        var used = (postgres?.CpuMs() - before) / 1000.0;
        var there = (long)(await graph.Source.ScalarAsync("SELECT count(*) FROM graph.society", ct))!;
        return run.ExitCode == 0 && there == rows
            ? new Took(run.Seconds, run.CpuSeconds, used, run.PeakMb)
            : throw new BenchException("SP-BENCH-521", $"The import failed, {there} societies are there: {run.Errors}{run.Output}");
    }

    private static async Task<Took> CopyAsync(
        NpgsqlDataSource database,
        PostgresUsage? postgres,
        string file,
        int rows,
        CancellationToken ct
    )
    {
        var before = postgres?.CpuMs();
        var watch = Stopwatch.StartNew();
        await using (var connection = await database.OpenConnectionAsync(ct))
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await using var stage = new NpgsqlCommand(Stage, connection);
            await stage.ExecuteNonQueryAsync(ct);
            await using (var copy = await connection.BeginTextImportAsync("COPY sheet FROM STDIN (FORMAT csv, HEADER true)", ct))
            {
                await copy.WriteAsync((await File.ReadAllTextAsync(file, ct)).AsMemory(), ct);
            }

            await using var insert = new NpgsqlCommand(Insert, connection) { CommandTimeout = 0 };
            var inserted = await insert.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
            if (inserted != rows)
            {
                throw new BenchException("SP-BENCH-522", $"{inserted} rows were copied.");
            }
        }

        return new Took(watch.Elapsed.TotalSeconds, null, (postgres?.CpuMs() - before) / 1000.0, null);
    }

    private static void Tell(int rows, List<Took> imports, List<Took> floors)
    {
        Console.Out.WriteLine("| | seconds | CPU s of the program | CPU s of PostgreSQL | most resident, MiB |\n|---|---|---|---|---|");
        foreach (var (name, all) in new[] { ("etl import societies", imports), ("COPY and INSERT", floors) })
        {
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {Figures.Median(all.Select(one => one.Seconds)):N1} | {Middle(all, one => one.ProgramCpu):N1} | "
                        + $"{Middle(all, one => one.PostgresCpu):N1} | {all.Max(one => one.PeakMb):N0} |"
                )
            );
        }

        Console.Out.WriteLine($"{rows} societies; to reach: 6 s and 300 MiB");
    }

    private static double? Middle(List<Took> all, Func<Took, double?> of) =>
        all.TrueForAll(one => of(one) is not null) ? Figures.Median(all.Select(one => of(one)!.Value)) : null;

    private sealed record Took(double Seconds, double? ProgramCpu, double? PostgresCpu, double? PeakMb);
}
