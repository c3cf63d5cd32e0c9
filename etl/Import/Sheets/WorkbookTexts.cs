using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>The texts that a workbook keeps once and its cells name by number.</summary>
internal static class WorkbookTexts
{
    /// <returns>Null where there are too many.</returns>
    public static IReadOnlyList<string>? Read(SharedStringTablePart? table, int max)
    {
        var texts = new List<string>();
        if (table is null)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(table);
        var text = new TextCollector();
        while (reader.Read())
        {
            if (text.Hear(reader) || reader.ElementType != typeof(SharedStringItem) || !reader.IsEndElement)
            {
                continue;
            }

            if (texts.Count == max)
            {
                return null;
            }

            texts.Add(text.Take());
        }
        return texts;
    }
}

/// <summary>Puts a text's runs together; how it is pronounced (拼音) is no part of it.</summary>
internal sealed class TextCollector
{
    private readonly StringBuilder text = new();
    private int pronounced;

    public bool Hear(OpenXmlReader reader)
    {
        if (reader.ElementType == typeof(PhoneticRun))
        {
            pronounced += reader.IsStartElement ? 1 : -1;
            return true;
        }
        if (reader.ElementType != typeof(Text))
        {
            return false;
        }

        if (reader.IsStartElement && pronounced == 0)
        {
            text.Append(reader.GetText());
        }

        return true;
    }

    public string Take()
    {
        // Characters that XML cannot hold are written as _x000D_ in workbooks: the same way as in XML names.
        var taken = XmlConvert.DecodeName(text.ToString());
        text.Clear();
        return taken;
    }
}
