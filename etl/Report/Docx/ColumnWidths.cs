using System.Text.RegularExpressions;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>
/// How wide the columns of a table are: numbers and days on one line, words share what is left. A head may take two lines. All is
/// computed here, so that every program breaks lines alike.
/// </summary>
internal sealed partial class ColumnWidths
{
    // Half of a Chinese letter of 五号, 10.5 points.
    private const int Letter = 105;

    // Both sides of a cell, and some air.
    private const int Air = 200;

    // Four Chinese letters: so short a head takes one line.
    private const int HeadWhole = 8;

    private const int WordsMax = 34 * Letter;
    private const int WordsMin = 8 * Letter;

    private readonly int[] widths;
    private readonly int[] longest;

    /// <summary>Measures the texts of a table's cells.</summary>
    /// <param name="table">The table.</param>
    /// <param name="texts">Of the rows that are printed.</param>
    /// <param name="whole">Twips between the margins.</param>
    public ColumnWidths(ReportTable table, IReadOnlyList<string[]> texts, int whole)
    {
        longest = [.. table.Columns.Select((_, place) => texts.Select(row => TextWidth.Of(row[place])).DefaultIfEmpty().Max() * Letter)];
        var natural = table.Columns.Select((column, place) => Air + Natural(column, longest[place])).ToArray();
        widths = Fit(table, natural, whole);
    }

    /// <summary>Twips of each column.</summary>
    public IReadOnlyList<int> All => widths;

    /// <summary>How far numbers stand from the right, so that the longest is in the middle of its column.</summary>
    public int NumberIndent(int place) => Math.Max(0, (widths[place] - longest[place] - (Air / 2)) / 2);

    /// <summary>Whether a column's cells are numbers.</summary>
    public static bool IsNumber(ReportColumn column) => column.Kind is CellKind.Count or CellKind.Rate or CellKind.Score;

    private static int Natural(ReportColumn column, int longest)
    {
        var title = TextWidth.Of(column.Title);
        var head = Math.Max(Math.Max(Math.Min(title, HeadWhole), (title + 1) / 2), LongestWord(column.Title)) * Letter;
        return column.Kind is CellKind.Text ? Math.Clamp(Math.Max(longest, head), WordsMin, WordsMax) : Math.Max(longest, head);
    }

    // Between Chinese letters a line may end anywhere, within a word of Latin ones nowhere. Bold ones are a tenth wider.
    private static int LongestWord(string title) =>
        Words().Matches(title).Select(word => (word.Length * 11 / 10) + 1).DefaultIfEmpty().Max();

    [GeneratedRegex(@"[\p{IsBasicLatin}-[\s-]]+")]
    private static partial Regex Words();

    private static int[] Fit(ReportTable table, int[] natural, int whole)
    {
        var sum = natural.Sum();
        if (sum <= whole)
        {
            return Scale(natural, whole);
        }

        // Too wide: words give way, down to what is still read; then all do.
        var isWords = table.Columns.Select(column => column.Kind is CellKind.Text).ToArray();
        var words = natural.Where((_, place) => isWords[place]).Sum();
        var rest = whole - (sum - words);
        var narrowed = natural.Select((width, place) => isWords[place] ? Math.Max(WordsMin, rest * width / words) : width).ToArray();
        return Scale(narrowed, whole);
    }

    private static int[] Scale(int[] parts, int whole)
    {
        long sum = parts.Sum();
        var scaled = parts.Select(part => (int)(part * (long)whole / sum)).ToArray();
        scaled[^1] += whole - scaled.Sum();
        return scaled;
    }
}
