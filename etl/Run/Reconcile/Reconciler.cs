using System.Data;
using System.Diagnostics;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Run.Source;
using SocietyParty.Etl.Run.Star;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Run.Reconcile;

/// <summary>
/// Computes the whole star afresh with the steps of a load, compares it with the published one, and takes everything back. Readers and
/// loads go on meanwhile: it sees one state of the graph and of the star.
/// </summary>
public static class Reconciler
{
    private const string ReadStar = """
        SELECT p.load_run_id AS LoadId, p.generation AS Generation, (SELECT min(snapshot_day) FROM dw.loaded_month) AS EarliestDay,
               (SELECT max(snapshot_day) FROM dw.loaded_month) AS LastDay
        FROM dw.published AS p
        """;

    private sealed record Star(long? LoadId, int Generation, DateOnly? EarliestDay, DateOnly? LastDay);

    /// <summary>Compares. Changes nothing.</summary>
    /// <param name="databases">Where the star and the graph are.</param>
    /// <param name="namesAllGroups">Whether each month and committee is in the report, or only the first that differ.</param>
    /// <param name="progress">Hears of each step.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<ReconcileReport> RunAsync(
        LoadDatabases databases,
        bool namesAllGroups = false,
        IProgress<StepReport>? progress = null,
        CancellationToken ct = default
    )
    {
        await using var connection = await databases.Warehouse.OpenConnectionAsync(ct);
        if (!databases.IsApart)
        {
            return await RunAsync(databases, connection, namesAllGroups, progress, ct);
        }

        // What it copies would stand in a load's way.
        if (!await LoadLock.TryTakeAsync(connection, ct))
        {
            return ReconcileReport.Refused(LoadLock.Busy);
        }

        try
        {
            return await RunAsync(databases, connection, namesAllGroups, progress, ct);
        }
        finally
        {
            if (connection.State == ConnectionState.Open)
            {
                await LoadLock.ReleaseAsync(connection);
            }
        }
    }

    private static async Task<ReconcileReport> RunAsync(
        LoadDatabases databases,
        NpgsqlConnection connection,
        bool namesAllGroups,
        IProgress<StepReport>? progress,
        CancellationToken ct
    )
    {
        var watch = Stopwatch.StartNew();
        if (await SchemaDrift.FindAsync(databases, connection, ct) is { } drift)
        {
            return ReconcileReport.Refused(drift);
        }

        await using var session = await SourceSession.OpenAsync(databases, connection, isLoad: false, ct);
        // Never committed.
        await using var transaction = await LoadTransaction.BeginAsync(connection, ct);
        await connection.ExecuteAsync(new CommandDefinition(LoadPipeline.Settings, cancellationToken: ct));
        var star = await connection.QuerySingleAsync<Star>(new CommandDefinition(ReadStar, cancellationToken: ct));
        if (star is not { LoadId: { } load, EarliestDay: { } day })
        {
            return ReconcileReport.Refused(new LoadProblem("SP-LOAD-203", []));
        }

        // No month of the star ends before its earliest day, so this asks for none to be completed and for none that is not there.
        var options = new LoadOptions(day) { Command = "reconcile", AllowsFuture = true };
        var (pending, _) = await new ChangeReader(session).PlanAsync(load, options, ct);
        if (pending.IsFull || pending.Touched > 0)
        {
            return ReconcileReport.Refused(Behind(pending));
        }

        var plan = new LoadPlan(load, new Sentence("LoadReason.Compared", []), star.Generation, IsFirst: false, Touched: 0);
        var columns = await StarColumns.ReadAsync(connection, ct);
        var comparer = new StarComparison(connection, columns, plan, namesAllGroups);
        var position = 0;
        async Task StepAsync(string name, Func<Task<long>> run)
        {
            var step = Stopwatch.StartNew();
            var rows = await run();
            progress?.Report(new StepReport(++position, name, rows, (long)step.Elapsed.TotalMilliseconds));
        }

        await new LoadSteps(session, plan, options, comparer).RunAsync(StepAsync, ct);
        var checks = new List<CheckResult>();
        foreach (var file in Check.OfRows.Concat(WrittenRows.Checks(columns)).Concat(Check.OfTheStar))
        {
            await StepAsync(file.Name, async () =>
            {
                checks.Add(await Check.RunAsync(connection, file, ct));
                return checks[^1].RowCount;
            });
        }

        await transaction.RollbackAsync();
        return new ReconcileReport(load, star.LastDay, comparer.Tables, checks, watch.ElapsedMilliseconds, null);
    }

    private static LoadProblem Behind(LoadPlan pending) =>
        new("SP-LOAD-204", [("reason", pending.Reason ?? new Sentence("LoadReason.Touched", [("subjects", pending.Touched)]))]);
}
