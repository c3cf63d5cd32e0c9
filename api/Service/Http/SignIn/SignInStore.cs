using Dapper;
using Npgsql;
using SocietyParty.Service.Access;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>Tokens, sessions and accounts as they stand now; nothing is remembered, so that what is taken back is gone at once.</summary>
internal sealed class SignInStore(NpgsqlDataSource database, TimeProvider clock)
{
    // A look at a token is no reason to write each time.
    private static readonly TimeSpan UseKept = TimeSpan.FromMinutes(1);
    private const int BeijingHours = 8;

    private const string HeldColumns = """
        g.id AS "GrantId", g.role AS "RoleCode", g.subject_id AS "Subject", g.subject AS "SubjectKind", g.subject_name AS "SubjectName",
        g.valid_from AS "From", g.valid_to AS "To"
        """;

    private const string AccountColumns = """
        a.id AS "Account", a.name AS "Name", a.display_name AS "DisplayName"
        """;

    private const string TokenRow = $"""
        SELECT {AccountColumns}, {HeldColumns}, t.expires_at AS "EndsAt", t.last_used_at AS "UsedAt"
        FROM access.token AS t JOIN access.held_grant AS g ON g.id = t.grant_id JOIN access.account AS a ON a.id = g.account_id
        WHERE t.hash = @hash AND t.revoked_at IS NULL AND t.expires_at > @now
        """;

    private const string SessionRow = $"""
        SELECT {AccountColumns}, {HeldColumns}, s.expires_at AS "EndsAt", s.ends_at AS "LastAt"
        FROM access.session AS s
        JOIN access.account AS a ON a.id = s.account_id AND a.security_stamp = s.security_stamp AND a.disabled_at IS NULL
        -- Where the role that was chosen holds no more, or none was, the only one of today is meant, as at sign-in.
        LEFT JOIN access.held_grant AS g ON g.account_id = a.id AND g.id = coalesce(
            (SELECT h.id FROM access.held_grant AS h WHERE h.id = s.grant_id AND h.account_id = a.id),
            (SELECT min(h.id) FROM access.held_grant AS h WHERE h.account_id = a.id HAVING count(*) = 1))
        WHERE s.hash = @hash AND s.expires_at > @now
        """;

    /// <summary>The bearer of a token; null where it is none, expired or taken back.</summary>
    public async Task<SignedIn?> OfTokenAsync(byte[] hash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(ct);
        if (await connection.QuerySingleOrDefaultAsync<Row>(Command(TokenRow, new { hash, now = now.UtcDateTime }, ct)) is not { } row)
        {
            return null;
        }

        if (row.UsedAt is not { } used || now.UtcDateTime - used > UseKept)
        {
            await connection.ExecuteAsync(
                Command("UPDATE access.token SET last_used_at = @now WHERE hash = @hash", new { hash, now = now.UtcDateTime }, ct)
            );
        }

        return row.SignedIn(SignInWay.Token, hash);
    }

    /// <summary>Whose cookie it is; null where it is none, or its session is over.</summary>
    /// <param name="hash">Of the cookie.</param>
    /// <param name="idle">How long a session lasts without use; null: this is no use of it.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<SignedIn?> OfSessionAsync(byte[] hash, TimeSpan? idle, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(ct);
        if (await connection.QuerySingleOrDefaultAsync<Row>(Command(SessionRow, new { hash, now = now.UtcDateTime }, ct)) is not { } row)
        {
            return null;
        }

        // It moves in steps, so that most requests only read.
        if (idle is { } wait && row.EndsAt - now.UtcDateTime < wait * 0.9 && row.EndsAt < row.LastAt)
        {
            await connection.ExecuteAsync(
                Command(
                    "UPDATE access.session SET expires_at = least(@until, ends_at) WHERE hash = @hash AND expires_at < @until",
                    new { hash, until = (now + wait).UtcDateTime },
                    ct
                )
            );
        }

