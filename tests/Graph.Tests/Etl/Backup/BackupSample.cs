using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using SocietyParty.Etl.Backup;
using SocietyParty.Graph.Tests.Etl.Load;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Graph.Tests.Schema;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;
using Xunit.Abstractions;

namespace SocietyParty.Graph.Tests.Etl.Backup;

/// <summary>The sample with something in every corner that a backup must keep, and its backup, once for all that only read it.</summary>
internal static class BackupSample
{
    /// <summary>A login of a BI tool; it is the server's, so it has a name of its own.</summary>
    public const string Reader = "backup_reader";

    // What was done twice, a change that no load has seen, and a database that was begun without a sample.
    private const string Changes = """
        INSERT INTO graph.change (actor, mutation, subject_type, subject_id, input_hash)
        VALUES ('李秘书', 'renameBranch', 'Branch', 1, repeat('c', 64));
        UPDATE graph.branch SET status = 'ESTABLISHED', status_since = '2026-06-20'
        WHERE id = (SELECT min(id) FROM graph.branch WHERE status = 'PROPOSED');
        DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET graph.sample = %L', current_database(), 'none'); END $$;
        DO $$ BEGIN
            CREATE ROLE backup_reader LOGIN IN ROLE bi_reader;
        EXCEPTION WHEN duplicate_object THEN NULL;
        END $$
        """;

    private static readonly Lazy<Task<byte[]>> Whole = new(() => OfAsync(withWarehouse: true));

    /// <summary>Whether pg_dump and pg_restore are there; where they must be, they are.</summary>
    public static async Task<bool> HasToolsAsync(ITestOutputHelper output)
    {
        try
        {
            var major = (await TestCluster.ClusterAsync()).Binaries.Major;
            await PostgresTool.FindAsync("pg_dump", major, PostgresSearch.OfThisMachine(), default);
            await PostgresTool.FindAsync("pg_restore", major, PostgresSearch.OfThisMachine(), default);
            return true;
        }
        catch (DatabaseSetupException missing)
        {
            output.WriteLine($"Nothing was backed up: {missing.Message}");
            Environment.GetEnvironmentVariable("TOOLS_REQUIRED").ShouldBeNullOrEmpty(missing.Message);
            return false;
        }
    }

    /// <summary>The sample, changed.</summary>
    public static async Task<LoadDatabase> DatabaseAsync()
    {
        var database = LoadDatabase.At(await SampleDatabase.NewAsync());
        await database.ExecuteAsync(Changes);
        return database;
    }

    /// <summary>Backs up.</summary>
    public static async Task<BackupReport> RunAsync(
        string connectionString,
        string file,
        bool withWarehouse = true,
        PostgresSearch? search = null
    )
    {
        await using var graph = await GraphDatabase.OpenUnchangedAsync(connectionString, null);
        return await BackupWriter.RunAsync(
            graph,
            file,
            withWarehouse,
            search ?? PostgresSearch.OfThisMachine(),
            StartupProgress.None,
            default
        );
    }

    /// <summary>Restores into a database that is there.</summary>
    public static async Task<RestoreReport> RestoreAsync(string file, string connectionString)
    {
        var backup = await BackupFile.OpenAsync(file, default);
        backup.Manifest.RequireKnown(file);
        await using var graph = await GraphDatabase.OpenUnchangedAsync(connectionString, null);
        return await Restoration.RunAsync(backup, graph, graph.Source, PostgresSearch.OfThisMachine(), StartupProgress.None, default);
    }

    /// <summary>A copy of the shared backup.</summary>
    public static async Task<string> CopyAsync(TemporaryFolder folder)
    {
        var file = folder.Below("copy.zip");
        await File.WriteAllBytesAsync(file, await Whole.Value);
        return file;
    }

    /// <summary>The same backup with another manifest, whose sums are right: what somebody did who knew how.</summary>
    public static void Forge(string file, Action<JsonObject> change)
    {
        using var archive = ZipFile.Open(file, ZipArchiveMode.Update);
        var manifest = JsonNode.Parse(Read(archive, "manifest.json"))!.AsObject();
        change(manifest);
        Write(archive, "manifest.json", manifest.ToJsonString());
        var sum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(manifest.ToJsonString())));
        Write(archive, "SHA256SUMS", $"{Read(archive, "SHA256SUMS").Split('\n')[0]}\n{sum}  manifest.json\n");
    }

    /// <summary>Rows of every table, counted by PostgreSQL's own means.</summary>
    public static async Task<string> RowsAsync(NpgsqlDataSource source, params string[] without)
    {
        await using var command = source.CreateCommand(
            """
            SELECT string_agg(format('%s.%s %s', table_schema, table_name,
                (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I.%I', table_schema, table_name), false, true, '')))[1]), E'\n'
                ORDER BY table_schema, table_name)
            FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema IN ('graph', 'dw', 'meta') AND NOT table_name = ANY ($1)
            """
        );
        // Changes that wait for a load are numbered by the server, and forgotten with it.
        command.Parameters.AddWithValue((string[])["touched", "touched_reader", .. without]);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<byte[]> OfAsync(bool withWarehouse)
    {
        await using var database = await DatabaseAsync();
        using var folder = new TemporaryFolder();
        var report = await RunAsync(database.ConnectionString, folder.Below("backup.zip"), withWarehouse);
        return await File.ReadAllBytesAsync(report.File);
    }

    private static string Read(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static void Write(ZipArchive archive, string name, string text)
    {
        archive.GetEntry(name)!.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.NoCompression).Open());
        writer.Write(text);
    }
}
