using System.Globalization;
using SocietyParty.Etl.Run.Reconcile;
using Spectre.Console;

namespace SocietyParty.Etl.Output;

/// <summary>The report of a reconciliation: a line a table, months and committees, rows that differ, checks, and one sentence.</summary>
internal static class ReconcileReportWriter
{
    public static void Write(ReconcileReport report, IAnsiConsole console, TextWriter output)
    {
        if (report.Problem is { } problem)
        {
            if (problem.Check is { } check)
            {
                LoadReportWriter.WriteCheck(check, console, output);
            }

            return;
        }

        console.Write(Tables(report));
        foreach (var table in report.Tables.Where(table => table.Groups.Count > 0))
        {
            output.WriteLine(
                table.Groups.Count < table.DifferingGroupCount
                    ? $"{table.Table}: the first {table.Groups.Count} of {table.DifferingGroupCount} months and committees that differ:"
                    : $"{table.Table}: months and committees:"
            );
            console.Write(Groups(table));
        }

        foreach (var table in report.Tables.Where(table => table.Rows.Count > 0))
        {
            output.WriteLine(
                table.Rows.Count < table.DifferingRowCount
                    ? $"{table.Table}: the first {table.Rows.Count} of {table.DifferingRowCount} rows that differ:"
                    : $"{table.Table}: rows that differ:"
            );
            foreach (var row in table.Rows)
            {
                output.WriteLine($"  {row.Key}: {Text(row)}");
            }
        }

        foreach (var check in report.Checks.Where(check => !check.Holds))
        {
            LoadReportWriter.WriteCheck(check, console, output);
        }

        output.WriteLine(Outcome(report));
    }

    private static string Outcome(ReconcileReport report)
    {
        var differing = report.Tables.Count(table => !table.Equal);
        var broken = report.Checks.Count(check => check is { Holds: false, IsWarning: false });
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Load {report.LoadId}, as of {report.AsOf:yyyy-MM-dd}: {report.Tables.Count} tables compared, {differing} differ; "
                + $"{report.Checks.Count} checks, {broken} do not hold; {report.Milliseconds} ms."
        );
    }

    private static string Text(DifferingRow row) =>
        row.Difference switch
        {
            "MISSING" => "missing in the star",
            "TOO_MANY" => "in the star only",
            _ => string.Join(
                ", ",
                row.Columns.Select(column => $"{column.Key} is {column.Value.Star ?? "null"}, by the graph {column.Value.Source ?? "null"}")
            ),
        };

    private static Table Tables(ReconcileReport report)
    {
        var table = new Table().AddColumn("table");
        foreach (var title in (string[])["rows", "by the graph", "groups", "that differ", "rows that differ"])
        {
            table.AddColumn(new TableColumn(title).RightAligned());
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

    private static Table Groups(ComparedTable compared)
    {
        var table = new Table().AddColumn("month or year").AddColumn("committee");
        foreach (var title in (string[])["rows", "by the graph"])
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        table.AddColumn("hash").AddColumn("sums");
        foreach (var group in compared.Groups)
        {
            table.AddRow(
                group.Period,
                Text(group.CommitteeId),
                Text(group.StarRows),
                Text(group.SourceRows),
                group.HashesEqual ? "equal" : "DIFFERS",
                Markup.Escape(string.Join(", ", group.Sums.Select(sum => $"{sum.Key} {Text(sum.Value)}")))
            );
        }

        return table;
    }

    private static string Text(ComparedSum sum) => sum.Star == sum.Source ? Text(sum.Star) : $"{Text(sum.Star)} ≠ {Text(sum.Source)}";

    private static string Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "none";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