        return row.SignedIn(SignInWay.Session, hash);
    }

    /// <summary>An account that may come in, by name; null where there is none.</summary>
    public Task<SignedIn?> OfNameAsync(string name, CancellationToken ct) =>
        OfAccountAsync(SignInWay.Proxy, "a.id = access.account_named(@name)", new { name }, ct);

    /// <summary>An account by the provider's name for it; null where there is none.</summary>
    public Task<SignedIn?> OfIssuerAsync(string issuer, string subject, CancellationToken ct) =>
        OfAccountAsync(SignInWay.Provider, "a.issuer = @issuer AND a.issuer_subject = @subject", new { issuer, subject }, ct);

    /// <summary>The roles that an account holds today.</summary>
    public async Task<IReadOnlyList<HeldRole>> RolesAsync(long account, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var rows = await connection.QueryAsync<Row>(
            Command($"SELECT {HeldColumns} FROM access.held_grant AS g WHERE g.account_id = @account ORDER BY g.id", new { account }, ct)
        );
        return [.. rows.Select(row => row.Role).OfType<HeldRole>()];
    }

    /// <summary>Looks again at who holds a connection open; null where that does not hold any more.</summary>
    public async Task<SignedIn?> AgainAsync(SignedIn who, CancellationToken ct)
    {
        var found = who.Way switch
        {
            SignInWay.Token => await OfTokenAsync(who.Hash!, ct),
            SignInWay.Session => await OfSessionAsync(who.Hash!, null, ct),
            _ => await OfAccountAsync(who.Way, "a.id = @Account", new { who.Account }, ct),
        };
        if (found is null || found.Way is SignInWay.Token or SignInWay.Session)
        {
            // A browser that has taken another role asks anew in it.
            return found?.Role?.Id == who.Role?.Id ? found : null;
        }

        var role = (await RolesAsync(who.Account, ct)).FirstOrDefault(role => role.Id == who.Role?.Id);
        return role is null ? null : who;
    }

    /// <summary>Until when the days of a role last: Beijing's midnight.</summary>
    private static DateTimeOffset? EndOf(DateOnly? day) =>
        day is { } end ? new DateTimeOffset(end, TimeOnly.MinValue, TimeSpan.FromHours(BeijingHours)) : null;

    private async Task<SignedIn?> OfAccountAsync(SignInWay way, string condition, object values, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            Command($"SELECT {AccountColumns} FROM access.account AS a WHERE {condition} AND a.disabled_at IS NULL", values, ct)
        );
        return row?.SignedIn(way, null);
    }

    private static CommandDefinition Command(string sql, object values, CancellationToken ct) => new(sql, values, cancellationToken: ct);

    private sealed class Row
    {
        public long Account { get; init; }
        public string Name { get; init; } = "";
        public string? DisplayName { get; init; }
        public long? GrantId { get; init; }
        public string? RoleCode { get; init; }
        public long? Subject { get; init; }
        public string? SubjectKind { get; init; }
        public string? SubjectName { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
        public DateTime? EndsAt { get; init; }
        public DateTime? LastAt { get; init; }
        public DateTime? UsedAt { get; init; }

        public HeldRole? Role =>
            GrantId is { } id && AccessRights.RoleOf(RoleCode!) is { } role
                ? new HeldRole(id, role, Subject, SubjectKind is null ? null : TypeOf(SubjectKind), SubjectName, From!.Value, To)
                : null;

        public SignedIn SignedIn(SignInWay way, byte[]? hash)
        {
            DateTimeOffset?[] ends =
            [
                EndsAt is { } end ? new DateTimeOffset(DateTime.SpecifyKind(end, DateTimeKind.Utc)) : null,
                EndOf(To),
            ];
            return new SignedIn(way, Account, Name, Role, hash, ends.Min()) { DisplayName = DisplayName };
        }

        private static string TypeOf(string kind) =>
            kind switch
            {
                "COMMITTEE" => "Committee",
                "BRANCH" => "Branch",
                "SUPERVISION_TEAM" => "SupervisionTeam",
                _ => "Member",
            };
    }
}
