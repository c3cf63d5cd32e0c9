using CsvHelper;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>
/// How CSV files are written here, whoever writes them: UTF-8, commas, lines that end in CR LF, and quotation marks where they are needed.
/// Texts go through <see cref="FormulaGuard"/>.
/// </summary>
public static class CsvDialect
{
    /// <param name="hasByteOrderMark">Without the mark a spreadsheet takes the text for one of the system's encoding.</param>
    public static CsvWriterOptions Options(bool hasByteOrderMark) =>
        new()
        {
            WriteByteOrderMark = hasByteOrderMark,
            Quoting = CsvQuoting.WhenNeededOrWhitespace,
            NewLine = "\r\n",
        };
}
