using System.Globalization;
using SocietyParty.Etl.Report.Docx;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Office;

/// <summary>
/// On which page each heading stands, as LibreOffice lays the document out. They depend on its version and on the machine's fonts: an
/// edition that is to come out again keeps them.
/// </summary>
public static class PageNumbers
{
    /// <summary>Looks for the pages.</summary>
    /// <param name="document">The report.</param>
    /// <param name="docx">What <see cref="DocxWriter"/> wrote without page numbers.</param>
    /// <param name="ct">Ends the search.</param>
    /// <returns>Numbers by place among the report's blocks; empty where LibreOffice is missing or no page was found.</returns>
    public static async Task<IReadOnlyDictionary<int, string>> FindAsync(
        ReportDocument document,
        byte[] docx,
        CancellationToken ct = default
    )
    {
        var pdf = await OfficeProgram.ToPdfAsync(docx, ct);
        return pdf is null ? new Dictionary<int, string>() : Match(document, PdfOutline.Read(pdf));
    }

    // Chapters are counted from 1, on whichever sheet they begin.
    private static Dictionary<int, string> Match(ReportDocument document, IReadOnlyList<(string Title, int Page)> found)
    {
        var outline = ReportOutline.Of(document);
        var pages = new Dictionary<int, string>();
        var next = 0;
        foreach (var (place, heading) in document.Blocks.Index().Where(block => block.Item is HeadingBlock))
        {
            var text = outline.HeadingOf(place) + ((HeadingBlock)heading).Text;
            // In their order: two chapters may have sections of one name.
            while (next < found.Count && !Same(found[next].Title, text))
            {
                next++;
            }

            if (next == found.Count)
            {
                return [];
            }

            pages[place] = (found[next].Page - found[0].Page + 1).ToString(CultureInfo.InvariantCulture);
            next++;
        }

        return pages;
    }

    private static bool Same(string one, string other) => Plain(one).SequenceEqual(Plain(other));

    private static IEnumerable<char> Plain(string text) => text.Where(letter => !char.IsWhiteSpace(letter));
}
