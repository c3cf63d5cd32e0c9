using System.Diagnostics;
using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>
/// The database that a program works on: <c>--connection</c>, else <c>ConnectionStrings__Graph</c>, else the private
/// cluster in the data folder: one that a running service holds is shared, otherwise it is started for as long as this lives.
/// </summary>
public sealed class GraphDatabase : IAsyncDisposable
{
    private const string ConnectionVariable = "ConnectionStrings__Graph";
    private const string WarehouseVariable = "ConnectionStrings__Warehouse";

    // A service that starts or stops holds the folder for seconds before and after its server can be asked.
    private static readonly TimeSpan HolderWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan HolderTick = TimeSpan.FromMilliseconds(250);

    private readonly PrivateCluster? cluster;

    private GraphDatabase(NpgsqlDataSource source, string connectionString, PrivateCluster? cluster)
    {
        Source = source;
        ConnectionString = connectionString;
        this.cluster = cluster;
    }

    public NpgsqlDataSource Source { get; }

    /// <summary>Password included: never print it.</summary>
    public string ConnectionString { get; }

    /// <summary>The private cluster's folder; null for a server of one's own and for one that another program holds.</summary>
    public string? DataFolder => cluster?.DataFolder;

    /// <summary>Whether the server is a private cluster, this program's or one that another program holds.</summary>
    public bool IsPrivate { get; private init; }

    /// <summary>Whether a later version of the program has its structure here, which this one leaves alone and works on with.</summary>
    public bool IsAhead { get; private set; }

    /// <summary>Whether the environment names a server of one's own.</summary>
    public static bool IsServerGiven => Given(Environment.GetEnvironmentVariable(ConnectionVariable)) is not null;

    /// <summary>Connection string of a warehouse apart: the given one, else that of the environment; null where there is none.</summary>
    public static string? WarehouseGiven(string? connectionString) =>
        Given(connectionString) ?? Given(Environment.GetEnvironmentVariable(WarehouseVariable));

    /// <summary>Opens a warehouse in a database of its own and brings its structure up to date.</summary>
    /// <exception cref="DatabaseSetupException">What a person can mend.</exception>
    public static async Task<GraphDatabase> OpenWarehouseAsync(
        string connectionString,
        IStartupProgress? progress = null,
        CancellationToken ct = default
    )
    {
        var database = new GraphDatabase(Build(connectionString, isWarehouse: true), connectionString, null);
        try
        {
            await new MigrationRunner(database.Source) { IsWarehouse = true }.RunAsync(progress, ct);
            return database;
        }
        catch (Exception failure)
        {
            await database.DisposeAsync();
            switch (failure)
            {
                case DatabaseSetupException wrong when wrong.Code.StartsWith("SP-MIGRATE-", StringComparison.Ordinal):
                    throw new DatabaseSetupException(
                        wrong.Code,
                        ($"In the warehouse: {wrong.Problem.English}", $"数据仓库中：{wrong.Problem.Chinese}"),
                        wrong.Remedy,
                        wrong.Details,
                        wrong
                    );
                case NpgsqlException refused:
                    throw new DatabaseSetupException(
                        "SP-WAREHOUSE-101",
                        ($"The warehouse's database refused: {refused.Message}", $"数据仓库的数据库拒绝了请求：{refused.Message} "),
                        (
                            $"Check --warehouse or {WarehouseVariable}, and that its server runs.",
                            $"请检查 --warehouse 或环境变量 {WarehouseVariable}，并确认数据库服务正在运行。"
                        ),
                        inner: refused
                    );
                default:
                    throw;
            }
        }
    }

