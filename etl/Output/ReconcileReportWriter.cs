using System.Globalization;
using SocietyParty.Etl.Run.Reconcile;
using Spectre.Console;

namespace SocietyParty.Etl.Output;

/// <summary>The report of a reconciliation: a line a table, months and committees, rows that differ, checks, and one sentence.</summary>
internal static class ReconcileReportWriter
{
    public static void Write(ReconcileReport report, Words words, IAnsiConsole console, TextWriter output)
    {
        if (report.Problem is { } problem)
        {
            if (problem.Check is { } check)
            {
                LoadReportWriter.WriteCheck(check, words, console, output);
            }

            return;
        }

        console.Write(Tables(report, words));
        foreach (var table in report.Tables.Where(table => table.Groups.Count > 0))
        {
            output.WriteLine(
                table.Groups.Count < table.DifferingGroupCount
                    ? words.Say("Cli.GroupsSome", ("table", table.Table), ("shown", table.Groups.Count), ("all", table.DifferingGroupCount))
                    : words.Say("Cli.Groups", ("table", table.Table))
            );
            console.Write(Groups(table, words));
        }

        foreach (var table in report.Tables.Where(table => table.Rows.Count > 0))
        {
            output.WriteLine(
                table.Rows.Count < table.DifferingRowCount
                    ? words.Say("Cli.RowsSome", ("table", table.Table), ("shown", table.Rows.Count), ("all", table.DifferingRowCount))
                    : words.Say("Cli.RowsDiffer", ("table", table.Table))
            );
            foreach (var row in table.Rows)
            {
                output.WriteLine($"  {row.Key}: {Text(row, words)}");
            }
        }

        foreach (var check in report.Checks.Where(check => !check.Holds))
        {
            LoadReportWriter.WriteCheck(check, words, console, output);
        }

        output.WriteLine(Outcome(report, words));
    }

    private static string Outcome(ReconcileReport report, Words words)
    {
        var differing = report.Tables.Count(table => !table.Equal);
        var broken = report.Checks.Count(check => check is { Holds: false, IsWarning: false });
        return words.Say(
            "Cli.Reconciled",
            ("run", report.LoadId),
            ("day", report.AsOf),
            ("tables", report.Tables.Count),
            ("differing", differing),
            ("checks", report.Checks.Count),
            ("broken", broken),
            ("milliseconds", report.Milliseconds)
        );
    }

    private static string Text(DifferingRow row, Words words) =>
        row.Difference switch
        {
            "MISSING" => words.Say("Cli.Missing"),
            "TOO_MANY" => words.Say("Cli.TooMany"),
            _ => string.Join(
                ", ",
                row.Columns.Select(column =>
                    words.Say(
                        "Cli.ColumnDiffers",
                        ("column", column.Key),
                        ("star", column.Value.Star ?? "null"),
                        ("graph", column.Value.Source ?? "null")
                    )
                )
            ),
        };

    private static Table Tables(ReconcileReport report, Words words)
    {
        var table = new Table().AddColumn(words.Say("Cli.Table"));
        foreach (var title in (string[])["Cli.Rows", "Cli.ByTheGraph", "Cli.GroupCount", "Cli.ThatDiffer", "Cli.DifferingRows"])
        {
            table.AddColumn(new TableColumn(words.Say(title)).RightAligned());
        }

        foreach (var one in report.Tables)
        {
            table.AddRow(
                Markup.Escape(one.Table),
                Text(one.StarRows),
                Text(one.SourceRows),
                Text(one.GroupCount),
                Text(one.DifferingGroupCount),
                Text(one.DifferingRowCount)
            );
        }

        return table;
    }

    private static Table Groups(ComparedTable compared, Words words)
    {
        var table = new Table().AddColumn(words.Say("Cli.Period")).AddColumn(words.Say("Cli.Committee"));
        foreach (var title in (string[])["Cli.Rows", "Cli.ByTheGraph"])
        {
            table.AddColumn(new TableColumn(words.Say(title)).RightAligned());
        }

        table.AddColumn(words.Say("Cli.Hash")).AddColumn(words.Say("Cli.Sums"));
        foreach (var group in compared.Groups)
        {
            table.AddRow(
                group.Period,
                Text(group.CommitteeId),
                Text(group.StarRows),
                Text(group.SourceRows),
                group.HashesEqual ? words.Say("Cli.Equal") : words.Say("Cli.Differs"),
                Markup.Escape(string.Join(", ", group.Sums.Select(sum => $"{sum.Key} {Text(sum.Value, words)}")))
            );
        }

        return table;
    }

    private static string Text(ComparedSum sum, Words words) =>
        sum.Star == sum.Source ? Text(sum.Star, words) : $"{Text(sum.Star, words)} ≠ {Text(sum.Source, words)}";

    private static string Text(decimal? number, Words words) => number?.ToString(CultureInfo.InvariantCulture) ?? words.Say("Cli.None");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
