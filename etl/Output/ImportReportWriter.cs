using System.Globalization;
using SocietyParty.Etl.Import;
using SocietyParty.Rules.Sentences;
using Spectre.Console;

namespace SocietyParty.Etl.Output;

/// <summary>The report of an import: counts as a table, each discrepancy and problem on lines of its own.</summary>
internal static class ImportReportWriter
{
    public static void Write(ImportReport report, Language language, IAnsiConsole console, TextWriter output, TextWriter error)
    {
        foreach (var problem in report.Problems)
        {
            var column = problem.Field is null ? "" : $" ({problem.Field})";
            error.WriteLine($"{problem.Code} {problem.Place(report.FileName)}{column} {problem.Message(language)}");
            if (problem.Expected(language) is { Length: > 0 } expected)
            {
                error.WriteLine("    " + Say("Report.Expected", ("text", expected)));
            }

            if (problem.Hint(language) is { Length: > 0 } hint)
            {
                error.WriteLine("    " + Say("Report.Hint", ("text", hint)));
            }
        }
        console.Write(Counts());
        output.WriteLine(Outcome());
        // Not a table: tables break lines, and a line is what people search for.
        foreach (var discrepancy in report.Discrepancies)
        {
            output.WriteLine($"{discrepancy.Code} {discrepancy.MessageIn(language)}");
        }

        string Say(string key, params IReadOnlyList<(string, object?)> arguments) => new Sentence(key, arguments).In(language);

        Table Counts()
        {
            var table = new Table();
            int[] counts =
            [
                report.ReadCount,
                report.InsertedCount,
                report.UpdatedCount,
                report.UnchangedCount,
                report.RejectedCount,
                report.Discrepancies.Count(one => one.IsDifference),
                report.Discrepancies.Count(one => !one.IsDifference),
            ];
            foreach (var title in (string[])["Read", "Inserted", "Updated", "Unchanged", "Rejected", "Discrepancies", "Notices"])
            {
                table.AddColumn(new TableColumn(Say("Report." + title)).RightAligned());
            }

            table.AddRow(counts.Select(count => count.ToString(CultureInfo.InvariantCulture)).ToArray());
            return table;
        }

        string Outcome() =>
            report switch
            {
                { Succeeded: false } => Say("Report.Refused", ("file", report.FileName), ("problems", report.Problems.Count)),
                { IsDryRun: true } => Say("Report.DryRun", ("file", report.FileName)),
                { ImportRunId: null } => Say("Report.Same", ("file", report.FileName)),
                _ => Say("Report.Imported", ("file", report.FileName), ("run", report.ImportRunId)),
            };
    }
}