    /// <summary>Opens the database and brings its structure up to date.</summary>
    /// <param name="connectionString">Null: as the environment says, else the private cluster.</param>
    /// <param name="dataFolder">Null: the default one.</param>
    /// <param name="sharesRunning">Whether a cluster that another program holds may be used through it; otherwise it is refused.</param>
    /// <param name="port">Of the private cluster, kept from then on; null: the one it keeps.</param>
    /// <exception cref="DatabaseSetupException">What a person can mend.</exception>
    public static async Task<GraphDatabase> OpenAsync(
        string? connectionString,
        string? dataFolder,
        IStartupProgress? progress = null,
        bool sharesRunning = true,
        int? port = null,
        CancellationToken ct = default
    )
    {
        progress ??= StartupProgress.None;
        var given = Given(connectionString) ?? Given(Environment.GetEnvironmentVariable(ConnectionVariable));
        var database = await ConnectAsync(given, dataFolder, sharesRunning, port, progress, ct);
        try
        {
            var migrated = await new MigrationRunner(database.Source).RunAsync(progress, ct);
            database.IsAhead = migrated.Ahead.Count > 0;
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Opens the database as it is: nothing of its structure is brought up to date. For backups, which are made before an upgrade, and for
    /// what is restored.
    /// </summary>
    /// <inheritdoc cref="OpenAsync"/>
    public static Task<GraphDatabase> OpenUnchangedAsync(
        string? connectionString,
        string? dataFolder,
        IStartupProgress? progress = null,
        bool sharesRunning = true,
        int? port = null,
        CancellationToken ct = default
    ) =>
        ConnectAsync(
            Given(connectionString) ?? Given(Environment.GetEnvironmentVariable(ConnectionVariable)),
            dataFolder,
            sharesRunning,
            port,
            progress ?? StartupProgress.None,
            ct
        );

    /// <summary>The database of a cluster that is started, with the structure that it has. Disposing stops the cluster.</summary>
    public static GraphDatabase Of(PrivateCluster cluster) =>
        new(NamedPool.Create(cluster.ConnectionString, NamedPool.Setup), cluster.ConnectionString, cluster) { IsPrivate = true };

    /// <summary>Starts this program's private cluster again where its server is gone; gives whether it was.</summary>
    /// <exception cref="DatabaseSetupException">It does not start.</exception>
    public Task<bool> RestartIfGoneAsync(CancellationToken ct) => cluster?.RestartIfGoneAsync(ct) ?? Task.FromResult(false);

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }

    private static async Task<GraphDatabase> ConnectAsync(
        string? connectionString,
        string? dataFolder,
        bool sharesRunning,
        int? port,
        IStartupProgress progress,
        CancellationToken ct
    )
    {
        if (connectionString is not null)
        {
            if (port is not null)
            {
                throw new DatabaseSetupException(
                    "SP-CLI-106",
                    (
                        "--database-port is the private cluster's, and a server of your own is named.",
                        "--database-port 只用于自带的数据库，而这里指定了另外的数据库。"
                    ),
                    (
                        "Leave out --database-port, or --connection and ConnectionStrings__Graph.",
                        "请去掉 --database-port，或者去掉 --connection 和环境变量 ConnectionStrings__Graph。"
                    )
                );
            }

            return new GraphDatabase(Build(connectionString), connectionString, null);
        }

        var folder = Path.GetFullPath(dataFolder ?? Schema.Database.DataFolder.Default());
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(HolderTick, ct))
        {
            try
            {
                return Of(await PrivateCluster.StartAsync(folder, new PrivateClusterOptions { Port = port }, progress, ct));
            }
            catch (DataFolderInUseException) when (sharesRunning && PrivateCluster.RunningConnectionString(folder) is { } running)
            {
                return Share(folder, running, port, progress);
            }
            catch (DataFolderInUseException) when (sharesRunning && Stopwatch.GetElapsedTime(began) < HolderWait)
            {
                progress.Step(("Waiting for the program that holds the data folder", "正在等待使用该数据文件夹的程序"));
            }
        }
    }

    private static GraphDatabase Share(string folder, string running, int? port, IStartupProgress progress)
    {
        var runs = new NpgsqlConnectionStringBuilder(running).Port;
        if (port is { } asked && asked != runs)
        {
            throw new DatabaseSetupException(
                "SP-CLI-107",
                ($"The server of {folder} runs already, on port {runs}.", $"“{folder}”的数据库已经在运行，端口是 {runs}。"),
                ("Stop the program that holds it, or leave out --database-port.", "请停止正在使用它的程序，或者不填 --database-port。")
            );
        }

        progress.Note(("The data folder is in use: working through the running server", "数据文件夹正在使用，通过已运行的数据库工作"));
        return new GraphDatabase(NamedPool.Create(running, NamedPool.Setup), running, null) { IsPrivate = true };
    }

    private static NpgsqlDataSource Build(string connectionString, bool isWarehouse = false)
    {
        try
        {
            return NamedPool.Create(connectionString, NamedPool.Setup);
        }
        catch (ArgumentException wrong)
        {
            // The text may hold a password: only the parser's own words are shown.
            throw new DatabaseSetupException(
                "SP-CLI-101",
                (
                    $"The {(isWarehouse ? "warehouse's " : "")}connection string is not valid: {wrong.Message}",
                    $"{(isWarehouse ? "数据仓库的" : "")}连接字符串不正确：{wrong.Message} "
                ),
                ("Write it as \"Host=…;Database=…;Username=…;Password=…\".", "请写成“Host=…;Database=…;Username=…;Password=…”的样子。"),
                inner: wrong
            );
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : HostList.Prompt(text);
}
