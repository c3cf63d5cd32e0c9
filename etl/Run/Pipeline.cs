using System.Data;
using System.Diagnostics;
using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Run;

/// <summary>
/// One load: graph → staging → dimensions → facts → checks, in one transaction that sees one state of the graph.
/// Readers see the old star or the new one. A second load at the same time is refused.
/// </summary>
public static class LoadPipeline
{
    /// <summary>The step after the last: not a file, but tests break a load here too.</summary>
    public const string CommitStep = "commit";

    // Any number will do as long as every version of this program uses the same one.
    private const long LockKey = 5_315_021_102;

    // The planner's guesses about tables that were filled a moment ago make it compile statements that take milliseconds.
    private const string WithoutCompiler = "SET LOCAL jit = off";

    private const string ReadMonths = "SELECT month FROM staging.load_month ORDER BY month";

    private const string ReadCoverage = """
        SELECT month AS Month, rule_set_code AS RuleSetCode, sum(society_count) AS Societies,
               sum(organization_coverage_numerator) AS OrganizationNumerator, sum(organization_coverage_denominator) AS OrganizationDenominator,
               sum(work_coverage_numerator) AS WorkNumerator, sum(work_coverage_denominator) AS WorkDenominator
        FROM mart.coverage
        WHERE month = (SELECT max(month) FROM staging.load_month)
        GROUP BY month, rule_set_code, is_default_rule_set
        ORDER BY is_default_rule_set DESC, rule_set_code
        """;

    // In this order: a transform reads what those above it wrote.
    private static readonly string[] Transforms =
    [
        "staging/load",
        "dimensions/dim_date",
        "staging/load_month",
        "staging/region_within",
        "staging/committee_version",
        "staging/society_version",
        "staging/branch_version",
        "dimensions/dim_committee",
        "dimensions/dim_society",
        "dimensions/dim_branch",
        "dimensions/dim_rule_set",
        "staging/coverage",
        "facts/fct_coverage_monthly",
        "facts/loaded_month",
        "staging/agg_coverage_monthly",
        "facts/agg_coverage_monthly",
        "staging/category_change",
        "facts/fct_category_change",
    ];

    /// <summary>Names of all steps in order, <see cref="CommitStep"/> last.</summary>
    public static IReadOnlyList<string> Steps { get; } = [.. Transforms, .. Check.Files.Select(file => file.Name), CommitStep];

    /// <summary>Loads. An expected failure is in the report; an outage or a bug throws, is logged, and leaves the old star.</summary>
    public static Task<LoadReport> RunAsync(
        NpgsqlDataSource database,
        LoadOptions options,
        IProgress<StepReport>? progress = null,
        CancellationToken ct = default
    ) => LoadSpans.LoadAsync(options, () => LockedAsync(database, options, progress, ct));

    /// <summary>Runs every check on the published star; changes nothing.</summary>
    public static async Task<IReadOnlyList<CheckResult>> CheckAsync(NpgsqlDataSource database, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var results = new List<CheckResult>();
        foreach (var file in Check.Files)
        {
            results.Add(await Check.RunAsync(connection, file, ct));
        }

        return results;
    }

    private static async Task<LoadReport> LockedAsync(
        NpgsqlDataSource database,
        LoadOptions options,
        IProgress<StepReport>? progress,
        CancellationToken ct
    )
    {
        if (options.Problem() is { } problem)
        {
            return LoadReport.Refused(options, problem);
        }

        await using var connection = await database.OpenConnectionAsync(ct);
        if (!await TryLockAsync(connection, ct))
        {
            return LoadReport.Refused(
                options,
                new LoadProblem("SP-LOAD-201", "Another load is running.", "Wait for it to end; `status` shows how far it is.")
            );
        }

        try
        {
            await using var log = await RunLog.StartAsync(database, options, ct);
            try
            {
                return await RunAsync(connection, log, options, progress, ct);
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
                await UnlockAsync(connection);
            }
        }
    }

