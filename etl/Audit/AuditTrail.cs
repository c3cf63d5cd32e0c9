using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Audit;

/// <summary>One thing that somebody did.</summary>
/// <param name="Id">Key, in the order of the events.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="Actor">Who, as the caller was known; of a command the login of the database.</param>
/// <param name="Action">As <c>graph.audit_event.action</c> says.</param>
/// <param name="Subject">The mutation, the kind of list, the code of the rule set, the account, the token, the code of a refusal.</param>
/// <param name="Detail">JSON: which thing it was about.</param>
public sealed record AuditEvent(long Id, DateTime RecordedAt, string Actor, string Action, string Subject, string Detail);

/// <summary>Names of what an event is about, as they are today: the record holds keys.</summary>
/// <param name="Thing">Of a change the organization, of an import the committee, of a rule set its title; of people none.</param>
/// <param name="Account">Whose role or token.</param>
/// <param name="About">What the role is about.</param>
public sealed record AuditNames(string? Thing, string? Account, string? About)
{
    public static AuditNames None { get; } = new(null, null, null);
}

/// <summary>Where the chain is broken.</summary>
/// <param name="SealId">Number of the link; null where an event is in none.</param>
/// <param name="EventId">The event; null where the link as a whole is meant.</param>
/// <param name="Fault"><c>LINK_BROKEN</c>, <c>CONTENT_CHANGED</c>, <c>EVENT_GONE</c> or <c>EVENT_UNSEALED</c>.</param>
public sealed record AuditFault(long? SealId, long? EventId, string Fault);

/// <summary>The link that a verification ended with, to be kept elsewhere: <c>12:5f…</c>.</summary>
public sealed record AuditLink(long Number, string Hash)
{
    /// <summary>Null where the text is no link.</summary>
    public static AuditLink? Parse(string text) =>
        text.Split(':') is [var number, { Length: 64 } hash]
        && long.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var parsed)
        && hash.All(char.IsAsciiHexDigitLower)
            ? new AuditLink(parsed, hash)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}

/// <summary>What a verification found.</summary>
/// <param name="Events">How many events there are.</param>
/// <param name="Links">How many links.</param>
/// <param name="Skipped">How many numbers between those of the events have none. A number is given before its transaction is done, so one
/// that is refused or given up takes its number along; what was taken out of the record breaks a link instead.</param>
/// <param name="Last">The newest link; null before the first.</param>
/// <param name="Faults">Where it is broken; empty: it holds.</param>
public sealed record AuditReport(long Events, long Links, long Skipped, AuditLink? Last, IReadOnlyList<AuditFault> Faults);

/// <summary>The record of what was done: each link of its chain is a hash of the events before it and of the link before.</summary>
public static class AuditTrail
{
    /// <summary>Most faults that a report names.</summary>
    public const int FaultsMax = 100;

    /// <summary>Adds a link for what has none yet.</summary>
    /// <returns>How many events it holds; 0: there was none.</returns>
    public static async Task<long> SealAsync(NpgsqlDataSource database, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<long>(Read("SELECT graph.seal_audit()", null, ct));
    }

