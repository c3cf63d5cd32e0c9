using System.Globalization;
using SocietyParty.Etl.Generate;
using Spectre.Console;

namespace SocietyParty.Etl.Output;

/// <summary>The report of a generation: rows and seconds of each table, and one sentence about the outcome.</summary>
internal static class GenerateReportWriter
{
    public static void Write(GenerateReport report, bool isDryRun, Words words, IAnsiConsole console, TextWriter output, TextWriter error)
    {
        if (report.Problem is { } problem)
        {
            error.WriteLine(words.Of(problem));
            return;
        }

        var table = new Table().AddColumn(words.Say("Cli.Table")).AddColumn(new TableColumn(words.Say("Cli.Rows")).RightAligned());
        if (!isDryRun)
        {
            table.AddColumn(new TableColumn(words.Say("Cli.Seconds")).RightAligned());
        }

        foreach (var one in report.Tables)
        {
            string[] row = [Markup.Escape(one.Table), one.Rows.ToString("N0", CultureInfo.InvariantCulture), Seconds(one.Milliseconds)];
            table.AddRow(isDryRun ? row[..2] : row);
        }

        console.Write(table);
        var rows = report.Rows.ToString("N0", CultureInfo.InvariantCulture);
        output.WriteLine(
            isDryRun
                ? words.Say("Cli.GenerateDryRun", ("rows", rows))
                : words.Say("Cli.Generated", ("rows", rows), ("seconds", Seconds(report.Milliseconds)))
        );
    }

    private static string Seconds(long milliseconds) => (milliseconds / 1000m).ToString("0.0", CultureInfo.InvariantCulture);
}
