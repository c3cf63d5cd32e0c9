using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using SocietyParty.Bench.Cli;
using SocietyParty.Bench.Database;
using SocietyParty.Bench.Load;
using SocietyParty.Bench.Measure;
using SocietyParty.Bench.Peers;
using SocietyParty.Schema.Database;

namespace SocietyParty.Bench.Mutations;

/// <summary>
/// <c>mutations</c>: <c>recordActivity</c> under load, beside a minimal endpoint that checks and writes the same. Every request is one of
/// its own: another title, another key.
/// </summary>
internal static class MutationVerb
{
    public const string Prefix = "合成-测速-";
    private const int BranchesMax = 2_000;
    private const int WarmUpSeconds = 3;
    private const int RequestsPerSecondMax = 5_000;

    public const string Document = """
        mutation ($input: RecordActivityInput!) {
          recordActivity(input: $input) { activity { id title heldOn } problems: errors { code } warnings { code } }
        }
        """;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder of a private cluster that is only for this: what is recorded is taken away when the next run begins.",
            DefaultValueFactory = _ => DataFolder.Default() + "-bench-changes",
            HelpName = "DIR",
        };
        var societies = BenchCommand.Number("--societies", 2_000, "Size of the graph, generated and loaded once.");
        var connections = BenchCommand.Number("--connections", 16, "Connections, each with one request at a time.");
        var seconds = BenchCommand.Number("--seconds", 6, "Of one round of one peer.");
        var rounds = BenchCommand.Number("--rounds", 3, "Rounds; the medians count.");
        var command = new Command("mutations", "Measures a mutation beside a minimal endpoint that does the same.")
        {
            data,
            societies,
            connections,
            seconds,
            rounds,
        };
        command.SetAction(
            (parsed, ct) =>
                BenchCommand.TellAsync(
                    () =>
                        RunAsync(
                            parsed.GetValue(data)!,
                            parsed.GetValue(societies),
                            parsed.GetValue(connections),
                            parsed.GetValue(seconds),
                            parsed.GetValue(rounds),
                            ct
                        ),
                    ct
                )
        );
        return command;
    }

    private static async Task RunAsync(string data, int societies, int connections, int seconds, int rounds, CancellationToken ct)
    {
        await using var graph = await SmallGraph.OpenAsync(data, societies, ct);
        // Without triggers: they keep what the warehouse would have to load.
        await graph.Source.ScalarAsync(
            $"SET session_replication_role = replica; DELETE FROM graph.activity WHERE title LIKE '{Prefix}%'; "
                + "RESET session_replication_role",
            ct
        );
        await graph.Source.ScalarAsync("VACUUM (ANALYZE) graph.activity", ct);
        var branches = await BranchesAsync(graph.Source, ct);
        var postgres = await PostgresUsage.FindAsync(graph.Source, ct);
        await using var service = new ServicePeer(graph.ConnectionString);
        await using var floor = new ProgramPeer(MutationFloorVerb.Name, graph.ConnectionString);
        var peers = new (Peer Peer, string Path)[] { (service, "/graphql"), (floor, "/record-activity") };
        var measured = peers.ToDictionary(one => one.Peer.Name, _ => new List<Round>());
        foreach (var (peer, _) in peers)
        {
            await peer.StartAsync(ct);
        }

        for (var number = 0; number <= rounds; number++)
        {
            foreach (var (peer, path) in peers)
            {
                var round = await MeasureAsync(graph.Source, peer, path, branches, connections, seconds, postgres, ct);
                // The first one is for what both do once.
                if (number > 0)
                {
                    measured[peer.Name].Add(round);
                    Console.Error.WriteLine(
                        string.Create(CultureInfo.InvariantCulture, $"round {number} {peer.Name}: {round.Load.PerSecond:N0} a second")
                    );
                }
            }
        }

        Tell([.. peers.Select(one => Figures.Of("recordActivity", one.Peer.Name, measured[one.Peer.Name]))]);
    }

    private static async Task<Round> MeasureAsync(
        NpgsqlDataSource database,
        Peer peer,
        string path,
        IReadOnlyList<long> branches,
        int connections,
        int seconds,
        PostgresUsage? postgres,
        CancellationToken ct
    )
    {
        var file = Path.GetTempFileName();
        try
        {
            var run = Guid.NewGuid().ToString("N");
            RequestFile.Write(
                file,
                peer.Port,
                Enumerable
                    .Range(0, (seconds + WarmUpSeconds) * RequestsPerSecondMax)
                    .Select(number => (path, Body(peer, branches[number % branches.Count], run, number)))
            );
            var before = await ChangesAsync(database, ct);
            var round = await Round.MeasureAsync(peer, file, connections, WarmUpSeconds, seconds, postgres, ct);
            var done = await ChangesAsync(database, ct) - before;
            return done >= round.Load.Requests
                ? round
                : throw new BenchException("SP-BENCH-501", $"{peer.Name} answered {round.Load.Requests} requests and did {done} changes.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static byte[] Body(Peer peer, long branch, string run, int number)
    {
        var input = Input(branch, run, number);
        return Encoding.UTF8.GetBytes(
            (
                peer.Name == PeerNames.Service
                    ? new JsonObject
                    {
                        ["query"] = Document,
                        ["variables"] = new JsonObject { ["input"] = input },
                    }
                    : input
            ).ToJsonString(Plain)
        );
    }

    public static JsonObject Input(long branch, string run, int number) =>
        new()
        {
            ["branch"] = Sql.Planning.Values.GlobalId.Format("Branch", branch),
            ["kind"] = "THEME_PARTY_DAY",
            ["title"] = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{run}-{number}"),
            ["heldOn"] = "2026-06-01",
            ["expectedCount"] = 12,
            ["attendedCount"] = 9,
            ["idempotencyKey"] = string.Create(CultureInfo.InvariantCulture, $"{run}-{number}"),
        };

    private static async Task<long> ChangesAsync(NpgsqlDataSource database, CancellationToken ct) =>
        (long)(await database.ScalarAsync("SELECT count(*) FROM graph.change", ct))!;

    public static async Task<IReadOnlyList<long>> BranchesAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var read = database.CreateCommand(
            """
            SELECT branch_id FROM graph.branch_status_period
            WHERE status = 'ESTABLISHED' AND valid_during @> DATE '2026-06-01' ORDER BY hashint8(branch_id) LIMIT $1
            """
        );
        read.Parameters.AddWithValue(BranchesMax);
        await using var rows = await read.ExecuteReaderAsync(ct);
        var branches = new List<long>();
        while (await rows.ReadAsync(ct))
        {
            branches.Add(rows.GetInt64(0));
        }

        return branches;
    }

    private static void Tell(IReadOnlyList<Figures> figures)
    {
        Console.Out.WriteLine(
            "| | a second | p50 ms | p99 ms | CPU ms of the program | CPU ms of PostgreSQL | most resident, MiB |\n"
                + "|---|---|---|---|---|---|---|"
        );
        foreach (var one in figures)
        {
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {one.Peer} | {one.PerSecond:N0} | {one.P50Ms:N1} | {one.P99Ms:N1} | {one.ServiceCpuMs:N2} | "
                        + $"{one.PostgresCpuMs:N2} | {one.PeakMb:N0} |"
                )
            );
        }

        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"service ÷ floor: {figures[0].PerSecond / figures[1].PerSecond:N2}; by CPU: "
                    + $"{figures[1].CpuMs / figures[0].CpuMs:N2} (to reach: 0.7)"
            )
        );
    }
}
