using System.Data;
using System.Diagnostics;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Run.Source;
using SocietyParty.Etl.Run.Star;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Run;

/// <summary>
/// One load: graph → staging → dimensions → facts → checks, in one transaction that sees one state of the graph.
/// Readers see the old star or the new one. A second load at the same time is refused.
/// </summary>
public static class LoadPipeline
{
    /// <summary>The step after the last: not a file, but tests break a load here too.</summary>
    public const string CommitStep = "commit";

    // The planner's guesses about tables that were filled a moment ago make it compile statements that take milliseconds.
    // Hashes of a nation's societies fit into memory, and so do the rows of which an index is made.
    internal const string Settings = """
        SET LOCAL jit = off;
        SET LOCAL work_mem = '256MB';
        SET LOCAL maintenance_work_mem = '256MB';
        SET LOCAL datestyle = 'ISO';
        SET LOCAL TimeZone = 'Asia/Shanghai'
        """;

    private const string ReadMonths = """
        SELECT month FROM load_month
        WHERE is_new OR snapshot_day <> snapshot_day_before OR month_key >= (SELECT min(from_month_key) FROM touched_subject)
           OR month = (SELECT date_trunc('month', as_of::timestamp)::date FROM load)
        ORDER BY month
        """;

    private const string ReadCoverage = """
        SELECT d.calendar_date AS Month, r.code AS RuleSetCode, sum(a.society_count)::bigint AS Societies,
               sum(a.organised_in_denominator)::bigint AS OrganizationNumerator, sum(a.in_denominator)::bigint AS OrganizationDenominator,
               sum(a.work_in_work_denominator)::bigint AS WorkNumerator, sum(a.in_work_denominator)::bigint AS WorkDenominator
        FROM dw.agg_coverage_province AS a
        JOIN dw.dim_date AS d ON d.date_key = a.month_key
        JOIN dw.dim_rule_set AS r ON r.rule_set_id = a.rule_set_id AND r.is_current
        WHERE a.generation = @generation AND a.month_key = (SELECT max(month_key) FROM load_month)
        GROUP BY d.calendar_date, r.code, r.is_default
        ORDER BY r.is_default DESC, r.code
        """;

    // Fencing: whoever lost its lock to a later load publishes nothing.
    private const string Publish = """
        UPDATE dw.published SET generation = @generation, load_run_id = @run, structure = @structure
        WHERE load_run_id IS NULL OR load_run_id < @run
        """;

    /// <summary>Counts versions of what transforms compute: another one than the star has makes the next load a full one.</summary>
    public const int Structure = 6;

    /// <summary>Names of all steps in order, <see cref="CommitStep"/> last.</summary>
    public static IReadOnlyList<string> Steps { get; } = [.. LoadSteps.All, .. Check.OfLoads.Select(file => file.Name), CommitStep];

    /// <summary>Loads. An expected failure is in the report; an outage or a bug throws, is logged, and leaves the old star.</summary>
    public static Task<LoadReport> RunAsync(
        LoadDatabases databases,
        LoadOptions options,
        IProgress<StepReport>? progress = null,
        CancellationToken ct = default
    ) => LoadSpans.LoadAsync(options, () => LockedAsync(databases, options, progress, ct));

    /// <summary>Takes months out. The star then tells the latest day of those that stay.</summary>
    /// <param name="databases">Where the star and the graph are.</param>
    /// <param name="months">First days of the months.</param>
    /// <param name="ct">Gives it up; the star stays as it is.</param>
    public static async Task<LoadReport> UnloadAsync(
        LoadDatabases databases,
        IReadOnlyList<DateOnly> months,
        CancellationToken ct = default
    )
    {
        await using var connection = await databases.Warehouse.OpenConnectionAsync(ct);
        var loaded = (
            await connection.QueryAsync<DateOnly>(Read("SELECT snapshot_day FROM dw.loaded_month ORDER BY month_key", null, ct))
        ).ToList();
        var unknown = months.Where(month => !loaded.Exists(day => IsIn(day, month))).ToList();
        var rest = loaded.Where(day => !months.Any(month => IsIn(day, month))).ToList();
        var options = new LoadOptions(rest.LastOrDefault())
        {
            Command = "unload",
            Unload = months,
            AllowsFuture = true,
        };
        return unknown.Count > 0 ? LoadReport.Refused(options, new LoadProblem("SP-LOAD-107", [("month", LoadOptions.Text(unknown[0]))]))
            : rest.Count == 0 ? LoadReport.Refused(options, new LoadProblem("SP-LOAD-108", []))
            : await RunAsync(databases, options, null, ct);
    }

    private static bool IsIn(DateOnly day, DateOnly month) => (day.Year, day.Month) == (month.Year, month.Month);

