using System.Diagnostics;
using Npgsql;

namespace SocietyParty.Etl.Run.Watch;

/// <summary>
/// Listens to the graph's notifications on a connection of its own and counts them. It hears while a load runs, so a notification's
/// moment is that of its arrival. Once its connection broke it is of no use any more.
/// </summary>
internal sealed class ChangeFeed : IAsyncDisposable
{
    /// <summary>What <c>graph.touch</c> notifies.</summary>
    public const string Channel = "graph_touched";

    private readonly NpgsqlConnection connection;
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly Task listening;
    private TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int count;
    private long first;
    private long last;

    private ChangeFeed(NpgsqlConnection connection, TimeSpan idle)
    {
        this.connection = connection;
        connection.Notification += (_, _) => Hear();
        listening = ListenAsync(idle);
    }

    /// <summary>When the last notification arrived, as <see cref="Stopwatch.GetTimestamp"/> counts.</summary>
    public long LastHeard
    {
        get
        {
            lock (gate)
            {
                return last;
            }
        }
    }

    /// <summary>Opens a connection and listens.</summary>
    public static async Task<ChangeFeed> OpenAsync(NpgsqlDataSource database, TimeSpan idle, CancellationToken ct)
    {
        var connection = await database.OpenConnectionAsync(ct);
        try
        {
            await using var listen = new NpgsqlCommand($"LISTEN {Channel}", connection);
            await listen.ExecuteNonQueryAsync(ct);
            return new ChangeFeed(connection, idle);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many were heard since it was asked last, and when the first of them arrived.</summary>
    public (int Count, long First) Take()
    {
        lock (gate)
        {
            var taken = (count, first);
            (count, heard) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return taken;
        }
    }

    /// <summary>Ends when something was heard that nobody has taken yet.</summary>
    /// <exception cref="NpgsqlException">The connection broke.</exception>
    public async Task HeardAsync(CancellationToken ct)
    {
        Task one;
        lock (gate)
        {
            one = heard.Task;
        }

        await (await Task.WhenAny(one, listening).WaitAsync(ct));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        try
        {
            await listening;
        }
        catch (Exception ended) when (ended is OperationCanceledException or NpgsqlException)
        {
            // Stopped as it should, or broken, which whoever waited has heard.
        }

        await connection.DisposeAsync();
        stop.Dispose();
    }

    private async Task ListenAsync(TimeSpan idle)
    {
        while (true)
        {
            if (!await connection.WaitAsync(idle, stop.Token))
            {
                // A server that vanished without a word is noticed only when it is spoken to.
                await using var ask = new NpgsqlCommand("SELECT 1", connection);
                await ask.ExecuteScalarAsync(stop.Token);
            }
        }
    }

    private void Hear()
    {
        lock (gate)
        {
            last = Stopwatch.GetTimestamp();
            first = count == 0 ? last : first;
            count++;
            heard.TrySetResult();
        }
    }
}
