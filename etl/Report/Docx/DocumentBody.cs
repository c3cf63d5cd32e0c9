using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>
/// The blocks of a report one after the other, in sections: cover (no page number), contents (I), chapters (from 1) and appendices
/// (those with more than sentences on lying pages, counted on).
/// </summary>
internal sealed class DocumentBody
{
    private readonly ReportDocument document;
    private readonly ReportOutline outline;
    private readonly DocumentLook look;
    private readonly Bookmarks bookmarks = new();
    private readonly Captions captions;
    private readonly Tables tables;
    private readonly Figures figures;
    private readonly Body body = new();
    private bool isLandscape;
    private bool isCounted;

    public DocumentBody(ReportDocument document, ReportOutline outline, DocumentLook look, MainDocumentPart part)
    {
        this.document = document;
        this.outline = outline;
        this.look = look;
        var words = ReportWords.Of(document.Language);
        captions = new Captions(words, outline, bookmarks);
        tables = new Tables(look.Styles, captions, outline, words);
        figures = new Figures(part, look.Styles, captions, outline, words);
    }

    public async Task<Body> WriteAsync(IReadOnlyDictionary<int, string>? pages, CancellationToken ct)
    {
        body.Append(Cover.Page(document, look.Styles));
        EndSection(look.Page.Section([], numbers: null, isLandscape: false));
        var contents = new Contents(document, outline, look.Styles, pages).Page().ToList();
        if (contents.Count > 0)
        {
            body.Append(contents);
            // Of its own: in a paragraph of the contents LibreOffice takes the footers for a part of them and loses their number.
            body.AppendChild(Texts.Paragraph(look.Styles[StyleNames.Contents(1)]));
            EndSection(
                look.Page.Section(Footers(), new PageNumberType { Format = NumberFormatValues.UpperRoman, Start = 1 }, isLandscape: false)
            );
        }

        foreach (var (place, block) in document.Blocks.Index())
        {
            await AppendAsync(place, block, ct);
        }

        body.AppendChild(ChapterSection());
        return body;
    }

    private async Task AppendAsync(int place, ReportBlock block, CancellationToken ct)
    {
        var width = look.Page.TextWidth(isLandscape);
        switch (block)
        {
            case HeadingBlock heading:
                Turn(place, heading);
                body.AppendChild(Heading(place, heading));
                break;
            case ParagraphBlock paragraph:
                body.AppendChild(Texts.Paragraph(look.Styles[StyleNames.Body], [.. paragraph.Content.SelectMany(Inline)]));
                break;
            case TableBlock table:
                body.Append(tables.Of(table.Table, width));
                break;
            case ChartBlock chart:
                body.Append(await figures.OfAsync(chart.Chart, width, look.Page.TextHeight(isLandscape), ct));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, null);
        }
    }

    // Appendices with tables or charts lie; one of sentences, and a chapter behind them, stands.
    private void Turn(int place, HeadingBlock heading)
    {
        var lies =
            heading.IsAppendix
            && document
                .Blocks.Skip(place + 1)
                .TakeWhile(block => block is not HeadingBlock { Level: 1 })
                .Any(block => block is TableBlock or ChartBlock);
        if (heading.Level != 1 || lies == isLandscape)
        {
            return;
        }

        if (place > 0)
        {
            EndSection(ChapterSection());
        }

        isLandscape = lies;
    }

    private Paragraph Heading(int place, HeadingBlock heading)
    {
        var isAppendix = heading is { Level: 1, IsAppendix: true };
        var style = isAppendix ? StyleNames.AppendixHeading : StyleNames.Heading(heading.Level);
        var number = look.Styles.NumbersHeadings && !isAppendix ? "" : outline.HeadingOf(place);
        return Texts.Paragraph(look.Styles[style], [.. bookmarks.Around(Bookmarks.OfHeading(place), [Texts.Run(number + heading.Text)])]);
    }

    private IEnumerable<OpenXmlElement> Inline(ReportInline inline) =>
        inline switch
        {
            TextInline text => [Texts.Run(text.Text)],
            ReferenceInline reference => captions.Reference(reference.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(inline), inline, null),
        };

    // Chapters begin at 1; what follows them counts on.
    private SectionProperties ChapterSection()
    {
        var numbers = new PageNumberType { Format = NumberFormatValues.Decimal };
        if (!isCounted)
        {
            numbers.Start = 1;
            isCounted = true;
        }

        return look.Page.Section(Footers(), numbers, isLandscape);
    }

    // A section's properties stand in its last paragraph, so that no empty one opens a page.
    private void EndSection(SectionProperties section) => ((Paragraph)body.LastChild!).ParagraphProperties!.SectionProperties = section;

    private IEnumerable<OpenXmlElement> Footers() => look.Footers.Select(reference => reference.CloneNode(deep: true));
}
