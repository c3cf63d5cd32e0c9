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
    private readonly CancellationTokenSource lost = new();
    private readonly Lock gate = new();
    private readonly Task listening;
    private TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int count;
    private long first;
    private long last;

    private ChangeFeed(NpgsqlConnection connection, WatchTimes times)
    {
        this.connection = connection;
        connection.Notification += (_, _) => Hear();
        listening = ListenAsync(times);
    }

    /// <summary>Cancelled once the connection broke: the server is gone, and a load that waits for it waits for an hour.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Why it broke; null until then.</summary>
    public NpgsqlException? Failure { get; private set; }

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
    public static async Task<ChangeFeed> OpenAsync(NpgsqlDataSource database, WatchTimes times, CancellationToken ct)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = await database.OpenConnectionAsync(ct);
            await using var listen = Statement($"LISTEN {Channel}", connection, times);
            await listen.ExecuteNonQueryAsync(ct);
            return new ChangeFeed(connection, times);
        }
        catch (Exception failure)
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            if (failure is NpgsqlException { InnerException: TimeoutException } silent)
            {
                throw Silence(silent);
            }

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
        lost.Dispose();
    }

    private async Task ListenAsync(WatchTimes times)
    {
        try
        {
            while (true)
            {
                if (!await connection.WaitAsync(times.Idle, stop.Token))
                {
                    // A server that vanished without a word is noticed only when it is spoken to.
                    await using var ask = Statement("SELECT 1", connection, times);
                    await ask.ExecuteScalarAsync(stop.Token);
                }
            }
        }
        catch (NpgsqlException broken)
        {
            Failure = broken.InnerException is TimeoutException ? Silence(broken) : broken;
            await lost.CancelAsync();
            throw Failure;
        }
    }

    private static NpgsqlCommand Statement(string sql, NpgsqlConnection connection, WatchTimes times) =>
        new(sql, connection) { CommandTimeout = Math.Max(1, (int)times.Answer.TotalSeconds) };

    // A load's statement that takes too long would do so again. These take no time: whoever does not answer them is away.
    private static NpgsqlException Silence(NpgsqlException silent) =>
        new("The server does not answer.", new IOException(silent.Message, silent));

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
