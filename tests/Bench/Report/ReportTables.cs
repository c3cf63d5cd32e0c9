using System.Globalization;
using SocietyParty.Bench.Measure;
using Spectre.Console;

namespace SocietyParty.Bench.Report;

/// <summary>The report for people.</summary>
internal static class ReportTables
{
    public static void Write(BenchReport report, IAnsiConsole console)
    {
        console.MarkupInterpolated(
            CultureInfo.InvariantCulture,
            $"PostgreSQL {report.PostgreSQL}, {report.Societies:N0} societies, {report.Cores} cores, {report.Connections} connections, "
        );
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"medians of {report.Rounds} rounds of {report.Seconds} s");
        foreach (var (name, description) in report.Peers)
        {
            console.MarkupLineInterpolated($"{name}: {description}");
        }

        if (report.Load.Count > 0)
        {
            WriteFigures(report.Load, "Load", console);
        }

        if (report.Keyed.Count > 0)
        {
            WriteFigures(report.Keyed, "Keyed queries", console);
        }

        if (report.Cold is { } cold)
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"Cold documents, {cold.Documents:N0}: p50 {cold.P50Ms:0.000} ms, p99 {cold.P99Ms:0.000} ms"
            );
        }

        if (report.Ratios.Count > 0)
        {
            WriteRatios(report.Ratios, console);
        }
    }

    private static void WriteFigures(IReadOnlyList<Figures> figures, string title, IAnsiConsole console)
    {
        var table = new Table().Title(title).AddColumns("query", "peer");
        foreach (var column in new[] { "requests/s", "p50 ms", "p99 ms", "service CPU ms", "PostgreSQL CPU ms", "peak MiB", "bytes" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var figure in figures)
        {
            table.AddRow(
                figure.Query,
                figure.Peer,
                Text(figure.PerSecond, "N0"),
                Text(figure.P50Ms, "0.00"),
                Text(figure.P99Ms, "0.00"),
                Text(figure.ServiceCpuMs, "0.000"),
                Text(figure.PostgresCpuMs, "0.000"),
                Text(figure.PeakMb, "N0"),
                Text(figure.AnswerBytes, "N0")
            );
        }

        console.Write(table);
    }

    /// <summary>Numbers beside what they have to be.</summary>
    public static void WriteRatios(IReadOnlyList<Ratio> ratios, IAnsiConsole console)
    {
        var table = new Table().Title("Ratios and targets").AddColumn("what");
        foreach (var column in new[] { "measured", "target", "reached", "by CPU" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var ratio in ratios)
        {
            var target =
                ratio.Least is { } least ? "≥ " + Text(least, "0.##")
                : ratio.Most is { } most ? "≤ " + Text(most, "0.##")
                : "";
            var reached = ratio.IsReached switch
            {
                true => "yes",
                false => "NO",
                null => "",
            };
            table.AddRow(
                ratio.What,
                Text(ratio.Value, ratio.Value >= 100 ? "N0" : "0.00"),
                target,
                reached,
                ratio.ByCpu is null ? "" : Text(ratio.ByCpu, "0.00")
            );
        }

        console.Write(table);
    }

    // Where nothing can be read, nothing is claimed.
    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
