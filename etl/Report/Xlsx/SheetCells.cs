using System.Text.RegularExpressions;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace SocietyParty.Etl.Report.Xlsx;

/// <summary>Cells of a workbook: numbers as numbers, not rounded; days as days; texts as texts, so that none becomes a formula.</summary>
internal static partial class SheetCells
{
    // What Excel takes in a cell.
    private const int TextMax = 32_767;

    public static Cell Text(string text, StyleId? style = null)
    {
        var fine = Escaped().Replace(PlainText.Of(text), "_x005F$0");
        return new Cell(fine.Length <= TextMax ? fine : fine[..TextMax], style);
    }

    /// <summary>What a cell of a table says; nothing where it is not known.</summary>
    public static Cell Of(ReportCell cell, StyleId style) =>
        cell switch
        {
            { IsHidden: true } => new Cell(CellText.Hidden, style),
            { Text: { } text } => Text(text, style),
            { Number: { } number } => new Cell(number, style),
            { Day: { } day } => new Cell(day.ToDateTime(TimeOnly.MinValue), style),
            _ => new Cell((string?)null, style),
        };

    /// <summary>A part of a rate, which is hidden with it.</summary>
    public static Cell Part(ReportCell cell, decimal? part, StyleId style) =>
        cell.IsHidden ? new Cell(CellText.Hidden, style) : new Cell(part, style);

    // What a reader would take for an escaped character.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escaped();
}
