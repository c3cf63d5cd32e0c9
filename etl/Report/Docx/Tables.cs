using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>
/// A three-line table: caption and unit above, note below. Its head is repeated on each page (which is all that Word can do for 续表), and
/// rows are held together so that neither caption nor note stands alone.
/// </summary>
internal sealed class Tables(StyleIds styles, Captions captions, ReportOutline outline, ReportWords words)
{
    // A table of so many rows stays on one page.
    private const int WholeMax = 12;

    // Of a longer one as many rows stay with the caption, and with the note.
    private const int HeldRows = 2;

    public IEnumerable<OpenXmlElement> Of(ReportTable table, int width)
    {
        yield return captions.Of(styles[StyleNames.TableCaption], table.Id, table.Title);
        if (table.Unit.Length > 0)
        {
            yield return Texts.Paragraph(styles[StyleNames.TableUnit], Texts.Run(table.Unit));
        }

        var rows = Printed(table);
        yield return Grid(table, rows, width);
        if (rows.Count < table.Rows.Count)
        {
            var sentence = words.Shortened(
                DocxLimits.TableRowsMax,
                table.Rows.Count,
                withTotals: rows.Count > DocxLimits.TableRowsMax,
                outline.SheetOf(table)
            );
            yield return Texts.Paragraph(styles[StyleNames.TableNote], Texts.Run(sentence));
        }

        // Also an empty one: without a paragraph between them two tables would be one.
        yield return Texts.Paragraph(styles[StyleNames.TableNote], Texts.Run(table.Note.Text));
    }

    // Totals are read first, so they are there even where their rows are not.
    private static IReadOnlyList<ReportRow> Printed(ReportTable table) =>
        table.Rows.Count <= DocxLimits.TableRowsMax
            ? table.Rows
            : [.. table.Rows.Where((row, place) => place < DocxLimits.TableRowsMax || row.IsTotal)];

    private Table Grid(ReportTable table, IReadOnlyList<ReportRow> rows, int width)
    {
        var texts = rows.Select(row => table.Columns.Select((column, place) => CellText.Of(table, column, row.Cells[place])).ToArray());
        var all = texts.ToList();
        var widths = new ColumnWidths(table, all, width);
        var grid = new Table(
            new TableProperties(
                new TableStyle { Val = styles[StyleNames.ThreeLineTable] },
                new TableWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0020", FirstRow = true }
            ),
            new TableGrid(widths.All.Select(column => new GridColumn { Width = Twips(column) }))
        );
        grid.AppendChild(Head(table, widths));
        var shades = table.Columns.Select((column, place) => column.IsShaded ? new Shades(table, place) : null).ToList();
        foreach (var (place, row) in rows.Index())
        {
            var isHeld = rows.Count <= WholeMax || place < HeldRows || place >= rows.Count - HeldRows;
            var line = new TableRow(new TableRowProperties(new CantSplit()));
            line.Append(
                table.Columns.Select(
                    (column, index) => Cell(column, row, all[place][index], shades[index]?.Of(row.Cells[index]), widths, index, isHeld)
                )
            );
            grid.AppendChild(line);
        }

        return grid;
    }

    private TableRow Head(ReportTable table, ColumnWidths widths)
    {
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        head.Append(
            table.Columns.Select(
                (column, place) =>
                    Cell(
                        widths.All[place],
                        fill: null,
                        Texts.Paragraph(styles[StyleNames.TableHead], Texts.Run(column.Title)).KeepWithNext()
                    )
            )
        );
        return head;
    }

    private TableCell Cell(
        ReportColumn column,
        ReportRow row,
        string text,
        (string Fill, bool IsDark)? shade,
        ColumnWidths widths,
        int place,
        bool isHeld
    )
    {
        var isNumber = ColumnWidths.IsNumber(column);
        var shown = row.IsTotal ? null : shade;
        var run = Texts.Run(text);
        if (shown is { IsDark: true })
        {
            run.RunProperties = new RunProperties(new Color { Val = "FFFFFF" });
        }

        var paragraph = Texts.Paragraph(styles[isNumber ? StyleNames.TableNumber : StyleNames.TableText], run);
        if (isHeld)
        {
            paragraph.KeepWithNext();
        }

        if (isNumber)
        {
            paragraph.ParagraphProperties!.Indentation = new Indentation { Right = Twips(widths.NumberIndent(place)) };
        }

        return Cell(widths.All[place], shown?.Fill, paragraph);
    }

    private static TableCell Cell(int width, string? fill, Paragraph paragraph)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa });
        if (fill is not null)
        {
            properties.AppendChild(
                new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = fill,
                }
            );
        }

        properties.AppendChild(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, paragraph);
    }

    private static string Twips(int number) => number.ToString(CultureInfo.InvariantCulture);
}
