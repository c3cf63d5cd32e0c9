using System.Globalization;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Wording;

/// <summary>
/// A cell as people read it. A rate has its % in the table's unit, where that says %, else behind the number. Halves are rounded away
/// from zero, as offices round.
/// </summary>
public static class CellText
{
    /// <summary>For few people.</summary>
    public const string Hidden = "*";

    /// <summary>Not known, or nothing to divide by.</summary>
    public const string Unknown = "—";

    /// <summary>A cell in its column.</summary>
    /// <param name="table">Whose unit decides on %.</param>
    /// <param name="column">Its column.</param>
    /// <param name="cell">The cell.</param>
    public static string Of(ReportTable table, ReportColumn column, ReportCell cell) =>
        cell switch
        {
            { IsHidden: true } => Hidden,
            { Text: { Length: > 0 } text } => text,
            { Number: { } number } => NumberOf(
                cell.Kind ?? column.Kind,
                number,
                withSign: !table.Unit.Contains('%', StringComparison.Ordinal)
            ),
            { Day: { } day } => DayOf(day),
            _ => Unknown,
        };

    /// <summary>A day as 2026-11-28.</summary>
    public static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string NumberOf(CellKind kind, decimal number, bool withSign) =>
        kind switch
        {
            CellKind.Rate => Rounded(number * 100, 1).ToString("0.0", CultureInfo.InvariantCulture) + (withSign ? "%" : ""),
            CellKind.Score => Rounded(number, 2).ToString("0.00", CultureInfo.InvariantCulture),
            _ => Rounded(number, 0).ToString("#,##0", CultureInfo.InvariantCulture),
        };

    private static decimal Rounded(decimal number, int places) => decimal.Round(number, places, MidpointRounding.AwayFromZero);
}
