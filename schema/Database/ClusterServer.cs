using System.Globalization;

namespace SocietyParty.Schema.Database;

/// <summary>Starts and stops the server of one data folder through pg_ctl. The caller holds the folder's lock.</summary>
internal sealed class ClusterServer
{
    private const int PortAttemptsMax = 5;
    private static readonly TimeSpan OrphanWaitMax = TimeSpan.FromSeconds(10);

    private readonly PrivateClusterOptions _options;
    private readonly ClusterPort _port;

    private ClusterServer(string folder, PostgresBinaries binaries, ServerAccount account, PrivateClusterOptions options)
    {
        Folder = Path.Combine(folder, "server");
        Binaries = binaries;
        Account = account;
        Log = new ServerLog(Path.Combine(Folder, "postgres.log"));
        _options = options;
        _port = new ClusterPort(folder, options.Port);
    }

    /// <summary>Owned by the server's account; closed to everyone else.</summary>
    public string Folder { get; }

    /// <summary>PostgreSQL's own data directory. It appears only when initdb has finished.</summary>
    public string Data => Path.Combine(Folder, "data");

    public PostgresBinaries Binaries { get; }

    public ServerAccount Account { get; }

    public ServerLog Log { get; }

    public int Port { get; private set; }

    public int? ProcessId => PostmasterFile.Read(Data) is { } file && file.State() == PostmasterState.Running ? file.ProcessId : null;

    /// <param name="account">Where it was chosen already: as root each choice starts five programs.</param>
    public static async Task<ClusterServer> OpenAsync(
        string folder,
        PrivateClusterOptions options,
        IStartupProgress progress,
        CancellationToken ct,
        ServerAccount? account = null
    )
    {
        var serverFolder = Path.Combine(folder, "server");
        account ??= await ServerAccount.ChooseAsync(serverFolder, ct);
        var binaries = await PostgresBinaries.FindAsync(options.Search, folder, ClusterReplacement.MajorOf(folder), progress, ct);
        progress.Note(
            (
                $"PostgreSQL {binaries.Version} in {binaries.Folder} ({binaries.Origin})"
                    + (account.Name is { } name ? $", run as {name}" : ""),
                $"数据库程序 PostgreSQL {binaries.Version}，在 {binaries.Folder}{(account.Name is { } user ? $"，以账号 {user} 运行" : "")}"
            )
        );
        await account.RequireAccessAsync(
            binaries.Program("postgres"),
            (
                $"Set {PostgresSearch.FolderVariable} to a folder that it can reach, or start as an ordinary user.",
                $"请把环境变量 {PostgresSearch.FolderVariable} 设为它能进入的文件夹，或者以普通用户启动。"
            ),
            ct
        );

        var server = new ClusterServer(folder, binaries, account, options);
        await server.EnsureFolderAsync(ct);
        return server;
    }

    /// <summary>Stops a server that outlived its program, and clears a process number that passed to a stranger.</summary>
    public async Task StopLeftoverAsync(IStartupProgress progress, CancellationToken ct)
    {
        if (PostmasterFile.Read(Data) is not { } file)
        {
            return;
        }

        switch (file.State())
        {
            case PostmasterState.Running:
                progress.Note(
                    (
                        $"Stopping the server that an earlier start left behind (process {file.ProcessId})",
                        $"正在停止上次启动留下的数据库（进程 {file.ProcessId}）"
                    )
                );
                await StopAsync();
                break;
            case PostmasterState.Stranger:
                // PostgreSQL would take it for a living predecessor and refuse to start. Backends that outlived a killed
                // server are still noticed: PostgreSQL finds them through their shared memory.
                File.Delete(file.Path);
                break;
            case PostmasterState.Gone:
                // PostgreSQL clears this itself, and first makes sure that no orphaned backend still writes.
                break;
        }

        ct.ThrowIfCancellationRequested();
    }

    /// <summary>Looks whether the folder's port can be taken, before anything is made.</summary>
    /// <exception cref="DatabaseSetupException">It cannot.</exception>
    public void CheckPort()
    {
        if (!_port.IsFree)
        {
            _port.Take();
        }
    }

