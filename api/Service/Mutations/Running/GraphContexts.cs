using System.Collections.Concurrent;
using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using NpgsqlTypes;
using SocietyParty.Service.Access;
using SocietyParty.Service.Model;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>The graph as a caller may change it.</summary>
internal sealed class GraphContexts(SessionSources sessions)
{
    // Contexts are used again, with their services.
    private readonly ConcurrentDictionary<NpgsqlDataSource, PooledDbContextFactory<GraphContext>> pools = [];

    public GraphContext Create(RequestAccess access)
    {
        var graph = pools.GetOrAdd(sessions.For(access), source => new(Of(source))).CreateDbContext();
        // What fails to be saved ends its transaction: nobody goes back to a savepoint, which costs two round trips.
        graph.Database.AutoSavepointsEnabled = false;
        return graph;
    }

    // LOCK takes no snapshot, so what is seen is what those left for whom it waited. Who waits alone comes before those who come later.
    private const string Together = "LOCK TABLE graph.turn IN ROW SHARE MODE";
    private const string Alone = "LOCK TABLE graph.turn IN EXCLUSIVE MODE";

    private const string Today = "SELECT graph.today()";

    private const string Done = "SELECT mutation, input_hash, subject_id FROM graph.change WHERE actor = $1 AND idempotency_key = $2";

    private const string Keep =
        "INSERT INTO graph.change (actor, mutation, subject_type, subject_id, idempotency_key, input_hash) "
        + "VALUES ($1, $2, $3, $4, $5, $6)";

    /// <summary>To be called first in a transaction, and before any savepoint: one round trip.</summary>
    /// <param name="graph">In a transaction.</param>
    /// <param name="access">Who asks.</param>
    /// <param name="isAlone">Whether no other change may happen beside this one.</param>
    /// <param name="key">Of the request, if it has one.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<EnteredChange> EnterAsync(
        GraphContext graph,
        RequestAccess access,
        bool isAlone,
        string? key,
        CancellationToken ct
    )
    {
        await using var batch = Batch(graph);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(isAlone ? Alone : Together));
        if (AccessScope.Of(access) is { } scope)
        {
            batch.BatchCommands.Add(scope.BatchCommand());
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand(Today));
        if (key is not null)
        {
            batch.BatchCommands.Add(OfKey(access, key));
        }

        await using var found = await batch.ExecuteReaderAsync(ct);
        if (AccessScope.Of(access) is not null)
        {
            await found.NextResultAsync(ct);
        }

        await found.ReadAsync(ct);
        var today = await found.GetFieldValueAsync<DateOnly>(0, ct);
        return await found.NextResultAsync(ct) && await found.ReadAsync(ct)
            ? new EnteredChange(today, Read(found))
            : new EnteredChange(today, null);
    }

    /// <summary>What was done under a key; null: nothing. In a transaction of its own, which disturbs nobody.</summary>
    public async Task<DoneChange?> DoneAsync(RequestAccess access, string key, CancellationToken ct)
    {
        await using var graph = Create(access);
        await using var transaction = await graph.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        await using var batch = Batch(graph);
        if (AccessScope.Of(access) is { } scope)
        {
            batch.BatchCommands.Add(scope.BatchCommand());
        }

        batch.BatchCommands.Add(OfKey(access, key));
        await using var found = await batch.ExecuteReaderAsync(ct);
        if (batch.BatchCommands.Count > 1)
        {
            await found.NextResultAsync(ct);
        }

        return await found.ReadAsync(ct) ? Read(found) : null;
    }

    /// <summary>Keeps who changed what, and commits: one round trip. What is refused of either is not committed.</summary>
    public static async Task CommitAsync(GraphContext graph, Change change, CancellationToken ct)
    {
        await using var batch = Batch(graph);
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(Keep)
            {
                Parameters =
                {
                    Text(change.Actor),
                    Text(change.Mutation),
                    Text(change.SubjectType),
                    new NpgsqlParameter<long> { TypedValue = change.SubjectId },
                    Text(change.IdempotencyKey),
                    Text(change.InputHash),
                },
            }
        );
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatchCommand OfKey(RequestAccess access, string key) =>
        new(Done) { Parameters = { Text(access.Actor), Text(key) } };

    private static DoneChange Read(NpgsqlDataReader found) => new(found.GetString(0), found.GetString(1), found.GetInt64(2));

    private static NpgsqlBatch Batch(GraphContext graph) => new((NpgsqlConnection)graph.Database.GetDbConnection());

    private static NpgsqlParameter Text(string? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static DbContextOptions<GraphContext> Of(NpgsqlDataSource source) =>
        new DbContextOptionsBuilder<GraphContext>()
            .UseNpgsql(source)
            // Another transaction's interference is expected and told by the pipeline itself.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.CommandError, CoreEventId.SaveChangesFailed))
            .Options;
}

/// <param name="Today">Beijing's day.</param>
/// <param name="Done">What was done under the request's key before; null: nothing.</param>
internal sealed record EnteredChange(DateOnly Today, DoneChange? Done);

/// <summary>What a row of <c>graph.change</c> says of a request that was done.</summary>
internal sealed record DoneChange(string Mutation, string InputHash, long SubjectId);
