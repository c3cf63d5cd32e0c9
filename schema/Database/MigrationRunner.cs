using System.Data;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>What a run did.</summary>
/// <param name="Applied">In order; empty when the database was up to date.</param>
/// <param name="AlreadyThere">How many files earlier runs had applied.</param>
/// <param name="ViewsMade">How many views and functions were made anew; 0 when they were up to date.</param>
/// <param name="Ahead">What a later version has applied and this one can do without: it changes nothing then.</param>
public sealed record MigrationResult(
    IReadOnlyList<MigrationFile> Applied,
    int AlreadyThere,
    int ViewsMade,
    IReadOnlyList<RecordedMigration> Ahead
);

/// <summary>
/// Applies each numbered file once: area by area as listed, by number within an area; then the views and functions, if any of them changed
/// or a numbered file was applied; then the list of regions, if it is newer. All in one transaction: a reader sees the old structure or
/// the new one, and after a failure the version before still runs. Two runners take turns. What was applied is in
/// <c>meta.schema_version</c> and <c>meta.view_version</c>.
/// </summary>
public sealed class MigrationRunner(NpgsqlDataSource database, IReadOnlyList<MigrationFile> files, IReadOnlyList<ViewList> views)
{
    // Any number will do as long as every version of this program uses the same one.
    private const long LockKey = 5_315_021_101;

    // Tables of the warehouse and views of mart may read the graph, not the other way round.
    private static readonly string[] Areas = ["graph", "warehouse"];

    /// <summary>Applies the files that this program carries.</summary>
    public MigrationRunner(NpgsqlDataSource database)
        : this(database, [.. Areas.SelectMany(MigrationFile.Embedded)], [.. Areas.Select(ViewList.Embedded)]) =>
        _regions = RegionList.Embedded;

    // Files of somebody else's may make no table of regions.
    private readonly Func<RegionList>? _regions;

    /// <summary>
    /// Whether the database is a warehouse apart from its graph. It has the graph's structure, which the warehouse's numbered files name,
    /// without its rows; and <c>source</c> are tables.
    /// </summary>
    public bool IsWarehouse { get; init; }

    /// <summary>Brings the database to the newest file.</summary>
    /// <exception cref="DatabaseSetupException">
    /// The files do not follow on what was applied, or a file failed; nothing was applied.
    /// </exception>
    public async Task<MigrationResult> RunAsync(IStartupProgress? progress = null, CancellationToken ct = default)
    {
        progress ??= StartupProgress.None;
        MigrationPlan.CheckNumbers(files);
        await using var connection = await database.OpenConnectionAsync(ct);
        // A stricter level would read what was applied as it stood before this runner's turn.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        await TakeTurnAsync(connection, progress, ct);
        await SourceTables.CheckKindAsync(connection, IsWarehouse, ct);
        await ExecuteAsync(connection, MigrationTable.Create, ct);
        await ExecuteAsync(connection, ViewTable.Create, ct);
        await SqlFileRunner.PrepareAsync(connection, ct);

        var recorded = await MigrationTable.ReadAsync(connection, ct);
        var pending = MigrationPlan.Pending(files, recorded);
        if (MigrationPlan.Ahead(files, recorded) is { Count: > 0 } ahead)
        {
            // Views and functions are the later version's, whose programs may be running.
            progress.Note(
                (
                    $"A later version has brought the database to {ahead[^1].Path}; this one works on with it",
                    $"数据库已由更新的版本升级到 {ahead[^1].Path}，本程序可以继续使用"
                )
            );
            await transaction.CommitAsync(ct);
            return new MigrationResult([], files.Count, 0, ahead);
        }

        var source = IsWarehouse ? new SourceTables(connection, [.. views.SelectMany(list => list.Files)]) : null;
        var lists = IsWarehouse ? [.. views.Select(WithoutSource)] : views;
        var viewRunner = new ViewRunner(connection, lists, await ViewTable.ReadAsync(connection, ct));
        var isSourceDue = source is not null && (await source.IsDueAsync(ct) || pending.Count > 0 || viewRunner.IsDue);
        if (source is not null && isSourceDue)
        {
            // Numbered files find no view there, and no table in its place.
            await source.DropAsync(ct);
        }

        foreach (var area in pending.GroupBy(file => file.Area))
        {
            progress.Step(Describe([.. area]));
            foreach (var file in area)
            {
                var watch = Stopwatch.StartNew();
                await viewRunner.MakeWayAsync(file, ct);
                await SqlFileRunner.RunAsync(connection, file, ct: ct);
                await MigrationTable.AddAsync(connection, file, (int)watch.ElapsedMilliseconds, ct);
            }
        }

        if (source is not null && isSourceDue)
        {
            await source.DropAsync(ct);
        }

        var viewsMade = pending.Count > 0 || viewRunner.IsDue ? await viewRunner.RunAsync(progress, ct) : 0;
        if (source is not null && isSourceDue)
        {
            await source.MakeAsync(ct);
        }

        if (_regions is { } regions && !IsWarehouse)
        {
            await new RegionRunner(connection).RunAsync(regions(), progress, ct);
            await new RightRunner(connection).RunAsync(RightList.Embedded, ct);
        }

        await transaction.CommitAsync(ct);
        return new MigrationResult(pending, files.Count - pending.Count, viewsMade, []);
    }

    private static ViewList WithoutSource(ViewList list) =>
        list with
        {
            Files = [.. list.Files.Where(file => !SourceTables.IsSource(file.Name))],
        };

    /// <summary>One line an area: a failure names its file.</summary>
    private static SetupText Describe(IReadOnlyList<MigrationFile> files) =>
        files.Count == 1
            ? ($"Applying {files[0].Path}", $"正在更新数据库结构 {files[0].Path}")
            : (
                string.Create(CultureInfo.InvariantCulture, $"Applying {files[0].Area} {files[0].Number:0000} to {files[^1].Number:0000}"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"正在更新数据库结构 {files[0].Area} {files[0].Number:0000} 至 {files[^1].Number:0000}"
                )
            );

    private static async Task TakeTurnAsync(NpgsqlConnection connection, IStartupProgress progress, CancellationToken ct)
    {
        await using (var attempt = new NpgsqlCommand($"SELECT pg_try_advisory_xact_lock({LockKey})", connection))
        {
            if (await attempt.ExecuteScalarAsync(ct) is true)
            {
                return;
            }
        }

        progress.Step(("Waiting for another process that is changing this database's structure", "另一个进程正在更新数据库结构，等它结束"));
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({LockKey})", ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        // Another runner's turn takes longer than any usual limit.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