    /// <summary>Starts on the folder's port and returns when connections are accepted.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        Log.Rotate();
        var deadline = DateTime.UtcNow + OrphanWaitMax;
        for (var attempt = 1; ; attempt++)
        {
            Port = _port.Take();
            var before = Log.Length;
            var result = await LaunchAsync(ct);
            if (result.Succeeded)
            {
                _port.Keep(Port);
                return;
            }

            var tail = Log.Tail(before);
            var portTaken =
                tail.Contains("could not bind", StringComparison.Ordinal)
                || tail.Contains("could not create any TCP/IP", StringComparison.Ordinal);
            if (portTaken && !_port.IsFree)
            {
                // Taken since it was looked at.
                throw _port.Taken(Port);
            }

            if (portTaken && attempt < PortAttemptsMax)
            {
                continue;
            }

            // After kill -9 of the server its backends live on until they notice; PostgreSQL waits for them, and so do we.
            var orphans = tail.Contains("is still in use", StringComparison.Ordinal);
            if (orphans && DateTime.UtcNow < deadline)
            {
                await Task.Delay(200, ct);
                continue;
            }

            // It may be running still, only too slow for our patience.
            await StopAsync();
            throw new DatabaseSetupException(
                "SP-CLUSTER-302",
                ("PostgreSQL did not start.", "自带的数据库没有启动。"),
                ($"Its log is {Log.File}; it ends with:", $"日志是 {Log.File}，最后几行是："),
                tail.Length > 0 ? tail : result.Output
            );
        }
    }

    /// <summary>Fast shutdown; immediate when that takes too long, which the next start repairs by crash recovery.</summary>
    public async Task StopAsync()
    {
        if (ProcessId is null)
        {
            return;
        }

        var result = await PgCtlAsync(["stop", "-m", "fast"], capture: true, CancellationToken.None);
        if (result.Succeeded || ProcessId is null)
        {
            return;
        }

        result = await PgCtlAsync(["stop", "-m", "immediate"], capture: true, CancellationToken.None);
        if (!result.Succeeded && ProcessId is { } id)
        {
            throw new DatabaseSetupException(
                "SP-CLUSTER-303",
                ($"PostgreSQL (process {id}) did not stop.", $"自带的数据库（进程 {id}）没有停止。"),
                ("Its last words:", "它最后的输出："),
                result.Output + Log.Tail()
            );
        }
    }

    private async Task<ChildResult> LaunchAsync(CancellationToken ct)
    {
        try
        {
            return await PgCtlAsync(["start", "-l", Log.File, "-o", Settings()], capture: !OperatingSystem.IsWindows(), ct);
        }
        catch (OperationCanceledException)
        {
            await StopAsync();
            throw;
        }
    }

    private Task<ChildResult> PgCtlAsync(IEnumerable<string> arguments, bool capture, CancellationToken ct)
    {
        var seconds = ((int)_options.WaitMax.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        // pg_ctl gives the server a session of its own: a terminal's Ctrl+C reaches us and not the server.
        return Account.RunAsync(Binaries.Program("pg_ctl"), ["-D", Data, "-w", "-t", seconds, .. arguments], Folder, capture, ct);
    }

    /// <summary>On the command line, not in a file: an old cluster gets a new program's settings. No value may need quoting.</summary>
    private string Settings()
    {
        var settings = new List<string>
        {
            "listen_addresses=127.0.0.1",
            $"port={Port}",
            "unix_socket_directories=",
            "jit=off",
            // A load writes a page again and again, and more log at once than 2 MB, of which the rest would wait for the disk. What a small
            // graph does not touch takes no memory.
            $"shared_buffers={(_options.Durable ? 256 : 64)}MB",
            "wal_buffers=16MB",
            $"max_connections={_options.ConnectionsMax}",
            "password_encryption=scram-sha-256",
            "logging_collector=off",
            "log_checkpoints=off",
        };
        // Statistics come from explicit ANALYZE in tests, so that plans do not depend on time.
        if (!_options.Durable)
        {
            settings.AddRange(["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"]);
        }

        return string.Join(' ', settings.Select(setting => $"-c {setting}"));
    }

    private async Task EnsureFolderAsync(CancellationToken ct)
    {
        if (!Directory.Exists(Folder))
        {
            DataFolder.CreateClosed(Folder);
        }
        // Each time: a folder restored from a backup, or one whose creation was interrupted, may still be root's.
        await Account.OwnAsync(Folder, ct);
    }
}
