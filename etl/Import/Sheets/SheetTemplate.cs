using CsvHelper;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>The two formats of a sheet.</summary>
public enum SheetFormat
{
    Csv,
    Xlsx,
}

/// <summary>Empty sheets to fill in, and filled ones: what is written here is what <see cref="SheetReader"/> reads.</summary>
public static class SheetTemplate
{
    /// <summary>A workbook's sheet of this name explains the columns; it is never imported.</summary>
    public const string HelpSheet = "填写说明";

    /// <summary>The media type of each format, as it is sent and accepted.</summary>
    public static string MediaType(SheetFormat format) =>
        format is SheetFormat.Csv ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A template; with rows, a sheet that holds them.</summary>
    /// <param name="rows">Values by column as <see cref="SheetRecord.Values"/> has them.</param>
    public static byte[] Write(SheetKind kind, SheetFormat format, IEnumerable<IReadOnlyList<object?>>? rows = null) =>
        format is SheetFormat.Csv ? WriteText(kind, rows ?? []) : WorkbookWriter.Write(kind, rows ?? []);

    /// <summary>A value as a cell shows it.</summary>
    public static string Show(SheetColumn column, object? value) =>
        value switch
        {
            null => "",
            string[] items => ListText.Join(items),
            DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            bool isSo => isSo ? "是" : "否",
            string word when column.Type is ColumnType.Choice => column.Choices.FirstOrDefault(choice => choice.Value == word)?.Word
                ?? word,
            _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        };

    // With a byte order mark: without it a spreadsheet takes the text for one of the system's encoding.
    private static byte[] WriteText(SheetKind kind, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var stream = new MemoryStream();
        using (var text = CsvWriter.Create(stream, CsvDialect.Options(hasByteOrderMark: true), leaveOpen: true))
        {
            text.WriteHeader([.. kind.Columns.Select(column => column.Header)]);
            foreach (var row in rows)
            {
                text.WriteRecord([.. kind.Columns.Select((column, index) => FormulaGuard.Add(Show(column, row[index])))]);
            }
        }

        return stream.ToArray();
    }
}
