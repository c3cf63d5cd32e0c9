using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>What a report looks like: styles by name, the page, and what stands at the foot of it.</summary>
/// <param name="Styles">Ids of the styles.</param>
/// <param name="Page">Size, margins and grid.</param>
/// <param name="Footers">References to headers and footers, for each section after the cover.</param>
internal sealed record DocumentLook(StyleIds Styles, PageSetup Page, IReadOnlyList<OpenXmlElement> Footers)
{
    /// <summary>The look of GB/T 9704, made here.</summary>
    public static DocumentLook BuiltIn(MainDocumentPart part, bool isChinese)
    {
        part.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = BuiltInStyles.Make(isChinese);
        part.AddNewPart<FontTablePart>("rIdFonts").Fonts = FontNames.Table();
        AddSettings(part, isEvenApart: true, isMirrored: true);
        var styles = new StyleIds(part);
        return new DocumentLook(styles, PageSetup.Standard, Docx.Footers.Add(part, styles));
    }

    /// <summary>
    /// The look of another document: its styles, numbering, fonts, theme, and of its last standing section page, headers and footers.
    /// </summary>
    public static DocumentLook Of(Stream template, MainDocumentPart part)
    {
        using var document = Open(template);
        var from = document.MainDocumentPart!;
        Copy(from.StyleDefinitionsPart, part, "rIdStyles");
        Copy(from.NumberingDefinitionsPart, part, "rIdNumbering");
        Copy(from.FontTablePart, part, "rIdFonts");
        Copy(from.ThemePart, part, "rIdTheme");
        var theirs = from.DocumentSettingsPart?.Settings;
        AddSettings(part, theirs?.GetFirstChild<EvenAndOddHeaders>() is not null, theirs?.GetFirstChild<MirrorMargins>() is not null);
        var section = SectionOf(from);
        var styles = new StyleIds(part);
        var footers = Feet(from, section, part);
        return new DocumentLook(styles, PageSetup.Of(section), footers.Count > 0 ? footers : Docx.Footers.Add(part, styles));
    }

    // An issued report ends with appendices, which lie; its chapters stand.
    private static SectionProperties? SectionOf(MainDocumentPart part)
    {
        var sections = part.Document?.Body?.Descendants<SectionProperties>().ToList() ?? [];
        return sections.LastOrDefault(section => section.GetFirstChild<PageSize>() is { } size && size.Width?.Value <= size.Height?.Value)
            ?? sections.LastOrDefault();
    }

    private static WordprocessingDocument Open(Stream template)
    {
        try
        {
            var document = WordprocessingDocument.Open(template, isEditable: false);
            // A workbook opens, too, and is found out by its parts only.
            return document.MainDocumentPart?.StyleDefinitionsPart is not null
                ? document
                : throw new OpenXmlPackageException("It has no main part with styles.");
        }
        catch (Exception refused)
            when (refused is OpenXmlPackageException or InvalidDataException or FileFormatException or InvalidOperationException)
        {
            throw new ReportException("SP-REPORT-302", []);
        }
    }

    private static void Copy(OpenXmlPart? from, MainDocumentPart to, string id)
    {
        if (from is not null)
        {
            to.AddPart(from, id);
        }
    }

    // Headers, too: an office has its name there.
    private static List<OpenXmlElement> Feet(MainDocumentPart from, SectionProperties? section, MainDocumentPart to)
    {
        var references = new List<OpenXmlElement>();
        foreach (var reference in section?.Elements<HeaderFooterReferenceType>() ?? [])
        {
            var id = $"rIdTemplate{references.Count + 1}";
            to.AddPart(from.GetPartById(reference.Id!.Value!), id);
            var copy = (HeaderFooterReferenceType)reference.CloneNode(deep: true);
            copy.Id = id;
            references.Add(copy);
        }

        return references;
    }

    private static void AddSettings(MainDocumentPart part, bool isEvenApart, bool isMirrored)
    {
        var settings = new Settings();
        if (isMirrored)
        {
            settings.AppendChild(new MirrorMargins());
        }

        settings.AppendChild(new DefaultTabStop { Val = 420 });
        if (isEvenApart)
        {
            settings.AppendChild(new EvenAndOddHeaders());
        }

        settings.Append(
            new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            )
        );
        part.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = settings;
    }
}
