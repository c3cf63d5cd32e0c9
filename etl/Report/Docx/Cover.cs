using DocumentFormat.OpenXml;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>The first page.</summary>
internal static class Cover
{
    public static IEnumerable<OpenXmlElement> Page(ReportDocument document, StyleIds styles)
    {
        var cover = document.Cover;
        yield return Texts.Paragraph(styles[StyleNames.CoverNumber], Texts.Run(cover.Number));
        yield return Texts.Paragraph(styles[StyleNames.Title], Texts.Run(cover.Title));
        if (cover.IsDraft)
        {
            yield return Texts.Paragraph(styles[StyleNames.CoverText], Texts.Run(ReportWords.Of(document.Language).Draft));
        }

        yield return Texts.Paragraph(styles[StyleNames.CoverOffice], Texts.Run(cover.Office));
        foreach (var line in cover.Lines)
        {
            yield return Texts.Paragraph(styles[StyleNames.CoverText], Texts.Run(line));
        }
    }
}
