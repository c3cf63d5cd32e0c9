using System.Data;
using System.Globalization;
using Npgsql;
using Npgsql.Schema;

namespace SocietyParty.Etl.Export.Parquet;

/// <param name="Folder">Where the tables' folders go.</param>
/// <param name="FromYear">Null for the first.</param>
/// <param name="ToYear">Null for the last.</param>
/// <param name="RowGroupRows">Rows that are held in memory at a time.</param>
public sealed record ParquetJob(
    string Folder,
    IReadOnlyList<ParquetTable> Tables,
    int? FromYear = null,
    int? ToYear = null,
    int RowGroupRows = 50_000
);

/// <param name="Rows">Of all its files.</param>
public sealed record ExportedTable(string Name, long Rows, int Files);

/// <summary>
/// Views of <c>mart</c> → Parquet files, as <c>TABLE/year=2026/province=500000/part.parquet</c>. Years and provinces, not committees: 3,000
/// committees and ten years would be 30,000 files of a few kilobytes in each table, of which a reader opens every one; 34 provinces and ten
/// years are 340. Within a file the rows are sorted by committee, so that a reader skips the row groups of others.
/// All tables tell the same state of the warehouse (repeatable read). Files are written beside the folder and moved there in the end.
/// </summary>
public static class ParquetExport
{
    private const string NoProvince = "__HIVE_DEFAULT_PARTITION__";

    /// <param name="progress">Told of each table before it is written.</param>
    /// <exception cref="IOException">The folder has files already, or cannot be written.</exception>
    public static async Task<IReadOnlyList<ExportedTable>> RunAsync(
        NpgsqlDataSource warehouse,
        ParquetJob options,
        Action<string>? progress,
        CancellationToken ct
    )
    {
        var folder = Path.GetFullPath(options.Folder);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new IOException($"{folder} is not empty.");
        }

        var unfinished = $"{folder.TrimEnd(Path.DirectorySeparatorChar)}.unfinished-{Guid.NewGuid():N}";
        Directory.CreateDirectory(unfinished);
        try
        {
            var written = new List<ExportedTable>();
            await using var connection = await warehouse.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            await using (var settings = new NpgsqlCommand("SET TRANSACTION READ ONLY; SET LOCAL jit = off", connection))
            {
                await settings.ExecuteNonQueryAsync(ct);
            }

            foreach (var table in options.Tables)
            {
                progress?.Invoke(table.Name);
                written.Add(await WriteAsync(connection, table, options, Path.Combine(unfinished, table.Name), ct));
            }

            if (Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }

            Directory.Move(unfinished, folder);
            return written;
        }
        catch
        {
            Directory.Delete(unfinished, recursive: true);
            throw;
        }
    }

    private static async Task<ExportedTable> WriteAsync(
        NpgsqlConnection connection,
        ParquetTable table,
        ParquetJob options,
        string folder,
        CancellationToken ct
    )
    {
        if (table.Year is null)
        {
            await using var whole = new NpgsqlCommand($"SELECT t.* FROM mart.{table.View} AS t ORDER BY {table.Order}", connection);
            return await WriteAsync(whole, table, year: null, folder, options.RowGroupRows, ct);
        }

        // A year at a time: what is sorted at once stays small.
        var sum = new ExportedTable(table.Name, 0, 0);
        foreach (var year in await YearsAsync(connection, table, options, ct))
        {
            await using var command = new NpgsqlCommand(
                $"SELECT t.*, t.province_code::text FROM mart.{table.View} AS t WHERE {table.Year} IS NOT DISTINCT FROM $1 "
                    + $"ORDER BY t.province_code NULLS FIRST, {table.Order}",
                connection
            )
            {
                Parameters =
                {
                    new NpgsqlParameter { Value = (object?)year ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer },
                },
            };
            var one = await WriteAsync(command, table, year, folder, options.RowGroupRows, ct);
            sum = sum with { Rows = sum.Rows + one.Rows, Files = sum.Files + one.Files };
        }

        return sum;
    }

    private static async Task<List<int?>> YearsAsync(
        NpgsqlConnection connection,
        ParquetTable table,
        ParquetJob options,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"SELECT DISTINCT {table.Year} AS y FROM mart.{table.View} WHERE ($1::int IS NULL OR {table.Year} >= $1) "
                + $"AND ($2::int IS NULL OR {table.Year} <= $2) ORDER BY y",
            connection
        )
        {
            Parameters = { Year(options.FromYear), Year(options.ToYear) },
        };
        var years = new List<int?>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            years.Add(await reader.IsDBNullAsync(0, ct) ? null : reader.GetInt32(0));
        }

        return years;

        static NpgsqlParameter Year(int? year) =>
            new() { Value = (object?)year ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer };
    }

    /// <param name="command">Gives the table's columns, and behind them the province where the table has years.</param>
    private static async Task<ExportedTable> WriteAsync(
        NpgsqlCommand command,
        ParquetTable table,
        int? year,
        string folder,
        int rowGroupRows,
        CancellationToken ct
    )
    {
        command.CommandTimeout = 0;
        var isPartitioned = table.Year is not null;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var schema = await reader.GetColumnSchemaAsync(ct);
        var province = schema.Count - 1;
        // The folder says the year: a column of its name would say it twice.
        var columns = schema
            .Where((column, index) => !isPartitioned || (index != province && column.ColumnName != "year"))
            .Select(column => (Ordinal: column.ColumnOrdinal!.Value, Column: ParquetColumn.Of((NpgsqlDbColumn)column)))
            .ToList();
        long rows = 0;
        var files = 0;
        string? place = null;
        PartitionFile? file = null;
        try
        {
            while (await reader.ReadAsync(ct))
            {
                var here = isPartitioned ? Partition(reader, province, year) : "";
                if (here != place)
                {
                    await CompleteAsync(file, ct);
                    file = await PartitionFile.CreateAsync(Path.Combine(folder, here, "part.parquet"), columns, rowGroupRows, ct);
                    (place, files) = (here, files + 1);
                }

                await file!.AddAsync(reader, ct);
                rows++;
            }

            await CompleteAsync(file, ct);
        }
        finally
        {
            if (file is not null)
            {
                await file.DisposeAsync();
            }
        }

        return new ExportedTable(table.Name, rows, files);
    }

    private static async Task CompleteAsync(PartitionFile? file, CancellationToken ct)
    {
        if (file is not null)
        {
            await file.CompleteAsync(ct);
            await file.DisposeAsync();
        }
    }

    private static string Partition(NpgsqlDataReader reader, int province, int? year) =>
        Path.Combine(
            $"year={year?.ToString(CultureInfo.InvariantCulture) ?? NoProvince}",
            $"province={(reader.IsDBNull(province) ? NoProvince : reader.GetString(province).Trim())}"
        );
}
