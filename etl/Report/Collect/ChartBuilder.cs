using System.Globalization;
using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Collect;

/// <summary>Draws charts from tables. A total stands in a chart only alone, and what is hidden in the table is a gap.</summary>
internal static class ChartBuilder
{
    public static IReadOnlyList<ReportChart> Of(ReportDefinition definition, IReadOnlyList<ReportTable> tables, string language) =>
        [
            .. definition.Charts.Select(chart =>
                Of(
                    chart,
                    tables.Single(table => table.Id == chart.Of),
                    (chart.Unit ?? definition.Tables.Single(table => table.Id == chart.Of).Unit).In(language),
                    language
                )
            ),
        ];

    private static ReportChart Of(ChartDefinition chart, ReportTable table, string unit, string language)
    {
        var parts = table.Rows.Where(row => !row.IsTotal).ToList();
        // A committee without others below it has its total only.
        var rows = parts.Count > 0 ? parts : table.Rows;
        var category = Place(table, chart.Category);
        var series = chart.Series.Select(key => Place(table, key)).ToList();
        var categories = rows.Select(row => row.Cells[category].Text ?? "").ToList();
        return new ReportChart(
            chart.Id,
            table.Title,
            unit,
            chart.Kind,
            categories,
            [.. series.Select(place => new ReportSeries(table.Columns[place].Title, [.. rows.Select(row => row.Cells[place].Number)]))],
            table.Columns[series[0]].Kind,
            table.Note,
            Described(table, series, categories, language)
        );
    }

    private static string Described(ReportTable table, IReadOnlyList<int> series, List<string> categories, string language)
    {
        var names = string.Join(language == ReportLanguage.English ? ", " : "、", series.Select(place => table.Columns[place].Title));
        return language == ReportLanguage.English
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{table.Title}: {names}, {categories.Count} values each; the workbook has the data."
            )
            : string.Create(CultureInfo.InvariantCulture, $"{table.Title}：{names}，各{categories.Count}个值；数据见工作簿。");
    }

    private static int Place(ReportTable table, string key) =>
        Enumerable.Range(0, table.Columns.Count).Single(place => table.Columns[place].Key == key);
}
