using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Machines;

/// <summary>A real PostgreSQL server: a primary, or one that pg_basebackup made of it and that replays what the primary writes.</summary>
internal sealed class ReplicaServer : IAsyncDisposable
{
    private readonly ServerAccount account;
    private readonly PostgresBinaries binaries;
    private readonly string folder;

    private ReplicaServer(ServerAccount account, PostgresBinaries binaries, string folder, int port) =>
        (this.account, this.binaries, this.folder, Port) = (account, binaries, folder, port);

    public int Port { get; }

    /// <summary>Of the graph's database.</summary>
    public string ConnectionString => Of(Port);

    private string Data => Path.Combine(folder, "server", "data");

    /// <param name="ports">Of servers on this machine; with several, of the one that takes writes.</param>
    public static string Of(params int[] ports) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Host={string.Join(',', ports.Select(port => $"127.0.0.1:{port}"))};Database=graph;Username=societyparty;SSL Mode=Disable;"
        ) + (ports.Length > 1 ? "Target Session Attributes=primary;Host Recheck Seconds=1" : "");

    public static async Task<ReplicaServer> PrimaryAsync()
    {
        var server = await NewAsync();
        await server.MustAsync(
            "initdb",
            [
                "-D",
                server.Data,
                "-U",
                PrivateCluster.UserName,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--lc-ctype=C.UTF-8",
                "--no-sync",
            ]
        );
        await server.SetAsync("listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", "fsync = off", "wal_keep_size = 512MB");
        await server.SetAsync("max_wal_senders = 10", "hot_standby_feedback = on", "max_connections = 200", "jit = off");
        await server.StartAsync();
        await server.ExecuteAsync("CREATE DATABASE graph", "postgres");
        return server;
    }

    /// <summary>Another one that replays this one, or whichever of the given ports is primary.</summary>
    public async Task<ReplicaServer> StandbyAsync(string name, params int[] others)
    {
        var standby = await NewAsync();
        var tool = await PostgresTool.FindAsync("pg_basebackup", binaries.Major, PostgresSearch.OfThisMachine(), default);
        var copied = await account.RunAsync(
            tool.File,
            ["-D", standby.Data, "-h", "127.0.0.1", "-p", $"{Port}", "-U", PrivateCluster.UserName, "-X", "stream", "-c", "fast", "-N"],
            standby.folder
        );
        copied.Succeeded.ShouldBeTrue(copied.Output);
        int[] ports = [Port, .. others];
        await standby.SetAsync(
            $"primary_conninfo = 'host={string.Join(',', ports.Select(_ => "127.0.0.1"))} port={string.Join(',', ports)} "
                + $"user=societyparty application_name={name} target_session_attrs=read-write'",
            "wal_retrieve_retry_interval = 200ms"
        );
        await File.WriteAllTextAsync(Path.Combine(standby.Data, "standby.signal"), "");
        await account.OwnAsync(Path.Combine(standby.Data, "standby.signal"), default);
        return standby;
    }

    public async Task StartAsync()
    {
        var log = Path.Combine(folder, "server", "postgres.log");
        var started = await account.RunAsync(
            binaries.Program("pg_ctl"),
            ["-D", Data, "-w", "-t", "60", "-l", log, "-o", $"-p {Port}", "start"],
            folder,
            capture: false
        );
        started.Succeeded.ShouldBeTrue(File.Exists(log) ? await File.ReadAllTextAsync(log) : "");
    }

    /// <summary>Lines of its configuration; they hold from the next start on, or after <see cref="ReloadAsync"/>.</summary>
    public async Task SetAsync(params string[] settings) => await File.AppendAllLinesAsync(Path.Combine(Data, "postgresql.conf"), settings);

    public Task ReloadAsync() => MustAsync("pg_ctl", ["-D", Data, "reload"]);

    /// <summary>It writes from now on.</summary>
    public Task PromoteAsync() => MustAsync("pg_ctl", ["-D", Data, "-w", "promote"]);

    /// <summary>kill -9 of its first process; the others notice it.</summary>
    public void Kill()
    {
        using var process = Process.GetProcessById(int.Parse(File.ReadLines(Pid).First(), CultureInfo.InvariantCulture));
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Starts it after <see cref="Kill"/>: PostgreSQL waits for the processes that outlived the first one.</summary>
    public async Task RestartAsync()
    {
        var until = DateTime.UtcNow.AddSeconds(30);
        while (true)
        {
            var started = await account.RunAsync(
                binaries.Program("pg_ctl"),
                ["-D", Data, "-w", "-t", "60", "-l", Path.Combine(folder, "server", "postgres.log"), "-o", $"-p {Port}", "start"],
                folder,
                capture: false
            );
            if (started.Succeeded)
            {
                return;
            }

            (DateTime.UtcNow < until).ShouldBeTrue("The server does not start again.");
            await Task.Delay(200);
        }
    }

    public async Task ExecuteAsync(string sql, string database = "graph")
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database, Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Pid))
        {
            await account.RunAsync(binaries.Program("pg_ctl"), ["-D", Data, "-m", "immediate", "-w", "stop"], folder);
        }

        Directory.Delete(folder, recursive: true);
    }

    private string Pid => Path.Combine(Data, "postmaster.pid");

    private static async Task<ReplicaServer> NewAsync()
    {
        var binaries = (await TestCluster.ClusterAsync()).Binaries;
        var folder = Directory.CreateTempSubdirectory("societyparty-replica-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "server"));
        var account = await ServerAccount.ChooseAsync(Path.Combine(folder, "server"), default);
        await account.OwnAsync(folder, default);
        Janitor.Watch(folder);
        return new ReplicaServer(account, binaries, folder, FreePort());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task MustAsync(string program, IEnumerable<string> arguments)
    {
        var result = await account.RunAsync(binaries.Program(program), arguments, folder);
        result.Succeeded.ShouldBeTrue(result.Output);
    }
}
