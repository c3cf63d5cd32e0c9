using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Backup;

/// <summary>What a database holds, asked on a connection, which may stand in one snapshot.</summary>
internal static class DatabaseContents
{
    /// <summary>pg_dump's patterns of the tables that a load makes anew, and of its log of how many rows it wrote there.</summary>
    public static readonly IReadOnlyList<string> MadeByLoads = ["dw.fct_*", "dw.agg_*", "dw.load_step"];

    private const string OfPrograms = """
        n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
        AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
        """;

    // Unlogged tables are scratch.
    private const string ReadTables = $"""
        SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND {OfPrograms} ORDER BY 1
        """;

    private const string ReadIsEmpty = $"""
        SELECT NOT EXISTS (SELECT FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE {OfPrograms})
           AND to_regnamespace('graph') IS NULL AND to_regnamespace('dw') IS NULL AND to_regnamespace('meta') IS NULL
        """;

    // PUBLIC is no role; owners have their rights without being given them.
    private const string ReadRoles = """
        SELECT DISTINCT pg_get_userbyid(role) FROM (
            SELECT a.grantee, c.relowner FROM pg_class AS c, aclexplode(c.relacl) AS a WHERE c.oid >= 16384
            UNION SELECT a.grantee, c.relowner FROM pg_attribute AS t JOIN pg_class AS c ON c.oid = t.attrelid, aclexplode(t.attacl) AS a WHERE c.oid >= 16384
            UNION SELECT a.grantee, p.proowner FROM pg_proc AS p, aclexplode(p.proacl) AS a WHERE p.oid >= 16384
            UNION SELECT a.grantee, n.nspowner FROM pg_namespace AS n, aclexplode(n.nspacl) AS a WHERE n.oid >= 16384
            UNION SELECT unnest(p.polroles), 0::oid FROM pg_policy AS p
        ) AS given (role, owner) WHERE role <> 0 AND role <> owner ORDER BY 1
        """;

    private const string ReadSettings = """
        SELECT coalesce((SELECT array_agg(one ORDER BY one) FROM pg_db_role_setting AS s, unnest(s.setconfig) AS one
                         WHERE s.setrole = 0 AND s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
                           AND one LIKE 'graph.%'), '{}')
        """;

    private const string ReadLastSeal = """
        SELECT id || ':' || hash FROM graph.audit_seal ORDER BY id DESC LIMIT 1
        """;

    private const string ReadFirstMonth =
        "SELECT min(d.calendar_date) FROM dw.loaded_month AS l JOIN dw.dim_date AS d ON d.date_key = l.month_key";

    public static async Task<bool> IsEmptyAsync(NpgsqlConnection connection, CancellationToken ct) =>
        await connection.ExecuteScalarAsync<bool>(Ask(ReadIsEmpty, ct));

    /// <summary>Rows of each table.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="withFacts">Whether those that a load makes are counted, too.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<SortedDictionary<string, long>> CountAsync(NpgsqlConnection connection, bool withFacts, CancellationToken ct)
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await connection.QueryAsync<string>(Ask(ReadTables, ct)))
        {
            if (withFacts || !IsMadeByLoads(table))
            {
                // The name is quoted where it is read.
                rows[table] = await connection.ExecuteScalarAsync<long>(Ask($"SELECT count(*) FROM {table}", ct));
            }
        }

        return rows;
    }

    public static bool IsMadeByLoads(string table) =>
        MadeByLoads.Any(pattern => table.StartsWith(pattern.TrimEnd('*'), StringComparison.Ordinal));

    public static async Task<IReadOnlyList<string>> RolesAsync(NpgsqlConnection connection, CancellationToken ct) =>
        [.. await connection.QueryAsync<string>(Ask(ReadRoles, ct))];

    public static async Task<IReadOnlyList<string>> SettingsAsync(NpgsqlConnection connection, CancellationToken ct) =>
        await connection.ExecuteScalarAsync<string[]>(Ask(ReadSettings, ct)) ?? [];

    /// <summary>Null where there is none, or the version is older than the record.</summary>
    public static async Task<string?> LastSealAsync(NpgsqlConnection connection, CancellationToken ct) =>
        await HasAsync(connection, "graph.audit_seal", ct) ? await connection.ExecuteScalarAsync<string?>(Ask(ReadLastSeal, ct)) : null;

    public static async Task<DateOnly?> FirstMonthAsync(NpgsqlConnection connection, CancellationToken ct) =>
        await HasAsync(connection, "dw.loaded_month", ct) ? await connection.ExecuteScalarAsync<DateOnly?>(Ask(ReadFirstMonth, ct)) : null;

    public static async Task<bool> HasAsync(NpgsqlConnection connection, string table, CancellationToken ct) =>
        await connection.ExecuteScalarAsync<bool>(
            new CommandDefinition("SELECT to_regclass(@table) IS NOT NULL", new { table }, commandTimeout: 0, cancellationToken: ct)
        );

    private static CommandDefinition Ask(string sql, CancellationToken ct) => new(sql, commandTimeout: 0, cancellationToken: ct);
}
