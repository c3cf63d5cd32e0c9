using System.Diagnostics;
using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Generate;

/// <summary>Copies tables in PostgreSQL's binary form.</summary>
internal sealed class TableWriter(NpgsqlConnection connection, IProgress<TableReport>? progress, CancellationToken ct)
{
    private const int RowsBetweenReports = 20_000;

    public async Task<TableReport> WriteAsync(TableRows table)
    {
        var watch = Stopwatch.StartNew();
        progress?.Report(new TableReport(table.Table, 0, 0));
        // Generating is work of the processor and the importer only now and then waits: off the caller's thread, without a task per value.
        var rows = await Task.Run(() => Copy(table, watch), ct);
        if (table.HasIdentity)
        {
            await connection.ExecuteAsync(
                new CommandDefinition(
                    $"SELECT setval(pg_get_serial_sequence('{table.Table}', 'id'), (SELECT max(id) FROM {table.Table}))",
                    cancellationToken: ct
                )
            );
        }

        var report = new TableReport(table.Table, rows, watch.ElapsedMilliseconds);
        progress?.Report(report);
        return report;
    }

    private long Copy(TableRows table, Stopwatch watch)
    {
        using var importer = connection.BeginBinaryImport(
            $"COPY {table.Table} ({string.Join(", ", table.Columns)}) FROM STDIN (FORMAT BINARY)"
        );
        importer.Timeout = TimeSpan.FromSeconds(GenerateOptions.TableSecondsMax);
        long rows = 0;
        foreach (var row in table.Rows)
        {
            importer.StartRow();
            foreach (var value in row)
            {
                if (value is null)
                {
                    importer.WriteNull();
                }
                else
                {
                    importer.Write(value);
                }
            }

            if (++rows % RowsBetweenReports != 0)
            {
                continue;
            }

            ct.ThrowIfCancellationRequested();
            progress?.Report(new TableReport(table.Table, rows, watch.ElapsedMilliseconds));
        }

        importer.Complete();
        return rows;
    }
}
