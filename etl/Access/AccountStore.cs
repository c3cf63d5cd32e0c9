using Dapper;
using Npgsql;
using SocietyParty.Etl.Refusals;

namespace SocietyParty.Etl.Access;

/// <summary>An account of <c>account list</c>.</summary>
/// <param name="Name">By which it is known.</param>
/// <param name="Kind"><c>PERSON</c> or <c>PROGRAM</c>.</param>
/// <param name="Issuer">The provider that knows it; null for a local one.</param>
/// <param name="HasSecondFactor">Whether a code is asked for.</param>
/// <param name="IsDisabled">Whether it may not sign in.</param>
/// <param name="Grants">Roles that hold today, each with its number.</param>
public sealed record AccountLine(string Name, string Kind, string? Issuer, bool HasSecondFactor, bool IsDisabled, string Grants);

/// <summary>Accounts: made, listed, disabled; their passwords and second factors.</summary>
public static class AccountStore
{
    /// <summary>Makes a local account and gives its first password, which is kept nowhere; null for one that a provider knows.</summary>
    /// <param name="database">The graph's.</param>
    /// <param name="name">By which it is known.</param>
    /// <param name="displayName">As people call them; null: not stated.</param>
    /// <param name="provider">Issuer and the issuer's name for it; null for a local account.</param>
    /// <param name="by">Who makes it; null: the login of the database.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="Refusal">The name or the issuer's name is taken.</exception>
    public static async Task<string?> CreateAsync(
        NpgsqlDataSource database,
        string name,
        string? displayName = null,
        (string Issuer, string Subject)? provider = null,
        string? by = null,
        CancellationToken ct = default
    )
    {
        var password = provider is null ? AccountPassword.Generate() : null;
        try
        {
            await AccessWriter.WriteAsync(
                database,
                by,
                async connection =>
                {
                    if (await LikeAsync(connection, name) is { } known)
                    {
                        throw new Refusal(known == name ? "SP-ACCESS-201.Name" : "SP-ACCESS-201.Alike", [("name", name), ("known", known)]);
                    }

                    return await connection.ExecuteAsync(
                        $"""
                        INSERT INTO access.account (name, display_name, kind, issuer, issuer_subject, password_hash, created_by)
                        VALUES (@name, @displayName, 'PERSON', @issuer, @subject, @hash, {AccessWriter.Actor})
                        """,
                        new
                        {
                            name,
                            displayName,
                            issuer = provider?.Issuer,
                            subject = provider?.Subject,
                            hash = password is null ? null : AccountPassword.Hash(password),
                        }
                    );
                },
                ct
            );
        }
        catch (PostgresException taken) when (taken.ConstraintName == "account_subject_once")
        {
            throw new Refusal("SP-ACCESS-201.Subject", [("subject", provider!.Value.Subject)], taken);
        }

        return password;
    }

    /// <summary>Every account, by name.</summary>
    public static async Task<IReadOnlyList<AccountLine>> ListAsync(NpgsqlDataSource database, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return
        [
            .. await connection.QueryAsync<AccountLine>(
                """
                SELECT a.name AS "Name", a.kind AS "Kind", a.issuer AS "Issuer", a.totp_key IS NOT NULL AS "HasSecondFactor",
                       a.disabled_at IS NOT NULL AS "IsDisabled",
                       coalesce((SELECT string_agg(concat_ws(' ', g.id || ':', g.role, g.subject_name), ', ' ORDER BY g.id)
                                 FROM access.held_grant AS g WHERE g.account_id = a.id), '') AS "Grants"
                FROM access.account AS a ORDER BY a.name
                """
            ),
        ];
    }

