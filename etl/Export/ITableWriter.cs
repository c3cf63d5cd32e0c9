namespace SocietyParty.Etl.Export;

/// <summary>Writes a table to a stream, cell by cell, and keeps none.</summary>
public interface ITableWriter : IAsyncDisposable
{
    /// <summary>Writes what stands before the first row.</summary>
    Task StartAsync(CancellationToken ct);

    /// <summary>The row's next cell.</summary>
    /// <param name="value">Of the type that <see cref="ExportType"/> names, or null.</param>
    void Value(object? value);

    /// <summary>The row's next cell, as text: whole numbers and decimals in digits, days as ISO 8601, true and false.</summary>
    /// <param name="utf8">Of a moment no text is taken.</param>
    void Text(ReadOnlySpan<byte> utf8);

    /// <summary>Ends the row.</summary>
    ValueTask EndRowAsync(CancellationToken ct);

    /// <summary>Writes what stands behind the last row. Without it the file is not whole.</summary>
    /// <param name="facts">What is said of the table as a whole, where the format has a place for it.</param>
    Task EndAsync(IReadOnlyList<ExportFact> facts, CancellationToken ct);
}

/// <summary>Rows of a table at once.</summary>
public static class TableRows
{
    /// <param name="table">Where to.</param>
    /// <param name="row">A value for each column.</param>
    /// <param name="ct">Gives up.</param>
    public static ValueTask WriteAsync(this ITableWriter table, IReadOnlyList<object?> row, CancellationToken ct)
    {
        foreach (var value in row)
        {
            table.Value(value);
        }

        return table.EndRowAsync(ct);
    }
}
