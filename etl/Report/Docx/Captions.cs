using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>
/// Captions with numbers that Word counts itself: 表{章}-{表}. The first of a chapter sets the chapter's number, and the first of its kind
/// begins at 1; both by <c>\r</c>, which Word and LibreOffice keep to alike. (<c>STYLEREF</c> would give 表一-1, and a hidden counter is
/// shown by LibreOffice.)
/// </summary>
internal sealed class Captions(ReportWords words, ReportOutline outline, Bookmarks bookmarks)
{
    /// <summary>A caption in its style.</summary>
    public Paragraph Of(string style, string id, string title) =>
        Texts.Paragraph(
            style,
            [.. bookmarks.Around(bookmarks.OfCaption(id), Number(outline.CaptionOf(id))), Texts.Run(words.TitleGap + title)]
        );

    /// <summary>A reference to a caption's number, in a sentence.</summary>
    public IEnumerable<OpenXmlElement> Reference(string id) => Fields.Of($@"REF {bookmarks.OfCaption(id)} \h", outline.CaptionOf(id).Label);

    private IEnumerable<OpenXmlElement> Number(CaptionNumber number)
    {
        var sequence = number.IsTable ? words.Table : words.Figure;
        yield return Texts.Run(sequence + words.LabelGap);
        if (number.Chapter.Length > 0)
        {
            foreach (var run in Fields.Of(Chapter(number), number.Chapter))
            {
                yield return run;
            }

            yield return Texts.Unbroken("-");
        }

        var restart = number.Ordinal == 1 ? @" \r 1" : "";
        foreach (var run in Fields.Of($@"SEQ {sequence} \* ARABIC{restart}", number.Ordinal.ToString(CultureInfo.InvariantCulture)))
        {
            yield return run;
        }
    }

    private string Chapter(CaptionNumber number)
    {
        var sequence = number.IsAppendix ? words.Appendix : words.Chapter;
        var format = number.IsAppendix ? "ALPHABETIC" : "ARABIC";
        var value = number.IsFirstOfChapter ? string.Create(CultureInfo.InvariantCulture, $@"\r {number.ChapterOrdinal}") : @"\c";
        return $@"SEQ {sequence} \* {format} {value}";
    }
}
