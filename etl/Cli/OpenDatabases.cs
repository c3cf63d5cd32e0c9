using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Cli;

/// <summary>The graph's database and, where one is named, that of the warehouse.</summary>
internal sealed class OpenDatabases(GraphDatabase graph, GraphDatabase? warehouse) : IAsyncDisposable
{
    /// <summary>The graph's.</summary>
    public GraphDatabase Graph => graph;

    /// <summary>Where a load writes and reads.</summary>
    public LoadDatabases ForLoads =>
        warehouse is null ? new LoadDatabases(graph.Source) : new LoadDatabases(warehouse.Source, graph.Source);

    public async ValueTask DisposeAsync()
    {
        if (warehouse is not null)
        {
            await warehouse.DisposeAsync();
        }

        await graph.DisposeAsync();
    }
}
