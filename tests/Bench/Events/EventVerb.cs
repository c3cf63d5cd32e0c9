using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using SocietyParty.Bench.Cli;
using SocietyParty.Bench.Database;
using SocietyParty.Bench.Measure;
using SocietyParty.Bench.Mutations;
using SocietyParty.Bench.Peers;
using SocietyParty.Schema.Database;

namespace SocietyParty.Bench.Events;

/// <summary>
/// <c>events</c>: how long it takes from before an activity's commit until the last of many subscribers has the event, beside the least
/// program that does it. Subscribers are sockets of this process, which shares the machine.
/// </summary>
internal static class EventVerb
{
    public const string Prefix = "合成-事件-";

    public const string Insert = """
        INSERT INTO graph.activity (branch_id, kind, title, held_on, is_collective)
        SELECT min(id), 'OTHER', $1, DATE '2026-06-01', true FROM graph.branch
        """;

    public const string Document = "subscription { activityChanged { kind activity { id title } } }";

    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder of a private cluster that is only for measurements: what is recorded is taken away again.",
            DefaultValueFactory = _ => DataFolder.Default() + "-bench-changes",
            HelpName = "DIR",
        };
        var societies = BenchCommand.Number("--societies", 2_000, "Size of the graph, generated and loaded once.");
        var subscribers = BenchCommand.Number("--subscribers", 5_000, "Event streams that are open.");
        var rounds = BenchCommand.Number("--rounds", 10, "Events; the medians count.");
        var command = new Command("events", "Measures an event from its commit to the last of many subscribers.")
        {
            data,
            societies,
            subscribers,
            rounds,
        };
        command.SetAction(
            (parsed, ct) =>
                BenchCommand.TellAsync(
                    () =>
                        RunAsync(
                            parsed.GetValue(data)!,
                            parsed.GetValue(societies),
                            parsed.GetValue(subscribers),
                            parsed.GetValue(rounds),
                            ct
                        ),
                    ct
                )
        );
        return command;
    }

    private static async Task RunAsync(string data, int societies, int subscribers, int rounds, CancellationToken ct)
    {
        await using var graph = await SmallGraph.OpenAsync(data, societies, ct);
        var postgres = await PostgresUsage.FindAsync(graph.Source, ct);
        await using var service = new ServicePeer(
            graph.ConnectionString,
            ("Limits__ConnectionsMax", (subscribers + 1).ToString(CultureInfo.InvariantCulture))
        );
        await using var floor = new ProgramPeer(EventFloor.Name, graph.ConnectionString);
        var body = Encoding.UTF8.GetBytes(new JsonObject { ["query"] = Document }.ToJsonString());
        var peers = new (Peer Peer, string Path)[] { (service, "/graphql"), (floor, "/events") };
        Console.Out.WriteLine(
            "| | last ms | middle ms | slowest round ms | CPU ms of the program | CPU ms of PostgreSQL | most resident, MiB |\n"
                + "|---|---|---|---|---|---|---|"
        );
        var last = new List<(double Wall, double Cpu)>();
        foreach (var (peer, path) in peers)
        {
            await peer.StartAsync(ct);
            using var streams = new SubscriberList();
            await streams.OpenAsync(subscribers, peer.Port, path, body, ct);
            var events = new List<Told>();
            // The first two are for what is done once.
            for (var number = -2; number < rounds; number++)
            {
                var told = await TellAsync(graph.Source, peer, postgres, streams, ct);
                if (number >= 0)
                {
                    events.Add(told);
                }
            }

            var wall = Figures.Median(events.Select(one => one.LastMs));
            var cpu = Figures.Median(events.Select(one => one.ProgramMs));
            var middle = Figures.Median(events.Select(one => one.MiddleMs));
            var ofPostgres = Figures.Median(events.Select(one => one.PostgresMs));
            var slowest = events.Max(one => one.LastMs);
            var peak = ProcessUsage.PeakMb(peer.ProcessId);
            last.Add((wall, cpu));
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {peer.Name} | {wall:N0} | {middle:N0} | {slowest:N0} | " + $"{cpu:N0} | {ofPostgres:N0} | {peak:N0} |"
                )
            );
            await peer.DisposeAsync();
        }

        await graph.Source.ScalarAsync(
            $"SET session_replication_role = replica; DELETE FROM graph.activity WHERE title LIKE '{Prefix}%'; "
                + "RESET session_replication_role",
            ct
        );
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{subscribers:N0} subscribers, floor ÷ service: {last[1].Wall / last[0].Wall:N2}; by CPU: {last[1].Cpu / last[0].Cpu:N2} "
                    + $"(to reach: the last one in less than 1,000 ms)"
            )
        );
    }

    private static async Task<Told> TellAsync(
        NpgsqlDataSource database,
        Peer peer,
        PostgresUsage? postgres,
        SubscriberList streams,
        CancellationToken ct
    )
    {
        var title = Prefix + Guid.NewGuid().ToString("N");
        // Heartbeats and the collector come between rounds, too.
        await Task.Delay(300, ct);
        streams.Expect(title);
        var before = Clocks(peer, postgres);
        var since = Stopwatch.GetTimestamp();
        await using (var insert = database.CreateCommand(Insert))
        {
            insert.Parameters.AddWithValue(title);
            await insert.ExecuteNonQueryAsync(ct);
        }

        var times = await streams.SeenAsync(since, ct);
        // What is done once an event is sent belongs to it.
        await Task.Delay(100, ct);
        var after = Clocks(peer, postgres);
        return new Told(times[^1], times[times.Length / 2], after.Program - before.Program, after.Postgres - before.Postgres);
    }

    private static (long Program, long Postgres) Clocks(Peer peer, PostgresUsage? postgres) =>
        (ProcessUsage.IsKnown ? ProcessUsage.CpuMs(peer.ProcessId) : 0, postgres?.CpuMs() ?? 0);

    private sealed record Told(double LastMs, double MiddleMs, double ProgramMs, double PostgresMs);
}
