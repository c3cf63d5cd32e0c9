using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using SocietyParty.Schema.Database;

namespace SocietyParty.Tests.Support;

/// <summary>One private PostgreSQL cluster a test process: started when first asked for, stopped and removed at the end.</summary>
public static class TestCluster
{
    private const string FolderPrefix = "societyparty-tests-";

    private static readonly PrivateClusterOptions Options = new() { Durable = false, ConnectionsMax = 200 };
    private static readonly Lazy<Task<PrivateCluster>> Started = new(StartAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Templates = new();
    private static int _databases;

    /// <summary>The cluster itself.</summary>
    public static Task<PrivateCluster> ClusterAsync() => Started.Value;

    /// <summary>
    /// A database of the caller's own, empty or a copy of <paramref name="template"/> (see <see cref="TemplateAsync"/>).
    /// Returns its connection string. It need not be dropped.
    /// </summary>
    public static async Task<string> NewDatabaseAsync(string? template = null)
    {
        var cluster = await ClusterAsync();
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync(cluster, $"CREATE DATABASE {name} TEMPLATE {template ?? "template0"}");
        return ConnectionStringTo(cluster, name);
    }

    /// <summary>Frees the disk that a large database takes before the process ends.</summary>
    public static async Task DropDatabaseAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await ExecuteAsync(await ClusterAsync(), $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>
    /// Builds a database once a process, for <see cref="NewDatabaseAsync"/> to copy; a second call with the same name waits
    /// for the first and builds nothing. Returns <paramref name="name"/>.
    /// </summary>
    /// <param name="name">A plain lower-case identifier.</param>
    /// <param name="build">Gets the connection string of the empty database.</param>
    public static async Task<string> TemplateAsync(string name, Func<string, Task> build)
    {
        await Templates.GetOrAdd(name, _ => new Lazy<Task>(() => BuildTemplateAsync(name, build))).Value;
        return name;
    }

    private static async Task BuildTemplateAsync(string name, Func<string, Task> build)
    {
        var cluster = await ClusterAsync();
        await ExecuteAsync(cluster, $"CREATE DATABASE {name} TEMPLATE template0");
        await build(ConnectionStringTo(cluster, name));
        // CREATE DATABASE refuses a template that somebody is connected to, an idle pooled connection included.
        await ExecuteAsync(cluster, $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await ExecuteAsync(cluster, $"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    private static async Task<PrivateCluster> StartAsync()
    {
        await RemoveAbandonedAsync();
        var folder = Path.Combine(
            Path.GetTempPath(),
            string.Create(CultureInfo.InvariantCulture, $"{FolderPrefix}{Environment.ProcessId}-{Guid.NewGuid():N}")
        );
        var cluster = await PrivateCluster.StartAsync(folder, Options);
        Janitor.Watch(cluster.DataFolder);
        return cluster;
    }

    /// <summary>Clears up after processes whose janitor was killed too.</summary>
    private static async Task RemoveAbandonedAsync()
    {
        // A folder younger than this may belong to a process that has not locked it yet.
        var before = DateTime.UtcNow.AddMinutes(-1);
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            if (Directory.GetLastWriteTimeUtc(folder) > before)
            {
                continue;
            }

            try
            {
                await PrivateCluster.RemoveAbandonedAsync(folder, Options);
            }
            catch (Exception failure) when (failure is DatabaseSetupException or IOException or UnauthorizedAccessException)
            {
                // Another user's, or another process is removing it at this moment.
            }
        }
    }

    private static string ConnectionStringTo(PrivateCluster cluster, string database) =>
        new NpgsqlConnectionStringBuilder(cluster.ConnectionString)
        {
            Database = database,
            // Hundreds of databases share two hundred connections.
            MaxPoolSize = 20,
            ConnectionIdleLifetime = 5,
            ConnectionPruningInterval = 1,
            IncludeErrorDetail = true,
        }.ConnectionString;

    private static async Task ExecuteAsync(PrivateCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
