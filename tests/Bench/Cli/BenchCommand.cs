using System.CommandLine;
using Npgsql;
using SocietyParty.Bench.Access;
using SocietyParty.Bench.Events;
using SocietyParty.Bench.Exports;
using SocietyParty.Bench.Floor;
using SocietyParty.Bench.Growth;
using SocietyParty.Bench.Indicators;
using SocietyParty.Bench.Load;
using SocietyParty.Bench.Mutations;
using SocietyParty.Bench.Peers;
using SocietyParty.Bench.Queries;
using SocietyParty.Bench.Sheets;
using SocietyParty.Bench.Watch;
using SocietyParty.Etl.Output;
using SocietyParty.Schema.Database;

namespace SocietyParty.Bench.Cli;

/// <summary>The program: measures; its two hidden verbs are the processes that it starts of itself.</summary>
internal static class BenchCommand
{
    private const int Failed = 1;

    public static RootCommand Create()
    {
        var connection = new Option<string?>("--connection")
        {
            Description = "PostgreSQL connection string of a generated and loaded nation; it is only read. Left out: a private cluster.",
        };
        var small = new Option<string?>("--small-connection")
        {
            Description = "The same for a tenth of the nation, for --only keyed. Left out with --connection: that part is skipped.",
        };
        var data = new Option<string>("--data")
        {
            Description = "Folder of the private cluster; generated and loaded once, kept for the next run.",
            DefaultValueFactory = _ => DataFolder.Default() + "-bench",
            HelpName = "DIR",
        };
        var societies = Number(
            "--societies",
            BenchOptions.NationSocieties,
            "Size of the private cluster's graph; the targets hold for the nation's."
        );
        var peers = List("--peers", PeerNames.All, "Which to measure, separated by spaces.");
        var queries = List("--queries", [.. QueryCatalogue.All.Select(query => query.Name)], "Which to send.");
        var parts = List(
            "--only",
            BenchOptions.AllParts,
            "load: requests under load; cold: documents never seen before; keyed: the same queries at a tenth of the data."
        );
        var connections = Number("--connections", 16, "Connections, each with one request at a time.");
        var seconds = Number("--seconds", 10, "Of one round of one peer and query.");
        var rounds = Number("--rounds", 3, "Rounds; the medians count.");
        var warmUp = Number("--warm-up", 5, "Seconds before the first round of each peer and query.");
        var checks = Number("--checks", 20, "Requests per query that must have the same answer from all peers.");
        var seed = Number("--seed", 1, "The same seed sends the same requests.");
        var json = new Option<string?>("--json") { Description = "Writes all numbers into this file.", HelpName = "FILE" };

        var command = new RootCommand(
            "Measures our service beside a hand-written floor and PostGraphile, in turn, on the generated nation."
        )
        {
            connection,
            small,
            data,
            societies,
            peers,
            queries,
            parts,
            connections,
            seconds,
            rounds,
            warmUp,
            checks,
            seed,
            json,
            FloorVerb.Create(),
            LoadVerb.Create(),
            WatchVerb.Create(),
            GrowthVerb.Create(),
            IndicatorVerb.Create(),
            AccessVerb.Create(),
            ExportVerb.Create(),
            MutationVerb.Create(),
            MutationFloorVerb.Create(),
            EventVerb.Create(),
            EventFloor.Create(),
            SheetVerb.Create(),
            WarehouseCommand.Create(),
        };
        command.SetAction(
            (parsed, ct) =>
                TellAsync(
                    () =>
                        BenchRun.RunAsync(
                            new BenchOptions(
                                parsed.GetValue(connection),
                                parsed.GetValue(small),
                                parsed.GetValue(data)!,
                                parsed.GetValue(societies),
                                parsed.GetValue(peers)!,
                                parsed.GetValue(queries)!,
                                parsed.GetValue(parts)!,
                                parsed.GetValue(connections),
                                parsed.GetValue(seconds),
                                parsed.GetValue(rounds),
                                parsed.GetValue(warmUp),
                                parsed.GetValue(checks),
                                parsed.GetValue(seed),
                                parsed.GetValue(json)
                            ),
                            Terminal.Output,
                            ct
                        ),
                    ct
                )
        );
        return command;
    }

    /// <summary>Measures, and turns what a person can mend into a sentence and an exit code.</summary>
    public static async Task<int> TellAsync(Func<Task> measure, CancellationToken ct)
    {
        try
        {
            await measure();
            return 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return Tell("Cancelled.");
        }
        catch (BenchException failure)
        {
            return Tell(failure.Message);
        }
        catch (DatabaseSetupException failure)
        {
            return Tell(failure.Message);
        }
        catch (NpgsqlException failure)
        {
            return Tell($"SP-BENCH-101 The database failed: {failure.Message} Check --connection and the server's log.");
        }
    }

    private static int Tell(string message)
    {
        Console.Error.WriteLine(message);
        return Failed;
    }

    private static Option<string[]> List(string name, IReadOnlyList<string> all, string description)
    {
        var option = new Option<string[]>(name)
        {
            Description = $"{description} Of: {string.Join(' ', all)}.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [.. all],
        };
        option.AcceptOnlyFromAmong([.. all]);
        return option;
    }

    /// <summary>An option that is a number from 1.</summary>
    public static Option<int> Number(string name, int value, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) < 1)
            {
                result.AddError($"SP-BENCH-102 {name} is a number from 1.");
            }
        });
        return option;
    }
}
