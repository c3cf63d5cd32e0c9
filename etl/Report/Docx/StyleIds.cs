using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>The ids of the styles of one document, found by name.</summary>
internal sealed class StyleIds
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    /// <summary>Reads the styles of a document.</summary>
    /// <exception cref="ReportException">A style is missing.</exception>
    public StyleIds(MainDocumentPart part)
    {
        var styles = part.StyleDefinitionsPart?.Styles?.Elements<Style>().ToList() ?? [];
        foreach (var name in StyleNames.Paragraphs)
        {
            ids[name] = IdOf(styles, name, StyleValues.Paragraph);
        }

        ids[StyleNames.ThreeLineTable] = IdOf(styles, StyleNames.ThreeLineTable, StyleValues.Table);
        NumbersHeadings = Enumerable.Range(1, 3).Any(level => IsNumbered(styles, StyleNames.Heading(level)));
    }

    /// <summary>Whether headings are numbered by their style, so that no number is written.</summary>
    public bool NumbersHeadings { get; }

    public string this[string name] => ids[name];

    private static string IdOf(IEnumerable<Style> styles, string name, StyleValues type) =>
        styles.FirstOrDefault(style => IsNamed(style, name) && (style.Type?.Value ?? StyleValues.Paragraph) == type)?.StyleId?.Value
        ?? throw new ReportException(
            "SP-REPORT-301",
            $"The template has no {(type == StyleValues.Table ? "table" : "paragraph")} style named “{name}”.",
            "Make the template from an issued report, or add the style under this name."
        );

    // Programs differ in capitals: "heading 1", "Heading 1".
    private static bool IsNamed(Style style, string name) =>
        string.Equals(style.StyleName?.Val?.Value, name, StringComparison.OrdinalIgnoreCase);

    private static bool IsNumbered(List<Style> styles, string name)
    {
        var style = styles.FirstOrDefault(style => IsNamed(style, name));
        // A style may have its numbering from the one that it is based on; a circle of them ends at once.
        for (var depth = 0; style is not null && depth < styles.Count; depth++)
        {
            if (style.StyleParagraphProperties?.NumberingProperties is { } numbering)
            {
                return numbering.NumberingId?.Val?.Value is not 0;
            }

            var parent = style.BasedOn?.Val?.Value;
            style = styles.FirstOrDefault(candidate => candidate.StyleId?.Value == parent);
        }

        return false;
    }
}
