using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Access;

/// <summary>An account with its roles.</summary>
public sealed record AccountDetail
{
    /// <summary>By which somebody signs in.</summary>
    public required string Name { get; init; }

    /// <summary>As people call them.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether it has a password here.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Whether it may not sign in.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Whether a code is asked for.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its roles of today and later, as JSON of the contract.</summary>
    public required string Grants { get; init; }

    /// <summary>Whether it is in reach of the committee that was asked for.</summary>
    public bool IsWithin { get; init; }
}

/// <summary>Accounts as who manages them sees them.</summary>
public static class AccountReader
{
    // Roles of tokens are the tokens'. A grant's place is that of what it is about; one about nothing in particular is within no committee.
    private const string Select = """
        SELECT a.name AS "Name", a.display_name AS "DisplayName", a.kind = 'PERSON' AND a.issuer IS NULL AS "IsLocal",
            a.disabled_at IS NOT NULL AS "IsLocked", a.totp_key IS NOT NULL AS "HasSecondFactor", a.created_by AS "CreatedBy",
            a.created_at AS "CreatedAt", g.list AS "Grants",
            a.kind = 'PERSON' AND coalesce(g.is_within, a.created_by = @actor) AS "IsWithin"
        FROM access.account AS a
        CROSS JOIN LATERAL (
            SELECT coalesce(jsonb_agg(jsonb_build_object('number', r.id, 'role', r.role, 'subjectName', coalesce(c.name, b.name, t.name, m.member_ref),
                    'validFrom', r.valid_from, 'validTo', r.valid_to, 'grantedBy', r.granted_by) ORDER BY r.id), '[]')::text AS list,
                bool_and(coalesce(width_bucket(coalesce(c.place, b.place, u.place, m.place), graph.scope_of_committee(@committee)::bigint[]) & 1 <> 0, false)) AS is_within
            FROM access.role_grant AS r
            LEFT JOIN graph.committee AS c ON c.id = r.committee_id LEFT JOIN graph.branch AS b ON b.id = r.branch_id
            LEFT JOIN graph.supervision_team AS t ON t.id = r.supervision_team_id LEFT JOIN graph.committee AS u ON u.id = t.committee_id
            LEFT JOIN graph.member AS m ON m.id = r.member_id
            WHERE r.account_id = a.id AND r.revoked_at IS NULL AND r.derived_from IS NULL AND (r.valid_to IS NULL OR r.valid_to > graph.today())
        ) AS g
        """;

    private const string Place = """
        SELECT coalesce(width_bucket(CASE @role
            WHEN 'COMMITTEE_ADMINISTRATOR' THEN (SELECT c.place FROM graph.committee AS c WHERE c.id = @subject)
            WHEN 'BRANCH_SECRETARY' THEN (SELECT b.place FROM graph.branch AS b WHERE b.id = @subject)
            WHEN 'SUPERVISOR' THEN (SELECT c.place FROM graph.supervision_team AS t JOIN graph.committee AS c ON c.id = t.committee_id WHERE t.id = @subject)
            WHEN 'MEMBER' THEN (SELECT m.place FROM graph.member AS m WHERE m.id = @subject)
            END, graph.scope_of_committee(@committee)::bigint[]) & 1 <> 0, false)
        """;

    /// <summary>The account of a name; null where there is none.</summary>
    /// <param name="database">The graph's, as its owner.</param>
    /// <param name="name">The account's.</param>
    /// <param name="committee">Whose reach is asked about; null: nobody's.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<AccountDetail?> FindAsync(
        NpgsqlDataSource database,
        string name,
        long? committee,
        string actor,
        CancellationToken ct = default
    )
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<AccountDetail>(
            $"{Select} WHERE a.id = access.account_named(@name)",
            new
            {
                name,
                committee,
                actor,
            }
        );
    }

    /// <summary>People's accounts by name: all, or those in reach of a committee.</summary>
    public static async Task<IReadOnlyList<AccountDetail>> ListAsync(
        NpgsqlDataSource database,
        bool all,
        long? committee,
        string actor,
        int max,
        CancellationToken ct = default
    )
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return
        [
            .. await connection.QueryAsync<AccountDetail>(
                $"""
                {Select}
                WHERE a.kind = 'PERSON' AND (@all OR coalesce(g.is_within, a.created_by = @actor)) ORDER BY a.name LIMIT @max
                """,
                new
                {
                    all,
                    committee,
                    actor,
                    max,
                }
            ),
        ];
    }

    /// <summary>Whether what a role is about is within reach of a committee.</summary>
    public static async Task<bool> IsWithinAsync(
        NpgsqlDataSource database,
        string role,
        long? subject,
        long? committee,
        CancellationToken ct = default
    )
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<bool>(
            Place,
            new
            {
                role,
                subject,
                committee,
            }
        );
    }
}
