using System.Globalization;
using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>One row of meta.schema_version.</summary>
/// <param name="Area">Folder of the file under schema/.</param>
/// <param name="Number">Number at the start of its name.</param>
/// <param name="Name">The rest of its name.</param>
/// <param name="Checksum">SHA-256 of its text, in hex.</param>
public sealed record RecordedMigration(string Area, int Number, string Name, string Checksum)
{
    internal string Path => string.Create(CultureInfo.InvariantCulture, $"{Area}/{Number:0000}_{Name}.sql");
}

/// <summary>The runner's own table. It cannot be a migration: it must exist before the first one.</summary>
internal static class MigrationTable
{
    public const string Create = """
        CREATE SCHEMA IF NOT EXISTS meta;
        CREATE TABLE IF NOT EXISTS meta.schema_version (
            area text NOT NULL,
            number integer NOT NULL CHECK (number > 0),
            name text NOT NULL,
            checksum text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now(),
            ms integer NOT NULL,
            PRIMARY KEY (area, number)
        );
        COMMENT ON SCHEMA meta IS 'What the program records about this database itself.';
        COMMENT ON TABLE meta.schema_version IS 'One row per applied migration file.';
        COMMENT ON COLUMN meta.schema_version.area IS 'Folder of the file under schema/: graph or warehouse.';
        COMMENT ON COLUMN meta.schema_version.number IS 'Number at the start of the file''s name; counts from 1 without gaps.';
        COMMENT ON COLUMN meta.schema_version.name IS 'The rest of the file''s name, without .sql.';
        COMMENT ON COLUMN meta.schema_version.checksum IS 'SHA-256 of the file with LF line endings, in hex. A file is never edited once applied.';
        COMMENT ON COLUMN meta.schema_version.applied_at IS 'Start of the transaction that applied it.';
        COMMENT ON COLUMN meta.schema_version.ms IS 'How long the file took, in milliseconds.';
        """;

    public static async Task<List<RecordedMigration>> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var rows = new List<RecordedMigration>();
        await using var command = new NpgsqlCommand("SELECT area, number, name, checksum FROM meta.schema_version", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new RecordedMigration(reader.GetString(0), reader.GetInt32(1), reader.GetString(2), reader.GetString(3)));
        }

        return rows;
    }

    public static async Task AddAsync(NpgsqlConnection connection, MigrationFile file, int milliseconds, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "INSERT INTO meta.schema_version (area, number, name, checksum, ms) VALUES ($1, $2, $3, $4, $5)",
            connection
        )
        {
            Parameters =
            {
                new() { Value = file.Area },
                new() { Value = file.Number },
                new() { Value = file.Name },
                new() { Value = file.Checksum },
                new() { Value = milliseconds },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
