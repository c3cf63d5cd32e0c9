using System.Globalization;
using SocietyParty.Etl.Import;
using Spectre.Console;

namespace SocietyParty.Etl.Output;

/// <summary>The report of an import: counts as a table, each discrepancy and problem on lines of its own.</summary>
internal static class ImportReportWriter
{
    public static void Write(ImportReport report, IAnsiConsole console, TextWriter output, TextWriter error)
    {
        foreach (var problem in report.Problems)
        {
            var column = problem.Field is null ? "" : $" ({problem.Field})";
            error.WriteLine($"{problem.Code} {problem.Place(report.FileName)}{column} {problem.Message}");
            error.WriteLine($"    expected: {problem.Expected}");
            error.WriteLine($"    do: {problem.Hint}");
        }
        console.Write(Counts(report));
        output.WriteLine(Outcome(report));
        // Not a table: tables break lines, and a line is what people search for.
        foreach (var discrepancy in report.Discrepancies)
        {
            output.WriteLine($"{discrepancy.Code} {discrepancy.Message}");
        }
    }

    private static Table Counts(ImportReport report)
    {
        var table = new Table();
        int[] counts =
        [
            report.ReadCount,
            report.InsertedCount,
            report.UpdatedCount,
            report.UnchangedCount,
            report.RejectedCount,
            report.Discrepancies.Count,
        ];
        foreach (var title in (string[])["read", "inserted", "updated", "unchanged", "rejected", "discrepancies"])
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        table.AddRow(counts.Select(count => count.ToString(CultureInfo.InvariantCulture)).ToArray());
        return table;
    }

    private static string Outcome(ImportReport report) =>
        report switch
        {
            { Succeeded: false } => $"{report.FileName}: nothing was imported, {report.Problems.Count} problem(s).",
            { IsDryRun: true } => $"{report.FileName}: dry run, nothing was kept.",
            { ImportRunId: null } => $"{report.FileName}: nothing changed.",
            _ => $"{report.FileName}: imported as run {report.ImportRunId}.",
        };
}
