using Npgsql;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>
/// The one connection of this process that listens to PostgreSQL, opened for the first subscriber. When it is lost it is opened again,
/// and then every subscriber learns that something may have been missed: a notification is not kept for those who are away.
/// </summary>
internal sealed partial class EventFeed(string connectionString, OutageGate outage, ILogger<EventFeed> log) : IAsyncDisposable
{
    /// <summary>How this connection is called in <c>pg_stat_activity</c>.</summary>
    public const string ApplicationName = "SocietyParty.Graph events";

    private static readonly string Listen =
        string.Concat(GraphEvent.Channels.Append(AccessChannel).Select(channel => $"LISTEN {channel}; "))
        + "SELECT max(id) FROM mart.coverage_load";

    /// <summary>Tells the key of an account of which something changed.</summary>
    private const string AccessChannel = "access_changed";

    private const int KeepAliveSeconds = 15;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim gate = new(1);
    private readonly CancellationTokenSource stop = new();
    private Task? loop;
    private long lastLoad;

    /// <summary>Told of each event, in order, on the connection's own flow: it must not wait.</summary>
    public Action<GraphEvent>? Heard { get; set; }

    /// <summary>Told of each account that may come in otherwise than before; null: perhaps of all. It must not wait.</summary>
    public Action<long?>? AccessChanged { get; set; }

    /// <summary>Returns when the connection listens, or is being opened again after a loss.</summary>
    public async Task ListenAsync(CancellationToken ct)
    {
        if (loop is not null)
        {
            return;
        }

        await gate.WaitAsync(ct);
        try
        {
            if (loop is not null)
            {
                return;
            }

            var (connection, load) = await OpenAsync(ct);
            lastLoad = load;
            loop = Task.Run(() => RunAsync(connection), CancellationToken.None);
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (loop is not null)
        {
            await loop;
        }

        stop.Dispose();
        gate.Dispose();
    }

    private async Task RunAsync(NpgsqlConnection connection)
    {
        while (true)
        {
            try
            {
                await using (connection)
                {
                    while (true)
                    {
                        await connection.WaitAsync(stop.Token);
                    }
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException failure)
            {
                Report(failure);
            }

            if (await ReopenAsync() is not var (reopened, load))
            {
                return;
            }

            connection = reopened;
            AccessChanged?.Invoke(null);
            foreach (var missed in GraphEvent.ManyOfAll)
            {
                Heard?.Invoke(missed);
            }

            if (load > lastLoad)
            {
                Tell(GraphEvent.LoadChannel, load.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Null when the service stops.</summary>
    private async Task<(NpgsqlConnection Connection, long Load)?> ReopenAsync()
    {
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                await Task.Delay(wait, stop.Token);
                return await OpenAsync(stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return null;
            }
            catch (NpgsqlException failure)
            {
                Report(failure);
            }
        }
    }

    private async Task<(NpgsqlConnection Connection, long Load)> OpenAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString)
            {
                ApplicationName = ApplicationName,
                Pooling = false,
                KeepAlive = KeepAliveSeconds,
            }.ConnectionString
        );
        try
        {
            await connection.OpenAsync(ct);
            connection.Notification += (_, told) => Tell(told.Channel, told.Payload);
            await using var command = new NpgsqlCommand(Listen, connection);
            return (connection, await command.ExecuteScalarAsync(ct) is long load ? load : 0);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private void Tell(string channel, string payload)
    {
        if (channel == AccessChannel)
        {
            AccessChanged?.Invoke(
                long.TryParse(payload, System.Globalization.CultureInfo.InvariantCulture, out var account) ? account : null
            );
            return;
        }

        if (GraphEvent.Read(channel, payload) is not { } happened)
        {
            return;
        }

        if (channel == GraphEvent.LoadChannel)
        {
            lastLoad = long.Parse(payload, System.Globalization.CultureInfo.InvariantCulture);
        }

        Heard?.Invoke(happened);
    }

    private void Report(NpgsqlException failure)
    {
        if (outage.Opens(out _))
        {
            Lost(log, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The connection that listens to the database was lost; it is opened again")]
    private static partial void Lost(ILogger log, Exception failure);
}
