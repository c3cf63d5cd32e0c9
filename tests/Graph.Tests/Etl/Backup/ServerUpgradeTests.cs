using Npgsql;
using SocietyParty.Etl.Backup;
using SocietyParty.Graph.Tests.Schema;
using SocietyParty.Graph.Tests.Service.Start;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;
using Xunit.Abstractions;

namespace SocietyParty.Graph.Tests.Etl.Backup;

/// <summary>A private cluster moves to a later major version, by the command, with all that is in it.</summary>
public sealed class ServerUpgradeTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Everything_and_everybody_is_on_the_later_server()
    {
        if (!await BackupSample.HasToolsAsync(output) || await NewerThanAsync() is not { } newer)
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var data = folder.Below("data");
        (await RunAsync("restore", await BackupSample.CopyAsync(folder), "--data", data)).Status.ShouldBe(0);
        string before;
        var major = ClusterReplacement.MajorOf(data).ShouldNotBeNull();
        await using (var cluster = await PrivateCluster.StartAsync(data))
        await using (var source = NpgsqlDataSource.Create(cluster.ConnectionString))
        {
            before = await BackupSample.RowsAsync(source);
            await ExecuteAsync(source, "CREATE ROLE bi_upgraded LOGIN PASSWORD 'synthetic-only' CONNECTION LIMIT 7 IN ROLE bi_reader");
            await ExecuteAsync(source, "ALTER ROLE bi_upgraded SET statement_timeout = '61s'");
            // Whoever works on the folder is not pulled away from it.
            var busy = await RunAsync("upgrade-server", "--data", data);
            busy.Status.ShouldBe(1);
            busy.Output.ShouldContain("SP-UPGRADE-102");
        }

        var port = await File.ReadAllTextAsync(Path.Combine(data, "port"));
        var password = await File.ReadAllTextAsync(Path.Combine(data, "password"));
        var upgraded = await RunAsync("upgrade-server", "--data", data, "--json");
        upgraded.Status.ShouldBe(0, upgraded.Output);
        upgraded.Output.ShouldContain($"\"to\": \"{newer.Version}\"");
        ClusterReplacement.MajorOf(data).ShouldBe(newer.Major);
        Directory.Exists(Path.Combine(ClusterReplacement.KeptOf(data, major), "data")).ShouldBeTrue();
        Directory.Exists(Path.Combine(data, "upgrade")).ShouldBeFalse();
        (await File.ReadAllTextAsync(Path.Combine(data, "port"))).ShouldBe(port);
        (await File.ReadAllTextAsync(Path.Combine(data, "password"))).ShouldBe(password);

        await using (var cluster = await PrivateCluster.StartAsync(data))
        await using (var source = NpgsqlDataSource.Create(cluster.ConnectionString))
        {
            cluster.Binaries.Major.ShouldBe(newer.Major);
            (await BackupSample.RowsAsync(source)).ShouldBe(before);
            var reader = new NpgsqlConnectionStringBuilder(cluster.ConnectionString)
            {
                Username = "bi_upgraded",
                Password = "synthetic-only",
                Pooling = false,
            };
            await using var login = NpgsqlDataSource.Create(reader.ConnectionString);
            (await ScalarAsync<string>(login, "SHOW statement_timeout")).ShouldBe("61s");
            (await ScalarAsync<long>(login, "SELECT count(*) FROM mart.coverage")).ShouldBePositive();
            (await ScalarAsync<int>(source, "SELECT rolconnlimit FROM pg_roles WHERE rolname = 'bi_upgraded'")).ShouldBe(7);
        }

        // Nothing is later than the latest, and what was kept is not overwritten.
        var again = await RunAsync("upgrade-server", "--data", data);
        again.Status.ShouldBe(1);
        again.Output.ShouldContain("SP-UPGRADE-103");
        var load = await RunAsync("load", "--data", data);
        load.Status.ShouldBe(0, load.Output);
    }

    [Fact]
    public async Task A_folder_without_a_cluster_is_refused()
    {
        using var folder = new TemporaryFolder();
        var refused = await RunAsync("upgrade-server", "--data", folder.Below("nothing"));
        refused.Status.ShouldBe(1);
        refused.Output.ShouldContain("SP-UPGRADE-101");
        Directory.Exists(folder.Below("nothing")).ShouldBeFalse();
    }

    /// <summary>A later version than the tests' cluster has; where a machine must have all tools, an older cluster has one.</summary>
    private async Task<PostgresBinaries?> NewerThanAsync()
    {
        var major = (await TestCluster.ClusterAsync()).Binaries.Major;
        using var folder = new TemporaryFolder();
        var newer = await PostgresBinaries.FindNewerAsync(PostgresSearch.OfThisMachine(), folder.Path, major, StartupProgress.None);
        if (newer is null)
        {
            output.WriteLine($"Nothing was upgraded: no PostgreSQL is later than {major} here.");
            (major < NpmPostgres.Major ? Environment.GetEnvironmentVariable("TOOLS_REQUIRED") : null).ShouldBeNullOrEmpty();
        }

        return newer;
    }

    private static async Task<(int Status, string Output)> RunAsync(params string[] arguments)
    {
        await using var etl = EtlProcess.Start(arguments);
        return (await etl.EndAsync(), etl.Output);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
