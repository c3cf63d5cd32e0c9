using System.Globalization;
using SocietyParty.Etl.Report.Collect;
using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Editions;

/// <summary>
/// What an edition says otherwise than the one before, figure by figure. A figure's address is its table, the key of its row and that of
/// its column, so a row that moves or a heading that is worded anew is no difference.
/// </summary>
internal static class EditionDifferences
{
    private const string Id = "E1";

    private sealed record Figure(string Table, string Row, string Column, string Text);

    /// <summary>The table of differences; without rows where there are none.</summary>
    public static ReportTable Between(ReportSnapshot before, ReportSnapshot now)
    {
        var isChinese = now.Scope.Language == ReportLanguage.Chinese;
        var old = Figures(before);
        var fresh = Figures(now);
        var rows = fresh
            .Where(one => !old.TryGetValue(one.Key, out var was) || was.Text != one.Value.Text)
            .Select(one => Row(one.Key, one.Value, old.GetValueOrDefault(one.Key)?.Text ?? "", one.Value.Text))
            .Concat(old.Where(one => !fresh.ContainsKey(one.Key)).Select(one => Row(one.Key, one.Value, one.Value.Text, "")))
            .OrderBy(row => row.Key, StringComparer.Ordinal)
            .ToList();
        return new ReportTable(
            Id,
            isChinese ? "与上一版的差异" : "What differs from the edition before",
            "",
            [
                new("table", isChinese ? "表" : "Table", CellKind.Text),
                new("row", isChinese ? "行" : "Row", CellKind.Text),
                new("column", isChinese ? "列" : "Column", CellKind.Text),
                new("before", isChinese ? "上一版" : "Before", CellKind.Text),
                new("now", isChinese ? "本版" : "Now", CellKind.Text),
            ],
            rows,
            new ReportNote(isChinese ? Chinese(before.Scope, now.Scope) : English(before.Scope, now.Scope))
        );
    }

    private static string Chinese(ReportScope before, ReportScope now) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"注：上一版数据截至{Notes.Day(before)}，第{before.LoadId}次装载；本版数据截至{Notes.Day(now)}，第{now.LoadId}次装载；空白表示该版没有。"
        );

    private static string English(ReportScope before, ReportScope now) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Before: {before.Day:yyyy-MM-dd}, load {before.LoadId}; now: {now.Day:yyyy-MM-dd}, load {now.LoadId}. Blank: not there."
        );

    private static ReportRow Row(string address, Figure figure, string before, string now) =>
        new(address, [new(figure.Table), new(figure.Row), new(figure.Column), new(before), new(now)]);

    private static Dictionary<string, Figure> Figures(ReportSnapshot snapshot)
    {
        var figures = new Dictionary<string, Figure>(StringComparer.Ordinal);
        foreach (var table in snapshot.Tables)
        {
            foreach (var row in table.Rows)
            {
                for (var place = 0; place < table.Columns.Count; place++)
                {
                    var column = table.Columns[place];
                    figures[$"{table.Id}/{row.Key}/{column.Key}"] = new Figure(
                        table.Title,
                        row.Cells[0].Text ?? row.Key,
                        column.Title,
                        Text(row.Cells[place])
                    );
                }
            }
        }

        return figures;
    }

    // With its parts: a rate that stays while both change is another figure.
    private static string Text(ReportCell cell)
    {
        if (cell.IsHidden)
        {
            return "*";
        }

        var value = cell.Text ?? cell.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Number(cell.Number);
        return cell.Denominator is null ? value : $"{value} ({Number(cell.Numerator)}/{Number(cell.Denominator)})";
    }

    private static string Number(decimal? number) =>
        number is { } value ? Math.Round(value, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture) : "—";
}
