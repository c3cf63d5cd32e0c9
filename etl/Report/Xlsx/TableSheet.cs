using System.Globalization;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace SocietyParty.Etl.Report.Xlsx;

/// <summary>A table as a sheet: its head in the first row, frozen and with a filter; beside a rate what it was divided from.</summary>
internal sealed class TableSheet
{
    private const double WidthMin = 10;
    private const double WidthMax = 50;

    // How many rows a width is measured by.
    private const int MeasuredMax = 500;

    private readonly ReportTable table;
    private readonly ReportWords words;
    private readonly SheetStyles styles;
    private readonly bool[] hasParts;

    public TableSheet(ReportTable table, ReportWords words, SheetStyles styles)
    {
        this.table = table;
        this.words = words;
        this.styles = styles;
        hasParts = RateParts.Of(table);
    }

    public async Task WriteAsync(Spreadsheet workbook, string name, CancellationToken ct)
    {
        var heads = Heads().ToList();
        var options = new WorksheetOptions
        {
            FrozenRows = 1,
            AutoFilter = new AutoFilterOptions($"A1:{ColumnName(heads.Count)}{RowOf(table.Rows.Count + 1)}"),
        };
        foreach (var (place, width) in Widths().Index())
        {
            options.Column(place + 1).Width = width;
        }

        await workbook.StartWorksheetAsync(name, options, ct);
        await workbook.AddRowAsync([.. heads.Select(head => SheetCells.Text(head, styles.Head))], ct);
        foreach (var row in table.Rows)
        {
            await workbook.AddRowAsync([.. CellsOf(row)], ct);
        }
    }

    /// <summary>A for 1, AA for 27.</summary>
    public static string ColumnName(int number)
    {
        var name = "";
        for (; number > 0; number = (number - 1) / 26)
        {
            name = (char)('A' + ((number - 1) % 26)) + name;
        }

        return name;
    }

    private static string RowOf(int number) => number.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<string> Heads()
    {
        foreach (var (place, column) in table.Columns.Index())
        {
            yield return column.Title;
            if (hasParts[place])
            {
                yield return words.Numerator(column.Title);
                yield return words.Denominator(column.Title);
            }
        }
    }

    private IEnumerable<Cell> CellsOf(ReportRow row)
    {
        foreach (var (place, column) in table.Columns.Index())
        {
            var cell = row.Cells[place];
            yield return SheetCells.Of(cell, styles.Of(cell.Kind ?? column.Kind, row.IsTotal));
            if (hasParts[place])
            {
                yield return SheetCells.Part(cell, cell.Numerator, styles.Of(CellKind.Count, row.IsTotal));
                yield return SheetCells.Part(cell, cell.Denominator, styles.Of(CellKind.Count, row.IsTotal));
            }
        }
    }

    private IEnumerable<double> Widths()
    {
        foreach (var (place, column) in table.Columns.Index())
        {
            var longest = table.Rows.Take(MeasuredMax).Select(row => TextWidth.Of(CellText.Of(table, column, row.Cells[place])));
            var width = Math.Clamp(longest.Append(TextWidth.Of(column.Title)).Max() + 3d, WidthMin, WidthMax);
            for (var repeated = hasParts[place] ? 3 : 1; repeated > 0; repeated--)
            {
                yield return width;
            }
        }
    }
}
