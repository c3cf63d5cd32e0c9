using Npgsql;
using SocietyParty.Sql.Plans;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Queries;

/// <summary>One session and one transaction (repeatable read): statements that see the same state, one after the other.</summary>
public sealed class StatementSnapshot(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    /// <summary>As <see cref="StatementRunner"/> does.</summary>
    public Task RunAsync(
        Statement statement,
        IReadOnlyList<ParameterValue> values,
        Func<NpgsqlDataReader, Task> read,
        CancellationToken ct
    ) => StatementRunner.RunAsync(connection, statement, values, read, ct);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
