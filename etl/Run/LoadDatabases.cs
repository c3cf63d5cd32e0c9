using Npgsql;

namespace SocietyParty.Etl.Run;

/// <summary>Where a load writes, and where it reads.</summary>
/// <param name="Warehouse">The database of the star.</param>
/// <param name="GraphApart">The graph's database where that is another one; null where the star stands beside the graph.</param>
public sealed record LoadDatabases(NpgsqlDataSource Warehouse, NpgsqlDataSource? GraphApart = null)
{
    /// <summary>The graph's database.</summary>
    public NpgsqlDataSource Graph => GraphApart ?? Warehouse;

    /// <summary>Whether the star is in a database of its own, which has copies of what it reads of the graph.</summary>
    public bool IsApart => GraphApart is not null;

    /// <summary>The star beside the graph, in one database.</summary>
    public static implicit operator LoadDatabases(NpgsqlDataSource database) => FromNpgsqlDataSource(database);

    /// <summary>The star beside the graph, in one database.</summary>
    public static LoadDatabases FromNpgsqlDataSource(NpgsqlDataSource database) => new(database);
}
