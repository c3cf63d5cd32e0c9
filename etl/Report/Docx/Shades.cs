using System.Globalization;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>Shades of a column from its smallest value, light, to its greatest, dark, as a map would have them. Totals have none.</summary>
internal sealed class Shades
{
    // Above this the shade is too dark for black letters.
    private const decimal WhiteFrom = 0.6m;

    private static readonly int[] Light = [0xEE, 0xF2, 0xF7];
    private static readonly int[] Dark = [0x4F, 0x6F, 0x95];

    private readonly decimal minimum;
    private readonly decimal span;

    public Shades(ReportTable table, int column)
    {
        var values = table.Rows.Where(row => !row.IsTotal).Select(row => Shown(row.Cells[column])).OfType<decimal>().ToList();
        minimum = values.Count == 0 ? 0 : values.Min();
        span = values.Count == 0 ? 0 : values.Max() - minimum;
    }

    /// <summary>Of a cell: its colour, and whether its letters are white; null for one without a number.</summary>
    public (string Fill, bool IsDark)? Of(ReportCell cell)
    {
        if (Shown(cell) is not { } value)
        {
            return null;
        }

        var share = span == 0 ? 0 : (value - minimum) / span;
        var colour = Light.Zip(Dark, (from, to) => (int)decimal.Round(from + ((to - from) * share)));
        return (string.Concat(colour.Select(part => part.ToString("X2", CultureInfo.InvariantCulture))), share >= WhiteFrom);
    }

    private static decimal? Shown(ReportCell cell) => cell.IsHidden ? null : cell.Number;
}
