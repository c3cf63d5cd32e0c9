using Dapper;
using Npgsql;
using SocietyParty.Etl.Refusals;
using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Readers;

/// <summary>What a reader may use of the server.</summary>
/// <param name="Connections">At the same time.</param>
/// <param name="StatementSeconds">After which a statement is cancelled. A tool may set another time for its session.</param>
public sealed record ReaderLimits(int Connections = 10, int StatementSeconds = 60);

/// <summary>A login of <c>reader list</c>.</summary>
/// <param name="Connections">At the same time; -1 where a login that was made by hand has no limit.</param>
/// <param name="OpenConnections">Right now, as far as the asking role may see them.</param>
/// <param name="StatementTimeout">As PostgreSQL writes it; null where none is set.</param>
/// <param name="HasTemporaryTables">True where the database still gives them to everybody.</param>
/// <param name="Committee">Name of the committee that it is bound to, its key where the star does not know it; null: it sees all.</param>
public sealed record ReaderLogin(
    string Name,
    int Connections,
    int OpenConnections,
    string? StatementTimeout,
    bool HasTemporaryTables,
    string? Committee
);

/// <summary>Logins of BI tools: they read <c>mart</c> and nothing else.</summary>
public static class ReaderAccount
{
    private const string Readers = """
        SELECT r.oid, r.rolname, r.rolconnlimit, r.rolconfig
        FROM pg_roles AS r
        WHERE r.rolcanlogin AND NOT r.rolsuper AND NOT r.rolcreaterole AND NOT r.rolcreatedb
          -- From version 16 on, who made the group is a member of it too, with the right to give it.
          AND EXISTS (SELECT FROM pg_auth_members AS m WHERE m.member = r.oid AND m.roleid = 'bi_reader'::regrole AND NOT m.admin_option)
        """;

    // As of today, by key or by name, else by the code of the region, in the star itself: a warehouse apart has no committees in its graph.
    private const string FindCommittee = """
        SELECT n.committee_id, n.name
        FROM (SELECT w.*, min(w.way) OVER () AS best
              FROM (SELECT c.committee_id, c.name, CASE
                        WHEN c.committee_id::text = @committee OR c.name = @committee THEN 1 WHEN c.region_code = @committee THEN 2 END AS way
                    FROM dw.dim_committee AS c
                    WHERE c.committee_id > 0 AND c.superseded_run_id IS NULL AND c.is_current) AS w) AS n
        WHERE n.way = n.best ORDER BY n.committee_id LIMIT 5
        """;

    private const string Bind = """
        DO $$ BEGIN EXECUTE format('GRANT bi_scoped TO %I', current_setting('societyparty.reader')); END $$;
        INSERT INTO access.reader (name, committee_id) VALUES (@name, @committee)
        ON CONFLICT (name) DO UPDATE SET committee_id = excluded.committee_id, created_at = excluded.created_at;
        """;

    private const string Record = """
        WITH event AS (
            INSERT INTO graph.audit_event (actor, action, subject, detail)
            VALUES (session_user, 'ACCOUNT', @name, jsonb_strip_nulls(jsonb_build_object('change', @change, 'kind', 'READER', 'committee', @committee::bigint)))
            RETURNING id)
        INSERT INTO graph.audit_unsealed (event_id) SELECT id FROM event
        """;

    private const string Missing = """
        SELECT concat_ws(' and ',
            CASE WHEN NOT me.rolsuper AND NOT me.rolcreaterole THEN 'CREATEROLE' END,
            CASE WHEN NOT me.rolsuper AND NOT pg_has_role(d.datdba, 'USAGE') THEN format('ownership of database %I', d.datname) END)
        FROM pg_roles AS me, pg_database AS d
        WHERE me.rolname = current_user AND d.datname = current_database()
        """;

    // Names and the verifier arrive as parameters, which no span has; format() quotes them.
    private const string Give = """
        SELECT set_config('societyparty.reader', @name, true), set_config('societyparty.verifier', @verifier, true),
               set_config('societyparty.connections', @connections::text, true), set_config('societyparty.seconds', @seconds::text, true);
        """;

