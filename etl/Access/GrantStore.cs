using Dapper;
using Npgsql;
using SocietyParty.Etl.Refusals;
using SocietyParty.Rules.Access;
using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Access;

/// <summary>In which role somebody asks.</summary>
/// <param name="Grant">Key of the grant.</param>
/// <param name="IsProgram">Whether the account is a token's.</param>
public sealed record OwnGrant(long Grant, bool IsProgram);

/// <summary>Roles that accounts have.</summary>
public static class GrantStore
{
    private const int NamedMax = 5;

    /// <summary>The roles that may be given, as the contract writes them.</summary>
    public static IReadOnlyList<string> Roles { get; } = [.. RightList.Embedded.Roles.Keys];

    /// <summary>Gives a role and its number; what is held already, about the same and for the same days, is not given twice.</summary>
    /// <param name="database">The graph's.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="role">One of <see cref="Roles"/>.</param>
    /// <param name="subject">Key or name of what the role is about; null where it is about nothing in particular.</param>
    /// <param name="from">First day; null: today.</param>
    /// <param name="to">First day after it; null: it lasts.</param>
    /// <param name="by">Who gives it; null: the login of the database.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="Refusal">Account or subject are not there or do not fit, or the role is held on some of the days.</exception>
    public static Task<long> GrantAsync(
        NpgsqlDataSource database,
        string account,
        string role,
        string? subject = null,
        DateOnly? from = null,
        DateOnly? to = null,
        string? by = null,
        CancellationToken ct = default
    ) =>
        AccessWriter.WriteAsync(
            database,
            by,
            async connection =>
                await InsertOnceAsync(connection, await AccountStore.FindAsync(connection, account), account, role, subject, from, to),
            ct
        );

    /// <summary>Takes a role back; connections that are open in it end.</summary>
    /// <exception cref="Refusal">The account has no such role.</exception>
    public static async Task RevokeAsync(
        NpgsqlDataSource database,
        string account,
        long grant,
        string? by = null,
        CancellationToken ct = default
    )
    {
        var done = await AccessWriter.WriteAsync(
            database,
            by,
            async connection =>
                await connection.ExecuteAsync(
                    $"""
                    UPDATE access.role_grant SET revoked_at = now(), revoked_by = {AccessWriter.Actor}
                    WHERE id = @grant AND account_id = @account AND revoked_at IS NULL
                    """,
                    new { grant, account = await AccountStore.FindAsync(connection, account) }
                ),
            ct
        );
        if (done == 0)
        {
            throw new Refusal("SP-ACCESS-207", [("name", account), ("grant", grant)]);
        }
    }

