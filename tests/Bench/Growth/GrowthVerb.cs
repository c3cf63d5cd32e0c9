using System.CommandLine;
using System.Globalization;
using SocietyParty.Bench.Cli;
using SocietyParty.Bench.Queries;
using SocietyParty.Schema.Database;

namespace SocietyParty.Bench.Growth;

/// <summary>
/// <c>growth</c>: what the same question, change, event and load cost in graphs of several sizes, asked in turn. CPU time is the measure:
/// where it stays, size is no limit; where it grows, the table says with what.
/// </summary>
internal static class GrowthVerb
{
    private const int NameWidth = 26;
    private const int Width = 14;

    // The middle one is the nation: others are compared with it.
    private static readonly int[] Sizes = [6_000, 60_000, 180_000];

    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder with a private cluster for each size; generated and loaded once, kept for the next run.",
            DefaultValueFactory = _ => DataFolder.Default() + "-bench-growth",
            HelpName = "DIR",
        };
        var sizes = new Option<int[]>("--sizes")
        {
            Description = "Societies of each graph; the middle one is what others are compared with.",
            DefaultValueFactory = _ => Sizes,
            AllowMultipleArgumentsPerToken = true,
        };
        var rounds = BenchCommand.Number("--rounds", 5, "Rounds in turn; the least of each counts.");
        var subscribers = BenchCommand.Number("--subscribers", 500, "Event streams that are open.");
        var command = new Command("growth", "Measures how costs grow with the size of the graph, as CPU time.")
        {
            data,
            sizes,
            rounds,
            subscribers,
        };
        command.SetAction(
            (parsed, ct) =>
                BenchCommand.TellAsync(
                    () =>
                        RunAsync(
                            parsed.GetValue(data)!,
                            [.. parsed.GetValue(sizes)!.Order()],
                            parsed.GetValue(rounds),
                            parsed.GetValue(subscribers),
                            ct
                        ),
                    ct
                )
        );
        return command;
    }

    private static async Task RunAsync(string data, int[] sizes, int rounds, int subscribers, CancellationToken ct)
    {
        var graphs = new List<GrowthGraph>();
        try
        {
            foreach (var size in sizes)
            {
                var folder = Path.Combine(data, size.ToString(CultureInfo.InvariantCulture));
                graphs.Add(await GrowthGraph.OpenAsync(folder, size, ct));
            }

            Console.WriteLine("CPU milliseconds with service and client, least of the rounds; behind it ÷ the middle size.");
            Console.WriteLine("societies".PadRight(NameWidth) + string.Concat(sizes.Select(size => Cell(size, "N0") + "".PadLeft(7))));
            foreach (var query in QueryCatalogue.All)
            {
                await TellAsync(query.Name, graph => graph.QuestionAsync(query, ct));
            }

            await TellAsync("a change", graph => graph.ChangeAsync(ct));
            foreach (var graph in graphs)
            {
                await graph.ListenAsync(subscribers, ct);
            }

            await TellAsync($"an event, {subscribers:N0} streams", graph => graph.EventAsync(ct));
            await TellAsync("load of nothing", graph => graph.LoadAsync(branches: 0, ct));
            await TellAsync("load of 100 branches", graph => graph.LoadAsync(branches: 100, ct));
            Console.WriteLine(
                "database, GB".PadRight(NameWidth) + string.Concat(graphs.Select(graph => Cell(graph.Gigabytes, "0.00") + "".PadLeft(7)))
            );
        }
        finally
        {
            foreach (var graph in graphs)
            {
                await graph.DisposeAsync();
            }
        }

        async Task TellAsync(string name, Func<GrowthGraph, Task<double>> measure)
        {
            var least = graphs.Select(_ => double.MaxValue).ToArray();
            // The first round plans, prepares and fills caches.
            for (var round = 0; round <= rounds; round++)
            {
                for (var i = 0; i < graphs.Count; i++)
                {
                    var cost = await measure(graphs[i]);
                    least[i] = round > 0 ? Math.Min(least[i], cost) : least[i];
                }
            }

            var middle = least[least.Length / 2];
            Console.WriteLine(
                name.PadRight(NameWidth) + string.Concat(least.Select(cost => Cell(cost, "0.000") + Cell(cost / middle, "0.00", 7)))
            );
        }
    }

    private static string Cell(double number, string format, int width = Width) =>
        number.ToString(format, CultureInfo.InvariantCulture).PadLeft(width);
}
