using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.Run.Reconcile;
using SocietyParty.Graph.Tests.Etl.Load;
using SocietyParty.Graph.Tests.Schema;
using SocietyParty.Graph.Tests.Service.Start;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;
using Xunit.Abstractions;

namespace SocietyParty.Graph.Tests.Etl.Backup;

/// <summary>What was backed up is restored with every row, by the commands and in an empty place.</summary>
public sealed class RestorationTests(ITestOutputHelper output)
{
    [Fact]
    public async Task An_empty_folder_gets_all_of_it_and_the_service_starts_there()
    {
        if (!await BackupSample.HasToolsAsync(output))
        {
            return;
        }

        await using var original = await BackupSample.DatabaseAsync();
        using var folder = new TemporaryFolder();
        var backup = await JsonAsync("backup", folder.Below("backups"), "--connection", original.ConnectionString);
        var file = backup["file"]!.GetValue<string>();
        Path.GetFileName(file).ShouldMatch("^societyparty-[0-9]{8}-[0-9]{6}[.]zip$");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var data = folder.Below("data");
        var restored = await JsonAsync("restore", file, "--data", data);
        restored["succeeded"]!.GetValue<bool>().ShouldBeTrue();
        restored["differences"]!.AsArray().ShouldBeEmpty();
        restored["audit"]!["faults"]!.AsArray().ShouldBeEmpty();
        restored["audit"]!["last"]!.GetValue<string>().ShouldBe(backup["lastSeal"]!.GetValue<string>());
        restored["load"].ShouldBeNull();
        restored["readers"]!.AsArray().Select(one => one!.GetValue<string>()).ShouldContain(BackupSample.Reader);
        await using (var cluster = await PrivateCluster.StartAsync(data))
        await using (var source = NpgsqlDataSource.Create(cluster.ConnectionString))
        {
            (await BackupSample.RowsAsync(source)).ShouldBe(await BackupSample.RowsAsync(original.Source));
            // Rights of readers, the setting of the database, and no number of another server's transactions.
            (await ScalarAsync<bool>(source, "SELECT has_table_privilege('bi_reader', 'mart.coverage', 'SELECT')")).ShouldBeTrue();
            (await ScalarAsync<string>(source, "SHOW graph.sample")).ShouldBe("none");
            (await ScalarAsync<long>(source, "SELECT count(*) FROM graph.touched")).ShouldBe(0);
        }

        await using var service = ServiceProcess.Start(["--data", data, "--urls", ServiceProcess.AnyAddress]);
        await service.ReadyAsync();
        using var client = new HttpClient();
        using var answer = await client.PostAsJsonAsync($"{service.Address}/graphql", new { query = "{ societies { totalCount } }" });
        (await answer.Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("data")
            .GetProperty("societies")
            .GetProperty("totalCount")
            .GetInt64()
            .ShouldBe(await ScalarAsync<long>(original.Source, "SELECT count(*) FROM graph.society"));
    }

    [Fact]
    public async Task A_warehouse_that_was_left_out_is_computed_and_goes_on_by_what_changes()
    {
        if (!await BackupSample.HasToolsAsync(output))
        {
            return;
        }

        await using var original = await BackupSample.DatabaseAsync();
        using var folder = new TemporaryFolder();
        var file = folder.Below("lean.zip");
        var report = await BackupSample.RunAsync(original.ConnectionString, file, withWarehouse: false);
        report.HasWarehouse.ShouldBeFalse();

        await using var restored = LoadDatabase.At(await TestCluster.NewDatabaseAsync());
        var result = await BackupSample.RestoreAsync(file, restored.ConnectionString);
        result.Succeeded.ShouldBeTrue();
        result.Load.ShouldNotBeNull().Months.ShouldContain(new DateOnly(2026, 6, 1));

        var today = LoadOptions.Today();
        await original.LoadAsync(today);
        (await restored.StarAsync()).ShouldBe(await original.StarAsync());
        var compared = await Reconciler.RunAsync(restored.Source);
        compared.Problem.ShouldBeNull();
        compared.Checks.Where(check => !check.Holds && !check.IsWarning).Select(check => check.Name).ShouldBeEmpty();
        compared.Tables.ShouldAllBe(table => table.Equal);

        await restored.ExecuteAsync(
            "UPDATE graph.branch SET status = 'ESTABLISHED', status_since = '2026-06-25' WHERE status = 'PROPOSED'"
        );
        var next = await restored.LoadAsync(today);
        next.Reason.ShouldBeNull();
        next.Touched.ShouldBe(1);
    }

    [Fact]
    public async Task A_backup_of_a_version_before_is_brought_up_to_date()
    {
        if (!await BackupSample.HasToolsAsync(output))
        {
            return;
        }

        // The first migrations alone, as a version before had them.
        var before = await TestCluster.NewDatabaseAsync();
        await using (var source = NpgsqlDataSource.Create(before))
        {
            await new MigrationRunner(
                source,
                [.. MigrationFile.Embedded("graph").Take(3), .. MigrationFile.Embedded("warehouse").Take(1)],
                []
            ).RunAsync();
        }

        using var folder = new TemporaryFolder();
        var file = folder.Below("before.zip");
        (await BackupSample.RunAsync(before, file)).LastSeal.ShouldBeNull();
        var result = await BackupSample.RestoreAsync(file, await TestCluster.NewDatabaseAsync());
        result.Succeeded.ShouldBeTrue();
        result.Migrations.ShouldBe(MigrationState.Expected.Count - 4);
        // A backup upgrades nothing.
        await using var unchanged = new NpgsqlConnection(before);
        await unchanged.OpenAsync();
        (await MigrationState.RecordedAsync(unchanged, default)).Count.ShouldBe(4);
    }

    private static async Task<JsonObject> JsonAsync(params string[] arguments)
    {
        await using var etl = EtlProcess.Start([.. arguments, "--json"]);
        var status = await etl.EndAsync();
        // The document is what begins with a brace; progress is on standard error.
        var lines = etl.Output.Split('\n');
        var (first, last) = (Array.FindIndex(lines, line => line.Trim() == "{"), Array.FindLastIndex(lines, line => line.TrimEnd() == "}"));
        status.ShouldBe(0, etl.Output);
        return JsonNode.Parse(string.Join('\n', lines[first..(last + 1)]))!.AsObject();
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
