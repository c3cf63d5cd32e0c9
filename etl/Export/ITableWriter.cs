namespace SocietyParty.Etl.Export;

/// <summary>Writes a table to a stream, row by row, and keeps none.</summary>
public interface ITableWriter : IAsyncDisposable
{
    /// <summary>Writes what stands before the first row.</summary>
    Task StartAsync(CancellationToken ct);

    /// <param name="row">A value for each column, of the type that <see cref="ExportType"/> names, or null.</param>
    ValueTask WriteAsync(IReadOnlyList<object?> row, CancellationToken ct);

    /// <summary>Writes what stands behind the last row. Without it the file is not whole.</summary>
    /// <param name="facts">What is said of the table as a whole, where the format has a place for it.</param>
    Task EndAsync(IReadOnlyList<ExportFact> facts, CancellationToken ct);
}
