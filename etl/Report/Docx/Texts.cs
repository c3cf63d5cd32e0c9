using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using SocietyParty.Etl.Report.Wording;
using TextRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>Words of a document: runs and paragraphs in a style.</summary>
internal static class Texts
{
    /// <summary>A run; a line that ends in the text ends in the document.</summary>
    public static TextRun Run(string text)
    {
        var run = new TextRun();
        foreach (var (place, line) in PlainText.Of(text).ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (place > 0)
            {
                run.AppendChild(new Break());
            }

            run.AppendChild(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>A run of a number such as A-1, which no line may end within.</summary>
    public static TextRun Unbroken(string text)
    {
        var run = new TextRun();
        foreach (var (place, part) in PlainText.Of(text).Split('-').Index())
        {
            if (place > 0)
            {
                run.AppendChild(new NoBreakHyphen());
            }

            if (part.Length > 0)
            {
                run.AppendChild(new Text(part) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        return run;
    }

    /// <summary>A paragraph in a style.</summary>
    public static Paragraph Paragraph(string style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>Holds a paragraph to what follows.</summary>
    public static Paragraph KeepWithNext(this Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        return paragraph;
    }
}
