using Npgsql;
using Parquet;
using Parquet.Schema;

namespace SocietyParty.Etl.Export.Parquet;

/// <summary>One file of one partition, written row group by row group.</summary>
internal sealed class PartitionFile : IAsyncDisposable
{
    private readonly FileStream file;
    private readonly ParquetWriter writer;
    private readonly IReadOnlyList<(int Ordinal, ParquetColumn Column)> columns;
    private readonly int rowGroupRows;
    private int held;

    private PartitionFile(
        FileStream file,
        ParquetWriter writer,
        IReadOnlyList<(int Ordinal, ParquetColumn Column)> columns,
        int rowGroupRows
    )
    {
        this.file = file;
        this.writer = writer;
        this.columns = columns;
        this.rowGroupRows = rowGroupRows;
    }

    /// <param name="columns">With their places in the reader; they hold no value yet.</param>
    /// <param name="rowGroupRows">Rows that are held until they are written.</param>
    public static async Task<PartitionFile> CreateAsync(
        string path,
        IReadOnlyList<(int Ordinal, ParquetColumn Column)> columns,
        int rowGroupRows,
        CancellationToken ct
    )
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        try
        {
            var schema = new ParquetSchema(columns.Select(one => one.Column.Field));
            var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd };
            return new PartitionFile(
                file,
                await ParquetWriter.CreateAsync(schema, file, options, cancellationToken: ct),
                columns,
                rowGroupRows
            );
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes the row on which the reader stands.</summary>
    public async ValueTask AddAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        foreach (var (ordinal, column) in columns)
        {
            column.Take(reader, ordinal);
        }

        if (++held == rowGroupRows)
        {
            await WriteAsync(ct);
        }
    }

    /// <summary>Writes what is held and the end of the file.</summary>
    public async Task CompleteAsync(CancellationToken ct)
    {
        await WriteAsync(ct);
        await writer.DisposeAsync();
        await file.FlushAsync(ct);
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();

    private async Task WriteAsync(CancellationToken ct)
    {
        if (held == 0)
        {
            return;
        }

        using var group = writer.CreateRowGroup();
        foreach (var (_, column) in columns)
        {
            await column.WriteAsync(group, ct);
        }

        group.CompleteValidate();
        held = 0;
    }
}
