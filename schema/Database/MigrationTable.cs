using System.Globalization;
using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>One row of meta.schema_version.</summary>
/// <param name="Area">Folder of the file under schema/.</param>
/// <param name="Number">Number at the start of its name.</param>
/// <param name="Name">The rest of its name.</param>
/// <param name="Checksum">SHA-256 of its text, in hex.</param>
/// <param name="IsExpansion">Whether a program that does not know the file works on with what it made.</param>
public sealed record RecordedMigration(string Area, int Number, string Name, string Checksum, bool IsExpansion = false)
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
            is_expansion boolean NOT NULL DEFAULT false,
            PRIMARY KEY (area, number)
        );
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'meta.schema_version'::regclass AND attname = 'is_expansion') THEN
                ALTER TABLE meta.schema_version ADD COLUMN is_expansion boolean NOT NULL DEFAULT false;
            END IF;
        END $$;
        COMMENT ON SCHEMA meta IS 'What the program records about this database itself.';
        COMMENT ON TABLE meta.schema_version IS 'One row per applied migration file.';
        COMMENT ON COLUMN meta.schema_version.area IS 'Folder of the file under schema/: graph or warehouse.';
        COMMENT ON COLUMN meta.schema_version.number IS 'Number at the start of the file''s name; counts from 1 without gaps.';
        COMMENT ON COLUMN meta.schema_version.name IS 'The rest of the file''s name, without .sql.';
        COMMENT ON COLUMN meta.schema_version.checksum IS 'SHA-256 of the file with LF line endings, in hex. A file is never edited once applied.';
        COMMENT ON COLUMN meta.schema_version.applied_at IS 'Start of the transaction that applied it.';
        COMMENT ON COLUMN meta.schema_version.ms IS 'How long the file took, in milliseconds.';
        COMMENT ON COLUMN meta.schema_version.is_expansion IS 'Whether a program that does not know the file works on with what it made.';
        """;

    // A database that no later program has opened lacks the column.
    private const string Read = """
        SELECT v.area, v.number, v.name, v.checksum, coalesce((to_jsonb(v) ->> 'is_expansion')::boolean, false) FROM meta.schema_version AS v
        """;

    public static async Task<List<RecordedMigration>> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var rows = new List<RecordedMigration>();
        await using var command = new NpgsqlCommand(Read, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(
                new RecordedMigration(
                    reader.GetString(0),
                    reader.GetInt32(1),
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.GetBoolean(4)
                )
            );
        }

        return rows;
    }

    public static async Task AddAsync(NpgsqlConnection connection, MigrationFile file, int milliseconds, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "INSERT INTO meta.schema_version (area, number, name, checksum, ms, is_expansion) VALUES ($1, $2, $3, $4, $5, $6)",
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
                new() { Value = file.IsExpansion },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
