using System.Buffers.Text;

namespace SocietyParty.Etl.Export;

/// <summary>Values of cells from the text that PostgreSQL has of them, without a string between.</summary>
public static class CellText
{
    private const int DayLength = 10;

    public static bool IsTrue(ReadOnlySpan<byte> utf8) =>
        utf8.SequenceEqual("true"u8) || (utf8.SequenceEqual("false"u8) ? false : throw new FormatException("Neither true nor false."));

    /// <exception cref="FormatException">No such day.</exception>
    public static DateOnly Day(ReadOnlySpan<byte> utf8) =>
        utf8.Length == DayLength
        && utf8[4] == '-'
        && utf8[7] == '-'
        && Utf8Parser.TryParse(utf8[..4], out int year, out var digits)
        && digits == 4
        && Utf8Parser.TryParse(utf8[5..7], out int month, out digits)
        && digits == 2
        && Utf8Parser.TryParse(utf8[8..], out int day, out digits)
        && digits == 2
            ? new DateOnly(year, month, day)
            : throw new FormatException("No day of the calendar.");
}
