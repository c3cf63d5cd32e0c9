using System.Text;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace SocietyParty.Graph.Tests.Service.Http.Exports;

/// <summary>Exported files as other programs read them.</summary>
internal static class ExportFile
{
    /// <summary>Records of a CSV text, the header first.</summary>
    public static List<string[]> Csv(byte[] file)
    {
        var records = new List<string[]>();
        using var reader = CsvReader.Create(file.AsMemory(), new CsvReaderOptions { Separator = ',', HasHeader = false });
        while (reader.Read())
        {
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetString(index))]);
        }

        return records;
    }

    public static string Text(byte[] file) => Encoding.UTF8.GetString(file);

    /// <summary>What the Open XML SDK's validator says of a workbook; empty for a valid one.</summary>
    public static IEnumerable<string> Errors(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var book = SpreadsheetDocument.Open(stream, isEditable: false);
        return [.. new OpenXmlValidator().Validate(book).Select(error => $"{error.Path?.XPath} {error.Description}")];
    }

    /// <summary>How many cells of a workbook do not say where they are.</summary>
    public static int CellsWithoutReference(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var book = SpreadsheetDocument.Open(stream, isEditable: false);
        return book.WorkbookPart!.WorksheetParts.Sum(part => part.Worksheet.Descendants<Cell>().Count(cell => cell.CellReference is null));
    }

    /// <summary>Sheets by name; each cell as its type (s text, n number, b Boolean, d day), a space, and what is saved of it.</summary>
    public static Dictionary<string, List<string[]>> Sheets(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var book = document.WorkbookPart!;
        var shared = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList()
            ?? [];
        var formats = book.WorkbookStylesPart!.Stylesheet.NumberingFormats?.Elements<NumberingFormat>()
            .ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode!.Value!)
            ?? [];
        var cells = book.WorkbookStylesPart.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        return book
            .Workbook.Sheets!.Elements<Sheet>()
            .ToDictionary(
                sheet => sheet.Name!.Value!,
                sheet =>
                    ((WorksheetPart)book.GetPartById(sheet.Id!))
                        .Worksheet.Descendants<Row>()
                        .Select(row => row.Elements<Cell>().Select(Show).ToArray())
                        .ToList()
            );

        string Show(Cell cell)
        {
            var type = cell.DataType?.Value;
            if (type == CellValues.SharedString)
            {
                return "s " + shared[int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)];
            }

            if (type == CellValues.InlineString || type == CellValues.String)
            {
                return "s " + cell.InnerText;
            }

            if (cell.CellValue is not { } value)
            {
                return "";
            }

            var format = cells[(int)(cell.StyleIndex?.Value ?? 0)].NumberFormatId?.Value ?? 0;
            return (
                    type == CellValues.Boolean ? "b "
                    : formats.TryGetValue(format, out var code) && code.Contains("yy", StringComparison.Ordinal) ? "d "
                    : "n "
                ) + value.Text;
        }
    }

    /// <summary>Whether the header row of a sheet stays in place.</summary>
    public static bool IsHeaderFrozen(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var sheet = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().First();
        var pane = ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.Descendants<Pane>().SingleOrDefault();
        return pane?.State?.Value == PaneStateValues.Frozen && pane.VerticalSplit?.Value == 1;
    }
}
