using System.Globalization;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>What the sheets of a workbook share.</summary>
/// <param name="Texts">Its common table of texts.</param>
/// <param name="StartsIn1904">Day 0 is 1904-01-01: workbooks of old Macintoshes.</param>
internal sealed record WorkbookContext(IReadOnlyList<string> Texts, WorkbookStyles Styles, bool StartsIn1904, SheetLimits Limits);

/// <summary>One sheet, row by row: only the row that is read is held in memory. Values are taken as they were saved.</summary>
internal sealed class WorksheetReader(string sheet, PartReader reader, WorkbookContext workbook, SheetProblemList problems)
{
    private const double DaysBefore1904 = 1462;

    private readonly TextCollector inline = new();
    private List<SheetCell> cells = [];
    private bool isHidden;
    private int row;
    private int column;

    public IEnumerable<SheetLine> Read()
    {
        var cell = new OpenCell();
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "row" when reader.IsStart:
                    StartRow();
                    break;
                case "row" when cells.Count > 0:
                    yield return new SheetLine(sheet, row, cells) { IsHidden = isHidden };
                    break;
                case "row":
                    break;
                case "c" when reader.IsStart:
                    cell = StartCell();
                    break;
                case "c":
                    if (!EndCell(cell))
                    {
                        yield break;
                    }

                    break;
                case "f":
                    cell.HasFormula = true;
                    break;
                case "v":
                    cell.Value ??= reader.IsStart ? reader.Text() : null;
                    break;
                case "mergeCell" when reader.IsStart:
                    yield return new SheetLine(sheet, 0, []) { Merged = CellRange.Of(reader.Attribute("ref") ?? "") };
                    break;
                default:
                    inline.Hear(reader);
                    break;
            }
        }
    }

    private void StartRow()
    {
        cells = [];
        column = 0;
        row = int.TryParse(reader.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1;
        isHidden = reader.Attribute("hidden") is "1" or "true";
    }

    private OpenCell StartCell()
    {
        // Some writers leave the address out: then it is the next column.
        column = reader.Attribute("r") is { } address ? CellRange.ColumnOf(address) : column + 1;
        inline.Take();
        return new OpenCell
        {
            Type = reader.Attribute("t"),
            Style = int.TryParse(reader.Attribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? style : -1,
        };
    }

    /// <returns>False where the sheet is too wide to go on.</returns>
    private bool EndCell(OpenCell cell)
    {
        var (type, text) = ValueOf(cell);
        var read = new SheetCell(type, text, row, column);
        // Formatted up to the last column, and empty: people do that.
        if (read.IsEmpty)
        {
            return true;
        }

        if (column > workbook.Limits.ColumnsMax)
        {
            problems.Add(
                SheetProblems.TooMuch(nameof(SheetLimits.ColumnsMax), workbook.Limits.ColumnsMax) with
                {
                    Sheet = sheet,
                    Line = row,
                    Column = column,
                }
            );
            return false;
        }
        cells.Add(read);
        return true;
    }

    private (CellType Type, string Text) ValueOf(OpenCell cell)
    {
        if (cell.Type == "inlineStr")
        {
            return (CellType.Text, inline.Take());
        }

        if (cell.Value is not { Length: > 0 } value)
        {
            // An empty text is what spreadsheets keep of a formula that gives one.
            return cell.HasFormula && !(cell.Type == "str" && cell.Value is "") ? (CellType.Unknown, "") : (CellType.Text, "");
        }

        return cell.Type switch
        {
            "s" => (CellType.Text, Shared(value)),
            "str" => (CellType.Text, System.Xml.XmlConvert.DecodeName(value)),
            "b" => (CellType.Boolean, value),
            "e" => (CellType.Error, value),
            "d" => (CellType.Date, value),
            _ => workbook.Styles.IsDate(cell.Style) && DayOf(value) is { } day ? (CellType.Date, day) : (CellType.Number, value),
        };
    }

    // A text that is not there would be an empty cell, and the row would say something else.
    private string Shared(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < workbook.Texts.Count
            ? workbook.Texts[index]
            : throw new InvalidDataException($"the workbook has no text {number}.");

    private string? DayOf(string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial))
        {
            return null;
        }

        return SerialDay.ToText(workbook.StartsIn1904 ? serial + DaysBefore1904 : serial);
    }

    private sealed class OpenCell
    {
        public string? Type { get; init; }

        public int Style { get; init; }

        public string? Value { get; set; }

        public bool HasFormula { get; set; }
    }
}
