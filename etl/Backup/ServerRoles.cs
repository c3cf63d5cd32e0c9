using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Backup;

/// <summary>
/// Roles are a server's, not a database's, and in no backup: an upgrade carries them to the new server with their passwords as the old one
/// keeps them, which nobody can read back.
/// </summary>
internal static class ServerRoles
{
    // Statements, in the order in which they can be said.
    private const string Read = """
        WITH own AS (
            SELECT * FROM pg_authid WHERE rolname NOT LIKE 'pg\_%' AND rolname <> current_user
        ), said AS (
            SELECT 1 AS step, rolname, format('CREATE ROLE %I WITH %s %s %s %s %s %s %s CONNECTION LIMIT %s', rolname,
                       CASE WHEN rolsuper THEN 'SUPERUSER' ELSE 'NOSUPERUSER' END, CASE WHEN rolinherit THEN 'INHERIT' ELSE 'NOINHERIT' END,
                       CASE WHEN rolcreaterole THEN 'CREATEROLE' ELSE 'NOCREATEROLE' END, CASE WHEN rolcreatedb THEN 'CREATEDB' ELSE 'NOCREATEDB' END,
                       CASE WHEN rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END, CASE WHEN rolreplication THEN 'REPLICATION' ELSE 'NOREPLICATION' END,
                       CASE WHEN rolbypassrls THEN 'BYPASSRLS' ELSE 'NOBYPASSRLS' END, rolconnlimit)
                || CASE WHEN rolpassword IS NULL THEN '' ELSE format(' PASSWORD %L', rolpassword) END
                || CASE WHEN rolvaliduntil IS NULL THEN '' ELSE format(' VALID UNTIL %L', rolvaliduntil) END AS statement
            FROM own
            UNION ALL
            SELECT 2, m.rolname, format('GRANT %I TO %I%s', g.rolname, m.rolname, CASE WHEN a.admin_option THEN ' WITH ADMIN OPTION' ELSE '' END)
            FROM pg_auth_members AS a JOIN pg_roles AS g ON g.oid = a.roleid JOIN own AS m ON m.oid = a.member
            UNION ALL
            SELECT 3, o.rolname, format('ALTER ROLE %I SET %I = %L', o.rolname, split_part(setting, '=', 1), substr(setting, strpos(setting, '=') + 1))
            FROM pg_db_role_setting AS s JOIN own AS o ON o.oid = s.setrole CROSS JOIN LATERAL unnest(s.setconfig) AS u (setting)
            WHERE s.setdatabase = 0
            UNION ALL
            SELECT 4, o.rolname, format('COMMENT ON ROLE %I IS %L', o.rolname, d.description)
            FROM own AS o JOIN pg_shdescription AS d ON d.objoid = o.oid AND d.classoid = 'pg_authid'::regclass
        )
        SELECT statement FROM said ORDER BY step, rolname, statement
        """;

    // The superuser is there already, with a password that the draft was made with.
    private const string ReadOwn =
        "SELECT format('ALTER ROLE %I PASSWORD %L', rolname, rolpassword) FROM pg_authid WHERE rolname = current_user";

    /// <summary>What to say to another server, last of all, so that this one's password opens it.</summary>
    public static async Task<string> ReadPasswordAsync(NpgsqlDataSource server, CancellationToken ct)
    {
        await using var connection = await server.OpenConnectionAsync(ct);
        return (await connection.ExecuteScalarAsync<string>(new CommandDefinition(ReadOwn, cancellationToken: ct)))!;
    }

    /// <summary>What to say to another server so that it has the other roles of this one.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(NpgsqlDataSource server, CancellationToken ct)
    {
        await using var connection = await server.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(Read, cancellationToken: ct))];
    }

    /// <summary>Says it: all or nothing.</summary>
    public static async Task WriteAsync(NpgsqlDataSource server, IReadOnlyList<string> statements, CancellationToken ct)
    {
        await using var connection = await server.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var statement in statements)
        {
            await connection.ExecuteAsync(
                new CommandDefinition(statement, commandType: System.Data.CommandType.Text, cancellationToken: ct)
            );
        }

        await transaction.CommitAsync(ct);
    }
}
