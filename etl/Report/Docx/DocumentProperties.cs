using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>Title, office and language of the file, written by hand: the library would add when it was made.</summary>
internal static class DocumentProperties
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";

    public static void Add(WordprocessingDocument file, ReportDocument document)
    {
        var part = file.AddNewPart<CoreFilePropertiesPart>("rIdCore");
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n" });
        writer.WriteStartElement("cp", "coreProperties", Core);
        writer.WriteElementString("dc", "title", Dublin, PlainText.Of(document.Cover.Title));
        writer.WriteElementString("dc", "creator", Dublin, PlainText.Of(document.Cover.Office));
        writer.WriteElementString("dc", "language", Dublin, document.Language == "en" ? "en" : "zh-CN");
        writer.WriteEndElement();
    }
}
