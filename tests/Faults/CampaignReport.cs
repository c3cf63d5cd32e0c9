using System.Globalization;
using Spectre.Console;

namespace SocietyParty.Faults;

/// <summary>The table.</summary>
internal static class CampaignReport
{
    public static void Write(IReadOnlyList<FaultResult> results, IAnsiConsole console)
    {
        var table = new Table();
        table.AddColumns("fault", "times", "acknowledged", "lost", "doubled", "wrong", "seconds to recover", "answered meanwhile");
        foreach (var result in results)
        {
            table.AddRow(
                Markup.Escape(result.What),
                Number(result.Times),
                Number(result.Acknowledged),
                Number(result.Lost),
                Number(result.Doubled),
                Number(result.Wrong.Count),
                result.SecondsMax.ToString("0.0", CultureInfo.InvariantCulture),
                Markup.Escape(
                    result.NotRun is { } why
                        ? $"not run: {why}"
                        : string.Join(", ", result.Refusals.Select(refusal => $"{refusal.Value} × {refusal.Key}"))
                )
            );
        }

        console.Write(table);
        WriteLatencies(results, console);
        foreach (var wrong in results.SelectMany(result => result.Wrong.Take(5)))
        {
            console.WriteLine(wrong);
        }
    }

    /// <summary>What clients waited, tries again included, before the strike and between it and the recovery.</summary>
    private static void WriteLatencies(IReadOnlyList<FaultResult> results, IAnsiConsole console)
    {
        var table = new Table().Title("milliseconds waited: p50 / p99 / longest (of how many)");
        table.AddColumns("fault", "changes before", "changes meanwhile", "reads before", "reads meanwhile");
        foreach (var result in results)
        {
            if (result.Latencies is { } waited)
            {
                table.AddRow(
                    Markup.Escape(result.Name),
                    Waited(waited.ChangesBefore),
                    Waited(waited.ChangesMeanwhile),
                    Waited(waited.ReadsBefore),
                    Waited(waited.ReadsMeanwhile)
                );
            }
        }

        console.Write(table);
    }

    private static string Waited(Latency latency) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{latency.P50Ms:N0} / {latency.P99Ms:N0} / {latency.LongestMs:N0} ({latency.Count:N0})"
        );

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
