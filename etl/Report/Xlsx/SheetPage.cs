using System.Text;
using System.Xml;

namespace SocietyParty.Etl.Report.Xlsx;

/// <summary>
/// Sheets that print: A4, lying, as wide as the page. The library that writes them knows nothing of paper, and read as a whole by
/// another a long one would fill the memory, so they are changed on their way into the file.
/// </summary>
internal static class SheetPage
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Folder = "xl/worksheets/";
    private const string A4 = "9";

    // What may stand behind the paper's format in a sheet.
    private static readonly HashSet<string> Behind = ["headerFooter", "drawing", "legacyDrawing", "tableParts", "extLst"];

    /// <summary>Copies a part of a workbook; a sheet gets its paper.</summary>
    public static void Copy(string part, Stream source, Stream target)
    {
        if (!part.StartsWith(Folder, StringComparison.Ordinal) || !part.EndsWith(".xml", StringComparison.Ordinal))
        {
            source.CopyTo(target);
            return;
        }

        using var reader = XmlReader.Create(source, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        using var writer = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        reader.MoveToContent();
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        writer.WriteAttributes(reader, defattr: false);
        reader.Read();
        WriteProperties(reader, writer);
        var isWritten = false;
        while (reader.NodeType == XmlNodeType.Element)
        {
            if (!isWritten && Behind.Contains(reader.LocalName))
            {
                WritePaper(writer);
                isWritten = true;
            }

            writer.WriteNode(reader, defattr: false);
        }

        if (!isWritten)
        {
            WritePaper(writer);
        }

        writer.WriteEndElement();
    }

    private static void WriteProperties(XmlReader reader, XmlWriter writer)
    {
        writer.WriteStartElement("sheetPr", Main);
        if (reader.LocalName == "sheetPr")
        {
            writer.WriteAttributes(reader, defattr: false);
            var isEmpty = reader.IsEmptyElement;
            reader.Read();
            while (!isEmpty && reader.NodeType == XmlNodeType.Element)
            {
                writer.WriteNode(reader, defattr: false);
            }

            if (!isEmpty)
            {
                reader.ReadEndElement();
            }
        }

        writer.WriteStartElement("pageSetUpPr", Main);
        writer.WriteAttributeString("fitToPage", "1");
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WritePaper(XmlWriter writer)
    {
        writer.WriteStartElement("pageMargins", Main);
        foreach (
            var (side, inches) in new[]
            {
                ("left", "0.5"),
                ("right", "0.5"),
                ("top", "0.6"),
                ("bottom", "0.6"),
                ("header", "0.3"),
                ("footer", "0.3"),
            }
        )
        {
            writer.WriteAttributeString(side, inches);
        }

        writer.WriteEndElement();
        writer.WriteStartElement("pageSetup", Main);
        writer.WriteAttributeString("paperSize", A4);
        writer.WriteAttributeString("orientation", "landscape");
        writer.WriteAttributeString("fitToHeight", "0");
        writer.WriteEndElement();
    }
}