    private const string Create = """
        DO $$
        DECLARE
            reader text := current_setting('societyparty.reader');
            seconds text := current_setting('societyparty.seconds');
            owner name;
        BEGIN
            -- Two at once would change the database's rights at the same moment.
            PERFORM pg_advisory_xact_lock(5315021104);
            EXECUTE format('CREATE ROLE %I LOGIN CONNECTION LIMIT %s PASSWORD %L IN ROLE bi_reader',
                reader, current_setting('societyparty.connections'), current_setting('societyparty.verifier'));
            EXECUTE format('ALTER ROLE %I SET statement_timeout = %L', reader, seconds || 's');
            -- A moment that is typed here is one of Beijing.
            EXECUTE format('ALTER ROLE %I SET timezone = %L', reader, 'Asia/Shanghai');
            EXECUTE format('ALTER ROLE %I SET datestyle = %L', reader, 'ISO, YMD');
            EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', reader, seconds || 's');
            EXECUTE format('ALTER ROLE %I SET default_transaction_read_only = on', reader);
            EXECUTE format('ALTER ROLE %I SET search_path = mart', reader);
            EXECUTE format('COMMENT ON ROLE %I IS %L', reader, 'Reads mart; made by `reader create`, taken away by `reader revoke`.');
            EXECUTE format('GRANT CONNECT ON DATABASE %I TO bi_reader', current_database());
            -- Temporary tables fill a disk. Imports and loads run as the owner of what they write, and keep the right.
            EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
            FOR owner IN SELECT DISTINCT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname IN ('graph', 'dw')
                UNION SELECT rolname FROM pg_roles WHERE rolname = 'api_committee'
            LOOP
                EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO %I', current_database(), owner);
            END LOOP;
        END $$;
        """;

    // On a server of one's own these are somebody else's; the private cluster's programs run as its superuser, and miss nothing.
    private const string ClosePrivate = """
        REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC;
        DO $$
        DECLARE
            open_to_all regprocedure;
        BEGIN
            -- Large objects fill a disk as tables do; an advisory lock that a reader holds would keep loads waiting.
            FOR open_to_all IN
                SELECT oid FROM pg_proc
                WHERE pronamespace = 'pg_catalog'::regnamespace
                  AND (proname LIKE 'pg\_advisory%' OR proname LIKE 'pg\_try\_advisory%'
                       OR proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_open', 'lo_put'))
                  AND has_function_privilege('bi_reader', oid, 'EXECUTE')
            LOOP
                EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', open_to_all);
            END LOOP;
        END $$;
        """;

    /// <summary>Makes the login and gives its password, which is kept nowhere.</summary>
    /// <param name="source">The star's database.</param>
    /// <param name="name">Of the login.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="isPrivate">Whether the server is the program's own.</param>
    /// <param name="committee">Key or name: the login sees the numbers of that committee and of those below it; null: all.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="DatabaseSetupException">The name is taken, the right is missing, or there is no such committee.</exception>
    public static async Task<string> CreateAsync(
        NpgsqlDataSource source,
        string name,
        ReaderLimits limits,
        bool isPrivate,
        string? committee = null,
        CancellationToken ct = default
    )
    {
        if (!ReaderNames.Fits(name))
        {
            throw new ArgumentException($"\"{name}\" is no name for a reader.", nameof(name));
        }

        await using var connection = await source.OpenConnectionAsync(ct);
        if (await StateAsync(connection, name) is { } state)
        {
            throw state == RoleState.Reader ? new Refusal("SP-READER-201", [("name", name)]) : NotReader(name);
        }

        await RequireRightsAsync(connection);
        var bound = committee is null ? (long?)null : await FindAsync(connection, committee);
        var password = ReaderPassword.Generate();
        await using var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            await connection.ExecuteAsync(
                Give,
                new
                {
                    name,
                    verifier = password.Verifier,
                    connections = limits.Connections,
                    seconds = limits.StatementSeconds,
                }
            );
            await connection.ExecuteAsync(Create + (isPrivate ? ClosePrivate : ""));
            if (bound is { } key)
            {
                await connection.ExecuteAsync(Bind, new { name, committee = key });
            }

            await RecordAsync(connection, "INSERT", name, bound);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw NoRight(refused.MessageText, refused);
        }

