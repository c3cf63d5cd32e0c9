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
/// <param name="Status">RUNNING, SUCCEEDED or FAILED.</param>
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
/// <param name="LoadedAt">When its newest row was written, UTC.</param>
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
);

/// <summary>Reads what the warehouse holds and what loads did lately.</summary>
public static class StatusReader
{
    /// <summary>Loads and months that are read at the most.</summary>
    public const int RowsMax = 12;

    private const string ReadRuns = """
        SELECT id AS Id, command AS Command, as_of AS AsOf, from_month AS FromMonth, started_at AS StartedAt, finished_at AS FinishedAt, status AS Status,
               error AS Error, rows AS Rows,
               (SELECT s.step FROM dw.load_step s WHERE s.load_run_id = r.id ORDER BY s.position DESC LIMIT 1) AS LastStep
        FROM dw.load_run r
        ORDER BY id DESC
        LIMIT @RowsMax
        """;

    // The facts are read for one row a month: a check holds that a month has one snapshot day.
    private const string ReadMonths = """
        SELECT m.calendar_date AS Month, snapshot.calendar_date AS SnapshotDay, l.societies AS Societies, l.rule_sets AS RuleSets,
               (SELECT max(r.finished_at) FROM dw.load_run r
                WHERE EXISTS (SELECT FROM dw.agg_coverage_monthly a WHERE a.month_key = l.month_key AND a.load_run_id = r.id)) AS LoadedAt
        FROM (
            SELECT month_key, max(society_count)::bigint AS societies, count(*) AS rule_sets
            FROM dw.loaded_month
            GROUP BY month_key
            ORDER BY month_key DESC
            LIMIT @RowsMax
        ) AS l
        JOIN dw.dim_date m ON m.date_key = l.month_key
        CROSS JOIN LATERAL (
            SELECT d.calendar_date
            FROM (SELECT snapshot_key FROM dw.fct_coverage_monthly f WHERE f.month_key = l.month_key LIMIT 1) AS one
            JOIN dw.dim_date d ON d.date_key = one.snapshot_key
        ) AS snapshot
        ORDER BY m.calendar_date DESC
        """;

    private const string ReadLastSuccess = "SELECT max(finished_at) FROM dw.load_run WHERE status = 'SUCCEEDED'";

    /// <summary>Reads all of it in one snapshot.</summary>
    public static async Task<WarehouseStatus> ReadAsync(NpgsqlDataSource database, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var runs = (
            await connection.QueryAsync<RunStatus>(new CommandDefinition(ReadRuns, new { RowsMax }, cancellationToken: ct))
        ).ToList();
        var months = (
            await connection.QueryAsync<MonthStatus>(new CommandDefinition(ReadMonths, new { RowsMax }, cancellationToken: ct))
        ).ToList();
        var lastSuccess = await connection.ExecuteScalarAsync<DateTime?>(new CommandDefinition(ReadLastSuccess, cancellationToken: ct));
        return new WarehouseStatus(runs, months, lastSuccess, months.Count == 0 ? null : months.Max(month => month.SnapshotDay));
    }
}
