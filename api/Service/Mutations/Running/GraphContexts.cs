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

    /// <summary>To be called first in a transaction, and before any savepoint.</summary>
    public static async Task EnterAsync(GraphContext graph, RequestAccess access, CancellationToken ct)
    {
        if (AccessScope.Of(access) is { } scope)
        {
            await using var set = scope.Command((NpgsqlConnection)graph.Database.GetDbConnection());
            await set.ExecuteNonQueryAsync(ct);
        }
    }

    private static DbContextOptions<GraphContext> Of(NpgsqlDataSource source) =>
        new DbContextOptionsBuilder<GraphContext>()
            .UseNpgsql(source)
            // Another transaction's interference is expected and told by the pipeline itself.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.CommandError, CoreEventId.SaveChangesFailed))
            .Options;
}
