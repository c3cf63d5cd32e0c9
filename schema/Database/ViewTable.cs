using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>What was made of views and functions. Like <see cref="MigrationTable"/>, the runner's own.</summary>
internal static class ViewTable
{
    public const string Create = """
        CREATE TABLE IF NOT EXISTS meta.view_version (
            name text PRIMARY KEY,
            area text NOT NULL,
            checksum text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now()
        );
        COMMENT ON TABLE meta.view_version IS 'One row per view or function that the program made.';
        COMMENT ON COLUMN meta.view_version.name IS 'The object with its schema; name of its file under views/ without .sql.';
        COMMENT ON COLUMN meta.view_version.area IS 'Folder of the file under schema/: graph or warehouse.';
        COMMENT ON COLUMN meta.view_version.checksum IS 'SHA-256 of the file with LF line endings, in hex. Another one makes all views and functions anew.';
        COMMENT ON COLUMN meta.view_version.applied_at IS 'Start of the transaction that made it.';
        """;

    // A dump that was restored without owners gives mart to whoever restored it, and to them no policy of dw may apply.
    private const string OfAnotherOwner = """
        SELECT 'mart.' || o.name
        FROM (SELECT relname, relnamespace, relowner FROM pg_class WHERE relkind = 'v' UNION ALL SELECT proname, pronamespace, proowner FROM pg_proc)
            AS o (name, schema, owner)
        WHERE o.schema = to_regnamespace('mart') AND pg_get_userbyid(o.owner) <> 'mart_owner'
          AND EXISTS (SELECT FROM meta.view_version AS r WHERE r.name = 'dw.access_rule')
        """;

    /// <summary>Checksums by name; without one for an object that is not there any more, or is not whose it should be.</summary>
    public static async Task<Dictionary<string, string?>> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var rows = new Dictionary<string, string?>();
        await using var command = new NpgsqlCommand(
            $"""
            SELECT v.name, CASE WHEN v.name IN (SELECT o.name FROM ({ViewObjects.All}) AS o) AND v.name NOT IN ({OfAnotherOwner}) THEN v.checksum END
            FROM meta.view_version AS v
            """,
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1));
        }

        return rows;
    }

    /// <summary>Puts these in the place of what was recorded.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, IReadOnlyList<ViewFile> files, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            WITH gone AS (DELETE FROM meta.view_version WHERE name <> ALL ($1))
            INSERT INTO meta.view_version AS v (name, area, checksum)
            SELECT * FROM unnest($1, $2, $3)
            ON CONFLICT (name) DO UPDATE SET area = excluded.area, checksum = excluded.checksum, applied_at = excluded.applied_at
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = files.Select(file => file.Name).ToArray() },
                new() { Value = files.Select(file => file.Area).ToArray() },
                new() { Value = files.Select(file => file.Checksum).ToArray() },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
