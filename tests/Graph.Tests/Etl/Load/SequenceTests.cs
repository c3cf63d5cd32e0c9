using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>
/// However loads follow one another, the star is the one that a single load into an empty warehouse gives: over random
/// small histories of branches, categories, instructors, supporting units and the committee tree, of names, kinds and moves,
/// activities, members, ledgers, events and evidence, backdated and deleted.
/// </summary>
public sealed class SequenceTests
{
    /// <summary>The first six histories of each seed; with <c>HISTORIES</c>, as every night, as many as it says.</summary>
    private static readonly int HistoryCount = Environment.GetEnvironmentVariable("HISTORIES") is { Length: > 0 } count
        ? int.Parse(count, CultureInfo.InvariantCulture)
        : 6;

    [Fact]
    public async Task Loads_between_the_events_of_a_history_give_the_star_of_a_rebuild()
    {
        foreach (var (events, loads) in GraphHistory.Random().Sample(HistoryCount, new Rnd(20220615, 1), 8))
        {
            await using var stepwise = await GraphHistory.StartAsync();
            await using var rebuilt = await GraphHistory.StartAsync();
            var queue = new Queue<GraphHistory.Event>(events);
            foreach (var asOf in loads.Order().Append(GraphHistory.Last))
            {
                while (queue.TryPeek(out var next) && next.Day <= asOf)
                {
                    await stepwise.ExecuteAsync(queue.Dequeue().Sql);
                }

                await stepwise.LoadAsync(asOf);
            }

            foreach (var one in events)
            {
                await rebuilt.ExecuteAsync(one.Sql);
            }

            await RebuildAsync(rebuilt, stepwise);
            (await stepwise.StarAsync()).ShouldBe(
                await rebuilt.StarAsync(),
                $"{string.Join('\n', events)}\nloads {string.Join(", ", loads.Order())}"
            );
        }
    }

    [Fact]
    public async Task Loads_of_one_graph_in_any_order_give_the_star_of_a_rebuild()
    {
        foreach (var (events, loads) in GraphHistory.Random().Sample(HistoryCount, new Rnd(20220616, 1), 8))
        {
            await using var stepwise = await GraphHistory.StartAsync();
            await using var rebuilt = await GraphHistory.StartAsync();
            foreach (var one in events)
            {
                await stepwise.ExecuteAsync(one.Sql);
                await rebuilt.ExecuteAsync(one.Sql);
            }

            // Not sorted, every third one with months before it; the last one completes what the others left open.
            for (var i = 0; i < loads.Count; i++)
            {
                await stepwise.LoadAsync(loads[i], i % 3 == 0 ? loads[i].AddMonths(-2) : null);
            }

            await stepwise.LoadAsync(GraphHistory.Last);

            await RebuildAsync(rebuilt, stepwise);
            (await stepwise.StarAsync()).ShouldBe(await rebuilt.StarAsync());
        }
    }

    // No day passes between these loads, so each computes only what reads the tables that the event changed.
    [Fact]
    public async Task Loads_after_each_event_of_one_day_give_the_star_of_a_rebuild()
    {
        foreach (var (events, _) in GraphHistory.Random().Sample(HistoryCount, new Rnd(20220617, 1), 8))
        {
            await using var stepwise = await GraphHistory.StartAsync();
            await using var rebuilt = await GraphHistory.StartAsync();
            await stepwise.LoadAsync(GraphHistory.Last, new DateOnly(2021, 11, 1));
            foreach (var one in events)
            {
                await stepwise.ExecuteAsync(one.Sql);
                await rebuilt.ExecuteAsync(one.Sql);
                await stepwise.LoadAsync(GraphHistory.Last);
            }

            await RebuildAsync(rebuilt, stepwise);
            (await stepwise.StarAsync()).ShouldBe(await rebuilt.StarAsync(), string.Join('\n', events));
        }
    }

    /// <summary>One load of all months, less those that the other warehouse was never asked for.</summary>
    private static async Task RebuildAsync(LoadDatabase rebuilt, LoadDatabase other)
    {
        var months = (await StatusReader.ReadAsync(other.Source)).Months.Select(month => month.Month).ToHashSet();
        await rebuilt.LoadAsync(GraphHistory.Last, new DateOnly(2021, 11, 1));
        var others = (await StatusReader.ReadAsync(rebuilt.Source))
            .Months.Select(month => month.Month)
            .Where(month => !months.Contains(month))
            .ToList();
        if (others.Count > 0)
        {
            (await LoadPipeline.UnloadAsync(rebuilt.Source, others)).Problem.ShouldBeNull();
        }
    }
}
