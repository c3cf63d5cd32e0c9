using SocietyParty.Etl.Report.Charts;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace SocietyParty.Etl.Report.Xlsx;

/// <summary>The sheet of the charts' data: below one another, each with its caption above and room for its chart on the right.</summary>
internal static class ChartSheet
{
    /// <summary>Rows that a chart covers.</summary>
    public const int ChartRows = 18;

    private const double CategoryWidth = 28;

    /// <summary>Writes all charts' data; gives where each stands.</summary>
    public static async Task<IReadOnlyList<(ReportChart Chart, ChartRanges Cells)>> WriteAsync(
        Spreadsheet workbook,
        ReportDocument document,
        ReportOutline outline,
        SheetStyles styles,
        CancellationToken ct
    )
    {
        var words = ReportWords.Of(document.Language);
        var places = new List<(ReportChart, ChartRanges)>();
        await StartAsync(workbook, words.ChartSheet, ct);
        var row = 1;
        foreach (var chart in document.Charts)
        {
            var caption = $"{outline.CaptionOf(chart.Id).Label} {chart.Title}{(chart.Unit.Length == 0 ? "" : $" ({chart.Unit})")}";
            await workbook.AddRowAsync([SheetCells.Text(caption, styles.Head)], ct);
            await WriteDataAsync(workbook, chart, styles, ct);
            places.Add((chart, new ChartRanges(words.ChartSheet, row + 1)));
            var used = chart.Categories.Count + 2;
            var taken = Math.Max(used, ChartRows) + 1;
            for (var empty = used; empty < taken; empty++)
            {
                await workbook.AddRowAsync(Array.Empty<Cell>(), ct);
            }

            row += taken;
        }

        return places;
    }

    /// <summary>Begins a sheet of data.</summary>
    public static async Task StartAsync(Spreadsheet workbook, string name, CancellationToken ct)
    {
        var options = new WorksheetOptions();
        options.Column(1).Width = CategoryWidth;
        await workbook.StartWorksheetAsync(name, options, ct);
    }

    /// <summary>A row of the names of series, then a row a category.</summary>
    public static async Task WriteDataAsync(Spreadsheet workbook, ReportChart chart, SheetStyles styles, CancellationToken ct)
    {
        await workbook.AddRowAsync(
            [new Cell((string?)null), .. chart.Series.Select(series => SheetCells.Text(series.Name, styles.Head))],
            ct
        );
        foreach (var (place, category) in chart.Categories.Index())
        {
            await workbook.AddRowAsync(
                [
                    SheetCells.Text(category),
                    .. chart.Series.Select(
                        (series, index) => new Cell(series.Values[place], styles.Of(KindOf(chart, index), isTotal: false))
                    ),
                ],
                ct
            );
        }
    }

    private static CellKind KindOf(ReportChart chart, int series) =>
        chart.Kind is ChartKind.Pareto && series > 0 ? CellKind.Rate : chart.ValueKind;
}
