using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>Page numbers between lines: odd ones on the right, even ones on the left, one letter from the margin.</summary>
internal static class Footers
{
    /// <summary>Adds both parts; gives the references to them.</summary>
    public static IReadOnlyList<OpenXmlElement> Add(MainDocumentPart part, StyleIds styles) =>
        [
            Add(part, styles, HeaderFooterValues.Default, "rIdFooterOdd", JustificationValues.Right),
            Add(part, styles, HeaderFooterValues.Even, "rIdFooterEven", JustificationValues.Left),
        ];

    private static FooterReference Add(
        MainDocumentPart part,
        StyleIds styles,
        HeaderFooterValues pages,
        string id,
        JustificationValues align
    )
    {
        var paragraph = Texts.Paragraph(styles[StyleNames.Footer], [Texts.Run("— "), .. Fields.Of("PAGE", "1"), Texts.Run(" —")]);
        paragraph.ParagraphProperties!.Indentation = new Indentation
        {
            LeftChars = 100,
            Left = "280",
            RightChars = 100,
            Right = "280",
        };
        paragraph.ParagraphProperties.Justification = new Justification { Val = align };
        part.AddNewPart<FooterPart>(id).Footer = new Footer(paragraph);
        return new FooterReference { Type = pages, Id = id };
    }
}
