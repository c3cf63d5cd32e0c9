using System.Data;
using Npgsql;

namespace SocietyParty.Etl.Run;

/// <summary>
/// The one transaction of a load, which sees one state of the database. It ends under the load's own time limit, taken back or not: where
/// the connection's default of 30 seconds passed in a ROLLBACK, the connection broke, its server process went on with the load's lock, and
/// the next load was refused.
/// </summary>
internal sealed class LoadTransaction : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private bool isOver;

    private LoadTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (this.connection, this.transaction) = (connection, transaction);

    public static async Task<LoadTransaction> BeginAsync(NpgsqlConnection connection, CancellationToken ct) =>
        new(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct));

    /// <summary>Commits. Where that fails nobody knows whether it did, and nothing is taken back.</summary>
    public Task CommitAsync(CancellationToken ct)
    {
        isOver = true;
        return LoadStatement.CommitAsync(connection, ct);
    }

    /// <summary>Takes everything back.</summary>
    public async Task RollbackAsync()
    {
        isOver = true;
        await using var rollback = LoadStatement.Of(connection, "ROLLBACK");
        await rollback.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>Takes everything back unless it was committed.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!isOver && connection.State == ConnectionState.Open)
            {
                await RollbackAsync();
            }
        }
        catch (Exception broken) when (broken is NpgsqlException or InvalidOperationException)
        {
            // What made the load fail is on its way up and says more than this; the server takes back what its client left.
        }

        await transaction.DisposeAsync();
    }
}
