using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Copies the rows into a temporary table that has the kind's columns.</summary>
internal static class SheetStage
{
    public const string Table = "sheet_row";

    /// <summary>What a value would be that neither the row nor the graph states.</summary>
    private const string Derived = "_derived";

    public static async Task FillAsync(NpgsqlConnection connection, SheetReading reading, CancellationToken ct)
    {
        var kind = reading.Kind;
        var columns = kind.Columns.Select(column => (Name: column.Key, column.SqlType)).ToList();
        columns.AddRange(kind.Columns.Where(column => column.Derived is not null).Select(column => (column.Key + Derived, column.SqlType)));
        // Names and types are the kind's declarations, never the file's.
        await connection.ExecuteAsync(
            new CommandDefinition(
                $"CREATE TEMP TABLE {Table} (position int PRIMARY KEY, "
                    + $"{string.Concat(columns.Select(column => $"{column.Name} {column.SqlType}, "))}"
                    + "is_new boolean NOT NULL DEFAULT false, is_changed boolean NOT NULL DEFAULT false) ON COMMIT DROP",
                cancellationToken: ct
            )
        );

        await CopyAsync(connection, reading, columns.Select(column => column.Name), ct);
        await connection.ExecuteAsync(new CommandDefinition($"ANALYZE {Table}", cancellationToken: ct));
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection,
        SheetReading reading,
        IEnumerable<string> columns,
        CancellationToken ct
    )
    {
        var kind = reading.Kind;
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {Table} (position, {string.Join(", ", columns)}) FROM STDIN (FORMAT binary)",
            ct
        );
        var derived = kind
            .Columns.Where(column => column.Derived is not null)
            .Select(column => (Column: column, From: kind.IndexOf(column.Derived!.From)))
            .ToList();
        foreach (var record in reading.Records)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(record.Position, NpgsqlDbType.Integer, ct);
            for (var index = 0; index < kind.Columns.Count; index++)
            {
                await WriteAsync(copy, kind.Columns[index], record.Values[index], ct);
            }

            foreach (var (column, from) in derived)
            {
                await WriteAsync(copy, column, record.Values[from] is string text ? column.Derived!.Value(text) : null, ct);
            }
        }
        await copy.CompleteAsync(ct);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, SheetColumn column, object? value, CancellationToken ct) =>
        value switch
        {
            null => copy.WriteNullAsync(ct),
            DateOnly day => copy.WriteAsync(day, NpgsqlDbType.Date, ct),
            int number => copy.WriteAsync(number, NpgsqlDbType.Integer, ct),
            decimal number => copy.WriteAsync(number, NpgsqlDbType.Numeric, ct),
            bool isSo => copy.WriteAsync(isSo, NpgsqlDbType.Boolean, ct),
            string[] items => copy.WriteAsync(items, NpgsqlDbType.Array | NpgsqlDbType.Text, ct),
            string text => copy.WriteAsync(text, NpgsqlDbType.Text, ct),
            _ => throw new InvalidOperationException($"{column.Key} holds a {value.GetType().Name}"),
        };
}
