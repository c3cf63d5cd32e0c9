using System.Text;
using System.Xml;

namespace SocietyParty.Etl.Import;

/// <summary>
/// Reads a part of an office package element by element: only the one that is read is held in memory. Elements of other vocabularies,
/// which programs add to the standard's, have no name here.
/// </summary>
internal sealed class PartReader(Stream stream) : IDisposable
{
    // The standard's vocabularies in both of its forms, and that of the relationships between parts.
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/package/2006/relationships",
    };

    private readonly XmlReader xml = XmlReader.Create(
        stream,
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        }
    );
    private bool endsNext;
    private bool hasRead;

    /// <summary>Without its prefix; empty for an element of another vocabulary.</summary>
    public string Name { get; private set; } = "";

    public bool IsStart { get; private set; }

    /// <summary>Goes to the next beginning or end of an element; an empty element has both.</summary>
    public bool Read()
    {
        if (endsNext)
        {
            (endsNext, IsStart) = (false, false);
            return true;
        }

        while (hasRead || xml.Read())
        {
            hasRead = false;
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                IsStart = xml.NodeType is XmlNodeType.Element;
                Name = Known.Contains(xml.NamespaceURI) ? xml.LocalName : "";
                endsNext = IsStart && xml.IsEmptyElement;
                return true;
            }
        }

        return false;
    }

    /// <summary>Whatever its prefix; null where it is missing.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        for (var found = xml.MoveToFirstAttribute(); found && value is null; found = xml.MoveToNextAttribute())
        {
            value = xml.LocalName == name && xml.Prefix != "xmlns" ? xml.Value : null;
        }

        xml.MoveToElement();
        return value;
    }

    /// <summary>The text up to the next tag, of an element that begins here.</summary>
    public string Text()
    {
        if (endsNext)
        {
            return "";
        }

        var text = new StringBuilder();
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(xml.Value);
            }
            else if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                hasRead = true;
                break;
            }
        }

        return text.ToString();
    }

    public void Dispose() => xml.Dispose();
}
