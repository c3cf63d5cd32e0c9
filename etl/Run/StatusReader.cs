using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Run;

/// <summary>One load of the log.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Command">The command that started it.</param>
/// <param name="AsOf">The day whose state was loaded.</param>
/// <param name="FromMonth">First month to fill; null: only the month of <paramref name="AsOf"/>.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="FinishedAt">When it ended, UTC; null while it runs.</param>
/// <param name="Status">RUNNING, SUCCEEDED, FAILED, or INTERRUPTED: it says that it runs, and its process or the server stopped.</param>
/// <param name="Error">Why it failed; null unless it did.</param>
/// <param name="Rows">Rows of dimensions and facts written or removed.</param>
/// <param name="LastStep">The last step that it finished; null if none.</param>
public sealed record RunStatus(
    long Id,
    string Command,
    DateOnly AsOf,
    DateOnly? FromMonth,
    DateTime StartedAt,
    DateTime? FinishedAt,
    string Status,
    string? Error,
    long Rows,
    string? LastStep
);

/// <summary>One month of the star.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="SnapshotDay">The day whose state its rows tell; before the month's end: it will be completed.</param>
/// <param name="Societies">Societies that it counts, by the rule set that counts most.</param>
/// <param name="RuleSets">Rule sets that it is counted by.</param>
/// <param name="LoadedAt">When the load ended that computed it for its day, UTC.</param>
public sealed record MonthStatus(DateOnly Month, DateOnly SnapshotDay, long Societies, long RuleSets, DateTime LoadedAt);

/// <summary>What the warehouse holds.</summary>
/// <param name="Runs">The last loads, newest first.</param>
/// <param name="Months">The last months loaded, newest first.</param>
/// <param name="LastSuccessAt">When the last successful load ended, UTC; null if there was none.</param>
/// <param name="LoadedUpTo">The latest day whose state the star tells; null if it is empty.</param>
public sealed record WarehouseStatus(
    IReadOnlyList<RunStatus> Runs,
    IReadOnlyList<MonthStatus> Months,
    DateTime? LastSuccessAt,
    DateOnly? LoadedUpTo
)
{
    /// <summary>Months between loaded ones that are not loaded: never, or taken out again.</summary>
    public IReadOnlyList<DateOnly> Gaps { get; init; } = [];

    /// <summary>What changed since the last load and is in no figure yet.</summary>
    public PendingChanges Pending { get; init; } = new(0, null, 0);
}

/// <summary>What changed in the graph since the last load.</summary>
/// <param name="Subjects">Societies, branches and other subjects that changed.</param>
/// <param name="FromMonth">The first loaded month that a change is about; null where nothing changed.</param>
/// <param name="OpenTransactions">Transactions that were open during the last load and still are: a later load takes them.</param>
public sealed record PendingChanges(long Subjects, DateOnly? FromMonth, long OpenTransactions);

/// <summary>Reads what the warehouse holds and what loads did lately.</summary>
public static class StatusReader
{
    /// <summary>Loads and months that are read at the most.</summary>
    public const int RowsMax = 12;

    private const string ReadRuns = """
        SELECT id AS Id, command AS Command, as_of AS AsOf, from_month AS FromMonth, started_at AS StartedAt, finished_at AS FinishedAt,
               CASE WHEN status = 'RUNNING' AND NOT EXISTS (SELECT FROM pg_stat_activity AS a WHERE a.pid = r.backend_pid AND a.backend_start < r.started_at)
                    THEN 'INTERRUPTED' ELSE status END AS Status,
               error AS Error, rows AS Rows,
               (SELECT s.step FROM dw.load_step s WHERE s.load_run_id = r.id ORDER BY s.position DESC LIMIT 1) AS LastStep
        FROM dw.load_run r
        ORDER BY id DESC
        LIMIT @RowsMax
        """;

    private const string ReadMonths = """
        SELECT m.calendar_date AS Month, l.snapshot_day AS SnapshotDay, coalesce(c.societies, 0) AS Societies, coalesce(c.rule_sets, 0) AS RuleSets,
               r.finished_at AS LoadedAt
        FROM (SELECT * FROM dw.loaded_month ORDER BY month_key DESC LIMIT @RowsMax) AS l
        JOIN dw.dim_date AS m ON m.date_key = l.month_key
        JOIN dw.load_run AS r ON r.id = l.load_run_id
        CROSS JOIN LATERAL (
            SELECT max(societies)::bigint AS societies, count(*) AS rule_sets
            FROM (
                SELECT sum(a.society_count) AS societies
                FROM dw.agg_coverage_province AS a
                WHERE a.generation = (SELECT generation FROM dw.published) AND a.rule_set_id IN (SELECT rule_set_id FROM dw.dim_rule_set WHERE is_current)
                  AND a.month_key = l.month_key
                GROUP BY a.rule_set_id
            ) AS by_rule_set
        ) AS c
        ORDER BY m.calendar_date DESC
        """;