    /// <summary>Seals, and computes every link again.</summary>
    /// <param name="database">The graph's.</param>
    /// <param name="known">A link that was kept elsewhere: it must be there as it was. Without one, rows that were cut off at the end are
    /// not seen.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<AuditReport> VerifyAsync(NpgsqlDataSource database, AuditLink? known, CancellationToken ct = default)
    {
        await SealAsync(database, ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        var faults = (
            await connection.QueryAsync<AuditFault>(
                Read(
                    "SELECT seal_id AS \"SealId\", event_id AS \"EventId\", fault AS \"Fault\" FROM graph.audit_fault() LIMIT @FaultsMax",
                    new { FaultsMax },
                    ct
                )
            )
        ).ToList();
        if (
            known is not null
            && await connection.ExecuteScalarAsync<string?>(
                Read(
                    """
                    SELECT CASE
                        WHEN EXISTS (SELECT FROM graph.audit_seal WHERE id = @Number AND hash = @Hash) THEN NULL
                        WHEN EXISTS (SELECT FROM graph.audit_pruned WHERE seal_id = @Number AND hash = @Hash) THEN NULL
                        WHEN EXISTS (SELECT FROM graph.audit_pruned WHERE seal_id > @Number) THEN 'LINK_PRUNED'
                        ELSE 'LINK_GONE' END
                    """,
                    known,
                    ct
                )
            )
                is { } fault
        )
        {
            faults.Add(new AuditFault(known.Number, null, fault));
        }

        var (events, links, skipped) = await connection.QuerySingleAsync<(long, long, long)>(
            Read(
                """
                SELECT count(*), (SELECT count(*) FROM graph.audit_seal), coalesce(max(id) - min(id) + 1 - count(*), 0)
                FROM graph.audit_event
                """,
                null,
                ct
            )
        );
        var last = await connection.QuerySingleOrDefaultAsync<AuditLink>(
            Read("SELECT id AS \"Number\", hash AS \"Hash\" FROM graph.audit_seal ORDER BY id DESC LIMIT 1", null, ct)
        );
        return new AuditReport(events, links, skipped, last, faults);
    }

    /// <summary>The newest events, the newest first.</summary>
    /// <param name="database">The graph's.</param>
    /// <param name="actor">Only this caller's; null: everybody's.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="action">Only of this kind; null: of any.</param>
    /// <param name="before">Only those before the one of this key; null: from the newest on.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IReadOnlyList<AuditEvent>> NewestAsync(
        NpgsqlDataSource database,
        string? actor,
        int count,
        string? action = null,
        long? before = null,
        CancellationToken ct = default
    )
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return
        [
            .. await connection.QueryAsync<AuditEvent>(
                Read(
                    "SELECT id AS \"Id\", recorded_at AS \"RecordedAt\", actor AS \"Actor\", action AS \"Action\", subject AS \"Subject\", "
                        + "detail::text AS \"Detail\" FROM graph.audit_event WHERE (@actor::text IS NULL OR actor = @actor) "
                        + "AND (@action::text IS NULL OR action = @action) AND (@before::bigint IS NULL OR id < @before) "
                        + "ORDER BY id DESC LIMIT @count",
                    new
                    {
                        actor,
                        count,
                        action,
                        before,
                    },
                    ct
                )
            ),
        ];
    }

    /// <summary>The names that events need to be read, by their keys.</summary>
    public static async Task<IReadOnlyDictionary<long, AuditNames>> NamesAsync(
        NpgsqlDataSource database,
        IReadOnlyList<AuditEvent> events,
        CancellationToken ct = default
    )
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var found = await connection.QueryAsync<(long Id, string? Thing, string? Account, string? About)>(
            Read(
                """
                SELECT e.id,
                    CASE e.action
                        WHEN 'MUTATION' THEN CASE e.detail ->> 'type'
                            WHEN 'Branch' THEN (SELECT name FROM graph.branch WHERE id = (e.detail ->> 'id')::bigint)
                            WHEN 'Committee' THEN (SELECT name FROM graph.committee WHERE id = (e.detail ->> 'id')::bigint)
                            WHEN 'Society' THEN (SELECT name FROM graph.society WHERE id = (e.detail ->> 'id')::bigint)
                            WHEN 'SupportingUnit' THEN (SELECT name FROM graph.supporting_unit WHERE id = (e.detail ->> 'id')::bigint) END
                        WHEN 'IMPORT' THEN (SELECT name FROM graph.committee WHERE id = (e.detail ->> 'committee')::bigint)
                        WHEN 'RULE_SET' THEN (SELECT title FROM graph.rule_set WHERE code = e.subject) END,
                    (SELECT name FROM access.account WHERE id = (e.detail ->> 'account')::bigint),
                    coalesce(
                        (SELECT name FROM graph.committee WHERE id = (e.detail #>> '{row,committee_id}')::bigint),
                        (SELECT name FROM graph.branch WHERE id = (e.detail #>> '{row,branch_id}')::bigint),
                        (SELECT name FROM graph.supervision_team WHERE id = (e.detail #>> '{row,supervision_team_id}')::bigint))
                FROM graph.audit_event AS e WHERE e.id = ANY (@keys)
                """,
                new { keys = events.Select(one => one.Id).ToArray() },
                ct
            )
        );
        return found.ToDictionary(one => one.Id, one => new AuditNames(one.Thing, one.Account, one.About));
    }

    /// <summary>Takes away what is older than so many months, links of the chain as a whole; what is left verifies as before.</summary>
    /// <param name="database">The graph's, as its owner.</param>
    /// <param name="months">At least <see cref="Retention.AuditMonthsMin"/>: the database refuses fewer, too.</param>
    /// <param name="by">Who does it; null: the login of the database.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many events went.</returns>
    public static async Task<long> PruneAsync(NpgsqlDataSource database, int months, string? by = null, CancellationToken ct = default)
    {
        await SealAsync(database, ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<long>(
            Read("SELECT graph.prune_audit(now() - make_interval(months => @months), coalesce(@by, session_user))", new { months, by }, ct)
        );
    }

    private static CommandDefinition Read(string sql, object? values, CancellationToken ct) =>
        new(sql, values, commandTimeout: 0, cancellationToken: ct);
}
