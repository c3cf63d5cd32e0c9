using System.Data;
using System.Diagnostics;
using System.Text;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Audit;
using SocietyParty.Etl.Refusals;
using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Backup;

/// <summary>A table that has other rows than the backup says.</summary>
/// <param name="Table">Its name with the schema.</param>
/// <param name="Expected">Rows that the manifest tells.</param>
/// <param name="Found">Rows that were found.</param>
public sealed record RowDifference(string Table, long Expected, long Found);

/// <summary>What a restoration did.</summary>
/// <param name="File">The backup.</param>
/// <param name="Program">Version of the program that made it.</param>
/// <param name="CreatedAt">The moment whose state is restored, UTC.</param>
/// <param name="Tables">How many tables the manifest tells of.</param>
/// <param name="Rows">How many rows it tells of.</param>
/// <param name="Differences">Tables that have others; empty: all is there.</param>
/// <param name="Migrations">How many files brought it up to this program's version.</param>
/// <param name="Audit">Whether the record of what was done holds.</param>
/// <param name="Load">The load that made the warehouse anew; null where it came along, or there never was one.</param>
/// <param name="Readers">Logins of BI tools that the server lacks.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record RestoreReport(
    string File,
    string Program,
    DateTime CreatedAt,
    int Tables,
    long Rows,
    IReadOnlyList<RowDifference> Differences,
    int Migrations,
    AuditReport Audit,
    LoadReport? Load,
    IReadOnlyList<string> Readers,
    long Milliseconds
)
{
    /// <summary>Whether the database is what was backed up.</summary>
    public bool Succeeded => Differences.Count == 0 && Audit.Faults.Count == 0 && Load is null or { Succeeded: true };
}

/// <summary>Makes a database of a backup, all of it or nothing, and looks whether it is what was backed up.</summary>
public static class Restoration
{
    private const string RightsOfLater = "ALTER DEFAULT PRIVILEGES IN SCHEMA mart GRANT SELECT ON TABLES TO bi_reader";

    // Transactions are numbered by the server: to this one the numbers mean nothing, and the next load reads everything.
    private const string ForgetTransactions = "DELETE FROM graph.touched; DELETE FROM graph.touched_reader";

    // Statistics are not in a dump, and the load after it joins tables.
    private const string Analyze = "ANALYZE";

    private const string Set = """
        DO $$
        DECLARE
            one text;
        BEGIN
            FOREACH one IN ARRAY string_to_array(current_setting('societyparty.settings'), E'\n') LOOP
                EXECUTE format('ALTER DATABASE %I SET %I.%I = %L', current_database(), split_part(one, '.', 1),
                    split_part(split_part(one, '=', 1), '.', 2), substr(one, strpos(one, '=') + 1));
            END LOOP;
        END $$
        """;

    private const string CreateRole = """
        DO $$ BEGIN EXECUTE format('CREATE ROLE %I NOLOGIN', current_setting('societyparty.role')); END $$
        """;

    /// <summary>Restores.</summary>
    /// <param name="file">The backup, verified.</param>
    /// <param name="databases">Where: the graph's database, which is empty, and the warehouse's.</param>
    /// <param name="graph">The graph's database.</param>
    /// <param name="search">Where to look for pg_restore.</param>
    /// <param name="progress">Hears the steps.</param>
    /// <param name="ct">Gives up; until the data is committed the database stays empty.</param>
    /// <exception cref="DatabaseSetupException">What a person can mend.</exception>
    public static async Task<RestoreReport> RunAsync(
        BackupFile file,
        GraphDatabase graph,
        LoadDatabases databases,
        PostgresSearch search,
        IStartupProgress progress,
        CancellationToken ct
    )
    {
        var watch = Stopwatch.StartNew();
        var manifest = file.Manifest;
        await FillAsync(file, graph, search, progress, ct);

        progress.Step(BackupWriter.Say("Cli.BackupCounting"));
        List<RowDifference> differences;
        await using (var connection = await graph.Source.OpenConnectionAsync(ct))
        {
            differences = Compare(manifest, await DatabaseContents.CountAsync(connection, manifest.HasWarehouse, ct));
        }

        var migrated = await new MigrationRunner(graph.Source).RunAsync(progress, ct);
        await using (var connection = await graph.Source.OpenConnectionAsync(ct))
        {
            await connection.ExecuteAsync(Whole(ForgetTransactions, ct));
        }

        progress.Step(BackupWriter.Say("Cli.RestoreVerifying"));
        var audit = await AuditTrail.VerifyAsync(graph.Source, manifest.LastSeal is { } seal ? AuditLink.Parse(seal) : null, ct);
        // What is not all there is looked at, not added up.
        var load =
            differences.Count == 0 && (databases.IsApart || (!manifest.HasWarehouse && manifest.FirstMonth is not null))
                ? await LoadAsync(databases, progress, ct)
                : null;
        return new RestoreReport(
            file.Path,
            manifest.Program,
            manifest.CreatedAt,
            manifest.Tables.Count,
            manifest.Rows,
            differences,
            migrated.Applied.Count,
            audit,
            load,
            await MissingRolesAsync(graph.Source, manifest.Readers, ct),
            watch.ElapsedMilliseconds
        );
    }

