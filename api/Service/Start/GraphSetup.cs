using Npgsql;
using SocietyParty.Schema.Database;

namespace SocietyParty.Service.Start;

/// <summary>A graph's database, migrated and filled; disposing stops the private cluster, never a server of one's own.</summary>
internal sealed class GraphSetup : IAsyncDisposable
{
    private readonly PrivateCluster? cluster;

    private GraphSetup(string connectionString, PrivateCluster? cluster)
    {
        ConnectionString = connectionString;
        this.cluster = cluster;
    }

    public string ConnectionString { get; }

    public bool IsPrivate => cluster is not null;

    /// <summary>Where the data is, for a person.</summary>
    public string Place => cluster is null ? "the database of ConnectionStrings__Graph" : cluster.DataFolder;

    public static async Task<GraphSetup> RunAsync(string? dataFolder, ConsoleProgress progress, CancellationToken ct)
    {
        await Task.Yield();
        throw new NotSupportedException();
    }

    public ValueTask DisposeAsync() => cluster?.DisposeAsync() ?? ValueTask.CompletedTask;
}
