using System.Text.Json.Nodes;
using Npgsql;
using SocietyParty.Etl.Backup;
using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.Graph.Tests.Schema;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;
using Xunit.Abstractions;

namespace SocietyParty.Graph.Tests.Etl.Backup;

/// <summary>What cannot be restored is refused before anything is touched, and the report says what came out otherwise.</summary>
public sealed class BackupRefusalTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_file_that_was_cut_off_or_changed_anywhere_is_refused()
    {
        if (!await BackupSample.HasToolsAsync(output))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var file = await BackupSample.CopyAsync(folder);
        var whole = await File.ReadAllBytesAsync(file);
        foreach (var length in (int[])[0, 10, whole.Length / 2, whole.Length - 30, whole.Length - 1])
        {
            await File.WriteAllBytesAsync(file, whole[..length]);
            await RefusedAsync("SP-BACKUP-202", file);
        }

        // A byte of the dump near each end, of the manifest, and of the sums.
        var manifest = whole.AsSpan().IndexOf("\"migrations\""u8);
        var sums = whole.AsSpan().LastIndexOf("  manifest.json\n"u8) - 3;
        foreach (var place in (int[])[200, whole.Length / 3, manifest + 2, sums])
        {
            var changed = (byte[])whole.Clone();
            changed[place] ^= 1;
            await File.WriteAllBytesAsync(file, changed);
            await RefusedAsync("SP-BACKUP-202", file);
        }

        await File.WriteAllTextAsync(file, "no backup at all");
        await RefusedAsync("SP-BACKUP-202", file);
        await File.WriteAllBytesAsync(file, whole);
        (await BackupFile.OpenAsync(file, default)).Manifest.Rows.ShouldBeGreaterThan(1_000);
        await RefusedAsync("SP-BACKUP-201", folder.Below("none.zip"));
    }

    public static TheoryData<string, string> Forgeries =>
        new()
        {
            { """{ "format": 2 }""", "SP-BACKUP-204" },
            { """{ "format": 2, "tables": null, "added": "later" }""", "SP-BACKUP-204" },
            { """{ "later": true }""", "SP-BACKUP-204" },
            { """{ "server": "99.1" }""", "SP-BACKUP-206" },
            { """{ "tool": "99.1" }""", "SP-BACKUP-101" },
            { """{ "tables": null }""", "SP-BACKUP-202" },
            { """{ "dump": { "bytes": 1, "sha256": "00" } }""", "SP-BACKUP-202" },
        };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task What_this_program_or_server_cannot_take_is_refused_and_nothing_is_made(string change, string code)
    {
        if (!await BackupSample.HasToolsAsync(output))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var file = await BackupSample.CopyAsync(folder);
        BackupSample.Forge(file, manifest =>
        {
            foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            {
                manifest[name] = value?.DeepClone();
            }

            if (manifest.ContainsKey("later"))
            {
                // A version to come has one migration more.
                manifest["program"] = "9.9.9";
                var migrations = manifest["migrations"]!.AsArray();
                var last = migrations.Select(one => one!).Where(one => (string?)one["area"] == "graph").Max(one => (int)one["number"]!);
                migrations.Add(
                    new JsonObject
                    {
                        ["area"] = "graph",
                        ["number"] = last + 1,
                        ["name"] = "later",
                        ["checksum"] = "00",
                    }
                );
            }
        });
        var empty = await TestCluster.NewDatabaseAsync();
        var refusal = await Should.ThrowAsync<DatabaseSetupException>(() => BackupSample.RestoreAsync(file, empty));
        refusal.Code.ShouldBe(code);
        refusal.ChineseMessage.ShouldNotContain(refusal.Remedy.English);
        (await IsEmptyAsync(empty)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_database_that_is_not_empty_is_left_alone()
    {
        if (!await BackupSample.HasToolsAsync(output))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var file = await BackupSample.CopyAsync(folder);
        foreach (
            var made in (string[])
                ["CREATE TABLE notes (id int)", "CREATE SCHEMA other; CREATE VIEW other.one AS SELECT 1", "CREATE SCHEMA graph"]
        )
        {
            var taken = await TestCluster.NewDatabaseAsync();
            await ExecuteAsync(taken, made);
            (await Should.ThrowAsync<DatabaseSetupException>(() => BackupSample.RestoreAsync(file, taken))).Code.ShouldBe("SP-BACKUP-205");
        }

        // What an administrator prepares is nothing yet.
        var prepared = await TestCluster.NewDatabaseAsync();
        await ExecuteAsync(prepared, "CREATE EXTENSION pg_trgm");
        (await BackupSample.RestoreAsync(file, prepared)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_login_that_owns_the_database_alone_restores_it_unless_roles_are_missing()
    {
        if (!await BackupSample.HasToolsAsync(output))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var file = await BackupSample.CopyAsync(folder);
        var database = new NpgsqlConnectionStringBuilder(await TestCluster.NewDatabaseAsync());
        await ExecuteAsync(
            database.ConnectionString,
            $"""
            CREATE ROLE backup_owner LOGIN PASSWORD 'owner';
            ALTER DATABASE {database.Database} OWNER TO backup_owner;
            GRANT api_sessions, mart_owner TO backup_owner;
            CREATE EXTENSION pg_trgm
            """
        );
        (database.Username, database.Password) = ("backup_owner", "owner");
        (await BackupSample.RestoreAsync(file, database.ConnectionString)).Succeeded.ShouldBeTrue();

        BackupSample.Forge(file, manifest => manifest["roles"]!.AsArray().Add("of_another_server"));
        var other = new NpgsqlConnectionStringBuilder(await TestCluster.NewDatabaseAsync());
        await ExecuteAsync(other.ConnectionString, $"ALTER DATABASE {other.Database} OWNER TO backup_owner");
        (other.Username, other.Password) = ("backup_owner", "owner");
        var refusal = await Should.ThrowAsync<DatabaseSetupException>(() => BackupSample.RestoreAsync(file, other.ConnectionString));
        refusal.Code.ShouldBe("SP-BACKUP-207");
        refusal.Message.ShouldContain("of_another_server");
        (await IsEmptyAsync(other.ConnectionString)).ShouldBeTrue();
    }

    [Fact]
    public async Task Rows_that_are_missing_and_a_record_that_was_cut_off_are_told()
    {
        if (!await BackupSample.HasToolsAsync(output))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var file = await BackupSample.CopyAsync(folder);
        BackupSample.Forge(file, manifest =>
        {
            var tables = manifest["tables"]!;
            tables["graph.society"] = (long)tables["graph.society"]! + 1;
            tables["graph.gone"] = 0;
            manifest["lastSeal"] = $"9:{new string('a', 64)}";
        });
        var target = await TestCluster.NewDatabaseAsync();
        var report = await BackupSample.RestoreAsync(file, target);
        report.Succeeded.ShouldBeFalse();
        report.Differences.Select(table => table.Table).ShouldBe(["graph.gone", "graph.society"]);
        report.Differences[1].Expected.ShouldBe(report.Differences[1].Found + 1);
        report.Audit.Faults.Single().Fault.ShouldBe("LINK_GONE");

        // The command ends with 1 and says so.
        (await CommandLineAsync("restore", file, "--connection", await TestCluster.NewDatabaseAsync())).ShouldBe(CommandLine.Failure);
        (await CommandLineAsync("restore", folder.Below("none.zip"), "--connection", target)).ShouldBe(CommandLine.Failure);
    }

    [Fact]
    public async Task Passwords_stand_on_no_command_line_and_a_failed_dump_leaves_no_file()
    {
        if (OperatingSystem.IsWindows() || !await BackupSample.HasToolsAsync(output))
        {
            return;
        }

        await using var database = await BackupSample.DatabaseAsync();
        using var folder = new TemporaryFolder();
        var major = (await TestCluster.ClusterAsync()).Binaries.Major;
        var real = await PostgresTool.FindAsync("pg_dump", major, PostgresSearch.OfThisMachine(), default);
        var password = new NpgsqlConnectionStringBuilder(database.ConnectionString).Password!;
        Script($"""echo "$@" > "{folder.Below("arguments")}"; echo "$PGPASSWORD" > "{folder.Below("password")}"; exec {real.File} "$@" """);
        await BackupSample.RunAsync(
            database.ConnectionString,
            folder.Below("one.zip"),
            search: new PostgresSearch { Folder = folder.Path }
        );
        var arguments = await File.ReadAllTextAsync(folder.Below("arguments"));
        arguments.ShouldContain("--snapshot=");
        arguments.ShouldNotContain(password);
        (await File.ReadAllTextAsync(folder.Below("password"))).Trim().ShouldBe(password);

        Script("echo something; echo 'disk on fire' >&2; exit 3");
        var failed = await Should.ThrowAsync<DatabaseSetupException>(() =>
            BackupSample.RunAsync(database.ConnectionString, folder.Below("two.zip"), search: new PostgresSearch { Folder = folder.Path })
        );
        failed.Code.ShouldBe("SP-BACKUP-102");
        failed.Message.ShouldContain("disk on fire");
        Directory.GetFiles(folder.Path, "two*").ShouldBeEmpty();
        (
            await Should.ThrowAsync<DatabaseSetupException>(() => BackupSample.RunAsync(database.ConnectionString, folder.Below("one.zip")))
        ).Code.ShouldBe("SP-BACKUP-103");

        void Script(string body)
        {
            var file = folder.Below("pg_dump");
            File.WriteAllText(file, $"#!/bin/sh\n[ \"$1\" = --version ] && echo 'pg_dump (PostgreSQL) {real.Version}' && exit\n{body}\n");
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_database_without_a_graph_has_nothing_to_back_up()
    {
        using var folder = new TemporaryFolder();
        var empty = await TestCluster.NewDatabaseAsync();
        (await Should.ThrowAsync<DatabaseSetupException>(() => BackupSample.RunAsync(empty, folder.Below("one.zip")))).Code.ShouldBe(
            "SP-BACKUP-105"
        );
    }

    [Theory]
    [InlineData("/backups", "/backups/societyparty-20261201-003005.zip")]
    [InlineData("/backups/", "/backups/societyparty-20261201-003005.zip")]
    [InlineData("/backups/today.ZIP", "/backups/today.ZIP")]
    public void A_folder_gets_a_file_named_after_the_moment_in_Beijing(string target, string file) =>
        BackupWriter.FileOf(target, new DateTimeOffset(2026, 11, 30, 16, 30, 5, TimeSpan.Zero)).ShouldBe(Path.GetFullPath(file));

    private static Task<int> CommandLineAsync(params string[] line) =>
        CommandLine.RunAsync(Commands.Root(Words.English), line, Words.English);

    private static async Task RefusedAsync(string code, string file) =>
        (await Should.ThrowAsync<DatabaseSetupException>(() => BackupFile.OpenAsync(file, default))).Code.ShouldBe(code);

    private static async Task<bool> IsEmptyAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return await DatabaseContents.IsEmptyAsync(connection, default);
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
