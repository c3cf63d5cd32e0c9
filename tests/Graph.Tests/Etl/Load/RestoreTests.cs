using System.Diagnostics;
using Npgsql;
using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>A database that pg_restore made of a dump is loaded in full, says so, and goes on from there by what changes.</summary>
public sealed class RestoreTests
{
    [Fact]
    public async Task A_restored_database_is_loaded_in_full_and_then_by_what_changes()
    {
        var server = (await TestCluster.ClusterAsync()).Binaries;
        if (!File.Exists(server.Program("pg_restore")))
        {
            // npm's package has the server alone; there, a copy stands for the dump.
            server.Origin.ShouldBe("npm");
            return;
        }

        await using var original = await LoadDatabase.ChangedAfterALoadAsync();
        using var folder = new Schema.TemporaryFolder();
        await RunAsync(server, "pg_dump", original.ConnectionString, "--format=custom", $"--file={folder.Below("graph.dump")}");
        await using var restored = LoadDatabase.At(await TestCluster.NewDatabaseAsync());
        await RunAsync(server, "pg_restore", restored.ConnectionString, "--exit-on-error", folder.Below("graph.dump"));
        await new MigrationRunner(restored.Source).RunAsync();

        var full = await restored.LoadAsync(new(2022, 7, 15));
        await original.LoadAsync(new(2022, 7, 15));
        full.Reason.ShouldBe("The graph is another database than the one of the last load.");
        (await restored.StarAsync()).ShouldBe(await original.StarAsync());

        await ChangeAsync(original);
        await ChangeAsync(restored);
        var next = await restored.LoadAsync(new(2022, 7, 15));
        await original.LoadAsync(new(2022, 7, 15));
        next.Reason.ShouldBeNull();
        next.Touched.ShouldBe(1);
        (await restored.StarAsync()).ShouldBe(await original.StarAsync());
        (await LoadPipeline.CheckAsync(restored.Source)).ShouldAllBe(check => check.Holds || check.IsWarning);
    }

    private static Task ChangeAsync(LoadDatabase database) =>
        database.ExecuteAsync("UPDATE graph.branch SET status = 'ESTABLISHED', status_since = '2022-06-20' WHERE id = 2");

    private static async Task RunAsync(PostgresBinaries server, string program, string connectionString, params string[] arguments)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(
            server.Program(program),
            [
                $"--host={database.Host}",
                $"--port={database.Port}",
                $"--username={database.Username}",
                $"--dbname={database.Database}",
                .. arguments,
            ]
        )
        {
            RedirectStandardError = true,
        };
        start.Environment["PGPASSWORD"] = database.Password;
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, errors);
    }
}
