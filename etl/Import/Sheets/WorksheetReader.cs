using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>What the sheets of a workbook share.</summary>
/// <param name="Texts">Its common table of texts.</param>
/// <param name="StartsIn1904">Day 0 is 1904-01-01: workbooks of old Macintoshes.</param>
internal sealed record WorkbookContext(IReadOnlyList<string> Texts, WorkbookStyles Styles, bool StartsIn1904, SheetLimits Limits);

/// <summary>One sheet, row by row: only the row that is read is held in memory. Values are taken as they were saved.</summary>
internal sealed class WorksheetReader(string sheet, WorksheetPart part, WorkbookContext workbook, SheetProblemList problems)
{
    private const double DaysBefore1904 = 1462;

    private readonly TextCollector inline = new();
    private List<SheetCell> cells = [];
    private int row;
    private int column;

    public IEnumerable<SheetLine> Read()
    {
        using var reader = OpenXmlReader.Create(part);
        var cell = new OpenCell();
        while (reader.Read())
        {
            var element = reader.ElementType;
            if (element == typeof(Row))
            {
                if (reader.IsStartElement)
                {
                    StartRow(reader);
                }
                else if (cells.Count > 0)
                {
                    yield return new SheetLine(sheet, row, cells);
                }
            }
            else if (element == typeof(Cell))
            {
                if (reader.IsStartElement)
                {
                    cell = StartCell(reader);
                }
                else if (!EndCell(cell))
                {
                    yield break;
                }
            }
            else if (element == typeof(CellFormula))
            {
                cell.HasFormula = true;
            }
            else if (element == typeof(CellValue))
            {
                cell.Value ??= reader.IsStartElement ? reader.GetText() : null;
            }
            else if (element == typeof(MergeCell) && reader.IsStartElement)
            {
                problems.Add(Merged(Attribute(reader, "ref") ?? ""));
            }
            else
            {
                inline.Hear(reader);
            }
        }
    }

    private void StartRow(OpenXmlReader reader)
    {
        cells = [];
        column = 0;
        row = int.TryParse(Attribute(reader, "r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1;
    }

    private OpenCell StartCell(OpenXmlReader reader)
    {
        // Some writers leave the address out: then it is the next column.
        column = Attribute(reader, "r") is { } address ? ColumnOf(address) : column + 1;
        inline.Take();
        return new OpenCell
        {
            Type = Attribute(reader, "t"),
            Style = int.TryParse(Attribute(reader, "s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? style : -1,
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
            return cell.HasFormula ? (CellType.Unknown, "") : (CellType.Text, "");
        }

        return cell.Type switch
        {
            "s" => (
                CellType.Text,
                int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < workbook.Texts.Count
                    ? workbook.Texts[index]
                    : ""
            ),
            "str" => (CellType.Text, System.Xml.XmlConvert.DecodeName(value)),
            "b" => (CellType.Boolean, value),
            "e" => (CellType.Error, value),
            "d" => (CellType.Date, value),
            _ => workbook.Styles.IsDate(cell.Style) && DayOf(value) is { } day ? (CellType.Date, day) : (CellType.Number, value),
        };
    }

    private string? DayOf(string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial))
        {
            return null;
        }

        return SerialDay.ToText(workbook.StartsIn1904 ? serial + DaysBefore1904 : serial);
    }

    private ImportProblem Merged(string range)
    {
        var first = range.Split(':')[0];
        var line = int.TryParse(
            first.AsSpan(first.TakeWhile(char.IsAsciiLetter).Count()),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : 1;
        return SheetProblems.Merged(range) with { Sheet = sheet, Line = line, Column = ColumnOf(first) };
    }

    private static int ColumnOf(string address)
    {
        var number = 0L;
        foreach (var letter in address.TakeWhile(char.IsAsciiLetter).Take(4))
        {
            number = number * 26 + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return (int)number;
    }

    private static string? Attribute(OpenXmlReader reader, string name)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == name)
            {
                return attribute.Value;
            }
        }
        return null;
    }

    private sealed class OpenCell
    {
        public string? Type { get; init; }

        public int Style { get; init; }

        public string? Value { get; set; }

        public bool HasFormula { get; set; }
    }
}
