using System.Globalization;

namespace SocietyParty.Etl.Import;

/// <summary>Cells that a workbook shows as one, <c>A1:D1</c>.</summary>
/// <param name="Text">As the workbook has it.</param>
public sealed record CellRange(string Text, int FirstRow, int LastRow, int FirstColumn, int LastColumn)
{
    internal static CellRange Of(string text)
    {
        var ends = text.Split(':');
        return new(text, RowOf(ends[0]), RowOf(ends[^1]), ColumnOf(ends[0]), ColumnOf(ends[^1]));
    }

    internal static int ColumnOf(string address)
    {
        var number = 0L;
        foreach (var letter in address.TakeWhile(char.IsAsciiLetter).Take(4))
        {
            number = number * 26 + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return (int)Math.Min(Math.Max(number, 1), int.MaxValue);
    }

    private static int RowOf(string address) =>
        int.TryParse(
            address.AsSpan(address.TakeWhile(char.IsAsciiLetter).Count()),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : 1;
}
