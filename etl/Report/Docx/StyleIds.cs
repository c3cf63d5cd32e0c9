using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SocietyParty.Etl.Report.Charts;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>The ids of the styles of one document, found by name.</summary>
internal sealed class StyleIds
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly List<Style> styles;

    /// <summary>Reads the styles of a document.</summary>
    /// <exception cref="ReportException">A style is missing.</exception>
    public StyleIds(MainDocumentPart part)
    {
        styles = part.StyleDefinitionsPart?.Styles?.Elements<Style>().ToList() ?? [];
        foreach (var name in StyleNames.Paragraphs)
        {
            ids[name] = IdOf(name, StyleValues.Paragraph);
        }

        ids[StyleNames.ThreeLineTable] = IdOf(StyleNames.ThreeLineTable, StyleValues.Table);
        NumbersHeadings = Enumerable.Range(1, 3).Any(level => IsNumbered(StyleNames.Heading(level)));
    }

    /// <summary>Whether headings are numbered by their style, so that no number is written.</summary>
    public bool NumbersHeadings { get; }

    public string this[string name] => ids[name];

    /// <summary>The fonts that a style names, itself or by what it is based on; where it names none, the standard ones.</summary>
    public ChartFont FontsOf(string name)
    {
        var fonts = Lineage(name).Select(style => style.StyleRunProperties?.RunFonts).OfType<RunFonts>().ToList();
        return new ChartFont(
            fonts.Select(font => font.Ascii?.Value).FirstOrDefault(font => font is not null) ?? ChartFont.Standard.Latin,
            fonts.Select(font => font.EastAsia?.Value).FirstOrDefault(font => font is not null) ?? ChartFont.Standard.EastAsian
        );
    }

    private string IdOf(string name, StyleValues type) =>
        styles.FirstOrDefault(style => IsNamed(style, name) && (style.Type?.Value ?? StyleValues.Paragraph) == type)?.StyleId?.Value
        ?? throw new ReportException(type == StyleValues.Table ? "SP-REPORT-301.Table" : "SP-REPORT-301.Paragraph", [("name", name)]);

    // Programs differ in capitals: "heading 1", "Heading 1".
    private static bool IsNamed(Style style, string name) =>
        string.Equals(style.StyleName?.Val?.Value, name, StringComparison.OrdinalIgnoreCase);

    private bool IsNumbered(string name) =>
        Lineage(name)
            .Select(style => style.StyleParagraphProperties?.NumberingProperties)
            .FirstOrDefault(numbering => numbering is not null)
            is { } numbering
        && numbering.NumberingId?.Val?.Value is not 0;

    // A style, then what it is based on; a circle of them ends at once.
    private IEnumerable<Style> Lineage(string name)
    {
        var style = styles.FirstOrDefault(style => IsNamed(style, name));
        for (var depth = 0; style is not null && depth < styles.Count; depth++)
        {
            yield return style;
            var parent = style.BasedOn?.Val?.Value;
            style = styles.FirstOrDefault(candidate => candidate.StyleId?.Value == parent);
        }
    }
}
