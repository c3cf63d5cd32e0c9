using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>
/// A workbook of one kind: its rows, with a list to choose from where a column allows certain words only, and a second sheet that explains
/// the columns. Texts are typed as texts, so that none becomes a formula.
/// </summary>
internal static partial class WorkbookWriter
{
    private const uint PlainStyle = 0;
    private const uint HeaderStyle = 1;
    private const uint RequiredStyle = 2;
    private const uint DayStyle = 3;
    private const uint TextStyle = 4;
    private const uint ProseStyle = 5;

    // More than a list needs; a list to choose from is offered that far down.
    private const int OfferedRows = 5_000;

    private const double ColumnWidth = 18;

    public static byte[] Write(SheetKind kind, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheets = book.Workbook.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
            Add(book, sheets, 1, kind.Title, ListSheet(kind, rows));
            Add(book, sheets, 2, SheetTemplate.HelpSheet, HelpSheet(kind));
        }
        return stream.ToArray();
    }

    private static void Add(WorkbookPart book, OpenXmlCompositeElement sheets, uint number, string name, Worksheet content)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = content;
        sheets.AppendChild(
            new Sheet
            {
                Name = name,
                SheetId = number,
                Id = book.GetIdOfPart(part),
            }
        );
    }

    private static Worksheet ListSheet(SheetKind kind, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var data = new SheetData(
            RowOf(1, kind.Columns.Select(column => TextCell(column.Header, column.IsRequired ? RequiredStyle : HeaderStyle)))
        );
        var number = 1U;
        foreach (var row in rows)
        {
            data.AppendChild(RowOf(++number, kind.Columns.Select((column, index) => ValueCell(column, row[index]))));
        }

        var sheet = new Worksheet(FrozenHeader(), Widths(kind), data);
        if (Validations(kind) is { } validations)
        {
            sheet.AppendChild(validations);
        }

        return sheet;
    }

    private static Worksheet HelpSheet(SheetKind kind)
    {
        string[] headers = ["列", "英文名", "必填", "类型", "可填的值", "说明", "示例（虚构）"];
        var data = new SheetData(
            RowOf(1, [TextCell($"{kind.Title}：{kind.Help}", ProseStyle)]),
            RowOf(2, headers.Select(header => TextCell(header, HeaderStyle)))
        );
        var number = 2U;
        foreach (var column in kind.Columns)
        {
            string[] cells =
            [
                column.Header,
                column.Key,
                column.IsRequired ? "是" : "否",
                SheetHelp.TypeOf(column),
                SheetHelp.Allowed(column),
                column.Help,
                column.Example,
            ];
            data.AppendChild(RowOf(++number, cells.Select(cell => TextCell(cell, PlainStyle))));
        }
        // Every column's example stands below the others, so that the row can be copied as it is.
        data.AppendChild(RowOf(number + 2, [TextCell("示例行（虚构，请勿导入）", HeaderStyle)]));
        data.AppendChild(RowOf(number + 3, kind.Columns.Select(column => TextCell(column.Header, HeaderStyle))));
        data.AppendChild(RowOf(number + 4, kind.Columns.Select(column => TextCell(column.Example, TextStyle))));
        return new Worksheet(
            new Columns(
                new Column
                {
                    Min = 1,
                    Max = (uint)Math.Max(headers.Length, kind.Columns.Count),
                    Width = ColumnWidth,
                    CustomWidth = true,
                }
            ),
            data
        );
    }

    private static SheetViews FrozenHeader() =>
        new(
            new SheetView(
                new Pane
                {
                    VerticalSplit = 1,
                    TopLeftCell = "A2",
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                }
            )
            {
                WorkbookViewId = 0,
            }
        );

    // Formatted as text, a long number keeps its digits and a code its zeros.
    private static Columns Widths(SheetKind kind) =>
        new(
            kind.Columns.Select(
                (column, index) =>
                    new Column
                    {
                        Min = (uint)index + 1,
                        Max = (uint)index + 1,
                        Width = ColumnWidth,
                        CustomWidth = true,
                        Style = column.Type switch
                        {
                            ColumnType.Date => DayStyle,
                            ColumnType.Integer or ColumnType.Decimal => PlainStyle,
                            _ => TextStyle,
                        },
                    }
            )
        );

    private static DataValidations? Validations(SheetKind kind)
    {
        var offers = kind
            .Columns.Select((column, index) => (column, index))
            .Where(pair => pair.column.Choices.Count > 0)
            .Select(pair =>
            {
                var letter = ImportProblem.ColumnName(pair.index + 1);
                return new DataValidation(new Formula1($"\"{string.Join(',', pair.column.Choices.Select(choice => choice.Word))}\""))
                {
                    Type = DataValidationValues.List,
                    AllowBlank = true,
                    ShowErrorMessage = !pair.column.IsOpen && !pair.column.IsByRules,
                    SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{letter}2:{letter}{OfferedRows}" },
                };
            })
            .ToList();
        return offers.Count == 0 ? null : new DataValidations(offers) { Count = (uint)offers.Count };
    }

    private static Row RowOf(uint number, IEnumerable<Cell> cells)
    {
        var row = new Row { RowIndex = number };
        var column = 0;
        foreach (var cell in cells)
        {
            cell.CellReference = ImportProblem.ColumnName(++column) + number.ToString(CultureInfo.InvariantCulture);
            // A cell without a value would be one with an empty text.
            if (cell.HasChildren)
            {
                row.AppendChild(cell);
            }
        }
        return row;
    }

    private static Cell ValueCell(SheetColumn column, object? value) =>
        value switch
        {
            null => new Cell(),
            DateOnly day => new Cell(new CellValue(SerialDay.Of(day))) { StyleIndex = DayStyle },
            int number => new Cell(new CellValue(number)),
            decimal number => new Cell(new CellValue(number)),
            _ => TextCell(SheetTemplate.Show(column, value), TextStyle),
        };

    private static Cell TextCell(string text, uint style) =>
        text.Length == 0
            ? new Cell()
            : new Cell(new InlineString(new Text(Escaped().Replace(text, "_x005F$0")) { Space = SpaceProcessingModeValues.Preserve }))
            {
                DataType = CellValues.InlineString,
                StyleIndex = style,
            };

    private static Stylesheet Styles()
    {
        var bold = new Font(new Bold());
        var required = new Font(new Bold(), new Color { Rgb = "FFC00000" });
        CellFormat Format(uint font = 0, uint format = 0) =>
            new()
            {
                FontId = font,
                NumberFormatId = format,
                ApplyFont = font > 0,
                ApplyNumberFormat = format > 0,
            };
        return new Stylesheet(
            new Fonts(new Font(), bold, required) { Count = 3 },
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            )
            {
                Count = 2,
            },
            new Borders(new Border()) { Count = 1 },
            new CellStyleFormats(new CellFormat()) { Count = 1 },
            // In the order of the constants above: 14 is the system's short date, 49 text.
            new CellFormats(Format(), Format(font: 1), Format(font: 2), Format(format: 14), Format(format: 49), Format()) { Count = 6 }
        );
    }

    // What a reader would take for an escaped character.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escaped();
}
