using Npgsql;
using SocietyParty.Sql.Plans;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Queries;

/// <summary>One session and one transaction (repeatable read): statements that see the same state, one after the other.</summary>
public sealed class StatementSnapshot(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    /// <summary>The session, for what is no planned statement.</summary>
    internal NpgsqlConnection Connection => connection;

    /// <summary>Its transaction, in which the caller's scope is set.</summary>
    internal NpgsqlTransaction Transaction => transaction;

    /// <summary>As <see cref="StatementRunner"/> does.</summary>
    public Task RunAsync(
        Statement statement,
        IReadOnlyList<ParameterValue> values,
        Func<NpgsqlDataReader, Task> read,
        CancellationToken ct
    ) => StatementRunner.RunAsync(connection, statement, values, read, ct);

    /// <summary>As <see cref="RunAsync"/>; after a failure of the database, which throws, other statements can go on.</summary>
    public async Task RunApartAsync(
        Statement statement,
        IReadOnlyList<ParameterValue> values,
        Func<NpgsqlDataReader, Task> read,
        CancellationToken ct
    )
    {
        const string before = "before_statement";
        await transaction.SaveAsync(before, ct);
        try
        {
            await RunAsync(statement, values, read, ct);
        }
        catch (PostgresException)
        {
            await transaction.RollbackAsync(before, ct);
            throw;
        }
    }

    internal async Task<bool> SeesAnyAsync(string table, long[] keys, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"SELECT EXISTS (SELECT FROM {table} WHERE id = ANY ($1))", connection, transaction)
        {
            Parameters = { new() { Value = keys } },
        };
        return await command.ExecuteScalarAsync(ct) is true;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
