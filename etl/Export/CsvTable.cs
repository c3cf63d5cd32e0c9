using System.Globalization;
using CsvHelper;
using SocietyParty.Etl.Import.Sheets;

namespace SocietyParty.Etl.Export;

/// <summary>A table as CSV in the dialect of the import sheets; what looks like a formula is guarded as the import expects it.</summary>
public sealed class CsvTable(Stream output, IReadOnlyList<ExportColumn> columns, bool hasByteOrderMark) : ITableWriter
{
    // A flush is where the stream may wait for its reader.
    private const int RowsPerFlush = 100;

    private readonly CsvWriter text = CsvWriter.Create(output, CsvDialect.Options(hasByteOrderMark), leaveOpen: true);
    private readonly string[] cells = new string[columns.Count];
    private long rows;

    public Task StartAsync(CancellationToken ct)
    {
        text.WriteHeader([.. columns.Select(column => FormulaGuard.Add(column.Header))]);
        return Task.CompletedTask;
    }

    public ValueTask WriteAsync(IReadOnlyList<object?> row, CancellationToken ct)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = Show(row[index]);
        }

        text.WriteRecord(cells);
        return ++rows % RowsPerFlush == 0 ? text.FlushAsync(ct) : ValueTask.CompletedTask;
    }

    public async Task EndAsync(IReadOnlyList<ExportFact> facts, CancellationToken ct) => await text.FlushAsync(ct);

    public ValueTask DisposeAsync() => text.DisposeAsync();

    // A number is no formula, negative or not.
    private static string Show(object? value) =>
        value switch
        {
            null => "",
            string words => FormulaGuard.Add(words),
            bool isSo => isSo ? "是" : "否",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