    /// <summary>Disables an account, or lets it in again; sessions and connections that it holds end.</summary>
    /// <exception cref="Refusal">There is no such account.</exception>
    public static Task SetDisabledAsync(
        NpgsqlDataSource database,
        string name,
        bool isDisabled,
        string? by = null,
        CancellationToken ct = default
    ) =>
        UpdateAsync(
            database,
            name,
            """
            disabled_at = CASE WHEN @isDisabled THEN coalesce(disabled_at, now()) END, security_stamp = gen_random_uuid(),
            failed_count = CASE WHEN @isDisabled THEN failed_count ELSE 0 END, locked_until = CASE WHEN @isDisabled THEN locked_until END
            """,
            new { name, isDisabled },
            by,
            ct
        );

    /// <summary>Gives a local account a new password, shown once; what it holds open ends.</summary>
    /// <exception cref="Refusal">There is no such account, or it has no password.</exception>
    public static async Task<string> ResetPasswordAsync(
        NpgsqlDataSource database,
        string name,
        string? by = null,
        CancellationToken ct = default
    )
    {
        await RequireLocalAsync(database, name, ct);
        var password = AccountPassword.Generate();
        await UpdateAsync(
            database,
            name,
            "password_hash = @hash, security_stamp = gen_random_uuid(), failed_count = 0, locked_until = NULL",
            new { name, hash = AccountPassword.Hash(password) },
            by,
            ct
        );
        return password;
    }

    /// <summary>Gives a local account a new second factor, or takes it away; gives the link for an app, shown once.</summary>
    /// <exception cref="Refusal">There is no such account, or it has no password.</exception>
    public static async Task<string?> SetSecondFactorAsync(
        NpgsqlDataSource database,
        string name,
        bool isWanted,
        string? by = null,
        CancellationToken ct = default
    )
    {
        await RequireLocalAsync(database, name, ct);
        var key = isWanted ? SecondFactor.NewKey() : null;
        await UpdateAsync(
            database,
            name,
            "totp_key = @key, totp_step = NULL, security_stamp = gen_random_uuid()",
            new { name, key },
            by,
            ct
        );
        return key is null ? null : SecondFactor.LinkOf(key, name);
    }

    /// <summary>Its key.</summary>
    /// <exception cref="Refusal">There is no such account.</exception>
    internal static async Task<long> FindAsync(NpgsqlConnection connection, string name) =>
        await connection.ExecuteScalarAsync<long?>("SELECT access.account_named(@name)", new { name }) ?? throw Unknown(name);

    /// <summary>
    /// The name of an account that differs from this in the size or width of letters alone; null: it is free, until the transaction ends.
    /// </summary>
    internal static async Task<string?> LikeAsync(NpgsqlConnection connection, string name)
    {
        // Two at once would each miss the other.
        await connection.ExecuteAsync("LOCK TABLE access.account IN SHARE ROW EXCLUSIVE MODE");
        return await connection.ExecuteScalarAsync<string?>(
            """
            SELECT name FROM access.account WHERE lower(normalize(name, NFKC)) = lower(normalize(@name, NFKC))
            ORDER BY name <> @name, id LIMIT 1
            """,
            new { name }
        );
    }

    private static Refusal Unknown(string name) => new("SP-ACCESS-202", [("name", name)]);

    private static async Task RequireLocalAsync(NpgsqlDataSource database, string name, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var isLocal = await connection.ExecuteScalarAsync<bool?>(
            "SELECT kind = 'PERSON' AND issuer IS NULL FROM access.account WHERE id = access.account_named(@name)",
            new { name }
        );
        if (!(isLocal ?? throw Unknown(name)))
        {
            throw new Refusal("SP-ACCESS-209", [("name", name)]);
        }
    }

    private static async Task UpdateAsync(
        NpgsqlDataSource database,
        string name,
        string changes,
        object values,
        string? by,
        CancellationToken ct
    )
    {
        var done = await AccessWriter.WriteAsync(
            database,
            by,
            connection => connection.ExecuteAsync($"UPDATE access.account SET {changes} WHERE id = access.account_named(@name)", values),
            ct
        );
        if (done == 0)
        {
            throw Unknown(name);
        }
    }
}
