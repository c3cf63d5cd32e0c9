using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Packaging;
using SocietyParty.Etl.Report.Charts;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace SocietyParty.Etl.Report.Xlsx;

/// <summary>Puts a chart beside each block of the sheet of charts' data: the library that writes the sheets draws none.</summary>
internal static class SheetDrawing
{
    private const int ChartColumns = 10;

    public static void Add(
        Stream package,
        string sheet,
        IReadOnlyList<(ReportChart Chart, ChartRanges Cells)> places,
        ReportOutline outline
    )
    {
        using var document = SpreadsheetDocument.Open(package, isEditable: true);
        var book = document.WorkbookPart!;
        var found = book.Workbook.Descendants<S.Sheet>().Single(candidate => candidate.Name == sheet);
        var part = (WorksheetPart)book.GetPartById(found.Id!.Value!);
        var drawings = part.AddNewPart<DrawingsPart>("rIdDrawing");
        var drawing = new WorksheetDrawing();
        foreach (var (index, (chart, cells)) in places.Index())
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"rIdChart{index + 1}");
            drawings.AddNewPart<ChartPart>(id).ChartSpace = ChartDrawing.Of(chart, cells, workbook: null, ChartFont.Standard);
            drawing.AppendChild(Anchor(chart, cells, (uint)index + 1, id, outline.CaptionOf(chart.Id).Label));
        }

        drawings.WorksheetDrawing = drawing;
        // What may stand behind a drawing in a sheet is not there.
        part.Worksheet.AppendChild(new S.Drawing { Id = "rIdDrawing" });
    }

    private static TwoCellAnchor Anchor(ReportChart chart, ChartRanges cells, uint number, string id, string label)
    {
        var column = chart.Series.Count + 2;
        return new TwoCellAnchor(
            new FromMarker(Column(column), Zero(), Row(cells.HeadRow - 2), new RowOffset("0")),
            new ToMarker(Column(column + ChartColumns), Zero(), Row(cells.HeadRow - 2 + ChartSheet.ChartRows), new RowOffset("0")),
            new GraphicFrame(
                new NonVisualGraphicFrameProperties(
                    new NonVisualDrawingProperties
                    {
                        Id = number,
                        Name = PlainText.Of(label),
                        Description = PlainText.Of(chart.Description),
                    },
                    new NonVisualGraphicFrameDrawingProperties()
                ),
                new Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                new A.Graphic(
                    new A.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }
                )
            )
            {
                Macro = "",
            },
            new ClientData()
        );
    }

    private static ColumnId Column(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    private static ColumnOffset Zero() => new("0");

    private static RowId Row(int number) => new(number.ToString(CultureInfo.InvariantCulture));
}
