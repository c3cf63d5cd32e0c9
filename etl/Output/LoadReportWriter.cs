using System.Globalization;
using SocietyParty.Etl.Run;
using Spectre.Console;

namespace SocietyParty.Etl.Output;

/// <summary>The report of a load: its steps, the coverage of its last month, and one sentence about the outcome.</summary>
internal static class LoadReportWriter
{
    public static void Write(LoadReport report, RuleSetReport rules, IAnsiConsole console, TextWriter output, TextWriter error)
    {
        if (report.Steps.Count > 0)
        {
            console.Write(Steps(report));
        }

        if (report.Coverage.Count > 0)
        {
            console.Write(Coverage(report));
        }

        if (rules.Written.Count > 0)
        {
            output.WriteLine($"Rule sets written: {string.Join(", ", rules.Written)}.");
        }

        if (report.Problem is { } problem)
        {
            WriteProblem(problem, error);
            if (problem.Check is { } check)
            {
                WriteCheck(check, console, output);
            }

            return;
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Load {report.RunId}: {MonthRanges.Text(report.Months)} as of "
                    + $"{report.AsOf:yyyy-MM-dd}, {Written(report.Rows)}, {report.Milliseconds} ms."
            )
        );
        output.WriteLine(
            report.Reason is { } reason
                ? $"Everything was loaded. {reason}"
                : string.Create(CultureInfo.InvariantCulture, $"What changed was loaded: {report.Touched} subjects.")
        );
        foreach (var warning in report.Warnings)
        {
            output.WriteLine($"Warning: {warning.Sentence} is not so.");
            WriteCheck(warning, console, output);
        }
    }

    /// <summary>Why a load was refused or given up, on one line; nothing where it was not.</summary>
    public static void WriteProblem(LoadProblem? problem, TextWriter error)
    {
        if (problem is not null)
        {
            error.WriteLine($"{problem.Code} {problem.Message} {problem.Hint}");
        }
    }

    /// <summary>Rows that break a check.</summary>
    public static void WriteCheck(CheckResult check, IAnsiConsole console, TextWriter output)
    {
        output.WriteLine(
            check.RowCount > check.Rows.Count
                ? $"{check.Sentence}: the first {check.Rows.Count} of {check.RowCount} rows that break this:"
                : $"{check.Sentence}: rows that break this:"
        );
        var table = new Table();
        foreach (var column in check.Columns)
        {
            table.AddColumn(Markup.Escape(column));
        }

        foreach (var row in check.Rows)
        {
            table.AddRow(row.Select(Markup.Escape).ToArray());
        }

        console.Write(table);
    }

    private static string Written(long rows) =>
        rows == 0 ? "nothing changed" : string.Create(CultureInfo.InvariantCulture, $"{rows} rows written");

    private static Table Steps(LoadReport report)
    {
        var table = new Table()
            .AddColumn("step")
            .AddColumn(new TableColumn("rows").RightAligned())
            .AddColumn(new TableColumn("ms").RightAligned());
        foreach (var step in report.Steps)
        {
            table.AddRow(Markup.Escape(step.Step), Text(step.Rows), Text(step.Milliseconds));
        }

        return table;
    }

    private static Table Coverage(LoadReport report)
    {
        var table = new Table().AddColumn("month").AddColumn("rule set");
        foreach (var title in (string[])["societies", "organization I01", "work I02"])
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (var row in report.Coverage)
        {
            table.AddRow(
                row.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                Markup.Escape(row.RuleSetCode),
                Text(row.Societies),
                Rate(row.OrganizationNumerator, row.OrganizationDenominator),
                Rate(row.WorkNumerator, row.WorkDenominator)
            );
        }

        return table;
    }

    // Without a denominator there is no rate, neither 0 nor 100 %.
    private static string Rate(long numerator, long denominator) =>
        denominator == 0
            ? "0/0"
            : string.Create(CultureInfo.InvariantCulture, $"{numerator}/{denominator} = {100m * numerator / denominator:0.0} %");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
