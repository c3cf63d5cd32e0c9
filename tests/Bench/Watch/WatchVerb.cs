using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SocietyParty.Bench.Database;
using SocietyParty.Etl.Run.Watch;
using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;

namespace SocietyParty.Bench.Watch;

/// <summary>
/// <c>watch</c>: how long after its commit a change is in <c>mart.coverage</c> while <c>load --watch</c> runs. Each commit gives a society
/// that nobody works with an instructor; a reader asks for that society until it is covered. At the end the instructors are taken back.
/// </summary>
internal static class WatchVerb
{
    private const string Reference = "bench-watch";

    private const string ReadUncovered = """
        SELECT c.society_id FROM mart.coverage AS c
        WHERE c.work_coverage_numerator = 0
          AND NOT EXISTS (SELECT FROM graph.instructor_assignment AS i WHERE i.society_id = c.society_id AND i.instructor_ref = 'bench-watch')
        ORDER BY hashint8(c.society_id) LIMIT $1
        """;

    public static Command Create()
    {
        var connection = new Option<string?>("--connection")
        {
            Description =
                "A loaded database; it is written to, and what is written is taken back. Left out: the private cluster in --data.",
        };
        var data = new Option<string>("--data")
        {
            Description = "Folder of a private cluster that an earlier measurement filled.",
            DefaultValueFactory = _ => DataFolder.Default() + "-bench",
            HelpName = "DIR",
        };
        var commits = new Option<int>("--commits") { Description = "How many changes.", DefaultValueFactory = _ => 100 };
        var command = new Command("watch", "Measures from commit to visible under load --watch.") { connection, data, commits };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var graph = await GraphDatabase.OpenAsync(parsed.GetValue(connection), parsed.GetValue(data), ct: ct);
                if (!await graph.Source.IsLoadedAsync(ct))
                {
                    Console.Error.WriteLine(
                        "SP-BENCH-202 The database has no loaded warehouse. Fill it with `etl generate` and `etl load`."
                    );
                    return 1;
                }

                await MeasureAsync(graph.Source, parsed.GetValue(commits), ct);
                return 0;
            }
        );
        return command;
    }

    private static async Task MeasureAsync(NpgsqlDataSource database, int commits, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var loads = new Loads();
        var watching = new LoadWatcher(database, loads).RunAsync(null, stop.Token);
        try
        {
            await await Task.WhenAny(loads.First, watching);
            var times = new List<double>();
            foreach (var society in await UncoveredAsync(database, commits, ct))
            {
                times.Add(await UntilVisibleAsync(database, society, watching, ct));
            }

            Tell(times, loads);
        }
        finally
        {
            await using (var undo = database.CreateCommand("DELETE FROM graph.instructor_assignment WHERE instructor_ref = $1"))
            {
                undo.Parameters.AddWithValue(Reference);
                await undo.ExecuteNonQueryAsync(CancellationToken.None);
            }

            await stop.CancelAsync();
            await watching;
        }
    }

    private static async Task<List<long>> UncoveredAsync(NpgsqlDataSource database, int commits, CancellationToken ct)
    {
        await using var read = database.CreateCommand(ReadUncovered);
        read.Parameters.AddWithValue(commits);
        await using var rows = await read.ExecuteReaderAsync(ct);
        var societies = new List<long>();
        while (await rows.ReadAsync(ct))
        {
            societies.Add(rows.GetInt64(0));
        }

        return societies.Count > 0 ? societies : throw new BenchException("SP-BENCH-205", "Every society is covered by work already.");
    }

    private static async Task<double> UntilVisibleAsync(NpgsqlDataSource database, long society, Task watching, CancellationToken ct)
    {
        await using (
            var insert = database.CreateCommand(
                "INSERT INTO graph.instructor_assignment (society_id, instructor_ref, valid_during) "
                    + "VALUES ($1, $2, daterange(current_date - 1, NULL))"
            )
        )
        {
            insert.Parameters.AddWithValue(society);
            insert.Parameters.AddWithValue(Reference);
            await insert.ExecuteNonQueryAsync(ct);
        }

        var committed = Stopwatch.GetTimestamp();
        await using var read = database.CreateCommand("SELECT work_coverage_numerator = 1 FROM mart.coverage WHERE society_id = $1");
        read.Parameters.AddWithValue(society);
        while (await read.ExecuteScalarAsync(ct) is not true)
        {
            if (watching.IsCompleted)
            {
                throw new BenchException("SP-BENCH-206", "The watch ended; `etl status` says why.");
            }

            await Task.Delay(5, ct);
        }

        return Stopwatch.GetElapsedTime(committed).TotalMilliseconds;
    }

    private static void Tell(List<double> times, Loads loads)
    {
        times.Sort();
        string At(double share) => times[Math.Min((int)(times.Count * share), times.Count - 1)].ToString("0", CultureInfo.InvariantCulture);
        Console.WriteLine(
            $"{times.Count} commits, {loads.Count} loads: visible after p50 {At(0.5)} ms, "
                + $" p95 {At(0.95)} ms, at most {At(1)} ms (p95 to reach: 3000 ms)."
        );
    }

    /// <summary>Counts loads, and knows when the first one is done.</summary>
    private sealed class Loads : IWatchObserver
    {
        private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task First => first.Task;

        public int Count { get; private set; }

        public void Loaded(WatchLoad load)
        {
            Count += load.Cause == WatchCause.Change ? 1 : 0;
            first.TrySetResult();
        }

        public void Note(Sentence text) => Console.Error.WriteLine(text);
    }
}
