using System.Globalization;
using System.Text;
using SocietyParty.Etl.Import;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace SocietyParty.Etl.Export;

/// <summary>
/// A table as a workbook: typed cells, a frozen header with a filter, and a sheet that explains the columns. Rows that do not fit on a
/// sheet go on the next one, which has the same header.
/// </summary>
/// <param name="title">Name of the sheet with the rows.</param>
/// <param name="definitions">Name of the sheet that explains them.</param>
/// <param name="sheetRowsMax">Rows of one sheet, the header's included; no spreadsheet takes more than the default.</param>
public sealed class WorkbookTable(
    Stream output,
    string title,
    string definitions,
    IReadOnlyList<ExportColumn> columns,
    int sheetRowsMax = WorkbookTable.SpreadsheetRowsMax
) : ITableWriter
{
    public const int SpreadsheetRowsMax = 1_048_576;

    private const int RowsPerFlush = 100;
    private const int RowCharacters = 4 * 1024;
    private const double TextWidth = 24;
    private const double ValueWidth = 14;

    /// <summary>Beyond this a spreadsheet's numbers skip digits.</summary>
    private const long ExactMax = 1_000_000_000_000_000;

    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    private static readonly string[] DefinitionHeaders = ["列", "字段", "类型", "说明"];

    private readonly Cell[] cells = new Cell[columns.Count];
    private Spreadsheet? book;
    private StyleId? header;
    private StyleId? text;
    private StyleId? day;
    private StyleId? moment;
    private char[] row = new char[RowCharacters];
    private int characters;
    private int sheets;
    private int rows;
    private int next;

    public async Task StartAsync(CancellationToken ct)
    {
        book = await Spreadsheet.CreateNewAsync(
            output,
            new SpreadCheetahOptions { PreserveStringWhitespace = true, WriteCellReferenceAttributes = true },
            ct
        );
        header = book.AddStyle(new Style { Font = new Font { Bold = true } });
        text = book.AddStyle(new Style { Format = NumberFormat.Standard(StandardNumberFormat.Text) });
        day = book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") });
        moment = book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd hh:mm:ss") });
        await StartSheetAsync(book, ct);
    }

    public void Value(object? value) => cells[next++] = CellOf(value);

    public void Text(ReadOnlySpan<byte> utf8) =>
        cells[next] = columns[next++].Type switch
        {
            ExportType.Text => TextCell(utf8),
            ExportType.WholeNumber => NumberCell(long.Parse(utf8, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
            ExportType.Decimal => new Cell(decimal.Parse(utf8, NumberStyles.Float, CultureInfo.InvariantCulture)),
            ExportType.Boolean => new Cell(CellText.IsTrue(utf8)),
            ExportType.Day => DayCell(CellText.Day(utf8)),
            _ => throw new NotSupportedException("A moment is no text."),
        };

    public ValueTask EndRowAsync(CancellationToken ct)
    {
        next = 0;
        if (rows == sheetRowsMax || (rows + 1) % RowsPerFlush == 0)
        {
            return PassOnAsync(ct);
        }

        rows++;
        return AddAsync(ct);
    }

    public async Task EndAsync(IReadOnlyList<ExportFact> facts, CancellationToken ct)
    {
        var options = new WorksheetOptions();
        (options.Column(1).Width, options.Column(2).Width, options.Column(3).Width, options.Column(4).Width) = (
            TextWidth,
            40,
            ValueWidth,
            80
        );
        await book!.StartWorksheetAsync(definitions, options, ct);
        foreach (var fact in facts)
        {
            await book.AddRowAsync([TextCell(fact.Name, header), TextCell(fact.Text, text)], ct);
        }

        await book.AddRowAsync(Array.Empty<Cell>(), ct);
        await book.AddRowAsync([.. DefinitionHeaders.Select(word => TextCell(word, header))], ct);
        foreach (var column in columns)
        {
            string[] words = [column.Header, column.Key, Word(column.Type), column.Help];
            await book.AddRowAsync([.. words.Select(word => TextCell(word, text))], ct);
        }

        await book.FinishAsync(ct);
        await output.FlushAsync(ct);
    }

    public ValueTask DisposeAsync() => book?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask PassOnAsync(CancellationToken ct)
    {
        if (rows == sheetRowsMax)
        {
            await StartSheetAsync(book!, ct);
        }

        rows++;
        await AddAsync(ct);
        await output.FlushAsync(ct);
    }

    private ValueTask AddAsync(CancellationToken ct)
    {
        characters = 0;
        return book!.AddRowAsync(cells, ct);
    }

    private async Task StartSheetAsync(Spreadsheet to, CancellationToken ct)
    {
        // How many rows there are is not known yet: the filter is over as many as there can be.
        var filtered = string.Create(CultureInfo.InvariantCulture, $"A1:{ImportProblem.ColumnName(columns.Count)}{sheetRowsMax}");
        var options = new WorksheetOptions { FrozenRows = 1, AutoFilter = new AutoFilterOptions(filtered) };
        for (var index = 0; index < columns.Count; index++)
        {
            var column = options.Column(index + 1);
            column.Width = columns[index].Type is ExportType.Text ? TextWidth : ValueWidth;
            // Cells that are filled in later keep the digits and zeros of codes, too.
            column.DefaultStyle =
                columns[index].Type is ExportType.Text ? new Style { Format = NumberFormat.Standard(StandardNumberFormat.Text) } : null;
        }

        await to.StartWorksheetAsync(WorkbookText.SheetName(title, ++sheets), options, ct);
        await to.AddRowAsync([.. columns.Select(column => TextCell(column.Header, header))], ct);
        rows = 1;
    }

    private Cell CellOf(object? value) =>
        value switch
        {
            null => default,
            string words => TextCell(words, text),
            long number => NumberCell(number),
            decimal number => new Cell(number),
            bool isSo => new Cell(isSo),
            DateOnly date => DayCell(date),
            // A workbook's times have no zone: the digits are those that the service says.
            DateTimeOffset time => new Cell(time.DateTime, moment),
            _ => throw new InvalidOperationException($"No cell holds a {value.GetType().Name}."),
        };

    private Cell NumberCell(long number) =>
        Math.Abs(number) >= ExactMax ? TextCell(number.ToString(CultureInfo.InvariantCulture), text) : new Cell(number);

    // A spreadsheet counts a 29th of February 1900, and every day before it wrongly.
    private Cell DayCell(DateOnly date) =>
        date < FirstDay
            ? TextCell(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), text)
            : new Cell(date.ToDateTime(TimeOnly.MinValue), day);

    // The row's texts stand behind each other in memory that every row uses again.
    private Cell TextCell(ReadOnlySpan<byte> utf8)
    {
        if (row.Length - characters < utf8.Length)
        {
            // Cells of the row that stand in the other one keep it as long as they need it.
            row = new char[Math.Max(row.Length * 2, utf8.Length)];
            characters = 0;
        }

        var length = Encoding.UTF8.GetChars(utf8, row.AsSpan(characters));
        var words = row.AsMemory(characters, length);
        characters += length;
        return length == 0 ? default
            : WorkbookText.IsCell(words.Span) ? new Cell(words, text)
            : TextCell(words.ToString(), text);
    }

    private static Cell TextCell(string words, StyleId? style) => words.Length == 0 ? default : new Cell(WorkbookText.Cell(words), style);

    private static string Word(ExportType type) =>
        type switch
        {
            ExportType.WholeNumber => "整数",
            ExportType.Decimal => "数字",
            ExportType.Boolean => "是/否",
            ExportType.Day => "日期",
            ExportType.Moment => "时刻",
            _ => "文本",
        };
}
