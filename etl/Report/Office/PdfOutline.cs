using System.Text;
using System.Text.RegularExpressions;

namespace SocietyParty.Etl.Report.Office;

/// <summary>
/// The outline of a PDF as LibreOffice writes it: titles and their pages, as plain objects. Another program's, with its objects packed, has
/// none for us.
/// </summary>
internal static partial class PdfOutline
{
    /// <summary>Titles in their order, each with its page from 0; empty where they are not found.</summary>
    public static IReadOnlyList<(string Title, int Page)> Read(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var pages = Pages()
            .Match(text)
            .Groups["page"]
            .Captures.Select((page, place) => (page.Value, place))
            .DistinctBy(page => page.Value)
            .ToDictionary(page => page.Value, page => page.place);
        return
        [
            .. Entries()
                .Matches(text)
                .Where(entry => pages.ContainsKey(entry.Groups["page"].Value))
                .Select(entry => (TitleOf(entry.Groups["title"].Value), pages[entry.Groups["page"].Value])),
        ];
    }

    // UTF-16 with its byte order mark, in hexadecimal.
    private static string TitleOf(string digits) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(digits)).TrimStart('\ufeff');

    [GeneratedRegex(@"/Type/Pages\b[^>]*?/Kids\[(?:\s*(?<page>\d+) 0 R)+\s*\]")]
    private static partial Regex Pages();

    [GeneratedRegex(@"/Title<(?<title>(?:[0-9A-F]{4})+)>\s*/Dest\[(?<page>\d+) 0 R")]
    private static partial Regex Entries();
}
