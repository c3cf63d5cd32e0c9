using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SocietyParty.Etl.Report.Charts;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;
using SocietyParty.Etl.Report.Xlsx;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using TextRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>A chart that Word draws and people can edit: its part, the workbook with its data in it, its caption and note below.</summary>
internal sealed class Figures(MainDocumentPart part, StyleIds styles, Captions captions, ReportOutline outline, ReportWords words)
{
    private const long Twip = 635;
    private const long Millimetre = 36_000;
    private const string Workbook = "rIdWorkbook";

    private uint count;

    public async Task<IReadOnlyList<OpenXmlElement>> OfAsync(ReportChart chart, int width, int pageHeight, CancellationToken ct)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"rIdChart{++count}");
        var cells = new ChartRanges(words.ChartSheet, HeadRow: 1);
        var drawn = part.AddNewPart<ChartPart>(id);
        using (var data = new MemoryStream())
        {
            await ChartWorkbook.WriteAsync(chart, cells, data, ct);
            data.Position = 0;
            // The kind of part gives it a name that ends in .xlsx; Word opens no other.
            drawn.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx, Workbook).FeedData(data);
        }

        drawn.ChartSpace = ChartDrawing.Of(chart, cells, Workbook, styles.FontsOf(StyleNames.FigureNote));
        var caption = captions.Of(styles[StyleNames.FigureCaption], chart.Id, Title(chart));
        var paragraphs = new List<OpenXmlElement>
        {
            Texts.Paragraph(
                styles[StyleNames.Figure],
                new TextRun(new Drawing(Frame(chart, id, width * Twip, Math.Min(Height(chart), pageHeight * Twip * 3 / 4))))
            ),
            caption,
        };
        if (chart.Note.Text.Length > 0)
        {
            caption.KeepWithNext();
            paragraphs.Add(Texts.Paragraph(styles[StyleNames.FigureNote], Texts.Run(chart.Note.Text)));
        }

        return paragraphs;
    }

    // A chart has no line of its own for the unit.
    private string Title(ReportChart chart) =>
        chart.Unit.Length == 0 ? chart.Title : chart.Title + (words.LabelGap.Length == 0 ? $"（{chart.Unit}）" : $" ({chart.Unit})");

    // Bars need room for each category, the others for a look. Caption and note have the rest of a page.
    private static long Height(ReportChart chart) =>
        Millimetre
        * chart.Kind switch
        {
            ChartKind.Bar or ChartKind.StackedBar => Math.Clamp(30 + (8 * chart.Categories.Count), 60, 190),
            ChartKind.Radar => 95,
            _ => 78,
        };

    private DW.Inline Frame(ReportChart chart, string id, long width, long height) =>
        new DW.Inline(
            new DW.Extent { Cx = width, Cy = height },
            new DW.EffectExtent
            {
                LeftEdge = 0,
                TopEdge = 0,
                RightEdge = 0,
                BottomEdge = 0,
            },
            new DW.DocProperties
            {
                Id = count,
                Name = PlainText.Of(outline.CaptionOf(chart.Id).Label),
                Title = PlainText.Of(chart.Title),
                Description = PlainText.Of(chart.Description),
            },
            new DW.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(
                new A.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }
            )
        )
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
}
