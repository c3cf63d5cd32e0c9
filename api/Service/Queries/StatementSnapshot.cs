using System.Globalization;
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

    /// <summary>All rows of a list, as the last statement of the transaction.</summary>
    /// <param name="statement">Gives them.</param>
    /// <param name="values">Of its parameters.</param>
    /// <param name="firstMsMax">How long it may take to begin, as any other statement may.</param>
    /// <param name="msMax">How long it may take, which is how long its rows are read.</param>
    /// <param name="ct">Gives up before the first row.</param>
    /// <exception cref="PostgresException">It was cancelled because it took too long to begin, or failed.</exception>
    internal async Task<CopyReader> CopyAsync(
        ListStatement statement,
        ParameterValue[] values,
        int firstMsMax,
        int msMax,
        CancellationToken ct
    )
    {
        await using (var set = new NpgsqlCommand(Settings(values.Length), connection, transaction))
        {
            set.Parameters.Add(new NpgsqlParameter { Value = msMax.ToString(CultureInfo.InvariantCulture) });
            StatementRunner.AddTo(set.Parameters, values);
            await set.ExecuteNonQueryAsync(ct);
        }

        // PostgreSQL answers with the first rows.
        using var first = CancellationTokenSource.CreateLinkedTokenSource(ct);
        first.CancelAfter(firstMsMax);
        try
        {
            var rows = await connection.BeginRawBinaryCopyAsync($"COPY ({statement.Text}) TO STDOUT (FORMAT binary)", first.Token);
            rows.ReadTimeout = msMax;
            return new CopyReader(rows, statement.Columns);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The session is closed, and PostgreSQL sees that soon: it cannot be asked to cancel a copy that has not begun.
            throw new PostgresException("The rows did not begin in time.", "ERROR", "ERROR", PostgresErrorCodes.QueryCanceled);
        }
    }

    // Until the transaction's end.
    private static string Settings(int count) =>
        "SELECT set_config('statement_timeout', $1, true), "
        // Whose client is gone sorts for nobody; elsewhere PostgreSQL refuses to look.
        + "CASE WHEN version() LIKE '%linux%' THEN set_config('client_connection_check_interval', '500', true) END"
        + string.Concat(
            Enumerable
                .Range(1, count)
                .Select(number =>
                    $", set_config('{ListStatement.Setting(number)}', "
                    + string.Create(CultureInfo.InvariantCulture, $"coalesce('{ListStatement.Mark}' || ${number + 1}::text, ''), true)")
                )
        );

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
