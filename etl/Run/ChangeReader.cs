using System.Globalization;
using System.Text;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Run.Source;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Run;

/// <summary>
/// Reads what changed since the last load: rows of <c>graph.touched</c> that its snapshot could not see. A transaction that was open
/// then is taken when it has committed, however late; nothing is taken twice. Decides whether that is enough, or everything is loaded.
/// </summary>
internal sealed class ChangeReader(SourceSession session)
{
    private const string ReadLast = """
        SELECT p.generation AS Generation, p.structure AS Structure, r.seen::text AS Seen, r.source_system AS System, r.horizon AS Horizon
        FROM dw.published AS p LEFT JOIN dw.load_run AS r ON r.id = p.load_run_id
        """;

    // The timeline is that of what is written now: the control file has it only after the checkpoint that follows a promotion.
    private const string ReadSource = """
        SELECT pg_current_snapshot()::text AS Seen,
               concat_ws(':', (SELECT system_identifier FROM pg_control_system()),
                         ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int,
                         (SELECT oid FROM pg_database WHERE datname = current_database())) AS System
        """;

    private const string MakeTouched =
        "CREATE TEMP TABLE touched (subject text, subject_id bigint, from_day date, relation text) ON COMMIT DROP";

    private const string SelectTouched = """
        SELECT subject, subject_id, from_day, relation
        FROM graph.touched
        WHERE {0} IS NOT NULL AND xid >= pg_snapshot_xmin({0}::pg_snapshot) AND NOT pg_visible_in_snapshot(xid, {0}::pg_snapshot)
        """;

    // COPY takes no parameters.
    private const string Setting = "nullif(current_setting('societyparty.seen'), '')";

    private static readonly CompositeFormat Touched = CompositeFormat.Parse(SelectTouched);
    private static readonly string FillTouched = $"INSERT INTO touched {Written("@seen::text")}";

    // Of two databases each may go back alone.
    private const string IsLeftBehind = """
        SELECT @registered::text <> @seen::text AND pg_snapshot_xmin(@registered::text::pg_snapshot) >= pg_snapshot_xmin(@seen::text::pg_snapshot)
           AND pg_snapshot_xmax(@registered::text::pg_snapshot) >= pg_snapshot_xmax(@seen::text::pg_snapshot)
        """;

    private const string ReadTouched = """
        SELECT (SELECT string_agg(DISTINCT subject, ', ' ORDER BY subject) FROM touched WHERE subject_id IS NULL OR subject IN ('REGION', 'RULE_SET')),
               (SELECT count(*) FROM (SELECT DISTINCT subject, subject_id FROM touched) AS one)
        """;

    // The counter of transactions went back: the database was restored from a copy.
    private const string IsRestored = """
        SELECT pg_snapshot_xmin(@seen::text::pg_snapshot) > pg_snapshot_xmin(pg_current_snapshot())
            OR coalesce((SELECT max(xid) FROM graph.touched) >= pg_snapshot_xmax(pg_current_snapshot()), false)
        """;

    /// <summary>What the source is and what this load sees of it, for its log.</summary>
    public sealed record Origin(string Seen, string System);

    private sealed record Last(int Generation, int Structure, string? Seen, string? System, DateOnly? Horizon);

    /// <summary>Fills <c>touched</c> and decides how the load goes.</summary>
    public async Task<(LoadPlan Plan, Origin Source)> PlanAsync(long runId, LoadOptions options, CancellationToken ct)
    {
        var last = await session.Star.QuerySingleAsync<Last>(Read(ReadLast, null, ct));
        var source = await session.Connection.QuerySingleAsync<Origin>(Read(ReadSource, null, ct));
        var seen = last.Structure == LoadPipeline.Structure ? last.Seen : null;
        await FillAsync(seen, ct);
        var (everything, touched) = await session.Star.QuerySingleAsync<(string?, long)>(Read(ReadTouched, null, ct));
        var reason = await ReasonAsync(last, source, everything, options, ct);
        var isFirst =
            last.Generation == 1
            && last.Seen is null
            && !await session.Star.ExecuteScalarAsync<bool>(Read("SELECT EXISTS (SELECT FROM dw.fct_coverage_monthly)", null, ct));
        return (new LoadPlan(runId, reason, last.Generation, isFirst, reason is null ? touched : 0), source);
    }

    private async Task<Sentence?> ReasonAsync(Last last, Origin source, string? everything, LoadOptions options, CancellationToken ct) =>
        options switch
        {
            { Unload.Count: > 0 } => Why("TakenOut"),
            { IsFull: true } => Why("Asked"),
            _ when last.Seen is null => Why("First"),
            _ when last.Structure != LoadPipeline.Structure => Why("OtherVersion"),
            _ when !IsContinued(last, source) => Why("OtherDatabase"),
            _ when await session.Connection.ExecuteScalarAsync<bool>(Read(IsRestored, new { seen = last.Seen }, ct)) => Why(
                "GraphRestored"
            ),
            _ when session is { IsApart: true, Seen: null } => Why("WarehouseForgotten"),
            _ when session.Seen is { } registered && await IsLeftBehindAsync(registered, last.Seen, ct) => Why("WarehouseRestored"),
            _ when everything is not null => new Sentence("LoadReason.Depends", [("tables", everything)]),
            { FromMonth: not null } when last.Horizon is { } day && day > options.AsOf && IsOneMonth(day, options.AsOf) => new Sentence(
                "LoadReason.GoesBack",
                [("day", day)]
            ),
            _ => null,
        };

    /// <summary>
    /// Whether the graph has all that the last load saw. Beside the star a promotion changes nothing: both are one database. A warehouse
    /// apart may have seen what the promoted server never had, unless the graph remembers this very load: what it saw was written before.
    /// </summary>
    private bool IsContinued(Last last, Origin source)
    {
        if (last.System == source.System)
        {
            return true;
        }

        var (before, now) = (last.System?.Split(':'), source.System.Split(':'));
        return before is [var server, var timeline, var database]
            && (server, database) == (now[0], now[2])
            && (!session.IsApart || (session.Seen == last.Seen && IsLater(now[1], timeline)));
    }

    private static bool IsLater(string timeline, string before) =>
        int.Parse(timeline, CultureInfo.InvariantCulture) > int.Parse(before, CultureInfo.InvariantCulture);

    private static Sentence Why(string which) => new($"LoadReason.{which}", []);

    private async Task FillAsync(string? seen, CancellationToken ct)
    {
        await session.Star.ExecuteAsync(Read(MakeTouched, null, ct));
        if (!session.IsApart)
        {
            await session.Star.ExecuteAsync(Read(FillTouched, new { seen }, ct));
            return;
        }

        await session.Connection.ExecuteAsync(Read("SELECT set_config('societyparty.seen', @seen, true)", new { seen = seen ?? "" }, ct));
        await new SourceCopy(session).CopyAsync(Written(Setting), "touched", ct);
    }

    private Task<bool> IsLeftBehindAsync(string registered, string seen, CancellationToken ct) =>
        session.Star.ExecuteScalarAsync<bool>(Read(IsLeftBehind, new { registered, seen }, ct));

    private static string Written(string seen) => string.Format(CultureInfo.InvariantCulture, Touched, seen);

    private static bool IsOneMonth(DateOnly one, DateOnly other) => (one.Year, one.Month) == (other.Year, other.Month);

    private static CommandDefinition Read(string sql, object? values, CancellationToken ct) =>
        new(sql, values, commandTimeout: LoadOptions.StepSecondsMax, cancellationToken: ct);
}
