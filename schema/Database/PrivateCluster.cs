using System.Globalization;
using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>
/// A PostgreSQL server of our own: on loopback, with a random password, its data in one folder. Disposing stops it; the
/// data stays. A server that outlived a killed program is stopped and started anew, so that today's settings hold.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    /// <summary>The superuser's name.</summary>
    public const string UserName = "societyparty";

    /// <summary>The database that a connection string names.</summary>
    public const string DatabaseName = "graph";

    private readonly DataFolderLock _lock;
    private readonly ClusterServer _server;
    private int _disposed;

    private PrivateCluster(string dataFolder, DataFolderLock held, ClusterServer server, string connectionString)
    {
        DataFolder = dataFolder;
        _lock = held;
        _server = server;
        ConnectionString = connectionString;
    }

    /// <summary>For Npgsql, as superuser, password included: never print it.</summary>
    public string ConnectionString { get; }

    /// <summary>The full path.</summary>
    public string DataFolder { get; }

    /// <summary>The port on 127.0.0.1; the same one at each start.</summary>
    public int Port => _server.Port;

    /// <summary>The programs in use.</summary>
    public PostgresBinaries Binaries => _server.Binaries;

    /// <summary>The server's log.</summary>
    public string LogFile => _server.Log.File;

    /// <summary>The server's process; null once it stopped.</summary>
    public int? ServerProcessId => _server.ProcessId;

    /// <summary>Whether the folder holds a cluster, running or not; nothing is made or started.</summary>
    public static bool IsMade(string dataFolder) => ClusterCreation.IsMade(Path.GetFullPath(dataFolder));

    /// <summary>What to say where another process serves from this folder; null where none does. Makes nothing.</summary>
    public static DataFolderInUseException? FindHolder(string dataFolder)
    {
        if (!IsMade(dataFolder))
        {
            return null;
        }

        try
        {
            DataFolderLock.Take(Path.GetFullPath(dataFolder)).Dispose();
            return null;
        }
        catch (DataFolderInUseException held)
        {
            return held;
        }
    }

    /// <summary>Starts the folder's server, creating the folder and the cluster where they are missing.</summary>
    /// <exception cref="DataFolderInUseException">Another process serves from this folder.</exception>
    /// <exception cref="DatabaseSetupException">Anything else a person can mend.</exception>
    public static async Task<PrivateCluster> StartAsync(
        string dataFolder,
        PrivateClusterOptions? options = null,
        IStartupProgress? progress = null,
        CancellationToken ct = default
    )
    {
        options ??= new PrivateClusterOptions();
        progress ??= StartupProgress.None;
        var (folder, account) = await Database.DataFolder.PrepareAsync(dataFolder, ct);
        var held = DataFolderLock.Take(folder);
        try
        {
            ClusterReplacement.Finish(folder);
            var server = await ClusterServer.OpenAsync(folder, options, progress, ct, account);
            await server.StopLeftoverAsync(progress, ct);
            server.CheckPort();
            var creation = new ClusterCreation(server, folder, options);
            var password = await creation.EnsureAsync(progress, ct);
            progress.Step(
                ($"Starting PostgreSQL {server.Binaries.Version}", $"正在启动自带的数据库（PostgreSQL {server.Binaries.Version}）")
            );
            await server.StartAsync(ct);
            try
            {
                var connectionString = ConnectionStringFor(server.Port, password, options);
                await EnsureDatabaseAsync(connectionString, ct);
                return new PrivateCluster(folder, held, server, connectionString);
            }
            catch
            {
                await server.StopAsync();
                throw;
            }
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>How to reach the server that another process runs in this folder, password included; null while there is none.</summary>
    public static string? RunningConnectionString(string dataFolder)
    {
        var folder = Path.GetFullPath(dataFolder);
        try
        {
            return
                PostmasterFile.Read(Path.Combine(folder, "server", "data")) is { Port: > 0 } file && file.State() == PostmasterState.Running
                ? ConnectionStringFor(file.Port, ClusterCreation.ReadPassword(folder), new PrivateClusterOptions())
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Being made at this moment, or another user's: both mean that it cannot be shared.
            return null;
        }
    }

    /// <summary>
    /// Removes a folder whose program was killed: stops its server and deletes everything. For tests; false when the folder is in use.
    /// </summary>
    public static async Task<bool> RemoveAbandonedAsync(
        string dataFolder,
        PrivateClusterOptions? options = null,
        CancellationToken ct = default
    )
    {
        try
        {
            using var held = DataFolderLock.Take(dataFolder);
            var server = await ClusterServer.OpenAsync(dataFolder, options ?? new PrivateClusterOptions(), StartupProgress.None, ct);
            await server.StopLeftoverAsync(StartupProgress.None, ct);
        }
        catch (DataFolderInUseException)
        {
            return false;
        }

        Directory.Delete(dataFolder, recursive: true);
        return true;
    }

    /// <summary>
    /// Starts the server again where it is gone, killed or stopped by somebody; on the same port, so that whoever is connected to it
    /// connects again. Gives whether it was.
    /// </summary>
    /// <exception cref="DatabaseSetupException">It does not start.</exception>
    public async Task<bool> RestartIfGoneAsync(CancellationToken ct = default)
    {
        if (_server.ProcessId is not null || Volatile.Read(ref _disposed) == 1)
        {
            return false;
        }

        // A process number that passed to a stranger meanwhile would keep PostgreSQL from starting.
        await _server.StopLeftoverAsync(StartupProgress.None, ct);
        await _server.StartAsync(ct);
        return true;
    }

    /// <summary>Stops the server (running statements are cancelled) and lets go of the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        try
        {
            await _server.StopAsync();
        }
        finally
        {
            _lock.Dispose();
        }
    }

    private static string ConnectionStringFor(int port, string password, PrivateClusterOptions options) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = UserName,
            Password = password,
            Database = DatabaseName,
            MaxPoolSize = Math.Max(options.ConnectionsMax - 10, 1),
            // Both ends are this machine, and the server listens on loopback alone.
            SslMode = SslMode.Disable,
        }.ConnectionString;

    private static async Task EnsureDatabaseAsync(string connectionString, CancellationToken ct)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        try
        {
            await using var graph = new NpgsqlConnection(unpooled.ConnectionString);
            await graph.OpenAsync(ct);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            unpooled.Database = "postgres";
            await using var maintenance = new NpgsqlConnection(unpooled.ConnectionString);
            await maintenance.OpenAsync(ct);
            await using var create = new NpgsqlCommand($"CREATE DATABASE {DatabaseName}", maintenance);
            await create.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            throw new DatabaseSetupException(
                "SP-CLUSTER-304",
                ("The private cluster refuses the password in its data folder.", "自带的数据库不接受数据文件夹中的密码。"),
                (
                    "Restore the file `password` from a backup, or choose another folder with --data.",
                    "请从备份恢复文件 password，或者用 --data 换一个文件夹。"
                ),
                inner: refused
            );
        }
    }
}
