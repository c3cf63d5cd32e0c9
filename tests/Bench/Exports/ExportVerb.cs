using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
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

    private const string Tenth = "&where={\"level\":{\"eq\":\"COUNTY\"}}";

    // Without triggers: they keep what the warehouse would have to load.
    private const string Add = $"""
        SET session_replication_role = replica;
        INSERT INTO graph.society (name, committee_id, level)
        SELECT '{Added}' || n, (SELECT min(id) FROM graph.committee), CASE n % 10 WHEN 0 THEN 'COUNTY' ELSE 'MUNICIPAL' END
        FROM generate_series(1, $1) AS n;
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
        Console.Out.WriteLine("| format | rows | MB | seconds | most resident memory, MiB |\n|---|---|---|---|---|");
        foreach (var format in (string[])["csv", "xlsx", "jsonl"])
        {
            // The first one is for what the service does once.
            await ReadAsync(http, format, Tenth, ct);
            foreach (var (count, where) in ((int, string)[])[(rows / 10, Tenth), (rows, "")])
            {
                ProcessUsage.ForgetPeak(service.ProcessId);
                var watch = Stopwatch.StartNew();
                var bytes = await ReadAsync(http, format, where, ct);
                Console.Out.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {format} | {count:N0} | {bytes / 1e6:N1} | {watch.Elapsed.TotalSeconds:N1} | "
                            + $"{ProcessUsage.PeakMb(service.ProcessId):N0} |"
                    )
                );
            }
        }
    }

    private static async Task FillAsync(GraphDatabase graph, int rows, CancellationToken ct)
    {
        await using var connection = await graph.Source.OpenConnectionAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = $"SELECT count(*) FROM graph.society WHERE name LIKE '{Added}%'";
        var missing = rows - (long)(await command.ExecuteScalarAsync(ct))!;
        if (missing <= 0)
        {
            return;
        }

        command.CommandText =
            "INSERT INTO graph.region (code, name) VALUES ('330100', '合成市') ON CONFLICT DO NOTHING; "
            + "INSERT INTO graph.committee (name, region_code) SELECT '合成-导出-科技社团党委', '330100' "
            + "WHERE NOT EXISTS (SELECT FROM graph.committee)";
        await command.ExecuteNonQueryAsync(ct);
        command.CommandText = Add.Replace("$1", missing.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        await command.ExecuteNonQueryAsync(ct);
        await graph.Source.ScalarAsync("ANALYZE graph.society", ct);
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
}
