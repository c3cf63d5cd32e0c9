using System.Diagnostics;
using Npgsql;
using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Schema;

public sealed class PrivateClusterTests(StoppedCluster stopped) : IClassFixture<StoppedCluster>, IDisposable
{
    private static readonly PrivateClusterOptions Options = new() { Durable = false };

    // A bound for what must happen, never a measure.
    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _temporary = new();

    private string DataFolder => _temporary.Below("data");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_second_start_finds_what_the_first_one_left()
    {
        stopped.CopyTo(DataFolder);
        await using (var first = await StartAsync())
        {
            await ExecuteAsync(first, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)");
        }

        var heard = new HeardProgress();
        await using var second = await StartAsync(heard);
        (await ScalarAsync(second, "SELECT id FROM kept")).ShouldBe(7);
        heard.Lines.ShouldNotContain(line => line.StartsWith("Creating", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stopping_ends_the_server_and_frees_the_folder()
    {
        stopped.CopyTo(DataFolder);
        var cluster = await StartAsync();
        var server = cluster.ServerProcessId.ShouldNotBeNull();
        await cluster.DisposeAsync();
        await cluster.DisposeAsync();

        await WaitUntilAsync(() => !IsAlive(server));
        File.Exists(Path.Combine(DataFolder, "server", "data", "postmaster.pid")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_server_listens_on_loopback_alone_and_only_to_the_password()
    {
        stopped.CopyTo(DataFolder);
        await using var cluster = await StartAsync();
        (await ScalarAsync(cluster, "SHOW listen_addresses")).ShouldBe("127.0.0.1");
        (await ScalarAsync(cluster, "SHOW unix_socket_directories")).ShouldBe("");
        (await ScalarAsync(cluster, "SHOW jit")).ShouldBe("off");
        (
            await ScalarAsync(cluster, "SELECT string_agg(type || ' ' || address || ' ' || auth_method, ';') FROM pg_hba_file_rules")
        ).ShouldBe("host 127.0.0.1 scram-sha-256");

        var wrong = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Password = "guess", Pooling = false };
        var refused = await Should.ThrowAsync<PostgresException>(() => new NpgsqlConnection(wrong.ConnectionString).OpenAsync());
        refused.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task The_password_is_readable_by_its_owner_alone()
    {
        stopped.CopyTo(DataFolder);
        await using var cluster = await StartAsync();
        var file = Path.Combine(DataFolder, "password");
        cluster.ConnectionString.ShouldContain(File.ReadAllText(file));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Chinese_text_has_trigrams_and_sorts_by_code_point()
    {
        stopped.CopyTo(DataFolder);
        await using var cluster = await StartAsync();
        await ExecuteAsync(cluster, "CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gist");
        (await ScalarAsync(cluster, "SELECT cardinality(show_trgm('科技社团党委'))")).ShouldBe(7);
        (await ScalarAsync(cluster, "SELECT datcollate FROM pg_database WHERE datname = current_database()")).ShouldBe("C");
        (await ScalarAsync(cluster, "SHOW server_encoding")).ShouldBe("UTF8");
    }

    [Fact]
    public async Task After_kill_9_of_the_server_the_next_start_recovers()
    {
        stopped.CopyTo(DataFolder);
        // Durable: without synchronous commits the last rows may be lost in such a crash, rightly.
        var durable = Options with { Durable = true };
        var first = await PrivateCluster.StartAsync(DataFolder, durable);
        await ExecuteAsync(first, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)");
        using (var server = Process.GetProcessById(first.ServerProcessId!.Value))
        {
            server.Kill();
        }

        await first.DisposeAsync();

        await using var second = await PrivateCluster.StartAsync(DataFolder, durable);
        (await ScalarAsync(second, "SELECT id FROM kept")).ShouldBe(7);
    }

    [Fact]
    public async Task A_server_that_outlived_its_program_is_stopped_and_started_anew()
    {
        stopped.CopyTo(DataFolder);
        var leftover = await LeaveServerRunningAsync();

        await using var cluster = await StartAsync();
        cluster.ServerProcessId.ShouldNotBe(leftover);
        await WaitUntilAsync(() => !IsAlive(leftover));
        (await ScalarAsync(cluster, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_process_number_that_passed_to_a_stranger_does_not_stop_the_start()
    {
        stopped.CopyTo(DataFolder);
        var data = Path.Combine(DataFolder, "server", "data");
        File.WriteAllText(Path.Combine(data, "postmaster.pid"), $"{Environment.ProcessId}\n{data}\n1\n5432\n\n\n\n\n");

        await using var cluster = await StartAsync();
        (await ScalarAsync(cluster, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_copy_of_a_running_folder_leaves_the_original_alone()
    {
        stopped.CopyTo(DataFolder);
        await using var original = await StartAsync();
        var copy = _temporary.Below("copy");
        Directory.CreateDirectory(Path.Combine(copy, "server", "data"));
        var pidFile = Path.Combine("server", "data", "postmaster.pid");
        File.Copy(Path.Combine(DataFolder, pidFile), Path.Combine(copy, pidFile));

        PostmasterFile.Read(Path.Combine(copy, "server", "data"))!.State().ShouldBe(PostmasterState.Stranger);
        PostmasterFile.Read(Path.Combine(DataFolder, "server", "data"))!.State().ShouldBe(PostmasterState.Running);
    }

    [Fact]
    public async Task Of_two_starts_at_once_one_is_told_who_holds_the_folder()
    {
        stopped.CopyTo(DataFolder);
        var outcomes = await Task.WhenAll(TryStartAsync(), TryStartAsync());
        await using var running = outcomes.Single(outcome => outcome.Cluster is not null).Cluster;
        var refusal = outcomes.Single(outcome => outcome.Refusal is not null).Refusal!;
        refusal.Folder.ShouldBe(DataFolder);

        // Now that the winner surely has written its number:
        var late = (await TryStartAsync()).Refusal.ShouldNotBeNull();
        late.Message.ShouldBe(
            $"SP-CLUSTER-201 The data folder {DataFolder} is in use by process {Environment.ProcessId}. Stop that process, or "
                + "choose another folder with --data."
        );
    }

    [Fact]
    public async Task An_interrupted_initdb_is_done_again()
    {
        using var cancellation = new CancellationTokenSource();
        var interrupting = new HeardProgress(step =>
        {
            if (step.StartsWith("Creating", StringComparison.Ordinal))
            {
                cancellation.Cancel();
            }
        });
        await Should.ThrowAsync<OperationCanceledException>(() =>
            PrivateCluster.StartAsync(DataFolder, Options, interrupting, cancellation.Token)
        );

        // What a kill in the middle leaves: a folder that looks like a cluster but is not one.
        var draft = Path.Combine(DataFolder, "server", "initdb-half");
        Directory.CreateDirectory(draft);
        File.WriteAllText(Path.Combine(draft, "PG_VERSION"), "15\n");

        await using var cluster = await StartAsync();
        (await ScalarAsync(cluster, "SELECT 1")).ShouldBe(1);
        Directory.Exists(draft).ShouldBeFalse();
    }

    [Fact]
    public async Task A_failed_start_shows_the_end_of_the_log()
    {
        stopped.CopyTo(DataFolder);
        File.AppendAllText(Path.Combine(DataFolder, "server", "data", "postgresql.conf"), "\nno_such_setting = 1\n");

        var failure = await Should.ThrowAsync<DatabaseSetupException>(() => StartAsync());
        failure.Code.ShouldBe("SP-CLUSTER-302");
        failure.Message.ShouldContain("no_such_setting");
    }

    [Fact]
    public async Task A_folder_of_another_major_version_asks_for_that_version()
    {
        stopped.CopyTo(DataFolder);
        File.WriteAllText(Path.Combine(DataFolder, "server", "data", "PG_VERSION"), "14\n");

        var failure = await Should.ThrowAsync<DatabaseSetupException>(() => StartAsync());
        failure.Message.ShouldStartWith("SP-CLUSTER-102 No PostgreSQL 14, which made this data folder, was found.");
    }

    [Fact]
    public async Task Root_is_told_which_folder_the_servers_account_may_not_enter()
    {
        // Only root runs the server as somebody else.
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return;
        }

        var closed = _temporary.Below("closed");
        Directory.CreateDirectory(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var failure = await Should.ThrowAsync<DatabaseSetupException>(() =>
            PrivateCluster.StartAsync(Path.Combine(closed, "data"), Options)
        );
        failure.Code.ShouldBe("SP-CLUSTER-206");
        failure.Message.ShouldContain($"may not enter {closed}.");
        Directory.EnumerateFileSystemEntries(closed).ShouldBeEmpty();
        failure.Message.ShouldContain("--data");
    }

    [Fact]
    public async Task An_abandoned_folder_is_removed_with_its_server_and_a_used_one_is_not()
    {
        stopped.CopyTo(DataFolder);
        await using (await StartAsync())
        {
            (await PrivateCluster.RemoveAbandonedAsync(DataFolder, Options)).ShouldBeFalse();
        }

        var leftover = await LeaveServerRunningAsync();

        (await PrivateCluster.RemoveAbandonedAsync(DataFolder, Options)).ShouldBeTrue();
        await WaitUntilAsync(() => !IsAlive(leftover));
        Directory.Exists(DataFolder).ShouldBeFalse();
    }

    private Task<PrivateCluster> StartAsync(IStartupProgress? progress = null) => PrivateCluster.StartAsync(DataFolder, Options, progress);

    private async Task<(PrivateCluster? Cluster, DataFolderInUseException? Refusal)> TryStartAsync()
    {
        try
        {
            return (await StartAsync(), null);
        }
        catch (DataFolderInUseException refusal)
        {
            return (null, refusal);
        }
    }

    /// <summary>As kill -9 of the program does: the server runs, nobody holds the lock.</summary>
    private async Task<int> LeaveServerRunningAsync()
    {
        var server = await ClusterServer.OpenAsync(DataFolder, Options, StartupProgress.None, CancellationToken.None);
        await server.StartAsync(CancellationToken.None);
        return server.ProcessId.ShouldNotBeNull();
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited && !PostmasterFile.IsZombie(process);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            watch.Elapsed.ShouldBeLessThan(WaitMax);
            await Task.Delay(20);
        }
    }

    private static async Task<object?> ScalarAsync(PrivateCluster cluster, string sql)
    {
        await using var database = NpgsqlDataSource.Create(cluster.ConnectionString);
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static async Task ExecuteAsync(PrivateCluster cluster, string sql) => await ScalarAsync(cluster, sql);
}