    private static async Task FillAsync(
        BackupFile file,
        GraphDatabase graph,
        PostgresSearch search,
        IStartupProgress progress,
        CancellationToken ct
    )
    {
        var manifest = file.Manifest;
        await using var connection = await graph.Source.OpenConnectionAsync(ct);
        if (!await DatabaseContents.IsEmptyAsync(connection, ct))
        {
            throw graph.DataFolder is { } folder
                ? new Refusal("SP-BACKUP-205.Folder", [("folder", folder)])
                : new Refusal("SP-BACKUP-205.Database", [("database", connection.Database)]);
        }

        var server = connection.PostgreSqlVersion.Major;
        if (server < PostgresTool.MajorOf(manifest.Server))
        {
            throw new Refusal("SP-BACKUP-206", [("made", manifest.Server), ("server", connection.PostgreSqlVersion.ToString())]);
        }

        // As new as what wrote the dump: statements of an older version are understood by a newer server.
        var restore = await PostgresTool.FindAsync("pg_restore", PostgresTool.MajorOf(manifest.Tool), search, ct);
        await MakeRolesAsync(connection, await MissingRolesAsync(graph.Source, manifest.Roles, ct), ct);
        await SetAsync(connection, manifest.Settings, ct);
        progress.Step(BackupWriter.Say("Cli.Restoring", ("tool", $"pg_restore {restore.Version}"), ("rows", manifest.Rows)));
        var list = Path.GetTempFileName();
        try
        {
            await WriteListAsync(restore, file, list, ct);
            await restore.RunAsync(
                connection,
                graph.ConnectionString,
                [
                    $"--dbname={connection.Database}",
                    "--no-owner",
                    "--no-password",
                    "--single-transaction",
                    "--exit-on-error",
                    $"--use-list={list}",
                ],
                file.GiveDumpAsync,
                null,
                ct
            );
        }
        finally
        {
            File.Delete(list);
        }

        if (await DatabaseContents.HasAsync(connection, "dw.load_run", ct))
        {
            await connection.ExecuteAsync(RightsOfLater);
        }

        await connection.ExecuteAsync(Whole(Analyze, ct));
    }

    /// <summary>
    /// All of a dump but what only its own server's owner may say: rights on what that owner makes later, and comments on extensions, which
    /// may be somebody else's here.
    /// </summary>
    private static async Task WriteListAsync(PostgresTool restore, BackupFile file, string list, CancellationToken ct)
    {
        using var contents = new MemoryStream();
        await restore.RunAsync(null, null, ["--list"], file.GiveDumpAsync, (said, token) => said.CopyToAsync(contents, token), ct);
        var lines = Encoding
            .UTF8.GetString(contents.ToArray())
            .Split('\n')
            .Where(line =>
                !line.Contains(" DEFAULT ACL ", StringComparison.Ordinal)
                && !line.Contains(" COMMENT - EXTENSION ", StringComparison.Ordinal)
            );
        await File.WriteAllTextAsync(list, string.Join('\n', lines), ct);
    }

    private static List<RowDifference> Compare(BackupManifest manifest, SortedDictionary<string, long> found) =>
        [
            .. manifest
                .Tables.Keys.Union(found.Keys)
                .Order(StringComparer.Ordinal)
                .Select(table => new RowDifference(table, manifest.Tables.GetValueOrDefault(table), found.GetValueOrDefault(table)))
                .Where(table => table.Expected != table.Found || !found.ContainsKey(table.Table)),
        ];

    private static async Task<LoadReport> LoadAsync(LoadDatabases databases, IStartupProgress progress, CancellationToken ct)
    {
        progress.Step(BackupWriter.Say("Cli.LoadingWarehouse"));
        return await LoadPipeline.RunAsync(databases, new LoadOptions(LoadOptions.Today()) { IsFull = true, Command = "restore" }, ct: ct);
    }

    private static async Task<IReadOnlyList<string>> MissingRolesAsync(
        NpgsqlDataSource source,
        IReadOnlyList<string> roles,
        CancellationToken ct
    )
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var known = await connection.QueryAsync<string>("SELECT rolname::text FROM pg_roles");
        return [.. roles.Except(known, StringComparer.Ordinal)];
    }

    private static async Task MakeRolesAsync(NpgsqlConnection connection, IReadOnlyList<string> roles, CancellationToken ct)
    {
        try
        {
            foreach (var role in roles)
            {
                await connection.ExecuteAsync("SELECT set_config('societyparty.role', @role, false)", new { role });
                await connection.ExecuteAsync(new CommandDefinition(CreateRole, cancellationToken: ct));
            }
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new Refusal("SP-BACKUP-207", [("roles", roles)], refused);
        }
    }

    // Dapper takes one word for the name of a procedure.
    private static CommandDefinition Whole(string sql, CancellationToken ct) =>
        new(sql, commandTimeout: 0, commandType: CommandType.Text, cancellationToken: ct);

    private static async Task SetAsync(NpgsqlConnection connection, IReadOnlyList<string> settings, CancellationToken ct)
    {
        if (settings.Count > 0)
        {
            var lines = string.Join('\n', settings);
            await connection.ExecuteAsync("SELECT set_config('societyparty.settings', @lines, false)", new { lines });
            try
            {
                await connection.ExecuteAsync(new CommandDefinition(Set, cancellationToken: ct));
            }
            catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                // A superuser's to say. What it tells an empty graph, the service says at each start (--sample none).
            }
        }
    }
}