    private const string ReadGaps = """
        SELECT d.calendar_date
        FROM dw.dim_date AS d
        WHERE d.day = 1 AND d.date_key BETWEEN (SELECT min(month_key) FROM dw.loaded_month) AND (SELECT max(month_key) FROM dw.loaded_month)
          AND NOT EXISTS (SELECT FROM dw.loaded_month AS l WHERE l.month_key = d.date_key)
        ORDER BY d.calendar_date
        """;

    private const string ReadSeen = "SELECT r.seen::text FROM dw.published AS p JOIN dw.load_run AS r ON r.id = p.load_run_id";

    private const string ReadFirstMonth = """
        SELECT min(d.calendar_date) FROM dw.loaded_month AS l JOIN dw.dim_date AS d ON d.date_key = l.month_key
        WHERE @subjects > 0 AND (@day::date IS NULL OR @day::date <= l.snapshot_day)
        """;

    private const string ReadPending = """
        WITH last AS (
            SELECT @seen::text::pg_snapshot AS seen WHERE @seen::text IS NOT NULL
        ), pending AS (
            SELECT t.subject, t.subject_id, t.from_day FROM graph.touched AS t, last
            WHERE t.xid >= pg_snapshot_xmin(last.seen) AND NOT pg_visible_in_snapshot(t.xid, last.seen)
        )
        SELECT (SELECT count(*) FROM (SELECT DISTINCT subject, subject_id FROM pending) AS one) AS Subjects,
               (SELECT CASE WHEN bool_and(from_day IS NOT NULL) THEN min(from_day) END FROM pending) AS FromDay,
               -- Transactions of other databases count in the same row; a session shows the lower half of its transaction's number.
               (SELECT count(*) FROM last CROSS JOIN LATERAL pg_snapshot_xip(last.seen) AS x (xid)
                JOIN pg_stat_activity AS a ON a.datname = current_database() AND a.backend_xid::text::bigint = x.xid::text::bigint % 4294967296
               ) AS OpenTransactions
        """;

    private const string ReadLastSuccess = "SELECT max(finished_at) FROM dw.load_run WHERE status = 'SUCCEEDED'";

    private sealed record Changes(long Subjects, DateOnly? FromDay, long OpenTransactions);

    /// <summary>Reads all of it in one snapshot; of a graph apart, what changed is read next.</summary>
    public static async Task<WarehouseStatus> ReadAsync(LoadDatabases databases, CancellationToken ct = default)
    {
        await using var connection = await databases.Warehouse.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var runs = (
            await connection.QueryAsync<RunStatus>(new CommandDefinition(ReadRuns, new { RowsMax }, cancellationToken: ct))
        ).ToList();
        var months = (
            await connection.QueryAsync<MonthStatus>(new CommandDefinition(ReadMonths, new { RowsMax }, cancellationToken: ct))
        ).ToList();
        var lastSuccess = await connection.ExecuteScalarAsync<DateTime?>(new CommandDefinition(ReadLastSuccess, cancellationToken: ct));
        var gaps = (await connection.QueryAsync<DateOnly>(new CommandDefinition(ReadGaps, cancellationToken: ct))).ToList();
        var seen = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(ReadSeen, cancellationToken: ct));
        await using var apart = databases.IsApart ? await databases.Graph.OpenConnectionAsync(ct) : null;
        var (subjects, day, open) = await (apart ?? connection).QuerySingleAsync<Changes>(
            new CommandDefinition(ReadPending, new { seen }, cancellationToken: ct)
        );
        var month = await connection.ExecuteScalarAsync<DateOnly?>(
            new CommandDefinition(ReadFirstMonth, new { subjects, day }, cancellationToken: ct)
        );
        return new WarehouseStatus(runs, months, lastSuccess, months.Count == 0 ? null : months.Max(month => month.SnapshotDay))
        {
            Gaps = gaps,
            Pending = new PendingChanges(subjects, month, open),
        };
    }
}