    /// <summary>Runs every check on the published star; changes nothing.</summary>
    /// <param name="database">The star's.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="DatabaseSetupException">A warehouse apart has lost its copy of the graph.</exception>
    public static async Task<IReadOnlyList<CheckResult>> CheckAsync(NpgsqlDataSource database, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var isCopied = await SourceCopy.IsInAsync(connection, ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        if (isCopied)
        {
            await SourceCopy.HoldAsync(connection, ct);
        }

        var results = new List<CheckResult>();
        foreach (var file in Check.OfTheStar)
        {
            results.Add(await Check.RunAsync(connection, file, ct));
        }

        return results;
    }

    private static async Task<LoadReport> LockedAsync(
        LoadDatabases databases,
        LoadOptions options,
        IProgress<StepReport>? progress,
        CancellationToken ct
    )
    {
        if (options.Problem() is { } problem)
        {
            return LoadReport.Refused(options, problem);
        }

        await using var connection = await databases.Warehouse.OpenConnectionAsync(ct);
        if (!await LoadLock.TryTakeAsync(connection, ct))
        {
            return LoadReport.Refused(options, LoadLock.Busy);
        }

        try
        {
            // Before the log's first row: where the schema is another one, nothing is written at all.
            if (await SchemaDrift.FindAsync(databases, connection, ct) is { } drift)
            {
                return LoadReport.Refused(options, drift);
            }

            await using var log = await RunLog.StartAsync(databases.Warehouse, options, connection.ProcessID, ct);
            try
            {
                await using var session = await SourceSession.OpenAsync(databases, connection, isLoad: true, ct);
                return await RunAsync(session, log, options, progress, ct);
            }
            catch (Exception failure)
            {
                await log.FailAsync(failure.Message);
                throw;
            }
        }
        finally
        {
            // A pooled connection would carry the lock on to its next user.
            if (connection.State == ConnectionState.Open)
            {
                await LoadLock.ReleaseAsync(connection);
            }
        }
    }

    private static async Task<LoadReport> RunAsync(
        SourceSession session,
        RunLog log,
        LoadOptions options,
        IProgress<StepReport>? progress,
        CancellationToken ct
    )
    {
        var watch = Stopwatch.StartNew();
        var connection = session.Star;
        var steps = new List<StepReport>();
        // Begun after the log's first row, which the star refers to, so that this snapshot sees it.
        await using var transaction = await LoadTransaction.BeginAsync(connection, ct);
        await connection.ExecuteAsync(Settings);
        var (plan, source) = await new ChangeReader(session).PlanAsync(log.Id, options, ct);

        async Task StepAsync(string name, Func<Task<long>> run)
        {
            using var span = LoadSpans.Step(name);
            if (options.BeforeStep is { } before)
            {
                await before(name, connection);
            }

            var step = Stopwatch.StartNew();
            var rows = await run();
            LoadSpans.Ended(span, rows);
            var report = new StepReport(steps.Count + 1, name, rows, (long)step.Elapsed.TotalMilliseconds);
            steps.Add(report);
            await log.StepAsync(report, ct);
            progress?.Report(report);
        }

        var writer = new StarWriter(connection, await StarColumns.ReadAsync(connection, ct), plan);
        await new LoadSteps(session, plan, options, writer).RunAsync(StepAsync, ct);
        var written = steps.Sum(step => step.Rows);
        var months = (await connection.QueryAsync<DateOnly>(Read(ReadMonths, null, ct))).ToList();
        var warnings = new List<CheckResult>();
        foreach (var file in LoadSteps.Computed(steps) ? Check.OfLoads : [])
        {
            CheckResult? result = null;
            await StepAsync(file.Name, async () => (result = await Check.RunAsync(connection, file, ct)).RowCount);
            if (result is { Holds: false, IsWarning: true })
            {
                warnings.Add(result);
            }
            else if (result is { Holds: false })
            {
                await transaction.RollbackAsync();
                await log.FailAsync(result.Describe());
                var broken = new LoadProblem("SP-LOAD-301", [("check", result.Said), ("rows", result.RowCount)]) { Check = result };
                return new LoadReport(log.Id, options.AsOf, months, steps, 0, watch.ElapsedMilliseconds, [], broken) { Why = plan.Reason };
            }
        }

        await log.SucceedAsync(connection, plan, source, written, ct);
        var published = await connection.ExecuteAsync(
            Read(
                Publish,
                new
                {
                    generation = plan.Generation,
                    run = plan.RunId,
                    structure = Structure,
                },
                ct
            )
        );
        if (published != 1)
        {
            throw new InvalidOperationException("A later load has published a star; this one leaves it.");
        }

        // What comparisons say of a finished month is not to follow later loads.
        if (options.Unload.Count == 0)
        {
            await connection.ExecuteAsync(Read("SELECT dw.freeze_peers()", null, ct));
        }

        var coverage = (
            await connection.QueryAsync<CoverageSummary>(Read(ReadCoverage, new { generation = plan.Generation }, ct))
        ).ToList();
        if (options.BeforeStep is { } last)
        {
            await last(CommitStep, connection);
        }

        await transaction.CommitAsync(ct);
        await new Housekeeping(session).RunAsync(source.Seen, ct);
        return new LoadReport(log.Id, options.AsOf, months, steps, written, watch.ElapsedMilliseconds, coverage, null)
        {
            Why = plan.Reason,
            Touched = plan.Touched,
            Warnings = warnings,
        };
    }

    private static CommandDefinition Read(string sql, object? values, CancellationToken ct) =>
        new(sql, values, commandTimeout: LoadOptions.StepSecondsMax, cancellationToken: ct);
}