    /// <summary>The grant in which an account asks, and whether it is a program's; null where there is no such account.</summary>
    public static async Task<OwnGrant?> OwnAsync(
        NpgsqlDataSource database,
        string account,
        string role,
        long? subject,
        CancellationToken ct = default
    )
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await connection.QueryFirstOrDefaultAsync<OwnGrant>(
            """
            SELECT g.id AS "Grant", a.kind = 'PROGRAM' AS "IsProgram"
            FROM access.held_grant AS g JOIN access.account AS a ON a.id = g.account_id
            WHERE a.name = @account AND g.role = @role AND g.subject_id IS NOT DISTINCT FROM @subject ORDER BY g.id
            """,
            new
            {
                account,
                role,
                subject,
            }
        );
    }

    internal static async Task<long> InsertAsync(
        NpgsqlConnection connection,
        long account,
        string role,
        string? subject,
        long? derivedFrom = null
    )
    {
        var (kind, key) = await AboutAsync(connection, role, subject);
        return await InsertAsync(connection, account, role, kind, key, await TodayAsync(connection), null, derivedFrom);
    }

    private static async Task<long> InsertOnceAsync(
        NpgsqlConnection connection,
        long account,
        string name,
        string role,
        string? subject,
        DateOnly? from,
        DateOnly? to
    )
    {
        var (kind, key) = await AboutAsync(connection, role, subject);
        var today = await TodayAsync(connection);
        // Nobody would ever have it, and whoever gave it would not know.
        if (to <= today)
        {
            throw new Refusal("SP-ACCESS-210.Over", [("to", to), ("today", today)]);
        }

        // Of two at the same moment the second one sees what the first gave.
        await connection.ExecuteAsync("SELECT FROM access.account WHERE id = @account FOR UPDATE", new { account });
        var held = (
            await connection.QueryAsync<GrantDays>(
                """
                SELECT id AS "Number", valid_from AS "From", valid_to AS "To" FROM access.role_grant
                WHERE account_id = @account AND role = @role AND revoked_at IS NULL AND derived_from IS NULL
                  AND coalesce(committee_id, branch_id, supervision_team_id, member_id) IS NOT DISTINCT FROM @key::bigint ORDER BY id
                """,
                new
                {
                    account,
                    role,
                    key,
                }
            )
        ).ToList();
        if (GrantDays.InTheWay(held, from, to, today) is not var (grant, isSame))
        {
            return await InsertAsync(connection, account, role, kind, key, from ?? today, to, null);
        }

        var (number, first) = (grant.Number, grant.From);
        return isSame ? number
            : grant.To is { } end
                ? throw new Refusal(
                    "SP-ACCESS-212.Ending",
                    [("name", name), ("role", EnumWords.OfName(role, "AccessRole")), ("grant", number), ("from", first), ("to", end)]
                )
            : throw new Refusal(
                "SP-ACCESS-212.Lasting",
                [("name", name), ("role", EnumWords.OfName(role, "AccessRole")), ("grant", number), ("from", first)]
            );
    }

    private static async Task<long> InsertAsync(
        NpgsqlConnection connection,
        long account,
        string role,
        string? kind,
        long? key,
        DateOnly from,
        DateOnly? to,
        long? derivedFrom
    )
    {
        try
        {
            return await connection.ExecuteScalarAsync<long>(
                $"""
                INSERT INTO access.role_grant (account_id, role, committee_id, branch_id, supervision_team_id, member_id, valid_from, valid_to, derived_from, granted_by)
                VALUES (@account, @role, CASE @kind WHEN 'COMMITTEE' THEN @key END, CASE @kind WHEN 'BRANCH' THEN @key END,
                    CASE @kind WHEN 'SUPERVISION_TEAM' THEN @key END, CASE @kind WHEN 'MEMBER' THEN @key END,
                    @from, @to, @derivedFrom, {AccessWriter.Actor})
                RETURNING id
                """,
                new
                {
                    account,
                    role,
                    kind,
                    key,
                    from,
                    to,
                    derivedFrom,
                }
            );
        }
        catch (PostgresException wrong) when (wrong.ConstraintName == "role_grant_days")
        {
            throw new Refusal("SP-ACCESS-210", [("from", from), ("to", to)], wrong);
        }
    }

    private static Task<DateOnly> TodayAsync(NpgsqlConnection connection) =>
        connection.ExecuteScalarAsync<DateOnly>("SELECT graph.today()");

    /// <summary>Of which kind what the role is about is, and its key.</summary>
    private static async Task<(string? Kind, long? Key)> AboutAsync(NpgsqlConnection connection, string role, string? subject)
    {
        var kind = await connection.ExecuteScalarAsync<string?>("SELECT subject FROM access.role WHERE code = @role", new { role });
        if (kind is null != subject is null)
        {
            throw new Refusal(
                kind is null ? "SP-ACCESS-203.None" : "SP-ACCESS-203.Wanted",
                [("role", EnumWords.OfName(role, "AccessRole"))]
            );
        }

        return (kind, subject is null ? null : await FindAsync(connection, kind!, subject));
    }

    private static async Task<long> FindAsync(NpgsqlConnection connection, string kind, string subject)
    {
        var (table, name) = kind switch
        {
            "COMMITTEE" => ("committee", "name"),
            "BRANCH" => ("branch", "name"),
            "SUPERVISION_TEAM" => ("supervision_team", "name"),
            _ => ("member", "member_ref"),
        };
        // A committee is known by the code of its region, too, where it is the only one there and no key.
        var region = kind == "COMMITTEE" ? "OR region_code = @subject" : "";
        var found = (
            await connection.QueryAsync<(long Id, string Name, bool IsNamed)>(
                $"""
                SELECT id, {name}, id::text = @subject OR {name} = @subject FROM graph.{table}
                WHERE id::text = @subject OR {name} = @subject {region} ORDER BY 3 DESC, 1 LIMIT {NamedMax}
                """,
                new { subject }
            )
        ).ToList();
        var named = found.Where(one => one.IsNamed == found[0].IsNamed).ToList();
        return named.Count switch
        {
            1 => named[0].Id,
            0 => throw new Refusal("SP-ACCESS-204", [("subject", subject)]),
            _ => throw new Refusal("SP-ACCESS-205", [("subject", subject), ("some", named.Select(one => $"{one.Id} {one.Name}"))]),
        };
    }
}
