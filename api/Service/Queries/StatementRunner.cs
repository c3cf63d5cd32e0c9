using System.Data;
using Npgsql;
using NpgsqlTypes;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Queries;

/// <summary>Sends a statement to PostgreSQL: one round trip.</summary>
public sealed class StatementRunner(NpgsqlDataSource database)
{
    /// <summary>Runs the statement and hands over its rows, on the first of them: columns as in <see cref="Statement"/>.</summary>
    public async Task RunAsync(
        Statement statement,
        IReadOnlyList<ParameterValue> values,
        Func<NpgsqlDataReader, Task> read,
        CancellationToken ct
    )
    {
        // A connection of its own: a command that the source lends cannot be cancelled.
        await using var connection = await database.OpenConnectionAsync(ct);
        await RunAsync(connection, statement, values, read, ct);
    }

    /// <summary>A session in which all statements see the same state, for what needs more of them than one.</summary>
    public async Task<StatementSnapshot> OpenSnapshotAsync(CancellationToken ct)
    {
        var connection = await database.OpenConnectionAsync(ct);
        try
        {
            return new StatementSnapshot(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    internal static async Task RunAsync(
        NpgsqlConnection connection,
        Statement statement,
        IReadOnlyList<ParameterValue> values,
        Func<NpgsqlDataReader, Task> read,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(statement.Text, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = Sent(value), NpgsqlDbType = TypeOf(value) });
        }
        // Rows behind the answer are small and read whole; one row alone may be large and is passed through.
        var behavior = statement.Rows is null ? CommandBehavior.SequentialAccess : CommandBehavior.Default;
        await using var reader = await command.ExecuteReaderAsync(behavior, ct);
        if (!await reader.ReadAsync(ct))
        {
            throw new InvalidOperationException("A planned statement gave no row.");
        }

        try
        {
            await read(reader);
        }
        catch (OperationCanceledException)
        {
            // Nobody takes the rest: without this, closing the reader would wait for the statement's end and read it all.
            command.Cancel();
            throw;
        }
    }

    // PostgreSQL has no moment but in UTC.
    private static object Sent(ParameterValue parameter) =>
        parameter.Value switch
        {
            null => DBNull.Value,
            DateTimeOffset moment => moment.ToUniversalTime(),
            DateTimeOffset[] moments => Array.ConvertAll(moments, moment => moment.ToUniversalTime()),
            var value => value,
        };

    private static NpgsqlDbType TypeOf(ParameterValue parameter) => TypeOf(parameter.Type) | (parameter.IsArray ? NpgsqlDbType.Array : 0);

    private static NpgsqlDbType TypeOf(SqlType type) =>
        type switch
        {
            SqlType.Key or SqlType.Long => NpgsqlDbType.Bigint,
            SqlType.Int => NpgsqlDbType.Integer,
            SqlType.Numeric => NpgsqlDbType.Numeric,
            SqlType.Real => NpgsqlDbType.Double,
            SqlType.Date => NpgsqlDbType.Date,
            SqlType.Timestamp => NpgsqlDbType.TimestampTz,
            SqlType.Boolean => NpgsqlDbType.Boolean,
            SqlType.Json => NpgsqlDbType.Jsonb,
            _ => NpgsqlDbType.Text,
        };
}
