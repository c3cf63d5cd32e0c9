using System.Xml;

namespace SocietyParty.Etl.Report.Wording;

/// <summary>Text as XML can hold it.</summary>
public static class PlainText
{
    /// <summary>Without letters that XML has no way to write, such as most control characters and halves of pairs.</summary>
    public static string Of(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (!IsFine(text, place))
            {
                return new string([.. text.Where((_, index) => IsFine(text, index))]);
            }
        }

        return text;
    }

    private static bool IsFine(string text, int place) =>
        XmlConvert.IsXmlChar(text[place])
        || (place + 1 < text.Length && char.IsSurrogatePair(text[place], text[place + 1]))
        || (place > 0 && char.IsSurrogatePair(text[place - 1], text[place]));
}
