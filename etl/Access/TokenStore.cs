using Dapper;
using Npgsql;
using SocietyParty.Etl.Refusals;

namespace SocietyParty.Etl.Access;

/// <summary>A token of <c>token list</c>, without the token itself.</summary>
/// <param name="Name">As it was named.</param>
/// <param name="Role">In which its bearer asks.</param>
/// <param name="Subject">What the role is about; null: nothing in particular.</param>
/// <param name="ExpiresAt">From when it is refused.</param>
/// <param name="RevokedAt">When it was taken back; null: it was not.</param>
/// <param name="LastUsedAt">When it was last shown; null: never.</param>
public sealed record TokenLine(string Name, string Role, string? Subject, DateTime ExpiresAt, DateTime? RevokedAt, DateTime? LastUsedAt);

/// <summary>Tokens of programs. Each has an account of its own, which is named after it, and one role.</summary>
public static class TokenStore
{
    /// <summary>Days that a token may hold, at the most.</summary>
    public const int DaysMax = 366;

    /// <summary>Makes a token and gives it, this once.</summary>
    /// <param name="database">The graph's.</param>
    /// <param name="name">By which it is listed, and by which the record names what its bearer does.</param>
    /// <param name="role">One of <see cref="GrantStore.Roles"/>.</param>
    /// <param name="subject">Key or name of what the role is about; null where it is about nothing in particular.</param>
    /// <param name="days">From now on, 1 to <see cref="DaysMax"/>.</param>
    /// <param name="by">Who makes it; null: the login of the database.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="Refusal">The name is taken, or role and subject do not fit.</exception>
    public static async Task<string> CreateAsync(
        NpgsqlDataSource database,
        string name,
        string role,
        string? subject,
        int days,
        string? by = null,
        CancellationToken ct = default
    )
    {
        var token = Secret.New(Secret.TokenPrefix);
        try
        {
            await AccessWriter.WriteAsync(
                database,
                by,
                async connection =>
                {
                    var account = await AccountAsync(connection, name);
                    var grant = await GrantStore.InsertAsync(connection, account, role, subject, null, null);
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
                            days,
                        }
                    );
                },
                ct
            );
        }
        catch (PostgresException taken) when (taken.ConstraintName is "token_name_once" or "account_name_once")
        {
            throw new Refusal("SP-ACCESS-208", [("name", name)], taken);
        }

        return token;
    }

    /// <summary>Every token, the newest first.</summary>
    public static async Task<IReadOnlyList<TokenLine>> ListAsync(NpgsqlDataSource database, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return
        [
            .. await connection.QueryAsync<TokenLine>(
                """
                SELECT t.name AS "Name", g.role AS "Role", coalesce(c.name, b.name, s.name, m.member_ref) AS "Subject",
                       t.expires_at AS "ExpiresAt", t.revoked_at AS "RevokedAt", t.last_used_at AS "LastUsedAt"
                FROM access.token AS t JOIN access.role_grant AS g ON g.id = t.grant_id
                LEFT JOIN graph.committee AS c ON c.id = g.committee_id LEFT JOIN graph.branch AS b ON b.id = g.branch_id
                LEFT JOIN graph.supervision_team AS s ON s.id = g.supervision_team_id LEFT JOIN graph.member AS m ON m.id = g.member_id
                ORDER BY t.id DESC
                """
            ),
        ];
    }

    /// <summary>Takes a token and its role back; connections that its bearer holds open end.</summary>
    /// <exception cref="Refusal">There is no token of this name that could still be used.</exception>
    public static async Task RevokeAsync(NpgsqlDataSource database, string name, string? by = null, CancellationToken ct = default)
    {
        var done = await AccessWriter.WriteAsync(
            database,
            by,
            connection =>
                connection.ExecuteAsync(
                    $"""
                    WITH gone AS (
                        UPDATE access.token SET revoked_at = now(), revoked_by = {AccessWriter.Actor}
                        WHERE name = @name AND revoked_at IS NULL RETURNING grant_id)
                    UPDATE access.role_grant SET revoked_at = now(), revoked_by = {AccessWriter.Actor} WHERE id IN (SELECT grant_id FROM gone)
                    """,
                    new { name }
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
        )
        ?? await connection.ExecuteScalarAsync<long>(
            $"INSERT INTO access.account (name, kind, created_by) VALUES (@name, 'PROGRAM', {AccessWriter.Actor}) RETURNING id",
            new { name }
        );
}
