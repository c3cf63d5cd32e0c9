using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Access;

/// <summary>
/// How somebody comes in for the first time: a link that works once, for whoever starts the program beside its database and could do
/// everything there anyway.
/// </summary>
public static class OwnerLink
{
    /// <summary>Name of the account that it signs in.</summary>
    public const string Owner = "owner";

    /// <summary>How long it works.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>
    /// Makes the account with the first start, and a link's code with each; null where the owner was disabled or its role taken back:
    /// the office has others then.
    /// </summary>
    public static async Task<string?> MakeAsync(NpgsqlDataSource database, CancellationToken ct = default)
    {
        var code = Secret.New();
        var made = await AccessWriter.WriteAsync(
            database,
            Owner,
            async connection =>
            {
                await connection.ExecuteAsync(
                    """
                    INSERT INTO access.account (name, kind, created_by) VALUES (@Owner, 'PERSON', @Owner) ON CONFLICT (name) DO NOTHING;
                    INSERT INTO access.role_grant (account_id, role, valid_from, granted_by)
                    SELECT a.id, 'SYSTEM_ADMINISTRATOR', graph.today(), @Owner FROM access.account AS a
                    WHERE a.name = @Owner AND a.created_by = @Owner AND NOT EXISTS (SELECT FROM access.role_grant AS g WHERE g.account_id = a.id);
                    DELETE FROM access.sign_in_link AS l USING access.account AS a WHERE a.id = l.account_id AND a.name = @Owner
                    """,
                    new { Owner }
                );
                return await connection.ExecuteAsync(
                    """
                    INSERT INTO access.sign_in_link (hash, account_id, expires_at)
                    SELECT @hash, g.account_id, now() + @Lasts FROM access.held_grant AS g JOIN access.account AS a ON a.id = g.account_id
                    WHERE a.name = @Owner AND a.created_by = @Owner AND g.role = 'SYSTEM_ADMINISTRATOR' LIMIT 1
                    """,
                    new
                    {
                        hash = Secret.Hash(code),
                        Lasts,
                        Owner,
                    }
                );
            },
            ct
        );
        return made == 1 ? code : null;
    }
}
