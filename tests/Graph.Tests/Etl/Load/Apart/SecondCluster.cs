using System.Globalization;
using Dapper;
using Npgsql;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Load.Apart;

/// <summary>A second server for warehouses, beside that of all other tests; stopped and removed after the classes that share it.</summary>
public sealed class SecondCluster : IAsyncLifetime
{
    public const string Name = "two clusters";

    private const string Template = "apart_template";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"societyparty-tests-{Environment.ProcessId}-{Guid.NewGuid():N}");
    private PrivateCluster? cluster;
    private int databases;

    public async Task InitializeAsync()
    {
        cluster = await PrivateCluster.StartAsync(folder, new PrivateClusterOptions { Durable = false });
        Janitor.Watch(cluster.DataFolder);
        await ExecuteAsync($"CREATE DATABASE {Template} TEMPLATE template0");
        await (await GraphDatabase.OpenWarehouseAsync(To(Template))).DisposeAsync();
    }

    public async Task DisposeAsync()
    {
        await cluster!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Connection string of a database of the caller's own without anything.</summary>
    public Task<string> EmptyAsync() => CreateAsync("template0");

    /// <summary>Connection string of a warehouse without a load.</summary>
    public Task<string> WarehouseAsync() => CreateAsync(Template);

    /// <summary>Connection string of a copy, as a restored backup is one.</summary>
    public Task<string> CopyAsync(string of) => CreateAsync(new NpgsqlConnectionStringBuilder(of).Database!);

    /// <summary>Puts a copy in the place of a database.</summary>
    public async Task ReplaceAsync(string old, string copy)
    {
        var (was, by) = (new NpgsqlConnectionStringBuilder(old).Database, new NpgsqlConnectionStringBuilder(copy).Database);
        await ExecuteAsync($"DROP DATABASE {was} WITH (FORCE)");
        await ExecuteAsync($"ALTER DATABASE {by} RENAME TO {was}");
    }

    private async Task<string> CreateAsync(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"apart_{Interlocked.Increment(ref databases)}");
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return To(name);
    }

    // Without a pool nobody stays connected to what is copied, renamed or dropped.
    private string To(string database) =>
        new NpgsqlConnectionStringBuilder(cluster!.ConnectionString) { Database = database, Pooling = false }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(To("postgres"));
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql);
    }
}

/// <summary>Its classes share one second server.</summary>
[CollectionDefinition(SecondCluster.Name)]
public sealed class TwoClusters : ICollectionFixture<SecondCluster>;
