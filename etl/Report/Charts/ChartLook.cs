using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using SocietyParty.Etl.Report.Model;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace SocietyParty.Etl.Report.Charts;

/// <summary>
/// Colours, lines and letters of charts. Series differ in dash or shade, too, so that a black and white print shows which is which.
/// </summary>
internal static class ChartLook
{
    private const string TextColour = "262626";
    private const string GridColour = "D9D9D9";
    private const string AxisColour = "7F7F7F";
    private const int LineWidth = 28_575;
    private const int HairWidth = 9_525;

    private static readonly string[] Strokes = ["C00000", "1F4E79", "7F7F7F", "BF8F00", "548235", "7030A0"];

    private static readonly PresetLineDashValues[] Dashes =
    [
        PresetLineDashValues.Solid,
        PresetLineDashValues.Dash,
        PresetLineDashValues.SystemDot,
        PresetLineDashValues.LargeDashDot,
        PresetLineDashValues.LargeDash,
        PresetLineDashValues.SystemDashDot,
    ];

    private static readonly string[] Fills = ["1F3864", "6F8FB5", "B9C9DD", "E4E9F0", "595959", "A6A6A6"];

    /// <summary>A series that is drawn as a line.</summary>
    public static C.ChartShapeProperties Line(int series) =>
        new(
            new Outline(Solid(Strokes[series % Strokes.Length]), new PresetDash { Val = Dashes[series % Dashes.Length] }, new Round())
            {
                Width = LineWidth,
                CapType = LineCapValues.Round,
            }
        );

    /// <summary>A series that is drawn as areas.</summary>
    public static C.ChartShapeProperties Area(int series) =>
        new(Solid(Fills[series % Fills.Length]), new Outline(Solid("404040")) { Width = HairWidth / 2 });

    /// <summary>The line of an axis.</summary>
    public static C.ChartShapeProperties Axis() => new(new Outline(Solid(AxisColour)) { Width = HairWidth });

    /// <summary>Lines across the plot.</summary>
    public static C.MajorGridlines Grid() => new(new C.ChartShapeProperties(new Outline(Solid(GridColour)) { Width = HairWidth }));

    /// <summary>Nothing behind the plot and no frame around it.</summary>
    public static C.ShapeProperties Background() => new(new NoFill(), new Outline(new NoFill()));

    /// <summary>Letters of the whole chart, 小五.</summary>
    public static C.TextProperties Letters(ChartFont fonts) =>
        new(
            new BodyProperties(),
            new ListStyle(),
            new Paragraph(
                new ParagraphProperties(
                    new DefaultRunProperties(
                        Solid(TextColour),
                        new LatinFont { Typeface = fonts.Latin },
                        new EastAsianFont { Typeface = fonts.EastAsian },
                        new ComplexScriptFont { Typeface = fonts.Latin }
                    )
                    {
                        FontSize = 900,
                        Bold = false,
                    }
                ),
                new EndParagraphRunProperties { Language = "zh-CN" }
            )
        );

    /// <summary>How values are written beside the chart's points.</summary>
    public static string PointFormat(CellKind kind) =>
        kind switch
        {
            CellKind.Rate => "0.0%",
            CellKind.Score => "0.00",
            _ => "#,##0",
        };

    /// <summary>How values are written along an axis.</summary>
    public static string AxisFormat(CellKind kind) =>
        kind switch
        {
            CellKind.Rate => "0%",
            CellKind.Score => "General",
            _ => "#,##0",
        };

    private static SolidFill Solid(string colour) => new(new RgbColorModelHex { Val = new HexBinaryValue(colour) });
}
