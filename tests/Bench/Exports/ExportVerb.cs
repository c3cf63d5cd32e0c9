using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SocietyParty.Bench.Database;
using SocietyParty.Bench.Measure;
using SocietyParty.Bench.Peers;
using SocietyParty.Schema.Database;

namespace SocietyParty.Bench.Exports;

/// <summary>
/// <c>exports</c>: how much memory the service takes to export lists of two sizes, in each format. A list that is streamed takes as
/// much for a million rows as for a tenth of them.
/// </summary>
internal static class ExportVerb
{
    private const string Added = "合成-导出-";

    private const int WarmUps = 3;
    private const int Rounds = 5;

    private const string Tenth = "&where={\"level\":{\"eq\":\"COUNTY\"}}";

    // Without triggers: they keep what the warehouse would have to load.
    private const string Add = $"""
        SET session_replication_role = replica;
        INSERT INTO graph.society (name, committee_id, place, level)
        SELECT '{Added}' || n, c.id, c.place, CASE n % 10 WHEN 0 THEN 'COUNTY' ELSE 'MUNICIPAL' END
        FROM generate_series($1, $2) AS n CROSS JOIN (SELECT id, place FROM graph.committee ORDER BY id LIMIT 1) AS c;
        """;

    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder of a private cluster that is only for this: societies are added to its graph, and stay.",
            DefaultValueFactory = _ => DataFolder.Default() + "-bench-exports",
            HelpName = "DIR",
        };
        var rows = Cli.BenchCommand.Number("--rows", 1_000_000, "Societies of the larger list.");
        var command = new Command("exports", "Measures the memory of exports.") { data, rows };
        command.SetAction(
            (parsed, ct) => Cli.BenchCommand.TellAsync(() => RunAsync(parsed.GetValue(data)!, parsed.GetValue(rows), ct), ct)
        );
        return command;
    }

    private static async Task RunAsync(string data, int rows, CancellationToken ct)
    {
        await using var graph = await GraphDatabase.OpenAsync(null, data, ct: ct);
        await using var service = new ServicePeer(graph.ConnectionString);
        await service.StartAsync(ct);
        // Only now: a service that finds societies and no warehouse loads it first.
        await FillAsync(graph, rows, ct);
        using var http = new HttpClient
        {
            BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{service.Port}")),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var postgres = await PostgresUsage.FindAsync(graph.Source, ct);
        Console.Out.WriteLine(
            "| format | rows | MB | seconds | CPU s of the program | CPU s of PostgreSQL | ÷ COPY | by CPU | most resident memory, MiB |\n"
                + "|---|---|---|---|---|---|---|---|---|"
        );
        foreach (var format in (string[])["csv", "xlsx", "jsonl"])
        {
            // The first ones are for what both do once, and for the compiler, which makes code that runs often better while it runs.
            for (var number = 0; number < WarmUps; number++)
            {
                await CopyAsync(graph.Source, "", ct);
                await ReadAsync(http, format, "", ct);
            }

            foreach (var (count, where) in ((int, string)[])[(rows / 10, Tenth), (rows, "")])
            {
                var floors = new List<Took>();
                var files = new List<Took>();
                ProcessUsage.ForgetPeak(service.ProcessId);
                for (var round = 0; round < Rounds; round++)
                {
                    // In turn: what the machine does beside them meets both.
                    floors.Add(
                        await MeasureAsync(Environment.ProcessId, postgres, () =>
                            CopyAsync(graph.Source, where.Length == 0 ? "" : "WHERE s.level = 'COUNTY'", ct)
                        )
                    );
                    files.Add(await MeasureAsync(service.ProcessId, postgres, () => ReadAsync(http, format, where, ct)));
                }

                var floor = Took.Middle(floors);
                Tell("COPY", count, floor, null, null);
                Tell(format, count, Took.Middle(files), floor, ProcessUsage.PeakMb(service.ProcessId));
            }
        }
    }

    private static async Task<Took> MeasureAsync(int process, PostgresUsage? postgres, Func<Task<long>> read)
    {
        var before = (Program: ProcessUsage.CpuMs(process), Postgres: postgres?.CpuMs());
        var watch = Stopwatch.StartNew();
        var bytes = await read();
        return new Took(
            bytes,
            watch.Elapsed.TotalSeconds,
            (ProcessUsage.CpuMs(process) - before.Program) / 1000.0,
            (postgres?.CpuMs() - before.Postgres) / 1000.0
        );
    }

    private static void Tell(string format, int count, Took took, Took? floor, double? peak) =>
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {format} | {count:N0} | {took.Bytes / 1e6:N1} | {took.Seconds:N2} | {took.ProgramCpu:N2} | {took.PostgresCpu:N2} | "
                    + $"{floor?.Seconds / took.Seconds:N2} | {floor?.Cpu / took.Cpu:N2} | {peak:N0} |"
            )
        );

    // The floor: the same columns as CSV, as PostgreSQL writes them by itself.
    private static async Task<long> CopyAsync(NpgsqlDataSource database, string where, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var copy = await connection.BeginTextExportAsync(
            $"""
            COPY (SELECT s.name, s.kind, s.level, s.credit_code, c.name, u.name
                  FROM graph.society AS s JOIN graph.committee AS c ON c.id = s.committee_id
                  LEFT JOIN graph.society_supporting_unit AS l ON l.society_id = s.id AND l.is_lead AND l.valid_during @> graph.today()
                  LEFT JOIN graph.supporting_unit AS u ON u.id = l.supporting_unit_id {where}
                  ORDER BY s.id) TO STDOUT (FORMAT csv)
            """,
            ct
        );
        // As bytes: nobody has to decode them.
        var text = ((StreamReader)(TextReader)copy).BaseStream;
        var buffer = new byte[64 * 1024];
        long bytes = 0;
        while (await text.ReadAsync(buffer, ct) is var count and > 0)
        {
            bytes += count;
        }

        return bytes;
    }

    private static async Task FillAsync(GraphDatabase graph, int rows, CancellationToken ct)
    {
        await using var connection = await graph.Source.OpenConnectionAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = $"SELECT count(*) FROM graph.society WHERE name LIKE '{Added}%'";
        var there = (long)(await command.ExecuteScalarAsync(ct))!;
        if (there >= rows)
        {
            return;
        }

        command.CommandText =
            "INSERT INTO graph.region (code, name) VALUES ('330100', '合成市') ON CONFLICT DO NOTHING; "
            + "INSERT INTO graph.committee (name, region_code) SELECT '合成-导出-科技社团党委', '330100' "
            + "WHERE NOT EXISTS (SELECT FROM graph.committee)";
        await command.ExecuteNonQueryAsync(ct);
        command.CommandText = Add.Replace("$1", (there + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("$2", rows.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        await command.ExecuteNonQueryAsync(ct);
        // Else the first reader marks each row as seen, and autovacuum works beside what is measured.
        await graph.Source.ScalarAsync("VACUUM (ANALYZE) graph.society", ct);
    }

    /// <summary>Reads and forgets; gives the bytes.</summary>
    private static async Task<long> ReadAsync(HttpClient http, string format, string where, CancellationToken ct)
    {
        using var response = await http.GetAsync(
            $"/export/societies?format={format}&columns=name,kind,level,creditCode,committee.name,supportingUnit.name{where}",
            HttpCompletionOption.ResponseHeadersRead,
            ct
        );
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var buffer = new byte[64 * 1024];
        long bytes = 0;
        while (await body.ReadAsync(buffer, ct) is var count and > 0)
        {
            bytes += count;
        }

        return bytes;
    }

    private sealed record Took(long Bytes, double Seconds, double ProgramCpu, double? PostgresCpu)
    {
        public double? Cpu => ProgramCpu + PostgresCpu;

        /// <summary>Of each number the middle one.</summary>
        public static Took Middle(List<Took> rounds) =>
            new(
                rounds[0].Bytes,
                Middle(rounds.Select(one => one.Seconds)),
                Middle(rounds.Select(one => one.ProgramCpu)),
                rounds[0].PostgresCpu is null ? null : Middle(rounds.Select(one => one.PostgresCpu!.Value))
            );

        private static double Middle(IEnumerable<double> numbers) => numbers.Order().ElementAt(Rounds / 2);
    }
}
