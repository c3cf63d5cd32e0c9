using System.Text;
using System.Xml;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>The texts that a workbook keeps once and its cells name by number.</summary>
internal static class WorkbookTexts
{
    /// <param name="reader">Null in a workbook without such a table.</param>
    /// <returns>Null where there are too many.</returns>
    public static IReadOnlyList<string>? Read(PartReader? reader, int max)
    {
        var texts = new List<string>();
        if (reader is null)
        {
            return texts;
        }

        var text = new TextCollector();
        while (reader.Read())
        {
            if (text.Hear(reader) || reader.Name != "si" || reader.IsStart)
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

    public bool Hear(PartReader reader)
    {
        if (reader.Name == "rPh")
        {
            pronounced += reader.IsStart ? 1 : -1;
            return true;
        }
        if (reader.Name != "t")
        {
            return false;
        }

        if (reader.IsStart && pronounced == 0)
        {
            text.Append(reader.Text());
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
