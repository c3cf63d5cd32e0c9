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
        foreach (var wrong in results.SelectMany(result => result.Wrong.Take(5)))
        {
            console.WriteLine(wrong);
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
