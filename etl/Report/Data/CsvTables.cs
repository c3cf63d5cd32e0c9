using System.Globalization;
using CsvHelper;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Data;

/// <summary>
/// A table as CSV after RFC 4180: numbers as computed, beside a rate what it was divided from, nothing where a value is not known. A text
/// that begins like a formula gets an apostrophe; numbers never do.
/// </summary>
public static class CsvTables
{
    /// <summary>Writes one table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="language">Of the report.</param>
    /// <param name="output">UTF-8.</param>
    /// <param name="withByteOrderMark">Without it some spreadsheets take the text for one of the system's encoding.</param>
    public static void Write(ReportTable table, string language, Stream output, bool withByteOrderMark)
    {
        var words = ReportWords.Of(language);
        var options = new CsvWriterOptions { WriteByteOrderMark = withByteOrderMark, NewLine = "\r\n" };
        using var writer = CsvWriter.Create(output, options, leaveOpen: true);
        var hasParts = RateParts.Of(table);
        writer.WriteHeader([
            .. table.Columns.SelectMany((column, place) => Heads(column.Title, words, hasParts[place])).Select(FormulaGuard.Add),
        ]);
        foreach (var row in table.Rows)
        {
            writer.WriteRecord([.. row.Cells.SelectMany((cell, place) => Fields(cell, hasParts[place]))]);
        }
    }

    private static IEnumerable<string> Heads(string title, ReportWords words, bool hasParts) =>
        hasParts ? [title, words.Numerator(title), words.Denominator(title)] : [title];

    private static IEnumerable<string> Fields(ReportCell cell, bool hasParts) =>
        hasParts ? [ValueOf(cell), PartOf(cell, cell.Numerator), PartOf(cell, cell.Denominator)] : [ValueOf(cell)];

    private static string ValueOf(ReportCell cell) =>
        cell switch
        {
            { IsHidden: true } => CellText.Hidden,
            { Text: { } text } => FormulaGuard.Add(text),
            { Number: { } number } => NumberOf(number),
            { Day: { } day } => CellText.DayOf(day),
            _ => "",
        };

    private static string PartOf(ReportCell cell, decimal? part) =>
        cell.IsHidden ? CellText.Hidden
        : part is { } number ? NumberOf(number)
        : "";

    private static string NumberOf(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
