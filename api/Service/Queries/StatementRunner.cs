using System.Data;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using SocietyParty.Service.Access;
using SocietyParty.Service.Queries.Replicas;
using SocietyParty.Service.Telemetry;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Queries;

/// <summary>
/// Sends a statement to PostgreSQL: one round trip, with what the caller may see of anything in front of it. Where there are replicas, one
/// of them answers what need not be of the primary; what it fails at before its answer begins, the primary answers.
/// </summary>
/// <param name="sessions">At the primary.</param>
/// <param name="replicas">Null: none.</param>
/// <param name="slow">Told how long queries took; null: nobody.</param>
public sealed class StatementRunner(SessionSources sessions, ReplicaSet? replicas = null, SlowStatements? slow = null)
{
    /// <summary>Runs a query's statement, and tells of it where it was slow.</summary>
    public Task RunAsync(PreparedQuery query, Func<NpgsqlDataReader, Task> read, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        return RunAsync(
            query.Plan.Statement,
            query.Values,
            query.Access,
            reader =>
            {
                // A client that reads slowly is not the statement's fault.
                slow?.Took(query, Stopwatch.GetElapsedTime(started));
                return read(reader);
            },
            ct,
            query.Point
        );
    }

    /// <summary>Runs the statement and hands over its rows, on the first of them: columns as in <see cref="Statement"/>.</summary>
    /// <param name="point">What the answer must not be older than.</param>
    public async Task RunAsync(
        Statement statement,
        IReadOnlyList<ParameterValue> values,
        RequestAccess access,
        Func<NpgsqlDataReader, Task> read,
        CancellationToken ct,
        ReadPoint point = default
    )
    {
        if (replicas is not null && await replicas.ChooseAsync(point, ct) is { } replica)
        {
            var hasBegun = false;
            try
            {
                await RunAtAsync(
                    replica.Sessions,
                    statement,
                    values,
                    access,
                    reader =>
                    {
                        hasBegun = true;
                        return read(reader);
                    },
                    ct
                );
                ServiceSource.ReadAt(replica.Number);
                return;
            }
            catch (NpgsqlException error) when (!hasBegun && !ct.IsCancellationRequested && ReplicaSet.IsOfReplica(error))
            {
                Leave(replica, error);
            }
        }

        await RunAtAsync(sessions, statement, values, access, read, ct);
        ServiceSource.ReadAt(null);
    }

    private static void Leave(Replica replica, NpgsqlException error)
    {
        if (ReplicaSet.IsBroken(error))
        {
            replica.Fail();
        }
    }

    private static async Task RunAtAsync(
        SessionSources at,
        Statement statement,
        IReadOnlyList<ParameterValue> values,
        RequestAccess access,
        Func<NpgsqlDataReader, Task> read,
        CancellationToken ct
    )
    {
        // A connection of its own: a command that the source lends cannot be cancelled.
        await using var connection = await at.For(access).OpenConnectionAsync(ct);
        if (AccessScope.Of(access) is { } scope)
        {
            await RunAsync(connection, scope, statement, values, read, ct);
        }
        else
        {
            await RunAsync(connection, statement, values, read, ct);
        }
    }

    /// <summary>A session in which all statements see the same state, for what needs more of them than one.</summary>
    /// <param name="access">Who asks.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="point">What the state must not be older than.</param>
    public async Task<StatementSnapshot> OpenSnapshotAsync(RequestAccess access, CancellationToken ct, ReadPoint point = default)
    {
        if (replicas is not null && await replicas.ChooseAsync(point, ct) is { } replica)
        {
            try
            {
                return await OpenSnapshotAtAsync(replica.Sessions, access, ct);
            }
            catch (NpgsqlException error) when (!ct.IsCancellationRequested && ReplicaSet.IsOfReplica(error))
            {
                Leave(replica, error);
            }
        }

        return await OpenSnapshotAtAsync(sessions, access, ct);
    }

    private static async Task<StatementSnapshot> OpenSnapshotAtAsync(SessionSources at, RequestAccess access, CancellationToken ct)
    {
        var connection = await at.For(access).OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            if (AccessScope.Of(access) is { } scope)
            {
                await scope.SetAsync(connection, ct);
            }

            return new StatementSnapshot(connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the caller sees one of the rows.</summary>
    /// <param name="table">With its schema; never a client's word.</param>
    public async Task<bool> SeesAnyAsync(string table, long[] keys, RequestAccess access, CancellationToken ct)
    {
        await using var snapshot = await OpenSnapshotAsync(access, ct);
        return await snapshot.SeesAnyAsync(table, keys, ct);
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
        AddTo(command.Parameters, values);
        await using var reader = await command.ExecuteReaderAsync(BehaviorOf(statement), ct);
        await ReadAsync(reader, read, command.Cancel, ct);
    }

    /// <summary>Both in one batch, which is one transaction: its end takes the scope along, however it ends.</summary>
    private static async Task RunAsync(
        NpgsqlConnection connection,
        AccessScope scope,
        Statement statement,
        IReadOnlyList<ParameterValue> values,
        Func<NpgsqlDataReader, Task> read,
        CancellationToken ct
    )
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(scope.Sql) { Parameters = { scope.Parameter() } });
        var command = new NpgsqlBatchCommand(statement.Text);
        AddTo(command.Parameters, values);
        batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(BehaviorOf(statement), ct);
        await reader.NextResultAsync(ct);
        await ReadAsync(reader, read, batch.Cancel, ct);
    }

    // Rows behind the answer are small and read whole; one row alone may be large and is passed through.
    private static CommandBehavior BehaviorOf(Statement statement) =>
        statement.Rows is null ? CommandBehavior.SequentialAccess : CommandBehavior.Default;

    internal static void AddTo(NpgsqlParameterCollection parameters, IReadOnlyList<ParameterValue> values)
    {
        foreach (var value in values)
        {
            parameters.Add(new NpgsqlParameter { Value = Sent(value), NpgsqlDbType = TypeOf(value) });
        }
    }

    private static async Task ReadAsync(NpgsqlDataReader reader, Func<NpgsqlDataReader, Task> read, Action cancel, CancellationToken ct)
    {
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
            cancel();
            throw;
        }
    }

    // PostgreSQL has no moment but in UTC. The calendar's first and last day are days: Npgsql would send them as infinity, with which
    // no year can be counted and which no message should name, so that they go as texts.
    private static object Sent(ParameterValue parameter) =>
        parameter.Value switch
        {
            null => DBNull.Value,
            DateOnly day when IsEnd(day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset moment when IsEnd(moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            DateTimeOffset moment => moment.ToUniversalTime(),
            DateTimeOffset[] moments => Array.ConvertAll(moments, moment => moment.ToUniversalTime()),
            var value => value,
        };

    private static bool IsEnd(DateOnly day) => day == DateOnly.MinValue || day == DateOnly.MaxValue;

    private static bool IsEnd(DateTimeOffset moment) => moment.UtcDateTime == DateTime.MinValue || moment.UtcDateTime == DateTime.MaxValue;

    private static NpgsqlDbType TypeOf(ParameterValue parameter) =>
        parameter.Value is DateOnly day && IsEnd(day) || parameter.Value is DateTimeOffset moment && IsEnd(moment)
            ? NpgsqlDbType.Unknown
            : TypeOf(parameter.Type) | (parameter.IsArray ? NpgsqlDbType.Array : 0);

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
