using System.Globalization;
using SocietyParty.Etl.Report.Collect;
using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Editions;

/// <summary>
/// What an edition says otherwise than the one before, figure by figure. A figure's address is its table, the key of its row and that of
/// its column, so a row that moves or a heading that is worded anew is no difference.
/// </summary>
internal static class EditionDifferences
{
    private const string Id = "TE-1";

    private sealed record Figure(string Table, string Row, string Column);

    /// <summary>The table of differences; without rows where there are none.</summary>
    public static ReportTable Between(ReportSnapshot before, ReportSnapshot now)
    {
        var isChinese = now.Scope.Language == ReportLanguage.Chinese;
        var rows = new List<ReportRow>();
        foreach (var table in now.Tables.Concat(before.Tables).DistinctBy(table => table.Id))
        {
            rows.AddRange(Rows(Find(before, table.Id), Find(now, table.Id), isChinese));
        }

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

    private static IEnumerable<ReportRow> Rows(ReportTable? before, ReportTable? now, bool isChinese)
    {
        var (old, fresh) = (Keyed(before), Keyed(now));
        foreach (var key in fresh.Keys.Concat(old.Keys).Distinct())
        {
            // A row that came or went is one difference, not one of each of its cells.
            if (!old.TryGetValue(key, out var was) || !fresh.TryGetValue(key, out var present))
            {
                var one = fresh.GetValueOrDefault(key) ?? old[key];
                yield return Row(
                    $"{(now ?? before)!.Id}/{key}",
                    new Figure((now ?? before)!.Title, one.Cells[0].Text ?? key, isChinese ? "（整行）" : "(the row)"),
                    old.ContainsKey(key) ? (isChinese ? "有" : "there") : "",
                    fresh.ContainsKey(key) ? (isChinese ? "有" : "there") : ""
                );
                continue;
            }

            for (var place = 0; place < now!.Columns.Count; place++)
            {
                var column = now.Columns[place];
                var earlier = before!.Columns.Select((one, at) => (one, at)).FirstOrDefault(one => one.one.Key == column.Key);
                var said = earlier.one is null ? "" : Text(before, earlier.one, was.Cells[earlier.at]);
                var says = Text(now, column, present.Cells[place]);
                if (said != says)
                {
                    yield return Row(
                        $"{now.Id}/{key}/{column.Key}",
                        new Figure(now.Title, present.Cells[0].Text ?? key, column.Title),
                        said,
                        says
                    );
                }
            }
        }
    }

    private static ReportRow Row(string address, Figure figure, string before, string now) =>
        new(address, [new(figure.Table), new(figure.Row), new(figure.Column), new(before), new(now)]);

    private static ReportTable? Find(ReportSnapshot snapshot, string id) => snapshot.Tables.FirstOrDefault(table => table.Id == id);

    private static Dictionary<string, ReportRow> Keyed(ReportTable? table) => table?.Rows.ToDictionary(row => row.Key) ?? [];

    // With its parts: a rate that stays while both change is another figure.
    private static string Text(ReportTable table, ReportColumn column, ReportCell cell)
    {
        var shown = CellText.Of(table with { Unit = "" }, column, cell);
        return cell.Denominator is null || cell.IsHidden ? shown : $"{shown}（{Number(cell.Numerator)}/{Number(cell.Denominator)}）";
    }

    private static string Number(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? CellText.Unknown;
}
