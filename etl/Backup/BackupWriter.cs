using System.Data;
using System.Diagnostics;
using System.Globalization;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Audit;
using SocietyParty.Etl.Readers;
using SocietyParty.Etl.Refusals;
using SocietyParty.Rules.Sentences;
using SocietyParty.Schema;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Backup;

/// <summary>What a backup wrote.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Sha256">SHA-256 of the dump in it.</param>
/// <param name="CreatedAt">The moment whose state it holds, UTC.</param>
/// <param name="HasWarehouse">Whether facts and sums are in it.</param>
/// <param name="Tables">How many tables.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="LastSeal">Newest link of the record, to be kept elsewhere; null where there is none.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record BackupReport(
    string File,
    long Bytes,
    string Sha256,
    DateTime CreatedAt,
    bool HasWarehouse,
    int Tables,
    long Rows,
    string? LastSeal,
    long Milliseconds
);

/// <summary>Writes a database into one file: pg_dump's state and the rows that were counted are of the same snapshot.</summary>
public static class BackupWriter
{
    private const string Extension = ".zip";
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>The file that a target means: itself if it ends in .zip, else one in that folder, named after the moment.</summary>
    public static string FileOf(string target, DateTimeOffset now)
    {
        if (target.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            return Path.GetFullPath(target);
        }

        var moment = now.ToOffset(Beijing).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        return Path.GetFullPath(Path.Combine(target, $"societyparty-{moment}{Extension}"));
    }

    /// <summary>Writes it.</summary>
    /// <param name="database">The graph's, as it is.</param>
    /// <param name="file">Where; nothing may be there.</param>
    /// <param name="withWarehouse">Whether facts and sums come along.</param>
    /// <param name="search">Where to look for pg_dump.</param>
    /// <param name="progress">Hears the steps.</param>
    /// <param name="ct">Gives up, and leaves nothing.</param>
    /// <exception cref="DatabaseSetupException">What a person can mend.</exception>
    public static async Task<BackupReport> RunAsync(
        GraphDatabase database,
        string file,
        bool withWarehouse,
        PostgresSearch search,
        IStartupProgress progress,
        CancellationToken ct
    )
    {
        var watch = Stopwatch.StartNew();
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        if (!await DatabaseContents.HasAsync(connection, "graph.committee", ct))
        {
            throw new Refusal("SP-BACKUP-105", [("database", connection.Database)]);
        }

        var server = connection.PostgreSqlVersion;
        var dump = await PostgresTool.FindAsync("pg_dump", server.Major, search, ct);
        MakeFolder(file);
        if (await DatabaseContents.HasAsync(connection, "graph.audit_seal", ct))
        {
            await AuditTrail.SealAsync(database.Source, ct);
        }

        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var snapshot = await connection.ExecuteScalarAsync<string>("SELECT pg_export_snapshot()");
        var createdAt = await connection.ExecuteScalarAsync<DateTime>("SELECT now()");
        progress.Step(Say("Cli.BackupCounting"));
        var manifest = new BackupManifest(
            BackupManifest.FormatNow,
            ProgramVersion.Text,
            createdAt,
            server.ToString(),
            dump.Version,
            await MigrationState.RecordedAsync(connection, ct),
            withWarehouse,
            await DatabaseContents.FirstMonthAsync(connection, ct),
            await DatabaseContents.RolesAsync(connection, ct),
            await ReadersAsync(connection, ct),
            await DatabaseContents.SettingsAsync(connection, ct),
            await DatabaseContents.LastSealAsync(connection, ct),
            new DumpDigest(0, ""),
            await DatabaseContents.CountAsync(connection, withWarehouse, ct)
        );
        progress.Step(Say("Cli.BackupWriting", ("tool", $"pg_dump {dump.Version}")));
        var written = await BackupFile.WriteAsync(
            file,
            take =>
                dump.RunAsync(
                    connection,
                    database.ConnectionString,
                    [
                        "--format=custom",
                        $"--snapshot={snapshot}",
                        "--no-password",
                        "--no-unlogged-table-data",
                        // An owner is under policies, too, of which its own lets it see everything.
                        "--enable-row-security",
                        .. withWarehouse ? [] : DatabaseContents.MadeByLoads.Select(table => $"--exclude-table-data={table}"),
                    ],
                    null,
                    take,
                    ct
                ),
            digest => manifest with { Dump = digest },
            ct
        );
        return new BackupReport(
            written.Path,
            new FileInfo(written.Path).Length,
            written.Manifest.Dump.Sha256,
            createdAt,
            withWarehouse,
            manifest.Tables.Count,
            manifest.Rows,
            manifest.LastSeal,
            watch.ElapsedMilliseconds
        );
    }

    internal static SetupText Say(string key, params IReadOnlyList<(string Name, object? Value)> arguments)
    {
        var sentence = new Sentence(key, arguments);
        return (sentence.In(Language.English), sentence.In(Language.Chinese));
    }

    // A version without the group has no readers either.
    private static async Task<IReadOnlyList<string>> ReadersAsync(NpgsqlConnection connection, CancellationToken ct) =>
        await connection.ExecuteScalarAsync<bool>("SELECT to_regrole('bi_reader') IS NOT NULL")
            ? await ReaderAccount.NamesAsync(connection, ct)
            : [];

    private static void MakeFolder(string file)
    {
        try
        {
            var folder = Path.GetDirectoryName(file)!;
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new Refusal("SP-BACKUP-104", [("path", file), ("reason", failure.Message)], failure);
        }
    }
}
