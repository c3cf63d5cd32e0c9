using System.Data;
using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Run.Source;

/// <summary>
/// The graph as one load sees it. Beside the star it is the load's own connection and transaction; apart from it, a second one with one
/// snapshot for everything that is read.
/// </summary>
internal sealed class SourceSession : IAsyncDisposable
{
    // One server may have several warehouses, and several servers a database of one name.
    private const string ReadName = "SELECT current_database() || '@' || (SELECT system_identifier FROM pg_control_system())";

    private const string ReadSeen = "SELECT seen::text FROM graph.touched_reader WHERE name = @name";

    // Before the load's snapshot: another warehouse that ends its load meanwhile removes nothing that this one has not seen.
    private const string Register = """
        INSERT INTO graph.touched_reader (name, seen) VALUES (@name, pg_current_snapshot()) ON CONFLICT (name) DO NOTHING
        """;

    private NpgsqlTransaction? transaction;

    private SourceSession(NpgsqlConnection connection, NpgsqlConnection star) => (Connection, Star) = (connection, star);

    /// <summary>Sees the graph.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>Sees and writes the star.</summary>
    public NpgsqlConnection Star { get; }

    /// <summary>The name under which the graph knows a warehouse apart; null beside it, where that is the database's.</summary>
    public string? Reader { get; private init; }

    /// <summary>What the graph says that this warehouse has seen; null where it does not know it.</summary>
    public string? Seen { get; private init; }

    /// <summary>Whether the star is in another database.</summary>
    public bool IsApart => Connection != Star;

    /// <summary>Opens the graph, before the transaction of the star begins.</summary>
    /// <param name="databases">Where the star and the graph are.</param>
    /// <param name="star">The connection of the load.</param>
    /// <param name="isLoad">Whether the graph is to keep changes for this warehouse from now on.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<SourceSession> OpenAsync(LoadDatabases databases, NpgsqlConnection star, bool isLoad, CancellationToken ct)
    {
        if (!databases.IsApart)
        {
            return new SourceSession(star, star);
        }

        var reader = await star.ExecuteScalarAsync<string>(new CommandDefinition(ReadName, cancellationToken: ct));
        var graph = await databases.Graph.OpenConnectionAsync(ct);
        try
        {
            var name = new { name = reader };
            var seen = await graph.ExecuteScalarAsync<string?>(new CommandDefinition(ReadSeen, name, cancellationToken: ct));
            if (isLoad)
            {
                await graph.ExecuteAsync(new CommandDefinition(Register, name, cancellationToken: ct));
            }

            return new SourceSession(graph, star)
            {
                Reader = reader,
                Seen = seen,
                transaction = await graph.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct),
            };
        }
        catch
        {
            await graph.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets go of the snapshot: nothing more is read of the graph.</summary>
    public async Task EndSnapshotAsync()
    {
        if (transaction is { } open)
        {
            transaction = null;
            await open.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (IsApart)
        {
            await EndSnapshotAsync();
            await Connection.DisposeAsync();
        }
    }
}
