using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using SocietyParty.Service.Access;
using SocietyParty.Service.Model;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>The graph as a caller may change it.</summary>
internal sealed class GraphContexts(SessionSources sessions)
{
    private readonly ConcurrentDictionary<NpgsqlDataSource, DbContextOptions<GraphContext>> options = [];

    public GraphContext Create(RequestAccess access) => new(options.GetOrAdd(sessions.For(access), Of));

    // LOCK takes no snapshot, so what is seen is what those left for whom it waited. Who waits alone comes before those who come later.
    private const string Together = "LOCK TABLE graph.turn IN ROW SHARE MODE";
    private const string Alone = "LOCK TABLE graph.turn IN EXCLUSIVE MODE";

    /// <summary>To be called first in a transaction, and before any savepoint.</summary>
    /// <param name="graph">In a transaction.</param>
    /// <param name="access">Who asks.</param>
    /// <param name="isAlone">Whether no other change may happen beside this one.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task EnterAsync(GraphContext graph, RequestAccess access, bool isAlone, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)graph.Database.GetDbConnection());
        batch.BatchCommands.Add(new NpgsqlBatchCommand(isAlone ? Alone : Together));
        if (AccessScope.Of(access) is { } scope)
        {
            batch.BatchCommands.Add(scope.BatchCommand());
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    private static DbContextOptions<GraphContext> Of(NpgsqlDataSource source) =>
        new DbContextOptionsBuilder<GraphContext>()
            .UseNpgsql(source)
            // Another transaction's interference is expected and told by the pipeline itself.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.CommandError, CoreEventId.SaveChangesFailed))
            .Options;
}
