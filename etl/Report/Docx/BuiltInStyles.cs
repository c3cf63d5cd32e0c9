using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>
/// The look of a report without a template. Body, headings and page numbers: GB/T 9704-2012. Tables: CY/T 170-2019. Sizes of captions and
/// tables: custom.
/// </summary>
internal static class BuiltInStyles
{
    // 156 mm.
    private const int TextWidth = 8845;

    private static readonly StyleRow[] Rows =
    [
        new(StyleNames.Body, FontNames.FangSong, 32, JustificationValues.Both) { IsIndented = true, HasBodyLines = true },
        Heading(1, FontNames.Hei),
        Heading(2, FontNames.Kai),
        Heading(3, FontNames.FangSong) with
        {
            IsBold = true,
        },
        new(StyleNames.AppendixHeading, FontNames.Hei, 32, JustificationValues.Center)
        {
            KeepsNext = true,
            OutlineLevel = 0,
            BeginsPage = true,
            After = 120,
        },
        new(StyleNames.Title, FontNames.BigSong, 52, JustificationValues.Center) { Before = 2_400, After = 240 },
        new(StyleNames.CoverNumber, FontNames.FangSong, 32, JustificationValues.Right),
        new(StyleNames.CoverOffice, FontNames.Kai, 32, JustificationValues.Center) { Before = 4_800, After = 120 },
        new(StyleNames.CoverText, FontNames.Kai, 32, JustificationValues.Center) { After = 120 },
        new(StyleNames.ContentsHeading, FontNames.Hei, 36, JustificationValues.Center) { KeepsNext = true, After = 360 },
        new(StyleNames.Contents(1), FontNames.FangSong, 28, JustificationValues.Left) { PageNumberAt = TextWidth, After = 60 },
        new(StyleNames.Contents(2), FontNames.FangSong, 28, JustificationValues.Left)
        {
            PageNumberAt = TextWidth,
            After = 60,
            Left = 420,
        },
        new(StyleNames.TableCaption, FontNames.Hei, 24, JustificationValues.Center) { KeepsNext = true, Before = 180 },
        new(StyleNames.TableUnit, FontNames.Song, 18, JustificationValues.Right) { KeepsNext = true, After = 20 },
        new(StyleNames.TableNote, FontNames.Song, 18, JustificationValues.Left) { Before = 40, After = 120 },
        new(StyleNames.TableHead, FontNames.Hei, 21, JustificationValues.Center) { Before = 30, After = 30 },
        new(StyleNames.TableText, FontNames.Song, 21, JustificationValues.Left) { Before = 20, After = 20 },
        new(StyleNames.TableNumber, FontNames.Song, 21, JustificationValues.Right) { Before = 20, After = 20 },
        new(StyleNames.Figure, FontNames.Song, 21, JustificationValues.Center) { KeepsNext = true, Before = 180 },
        new(StyleNames.FigureCaption, FontNames.Hei, 24, JustificationValues.Center) { Before = 60, After = 40 },
        new(StyleNames.FigureNote, FontNames.Song, 18, JustificationValues.Center) { After = 180 },
        new(StyleNames.Footer, FontNames.Song, 28, JustificationValues.Left),
    ];

    public static Styles Make(bool isChinese)
    {
        var styles = new Styles(Defaults(), Normal());
        styles.Append(Rows.Select(row => row.ToStyle(isChinese)));
        styles.Append(PlainTable(), ThreeLines());
        return styles;
    }

    private static StyleRow Heading(int level, string font) =>
        new(StyleNames.Heading(level), font, 32, JustificationValues.Left)
        {
            IsIndented = true,
            KeepsNext = true,
            HasBodyLines = true,
            OutlineLevel = level - 1,
        };

    private static DocDefaults Defaults() =>
        new(
            new RunPropertiesDefault(
                new RunPropertiesBaseStyle(
                    new RunFonts
                    {
                        Ascii = FontNames.Latin,
                        HighAnsi = FontNames.Latin,
                        EastAsia = FontNames.FangSong,
                        ComplexScript = FontNames.Latin,
                    },
                    new Kern { Val = 2 },
                    new FontSize { Val = "32" },
                    new FontSizeComplexScript { Val = "32" },
                    new Languages { Val = "en-US", EastAsia = "zh-CN" }
                )
            ),
            new ParagraphPropertiesDefault()
        );

    private static Style Normal() =>
        new(new StyleName { Val = "Normal" }, new PrimaryStyle())
        {
            Type = StyleValues.Paragraph,
            StyleId = "Normal",
            Default = true,
        };

    private static Style PlainTable() =>
        new(
            new StyleName { Val = "Normal Table" },
            new UIPriority { Val = 99 },
            new SemiHidden(),
            new UnhideWhenUsed(),
            new StyleTableProperties(
                new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 57, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 57, Type = TableWidthValues.Dxa }
                )
            )
        )
        {
            Type = StyleValues.Table,
            StyleId = "TableNormal",
            Default = true,
        };

    // 1.5, 0.75 and 1.5 points; widths are in eighths of one.
    private static Style ThreeLines() =>
        new(
            new StyleName { Val = StyleNames.ThreeLineTable },
            new BasedOn { Val = "TableNormal" },
            new StyleTableProperties(
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 12 },
                    new BottomBorder { Val = BorderValues.Single, Size = 12 }
                )
            ),
            new TableStyleProperties(
                new TableStyleConditionalFormattingTableCellProperties(
                    new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 6 })
                )
            )
            {
                Type = TableStyleOverrideValues.FirstRow,
            }
        )
        {
            Type = StyleValues.Table,
            StyleId = "ThreeLineTable",
            CustomStyle = true,
        };
}
