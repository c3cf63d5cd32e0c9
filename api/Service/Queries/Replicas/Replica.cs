using Npgsql;
using NpgsqlTypes;

namespace SocietyParty.Service.Queries.Replicas;

/// <summary>One server that replays the primary's log, with sessions for queries and a connection that watches how far it is.</summary>
public sealed class Replica : IAsyncDisposable
{
    // The timeline that is received is seen by those with pg_read_all_stats alone; the one of the last restart point follows minutes later.
    private const string Look = """
        SELECT pg_is_in_recovery(), coalesce(pg_last_wal_replay_lsn(), '0/0'), (SELECT system_identifier FROM pg_control_system()),
            greatest((SELECT received_tli::bigint FROM pg_stat_wal_receiver), (SELECT timeline_id::bigint FROM pg_control_checkpoint()))
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(3);

    private readonly NpgsqlDataSource everything;
    private readonly NpgsqlDataSource watch;
    private readonly PrimaryHistory history;
    private readonly TimeSpan lagMax;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private NpgsqlConnection? watching;
    private Task? looking;
    private Seen seen = new(ReplicaState.Unknown, default, null);

    internal Replica(
        int number,
        SessionSources sessions,
        NpgsqlDataSource everything,
        NpgsqlDataSource watch,
        PrimaryHistory history,
        TimeSpan lagMax,
        TimeProvider clock
    ) =>
        (Number, Sessions, this.everything, this.watch, this.history, this.lagMax, this.clock) = (
            number,
            sessions,
            everything,
            watch,
            history,
            lagMax,
            clock
        );

    /// <summary>Its place in the setting, from one: in logs and numbers instead of its address.</summary>
    public int Number { get; }

    public SessionSources Sessions { get; }

    /// <summary>Why it answers or does not, at this moment.</summary>
    public ReplicaState State => seen is { State: ReplicaState.Serving } now && !IsFresh(now) ? ReplicaState.Lagging : seen.State;

    /// <summary>How far behind the primary it may be; null where that is not known.</summary>
    public TimeSpan? Lag => seen.FreshAt is { } fresh ? clock.GetElapsedTime(fresh) : null;

    /// <summary>Whether it is known to have replayed the log up to there.</summary>
    public bool IsPast(NpgsqlLogSequenceNumber position) => seen.Replayed >= position;

    /// <summary>Leaves it out until a look finds it well again.</summary>
    public void Fail()
    {
        seen = seen with { State = ReplicaState.Unreachable };
        Sessions.Clear();
    }

    /// <summary>Looks where it stands. Looks at the same moment are one.</summary>
    public Task LookAsync(CancellationToken ct)
    {
        lock (gate)
        {
            if (looking is null or { IsCompleted: true })
            {
                looking = LookOnceAsync();
            }

            return looking.WaitAsync(ct);
        }
    }

    /// <summary>Waits until it has replayed the log up to there; false: not within that time.</summary>
    public async Task<bool> ReachesAsync(NpgsqlLogSequenceNumber position, TimeSpan max, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        while (!IsPast(position))
        {
            if (clock.GetElapsedTime(began) >= max)
            {
                return false;
            }

            await LookAsync(ct);
            if (State != ReplicaState.Serving)
            {
                return false;
            }

            if (!IsPast(position))
            {
                await Task.Delay(Pause, clock, ct);
            }
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        // A look has the connection to itself, and ends by its own limit.
        await (looking ?? Task.CompletedTask);
        if (watching is not null)
        {
            await watching.DisposeAsync();
        }

        await watch.DisposeAsync();
        Sessions.Dispose();
        await everything.DisposeAsync();
    }

    private bool IsFresh(Seen now) => now.FreshAt is { } fresh && clock.GetElapsedTime(fresh) <= lagMax;

    private async Task LookOnceAsync()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(ReplicaSet.LookSeconds), clock);
        try
        {
            watching ??= await watch.OpenConnectionAsync(late.Token);
            await using var command = new NpgsqlCommand(Look, watching);
            await using var reader = await command.ExecuteReaderAsync(late.Token);
            await reader.ReadAsync(late.Token);
            var replayed = reader.GetFieldValue<NpgsqlLogSequenceNumber>(1);
            var line = new PrimaryLine(reader.GetInt64(2), reader.GetInt64(3));
            var fresh = history.FreshAt(replayed);
            var state =
                !reader.GetBoolean(0) ? ReplicaState.Primary
                : line != history.Line ? ReplicaState.OtherHistory
                : fresh is null ? ReplicaState.Lagging
                : ReplicaState.Serving;
            seen = new(state, replayed, fresh);
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            seen = seen with { State = ReplicaState.Unreachable };
            if (watching is { } broken)
            {
                watching = null;
                await broken.DisposeAsync();
            }
        }
    }

    private sealed record Seen(ReplicaState State, NpgsqlLogSequenceNumber Replayed, long? FreshAt);
}
