using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using TextRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>Fields of Word, each with what it shows until somebody updates it.</summary>
internal static class Fields
{
    /// <summary>A whole field.</summary>
    public static IEnumerable<OpenXmlElement> Of(string instruction, string shown)
    {
        foreach (var run in Begin(instruction))
        {
            yield return run;
        }

        yield return Texts.Unbroken(shown);
        yield return End();
    }

    /// <summary>The begin of a field, whose text follows.</summary>
    public static IEnumerable<OpenXmlElement> Begin(string instruction)
    {
        yield return Mark(FieldCharValues.Begin);
        yield return new TextRun(new FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve });
        yield return Mark(FieldCharValues.Separate);
    }

    /// <summary>The end of a field.</summary>
    public static TextRun End() => Mark(FieldCharValues.End);

    private static TextRun Mark(FieldCharValues type) => new(new FieldChar { FieldCharType = type });
}
