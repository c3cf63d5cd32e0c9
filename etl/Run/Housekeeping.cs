using Npgsql;
using NpgsqlTypes;
using SocietyParty.Etl.Run.Source;

namespace SocietyParty.Etl.Run;

/// <summary>
/// After a load has published: drops the generations before it and forgets changes that every warehouse has read. Where a reader still uses
/// what would go, it stays, and the next load tries again.
/// </summary>
internal sealed class Housekeeping(SourceSession session)
{
    private const string Register = """
        INSERT INTO graph.touched_reader (name, seen) VALUES (coalesce(@reader, current_database()), @seen::pg_snapshot)
        ON CONFLICT (name) DO UPDATE SET seen = excluded.seen, seen_at = clock_timestamp();
        DELETE FROM graph.touched AS t
        WHERE t.xid < (SELECT min(pg_snapshot_xmin(seen)::text::bigint)::text::xid8 FROM graph.touched_reader)
           OR (NOT EXISTS (SELECT FROM graph.touched_reader AS r WHERE NOT pg_visible_in_snapshot(t.xid, r.seen)));
        """;

    private const string DropBefore = """
        SET LOCAL lock_timeout = '200ms';
        DO $$
        DECLARE
            part record;
            published int := (SELECT generation FROM dw.published);
        BEGIN
            FOR part IN
                SELECT c.oid::regclass AS name
                FROM pg_inherits AS i
                JOIN pg_class AS c ON c.oid = i.inhrelid
                JOIN pg_class AS p ON p.oid = i.inhparent
                WHERE p.relnamespace = 'dw'::regnamespace AND p.relkind = 'p' AND c.relkind = 'r'
                  AND substring(c.relname FROM '_g([0-9]+)$')::int < published
            LOOP
                EXECUTE format('DROP TABLE %s', part.name);
            END LOOP;
        END $$;
        """;

    /// <summary>Cleans up.</summary>
    /// <param name="seen">What the load saw of the graph.</param>
    /// <param name="ct">Gives up; a later load does it.</param>
    public async Task RunAsync(string seen, CancellationToken ct)
    {
        await session.EndSnapshotAsync();
        await RegisterAsync(seen, ct);
        try
        {
            await TidyAsync(DropBefore, ct);
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            // A reader that began earlier keeps its rows.
        }
    }

    private async Task RegisterAsync(string seen, CancellationToken ct)
    {
        await using var transaction = await session.Connection.BeginTransactionAsync(ct);
        await using var command = LoadStatement.Of(session.Connection, Register);
        command.Parameters.Add(new("reader", NpgsqlDbType.Text) { Value = (object?)session.Reader ?? DBNull.Value });
        command.Parameters.AddWithValue("seen", seen);
        await command.ExecuteNonQueryAsync(ct);
        await LoadStatement.CommitAsync(session.Connection, ct);
    }

    private async Task TidyAsync(string sql, CancellationToken ct)
    {
        await using var transaction = await session.Star.BeginTransactionAsync(ct);
        await using var command = LoadStatement.Of(session.Star, sql);
        await command.ExecuteNonQueryAsync(ct);
        await LoadStatement.CommitAsync(session.Star, ct);
    }
}