    private static async Task<LoadReport> RunAsync(
        NpgsqlConnection connection,
        RunLog log,
        LoadOptions options,
        IProgress<StepReport>? progress,
        CancellationToken ct
    )
    {
        var watch = Stopwatch.StartNew();
        var steps = new List<StepReport>();
        // Begun after the log's first row, which the star refers to, so that this snapshot sees it.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await connection.ExecuteAsync(WithoutCompiler);

        async Task FinishAsync(string step, long rows, TimeSpan elapsed)
        {
            var report = new StepReport(steps.Count + 1, step, rows, (long)elapsed.TotalMilliseconds);
            steps.Add(report);
            await log.StepAsync(report, ct);
            progress?.Report(report);
        }

        foreach (var name in Transforms)
        {
            using var span = LoadSpans.Step(name);
            if (options.BeforeStep is { } before)
            {
                await before(name, connection);
            }

            var step = Stopwatch.StartNew();
            var rows = await ExecuteAsync(connection, TransformFile.All[name], log.Id, options, ct);
            LoadSpans.Ended(span, rows);
            await FinishAsync(name, rows, step.Elapsed);
        }

        var written = steps.Where(step => !step.Step.StartsWith("staging/", StringComparison.Ordinal)).Sum(step => step.Rows);
        var months = (await connection.QueryAsync<DateOnly>(Read(ReadMonths, ct))).ToList();
        foreach (var file in Check.Files)
        {
            using var span = LoadSpans.Step(file.Name);
            if (options.BeforeStep is { } before)
            {
                await before(file.Name, connection);
            }

            var step = Stopwatch.StartNew();
            var result = await Check.RunAsync(connection, file, ct);
            LoadSpans.Ended(span, result.RowCount);
            await FinishAsync(file.Name, result.RowCount, step.Elapsed);
            if (!result.Holds)
            {
                await transaction.RollbackAsync(ct);
                await log.FailAsync(result.Describe());
                var broken = new LoadProblem(
                    "SP-LOAD-301",
                    $"{result.Sentence}: {result.RowCount} rows break this.",
                    "Mend what the rows show and load again; the star from before stands."
                )
                {
                    Check = result,
                };
                return new LoadReport(log.Id, options.AsOf, months, steps, 0, watch.ElapsedMilliseconds, [], broken);
            }
        }

        await log.SucceedAsync(connection, written, ct);
        var coverage = (await connection.QueryAsync<CoverageSummary>(Read(ReadCoverage, ct))).ToList();
        if (options.BeforeStep is { } last)
        {
            await last(CommitStep, connection);
        }

        await LoadStatement.CommitAsync(connection, ct);
        return new LoadReport(log.Id, options.AsOf, months, steps, written, watch.ElapsedMilliseconds, coverage, null);
    }

    /// <summary>Runs one file. Returns the rows that its statements wrote or removed.</summary>
    private static async Task<int> ExecuteAsync(
        NpgsqlConnection connection,
        TransformFile file,
        long runId,
        LoadOptions options,
        CancellationToken ct
    )
    {
        await using var command = LoadStatement.Of(connection, file.Sql);
        if (file.Name == Transforms[0])
        {
            command.Parameters.AddWithValue("load_run_id", runId);
            command.Parameters.AddWithValue("as_of", options.AsOf);
            command.Parameters.Add(RunLog.FromMonth(options));
        }

        // -1 where no statement of the file counts rows.
        return Math.Max(await command.ExecuteNonQueryAsync(ct), 0);
    }

    private static CommandDefinition Read(string sql, CancellationToken ct) =>
        new(sql, commandTimeout: LoadOptions.StepSecondsMax, cancellationToken: ct);

    private static async Task<bool> TryLockAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = LoadStatement.Of(connection, $"SELECT pg_try_advisory_lock({LockKey})");
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private static async Task UnlockAsync(NpgsqlConnection connection)
    {
        await using var command = LoadStatement.Of(connection, $"SELECT pg_advisory_unlock({LockKey})");
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