        await transaction.CommitAsync(ct);
        return password.Text;
    }

    /// <summary>Takes the login away and ends its sessions.</summary>
    /// <exception cref="DatabaseSetupException">There is no such reader, or it cannot be taken away.</exception>
    public static async Task RevokeAsync(NpgsqlDataSource source, string name, CancellationToken ct = default)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        switch (await StateAsync(connection, name))
        {
            case null:
                var known = (await ListAsync(source, ct)).Select(reader => reader.Name).ToList();
                throw new Refusal(known.Count > 0 ? "SP-READER-203.Others" : "SP-READER-203.None", [("name", name), ("known", known)]);
            case RoleState.Other:
                throw NotReader(name);
        }

        await RequireRightsAsync(connection);
        using var builder = new NpgsqlCommandBuilder();
        var quoted = builder.QuoteIdentifier(name);
        try
        {
            // First nobody new, then nobody: a session that began in between is in the list.
            await connection.ExecuteAsync($"ALTER ROLE {quoted} NOLOGIN");
            await connection.ExecuteAsync(
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = @name",
                new { name }
            );
            await connection.ExecuteAsync($"DROP ROLE {quoted}");
            await connection.ExecuteAsync("DELETE FROM access.reader WHERE name = @name", new { name });
            await RecordAsync(connection, "DELETE", name, committee: null);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.DependentObjectsStillExist)
        {
            throw new Refusal(
                "SP-READER-205",
                [("name", name), ("reason", refused.Detail ?? refused.MessageText), ("quoted", quoted)],
                refused
            );
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw NoRight(refused.MessageText, refused);
        }
    }

    /// <summary>Their names alone, which a database of a version before tells, too.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(NpgsqlConnection connection, CancellationToken ct) =>
        [
            .. await connection.QueryAsync<string>(
                new CommandDefinition($"SELECT r.rolname::text FROM ({Readers}) AS r ORDER BY r.rolname", cancellationToken: ct)
            ),
        ];

    /// <summary>Every login that reads <c>mart</c>, those made by hand too, by name.</summary>
    public static async Task<IReadOnlyList<ReaderLogin>> ListAsync(NpgsqlDataSource source, CancellationToken ct = default)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return
        [
            .. await connection.QueryAsync<ReaderLogin>(
                $"""
                SELECT r.rolname::text AS "Name", r.rolconnlimit AS "Connections",
                       (SELECT count(*)::int FROM pg_stat_activity AS a WHERE a.usesysid = r.oid) AS "OpenConnections",
                       (SELECT split_part(setting, '=', 2) FROM unnest(r.rolconfig) AS setting WHERE setting LIKE 'statement_timeout=%') AS "StatementTimeout",
                       has_database_privilege(r.oid, current_database(), 'TEMPORARY') AS "HasTemporaryTables",
                       (SELECT coalesce(
                            (SELECT max(c.name) FROM dw.dim_committee AS c
                             WHERE c.committee_id = b.committee_id AND c.superseded_run_id IS NULL AND c.is_current), b.committee_id::text)
                        FROM access.reader AS b WHERE b.name = r.rolname) AS "Committee"
                FROM ({Readers}) AS r ORDER BY r.rolname
                """
            ),
        ];
    }

    // A warehouse apart has no record of what was done: that one stands with the graph, which these commands do not open.
    private static async Task RecordAsync(NpgsqlConnection connection, string change, string name, long? committee)
    {
        if (await connection.ExecuteScalarAsync<bool>("SELECT to_regclass('graph.audit_event') IS NOT NULL"))
        {
            await connection.ExecuteAsync(
                Record,
                new
                {
                    change,
                    name,
                    committee,
                }
            );
        }
    }

    private static async Task<RoleState?> StateAsync(NpgsqlConnection connection, string name)
    {
        var isReader = await connection.QuerySingleOrDefaultAsync<bool?>(
            $"SELECT EXISTS (SELECT FROM ({Readers}) AS reader WHERE reader.oid = r.oid) FROM pg_roles AS r WHERE r.rolname = @name",
            new { name }
        );
        return isReader switch
        {
            null => null,
            true => RoleState.Reader,
            false => RoleState.Other,
        };
    }

    private static async Task<long> FindAsync(NpgsqlConnection connection, string committee)
    {
        var found = (await connection.QueryAsync<(long Id, string Name)>(FindCommittee, new { committee })).ToList();
        return found.Count switch
        {
            1 => found[0].Id,
            0 => throw new Refusal("SP-READER-206.None", [("committee", committee)]),
            _ => throw new Refusal(
                "SP-READER-206.Several",
                [("committee", committee), ("some", found.Select(one => $"{one.Id} {one.Name}"))]
            ),
        };
    }

    private static async Task RequireRightsAsync(NpgsqlConnection connection)
    {
        if (await connection.ExecuteScalarAsync<string>(Missing) is { Length: > 0 } missing)
        {
            throw NoRight(new Sentence("Reader.RightMissing", [("rights", missing)]), null);
        }
    }

    private static Refusal NotReader(string name) => new("SP-READER-202", [("name", name)]);

    private static Refusal NoRight(object reason, Exception? inner) => new("SP-READER-204", [("reason", reason)], inner);

    private enum RoleState
    {
        Reader,
        Other,
    }
}
