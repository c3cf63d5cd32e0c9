using System.Buffers;
using System.Text.RegularExpressions;

namespace SocietyParty.Etl.Export;

/// <summary>Texts as a workbook can hold them.</summary>
public static partial class WorkbookText
{
    /// <summary>More characters in a cell make a spreadsheet call the file damaged.</summary>
    public const int CharactersMax = 32_767;

    private const int SheetNameMax = 31;

    private static readonly SearchValues<char> Suspicious = SearchValues.Create([
        '_',
        '\uFFFE',
        '\uFFFF',
        .. Enumerable.Range(0, ' ').Select(code => (char)code).Except(['\t', '\n', '\r']),
    ]);

    /// <summary>
    /// Characters that XML does not know become U+FFFD; what a reader would take for an escaped character is escaped; what is longer than a
    /// cell ends in …, and stands whole in CSV and JSON.
    /// </summary>
    public static string Cell(string text)
    {
        var clean = Unknown().Replace(Escaped().Replace(text, "_x005F$0"), "\uFFFD");
        return clean.Length <= CharactersMax ? clean : clean[..(CharactersMax - 1)] + "…";
    }

    /// <summary>Whether <see cref="Cell"/> certainly gives the text as it is.</summary>
    public static bool IsCell(ReadOnlySpan<char> text) => text.Length <= CharactersMax && !text.ContainsAny(Suspicious);

    /// <summary>A name that a sheet may have; the second one of the same list gets its number.</summary>
    public static string SheetName(string title, int number)
    {
        var suffix = number == 1 ? "" : $" {number}";
        var clean = Forbidden().Replace(title, " ").Trim('\'', ' ');
        return clean[..Math.Min(clean.Length, SheetNameMax - suffix.Length)] + suffix;
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escaped();

    [GeneratedRegex("[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uFFFE\\uFFFF]")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"[\[\]:*?/\\]")]
    private static partial Regex Forbidden();
}
