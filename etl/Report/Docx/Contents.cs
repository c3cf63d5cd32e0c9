using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;
using TextRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>
/// The contents: a field with our own lines, each of which leads to its heading. Page numbers are fields that only a program that lays
/// out pages can fill: LibreOffice beforehand, or F9 in Word. They are not asked for at each opening, because Word then puts a question
/// before anybody reads.
/// </summary>
internal sealed class Contents(ReportDocument document, ReportOutline outline, StyleIds styles, IReadOnlyDictionary<int, string>? pages)
{
    private const int LevelMax = 2;

    /// <summary>The page; nothing where the report has no heading.</summary>
    public IEnumerable<OpenXmlElement> Page()
    {
        var headings = document
            .Blocks.Index()
            .Where(block => block.Item is HeadingBlock { Level: <= LevelMax })
            .Select(block => (Place: block.Index, Heading: (HeadingBlock)block.Item))
            .ToList();
        if (headings.Count == 0)
        {
            yield break;
        }

        yield return Texts.Paragraph(styles[StyleNames.ContentsHeading], Texts.Run(ReportWords.Of(document.Language).Contents));
        foreach (var (index, (place, heading)) in headings.Index())
        {
            var line = Texts.Paragraph(styles[StyleNames.Contents(heading.Level)]);
            if (index == 0)
            {
                line.Append(Fields.Begin($@"TOC \o ""1-{LevelMax}"" \h \z \u"));
            }

            line.AppendChild(Link(place, heading));
            if (index == headings.Count - 1)
            {
                line.AppendChild(Fields.End());
            }

            yield return line;
        }
    }

    private Hyperlink Link(int place, HeadingBlock heading)
    {
        var bookmark = Bookmarks.OfHeading(place);
        var number = styles.NumbersHeadings && !heading.IsAppendix ? "" : outline.HeadingOf(place);
        var link = new Hyperlink(Texts.Run(number + heading.Text), new TextRun(new TabChar())) { Anchor = bookmark, History = true };
        link.Append(Fields.Of($@"PAGEREF {bookmark} \h", pages?.GetValueOrDefault(place) ?? ""));
        return link;
    }
}
