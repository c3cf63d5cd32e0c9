using System.Globalization;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Access;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>Browsers that sign in and out. A cookie is a secret of its own; everything that it stands for is a row.</summary>
internal sealed class SessionStore(NpgsqlDataSource database, TimeProvider clock, AccessSettings settings) : IDisposable
{
    // Tries before the first pause, which doubles with each more.
    private const int FreeTries = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    // Each takes a core for a tenth of a second.
    private readonly SemaphoreSlim hashing = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>
    /// The account of a name, a password and, where a second factor is set, a code; null where any of them is wrong, the account is locked
    /// or disabled, or there is none: who asks learns no more than that. A try counts as failed before it is looked at, so that many at
    /// the same moment are no more than one after the other.
    /// </summary>
    public async Task<long?> CheckAsync(string name, string password, string code, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var connection = await database.OpenConnectionAsync(ct);
        var found = await connection.QuerySingleOrDefaultAsync<Tried>(
            new CommandDefinition(
                """
                UPDATE access.account SET failed_count = failed_count + 1,
                    locked_until = CASE WHEN failed_count + 1 >= @free
                        THEN @now + least(@longest, @first * power(2, least(failed_count + 1 - @free, 20))) END
                WHERE id = access.account_named(@name) AND kind = 'PERSON' AND issuer IS NULL AND disabled_at IS NULL
                  -- Further ahead than the longest pause nobody is locked: the clock was, and went back.
                  AND (locked_until IS NULL OR locked_until <= @now OR locked_until > @now + @longest)
                RETURNING id AS "Id", password_hash AS "PasswordHash", totp_key AS "TotpKey", totp_step AS "TotpStep"
                """,
                new
                {
                    name,
                    now,
                    free = FreeTries,
                    first = FirstPause,
                    longest = LongestPause,
                },
                cancellationToken: ct
            )
        );
        await hashing.WaitAsync(ct);
        bool fits;
        try
        {
            fits = await Task.Run(() => AccountPassword.Fits(found?.PasswordHash, password), ct);
        }
        finally
        {
            hashing.Release();
        }

        if (!fits || found is null)
        {
            return null;
        }

        long? step = null;
        if (found.TotpKey is { } key)
        {
            step = SecondFactor.StepOf(key, code, found.TotpStep, clock.GetUtcNow());
            if (step is null)
            {
                return null;
            }
        }

        // Of two that show the same code at the same moment one comes in.
        var taken = await connection.ExecuteAsync(
            new CommandDefinition(
                """
                UPDATE access.account SET failed_count = 0, locked_until = NULL, totp_step = coalesce(@step, totp_step)
                WHERE id = @Id AND (@step::bigint IS NULL OR totp_step IS NULL OR totp_step < @step)
                """,
                new { found.Id, step },
                cancellationToken: ct
            )
        );
        return taken == 1 ? found.Id : null;
    }

    /// <summary>Begins a session and gives its cookie. With one role of today, that one is chosen.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="way"><c>PASSWORD</c>, <c>LINK</c> or <c>PROVIDER</c>.</param>
    /// <param name="address">From where; null: not known.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<string> BeginAsync(long account, string way, string? address, CancellationToken ct)
    {
        var cookie = Secret.New();
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(
            new CommandDefinition(
                """
                DELETE FROM access.session WHERE expires_at < @now;
                INSERT INTO access.session (account_id, grant_id, hash, security_stamp, way, address, signed_in_at, expires_at, ends_at)
                SELECT a.id, (SELECT min(g.id) FROM access.held_grant AS g WHERE g.account_id = a.id HAVING count(*) = 1),
                    @hash, a.security_stamp, @way, @address, @now, least(@expires, @ends), @ends
                FROM access.account AS a WHERE a.id = @account
                """,
                new
                {
                    account,
                    hash = Secret.Hash(cookie),
                    way,
                    address,
                    now = now.UtcDateTime,
                    expires = now.AddMinutes(settings.SessionMinutes).UtcDateTime,
                    ends = now.AddHours(settings.SessionHours).UtcDateTime,
                },
                cancellationToken: ct
            )
        );
        return cookie;
    }

    /// <summary>Takes a role for what the browser asks from now on; false where the account does not hold it today.</summary>
    public async Task<bool> ChooseAsync(byte[] hash, string grant, CancellationToken ct)
    {
        if (!long.TryParse(grant, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
        {
            return false;
        }

        await using var connection = await database.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(
                new CommandDefinition(
                    """
                    UPDATE access.session AS s SET grant_id = g.id FROM access.held_grant AS g
                    WHERE s.hash = @hash AND g.id = @key AND g.account_id = s.account_id
                    """,
                    new { hash, key },
                    cancellationToken: ct
                )
            ) == 1;
    }

    /// <summary>Ends a session; whoever kept its cookie has nothing.</summary>
    public async Task EndAsync(byte[] hash, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(
            new CommandDefinition("DELETE FROM access.session WHERE hash = @hash", new { hash }, cancellationToken: ct)
        );
    }

    /// <summary>The account that a link signs in, and no second time; null where the link is none, used or expired.</summary>
    public async Task<(long Account, string Name)?> UseLinkAsync(string code, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<(long, string)?>(
            new CommandDefinition(
                """
                DELETE FROM access.sign_in_link AS l USING access.account AS a
                WHERE l.hash = @hash AND a.id = l.account_id AND a.disabled_at IS NULL AND l.expires_at > @now RETURNING a.id, a.name
                """,
                new { hash = Secret.Hash(code), now = clock.GetUtcNow().UtcDateTime },
                cancellationToken: ct
            )
        );
    }

    public void Dispose() => hashing.Dispose();

    private sealed record Tried(long Id, string? PasswordHash, byte[]? TotpKey, long? TotpStep);
}
