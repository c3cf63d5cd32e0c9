using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>The page: that of the template's last standing section, else A4 after GB/T 9704 with 156 × 225 mm of text.</summary>
internal sealed class PageSetup
{
    // A template without margins is one of Word's own: 2.54 and 3.18 cm.
    private const int OtherMargin = 1_440;

    private readonly PageSize size;
    private readonly PageMargin margin;
    private readonly DocGrid? grid;

    private PageSetup(PageSize size, PageMargin margin, DocGrid? grid)
    {
        this.size = size;
        this.margin = margin;
        this.grid = grid;
    }

    public static PageSetup Standard =>
        new(
            new PageSize { Width = 11_906, Height = 16_838 },
            new PageMargin
            {
                Top = 2_098,
                Bottom = 1_984,
                Left = 1_587,
                Right = 1_474,
                Header = 851,
                Footer = 1_304,
                Gutter = 0,
            },
            new DocGrid { Type = DocGridValues.Lines, LinePitch = StyleRow.BodyLine }
        );

    public static PageSetup Of(SectionProperties? section) =>
        section?.GetFirstChild<PageSize>() is { Width: not null, Height: not null } size
            ? new PageSetup(
                (PageSize)size.CloneNode(deep: true),
                (PageMargin?)section.GetFirstChild<PageMargin>()?.CloneNode(deep: true) ?? Standard.margin,
                Grid(section)
            )
            : Standard;

    // LibreOffice writes spaces below zero as a number that Word does not take.
    private static DocGrid? Grid(SectionProperties section)
    {
        var grid = (DocGrid?)section.GetFirstChild<DocGrid>()?.CloneNode(deep: true);
        if (grid?.CharacterSpace is { HasValue: false })
        {
            grid.CharacterSpace = null;
        }

        return grid;
    }

    /// <summary>Twips between the margins.</summary>
    public int TextWidth(bool isLandscape) => isLandscape ? (int)size.Height!.Value - Top - Bottom : (int)size.Width!.Value - Left - Right;

    /// <summary>Twips between top and bottom.</summary>
    public int TextHeight(bool isLandscape) => isLandscape ? (int)size.Width!.Value - Left - Right : (int)size.Height!.Value - Top - Bottom;

    /// <summary>The properties that end a section.</summary>
    /// <param name="footers">References to footers; none on the cover.</param>
    /// <param name="numbers">How its pages are counted.</param>
    /// <param name="isLandscape">Whether the page lies.</param>
    public SectionProperties Section(IEnumerable<OpenXmlElement> footers, PageNumberType? numbers, bool isLandscape)
    {
        var section = new SectionProperties();
        section.Append(footers);
        section.Append(
            new SectionType { Val = SectionMarkValues.NextPage },
            isLandscape
                ? new PageSize
                {
                    Width = size.Height,
                    Height = size.Width,
                    Orient = PageOrientationValues.Landscape,
                }
                : (PageSize)size.CloneNode(deep: true),
            isLandscape ? Turned() : (PageMargin)margin.CloneNode(deep: true)
        );
        if (numbers is not null)
        {
            section.AppendChild(numbers);
        }

        if (grid is not null)
        {
            section.AppendChild(grid.CloneNode(deep: true));
        }

        return section;
    }

    // Below zero where text may lie over the header: the distance is the same.
    private int Top => Math.Abs(margin.Top?.Value ?? OtherMargin);

    private int Bottom => Math.Abs(margin.Bottom?.Value ?? OtherMargin);

    private int Left => (int)(margin.Left?.Value ?? OtherMargin);

    private int Right => (int)(margin.Right?.Value ?? OtherMargin);

    // The top of the page goes to its left, where the report is bound.
    private PageMargin Turned() =>
        new()
        {
            Left = (uint)Top,
            Right = (uint)Bottom,
            Top = Left,
            Bottom = Right,
            Header = margin.Header ?? 720,
            // The number of the page stays within the margin, which is narrower here.
            Footer = (uint)Math.Min((int)(margin.Footer?.Value ?? 720), Right / 2),
            Gutter = margin.Gutter ?? 0,
        };
}
