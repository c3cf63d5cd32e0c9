using System.Globalization;
using SocietyParty.Etl.Run;
using Spectre.Console;

namespace SocietyParty.Etl.Output;

/// <summary>The report of a load: its steps, the coverage of its last month, and one sentence about the outcome.</summary>
internal static class LoadReportWriter
{
    public static void Write(LoadReport report, RuleSetReport rules, Words words, IAnsiConsole console, TextWriter output, TextWriter error)
    {
        if (report.Steps.Count > 0)
        {
            console.Write(Steps(report, words));
        }

        if (report.Coverage.Count > 0)
        {
            console.Write(Coverage(report, words));
        }

        if (rules.Written.Count > 0)
        {
            output.WriteLine(words.Say("Cli.RuleSets", ("codes", rules.Written)));
        }

        if (report.Problem is { } problem)
        {
            WriteProblem(problem, words, error);
            if (problem.Check is { } check)
            {
                WriteCheck(check, words, console, output);
            }

            return;
        }

        output.WriteLine(
            words.Say(
                "Cli.Loaded",
                ("run", report.RunId),
                ("months", MonthRanges.Text(report.Months, words)),
                ("day", report.AsOf),
                ("written", report.Rows == 0 ? words.Say("Cli.NothingWritten") : words.Say("Cli.RowsWritten", ("rows", report.Rows))),
                ("milliseconds", report.Milliseconds)
            )
        );
        output.WriteLine(
            report.Why is { } reason
                ? words.Say("Cli.LoadedAll", ("reason", reason))
                : words.Say("Cli.LoadedChanges", ("touched", report.Touched))
        );
        foreach (var warning in report.Warnings)
        {
            output.WriteLine(words.Say("Cli.Warning", ("sentence", warning.Said)));
            WriteCheck(warning, words, console, output);
        }
    }

    /// <summary>Why a load was refused or given up, on one line; nothing where it was not.</summary>
    public static void WriteProblem(LoadProblem? problem, Words words, TextWriter error)
    {
        if (problem is not null)
        {
            error.WriteLine(words.Of(problem));
        }
    }

    /// <summary>Rows that break a check.</summary>
    public static void WriteCheck(CheckResult check, Words words, IAnsiConsole console, TextWriter output)
    {
        output.WriteLine(
            check.RowCount > check.Rows.Count
                ? words.Say("Cli.CheckRowsSome", ("sentence", check.Said), ("shown", check.Rows.Count), ("all", check.RowCount))
                : words.Say("Cli.CheckRows", ("sentence", check.Said))
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

    private static Table Steps(LoadReport report, Words words)
    {
        var table = new Table()
            .AddColumn(words.Say("Cli.Step"))
            .AddColumn(new TableColumn(words.Say("Cli.Rows")).RightAligned())
            .AddColumn(new TableColumn(words.Say("Cli.Milliseconds")).RightAligned());
        foreach (var step in report.Steps)
        {
            table.AddRow(Markup.Escape(step.Step), Text(step.Rows), Text(step.Milliseconds));
        }

        return table;
    }

    private static Table Coverage(LoadReport report, Words words)
    {
        var table = new Table().AddColumn(words.Say("Cli.Month")).AddColumn(words.Say("Cli.RuleSet"));
        foreach (var title in (string[])["Cli.Societies", "Cli.OrganizationCoverage", "Cli.WorkCoverage"])
        {
            table.AddColumn(new TableColumn(words.Say(title)).RightAligned());
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
