using Dapper;
using Npgsql;
using SocietyParty.Etl.Refusals;
using SocietyParty.Rules.Access;

namespace SocietyParty.Etl.Access;

/// <summary>A token of <c>token list</c>, without the token itself.</summary>
/// <param name="Name">As it was named.</param>
/// <param name="Role">In which its bearer asks.</param>
/// <param name="Subject">What the role is about; null: nothing in particular.</param>
/// <param name="ExpiresAt">From when it is refused.</param>
/// <param name="RevokedAt">When it was taken back; null: it was not.</param>
/// <param name="LastUsedAt">When it was last shown; null: never.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedAt">When.</param>
public sealed record TokenLine(
    string Name,
    string Role,
    string? Subject,
    DateTime ExpiresAt,
    DateTime? RevokedAt,
    DateTime? LastUsedAt,
    string CreatedBy,
    DateTime CreatedAt
);

/// <summary>A token that is to be made.</summary>
/// <param name="Name">By which it is listed, and by which the record names what its bearer does.</param>
/// <param name="Role">One of <see cref="GrantStore.Roles"/>.</param>
/// <param name="Subject">Key or name of what the role is about; null where it is about nothing in particular.</param>
/// <param name="Days">From now on, as <see cref="TokenFits.CanLast"/> allows.</param>
/// <param name="By">Who makes it; null: the login of the database.</param>
/// <param name="DerivedFrom">The grant with which it ends; null: it stands for itself.</param>
public sealed record TokenRequest(string Name, string Role, string? Subject, int Days, string? By = null, long? DerivedFrom = null);

/// <summary>Tokens of programs. Each has an account of its own, which is named after it, and one role.</summary>
public static class TokenStore
{
    private const string Listed = """
        SELECT t.name AS "Name", g.role AS "Role", coalesce(c.name, b.name, s.name, m.member_ref) AS "Subject",
               t.expires_at AS "ExpiresAt", t.revoked_at AS "RevokedAt", t.last_used_at AS "LastUsedAt",
               t.created_by AS "CreatedBy", t.created_at AS "CreatedAt"
        FROM access.token AS t JOIN access.role_grant AS g ON g.id = t.grant_id
        LEFT JOIN graph.committee AS c ON c.id = g.committee_id LEFT JOIN graph.branch AS b ON b.id = g.branch_id
        LEFT JOIN graph.supervision_team AS s ON s.id = g.supervision_team_id LEFT JOIN graph.member AS m ON m.id = g.member_id
        """;

    /// <summary>Of those that somebody made in a role of theirs.</summary>
    private const string Owned =
        "EXISTS (SELECT FROM access.role_grant AS d JOIN access.role_grant AS p ON p.id = d.derived_from "
        + "JOIN access.account AS a ON a.id = p.account_id WHERE d.id = t.grant_id AND a.name = @owner)";

    /// <summary>Makes a token that stands for itself, and gives it, this once.</summary>
    /// <exception cref="Refusal">The name is taken, or role and subject do not fit.</exception>
    public static Task<string> CreateAsync(
        NpgsqlDataSource database,
        string name,
        string role,
        string? subject,
        int days,
        string? by = null,
        CancellationToken ct = default
    ) => CreateAsync(database, new TokenRequest(name, role, subject, days, by), ct);

    /// <summary>Makes a token and gives it, this once.</summary>
    /// <exception cref="Refusal">The name is taken, or role and subject do not fit.</exception>
    public static async Task<string> CreateAsync(NpgsqlDataSource database, TokenRequest request, CancellationToken ct = default)
    {
        var name = request.Name;
        var token = Secret.New(Secret.TokenPrefix);
        try
        {
            await AccessWriter.WriteAsync(
                database,
                request.By,
                async connection =>
                {
                    var account = await AccountAsync(connection, name);
                    var grant = await GrantStore.InsertAsync(connection, account, request.Role, request.Subject, request.DerivedFrom);
                    return await connection.ExecuteAsync(
                        $"""
                        INSERT INTO access.token (grant_id, name, hash, created_by, expires_at)
                        VALUES (@grant, @name, @hash, {AccessWriter.Actor}, now() + make_interval(days => @days))
                        """,
                        new
                        {
                            grant,
                            name,
                            hash = Secret.Hash(token),
                            days = request.Days,
                        }
                    );
                },
                ct
            );
        }
        catch (PostgresException taken) when (taken.ConstraintName == "token_name_once")
        {
            throw new Refusal("SP-ACCESS-208", [("name", name)], taken);
        }

        return token;
    }

    /// <summary>Every token, the newest first.</summary>
    public static async Task<IReadOnlyList<TokenLine>> ListAsync(NpgsqlDataSource database, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<TokenLine>($"{Listed} ORDER BY t.id DESC")];
    }

    /// <summary>Those that an account made in its own roles, the newest first.</summary>
    public static async Task<IReadOnlyList<TokenLine>> OwnAsync(NpgsqlDataSource database, string owner, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<TokenLine>($"{Listed} WHERE {Owned} ORDER BY t.id DESC", new { owner })];
    }

    /// <summary>The newest token of a name; null where there is none.</summary>
    public static async Task<TokenLine?> FindAsync(NpgsqlDataSource database, string name, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await connection.QueryFirstOrDefaultAsync<TokenLine>($"{Listed} WHERE t.name = @name ORDER BY t.id DESC", new { name });
    }

    /// <summary>Takes a token and its role back; connections that its bearer holds open end.</summary>
    /// <param name="database">The graph's.</param>
    /// <param name="name">Its name.</param>
    /// <param name="by">Who takes it back; null: the login of the database.</param>
    /// <param name="owner">Only one that this account made in a role of its own; null: any.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="Refusal">There is no token of this name that could still be used.</exception>
    public static async Task RevokeAsync(
        NpgsqlDataSource database,
        string name,
        string? by = null,
        string? owner = null,
        CancellationToken ct = default
    )
    {
        var done = await AccessWriter.WriteAsync(
            database,
            by,
            connection =>
                connection.ExecuteAsync(
                    $"""
                    WITH gone AS (
                        UPDATE access.token AS t SET revoked_at = now(), revoked_by = {AccessWriter.Actor}
                        WHERE name = @name AND revoked_at IS NULL AND (@owner::text IS NULL OR {Owned}) RETURNING grant_id)
                    UPDATE access.role_grant SET revoked_at = now(), revoked_by = {AccessWriter.Actor} WHERE id IN (SELECT grant_id FROM gone)
                    """,
                    new { name, owner }
                ),
            ct
        );
        if (done == 0)
        {
            throw new Refusal("SP-ACCESS-206", [("name", name)]);
        }
    }

    /// <summary>The program's account: a new one, or that of a token of the same name which was taken back.</summary>
    private static async Task<long> AccountAsync(NpgsqlConnection connection, string name) =>
        await connection.ExecuteScalarAsync<long?>(
            "SELECT id FROM access.account WHERE name = @name AND kind = 'PROGRAM' AND disabled_at IS NULL",
            new { name }
        ) ?? await NewAccountAsync(connection, name);

    private static async Task<long> NewAccountAsync(NpgsqlConnection connection, string name) =>
        await AccountStore.LikeAsync(connection, name) is not null
            ? throw new Refusal("SP-ACCESS-208", [("name", name)])
            : await connection.ExecuteScalarAsync<long>(
                $"INSERT INTO access.account (name, kind, created_by) VALUES (@name, 'PROGRAM', {AccessWriter.Actor}) RETURNING id",
                new { name }
            );
}
