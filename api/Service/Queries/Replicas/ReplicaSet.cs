using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using SocietyParty.Schema.Database;

namespace SocietyParty.Service.Queries.Replicas;

/// <summary>
/// The servers that answer queries beside the primary. Each is watched: one that is gone, too far behind or of another history is left out
/// until it is well again; where none is left, the primary answers.
/// </summary>
/// <param name="primary">Of the graph; sessions of its own are made of it.</param>
/// <param name="replicas">In the setting's order.</param>
/// <param name="history">What the replicas measure themselves by.</param>
/// <param name="waitMax">How long a client's own change is waited for.</param>
public sealed partial class ReplicaSet(
    NpgsqlDataSource primary,
    ImmutableArray<Replica> replicas,
    PrimaryHistory history,
    TimeSpan waitMax,
    TimeProvider clock,
    ILogger<ReplicaSet> log
) : BackgroundService, IAsyncDisposable
{
    /// <summary>How long one look at a server may take.</summary>
    internal const int LookSeconds = 2;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    private const string Timeline = "('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::bigint";

    private const string LookAtPrimary = $"""
        SELECT pg_current_wal_lsn(), (SELECT system_identifier FROM pg_control_system()), {Timeline} WHERE NOT pg_is_in_recovery()
        """;

    // A login of the API's own inherits nothing: what it was granted for watching, it has to take.
    private const string TakeRole = """
        SELECT set_config('role', 'pg_read_all_stats', false)
        WHERE pg_has_role('pg_read_all_stats', 'MEMBER') AND NOT pg_has_role('pg_read_all_stats', 'USAGE')
        """;

    private static readonly string[] OfReplica =
    [
        PostgresErrorCodes.AdminShutdown,
        PostgresErrorCodes.CrashShutdown,
        PostgresErrorCodes.CannotConnectNow,
        PostgresErrorCodes.TooManyConnections,
        // What the log brought was in the query's way.
        PostgresErrorCodes.SerializationFailure,
        // What the primary's structure has since a moment, and the replica not yet.
        PostgresErrorCodes.UndefinedTable,
        PostgresErrorCodes.UndefinedColumn,
        PostgresErrorCodes.UndefinedFunction,
    ];

    private readonly Dictionary<int, ReplicaState> said = [];
    private int turn;

    public ImmutableArray<Replica> All => replicas;

    /// <summary>How many answer at this moment.</summary>
    public int ServingCount => replicas.Count(replica => replica.State == ReplicaState.Serving);

    /// <summary>Who answers; null: the primary.</summary>
    public async ValueTask<Replica?> ChooseAsync(ReadPoint point, CancellationToken ct)
    {
        // A place of another history says nothing of this one: what was written before a promotion may be lost, or not yet there.
        if (point.IsPrimary || (point.Timeline is { } timeline && timeline != history.Line?.Timeline))
        {
            return null;
        }

        var start = (int)((uint)Interlocked.Increment(ref turn) % (uint)replicas.Length);
        Replica? behind = null;
        for (var i = 0; i < replicas.Length; i++)
        {
            var replica = replicas[(start + i) % replicas.Length];
            if (replica.State != ReplicaState.Serving)
            {
                continue;
            }

            if (replica.IsPast(point.After))
            {
                return replica;
            }

            behind ??= replica;
        }

        return behind is not null && await behind.ReachesAsync(point.After, waitMax, ct) ? behind : null;
    }

    /// <summary>A place of the primary's log behind everything that was committed before this was asked, as clients carry it.</summary>
    public async Task<string> PositionAsync(CancellationToken ct)
    {
        // Not what was written or flushed: with synchronous_commit=off a commit may be behind that.
        await using var command = primary.CreateCommand($"SELECT pg_current_wal_insert_lsn(), {Timeline}");
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return ReadPoint.Text(reader.GetInt64(1), reader.GetFieldValue<NpgsqlLogSequenceNumber>(0));
    }

    /// <summary>Whether the primary can answer what a replica failed at.</summary>
    public static bool IsOfReplica(NpgsqlException error) => error is not PostgresException || OfReplica.Contains(error.SqlState);

    /// <summary>Whether the failure says that the replica itself is not well.</summary>
    public static bool IsBroken(NpgsqlException error) =>
        error is not PostgresException || error.SqlState!.StartsWith("57P", StringComparison.Ordinal);

    /// <summary>The first look, so that the first requests are answered by replicas.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Looks at all servers once.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        await LookAtPrimaryAsync(ct);
        await Task.WhenAll(replicas.Select(replica => replica.LookAsync(ct)));
        foreach (var replica in replicas)
        {
            var state = replica.State;
            if (said.TryGetValue(replica.Number, out var before) ? before != state : state != ReplicaState.Serving)
            {
                Changed(log, replica.Number, state);
            }

            said[replica.Number] = state;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        foreach (var replica in replicas)
        {
            await replica.DisposeAsync();
        }

        await primary.DisposeAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Tick, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    /// <summary>Sessions that watch: no query is in front of them.</summary>
    internal static NpgsqlDataSource Watch(string connection)
    {
        var builder = new NpgsqlDataSourceBuilder(
            new NpgsqlConnectionStringBuilder(connection)
            {
                ApplicationName = "SocietyParty.Graph API, replicas",
                MaxPoolSize = 4,
                Timeout = LookSeconds,
                CommandTimeout = LookSeconds,
                CancellationTimeout = 1,
                // Would put the role back.
                NoResetOnClose = true,
            }.ConnectionString
        )
        {
            Name = NamedPool.Watch,
        };
        builder.UsePhysicalConnectionInitializer(
            session =>
            {
                using var command = new NpgsqlCommand(TakeRole, session);
                command.ExecuteNonQuery();
            },
            async session =>
            {
                await using var command = new NpgsqlCommand(TakeRole, session);
                await command.ExecuteNonQueryAsync();
            }
        );
        return builder.Build();
    }

    private async Task LookAtPrimaryAsync(CancellationToken ct)
    {
        // Before it is asked: what was committed until now is in what it says.
        var now = clock.GetTimestamp();
        try
        {
            await using var command = primary.CreateCommand(LookAtPrimary);
            await using var reader = await command.ExecuteReaderAsync(ct);
            if (await reader.ReadAsync(ct))
            {
                history.Add(now, reader.GetFieldValue<NpgsqlLogSequenceNumber>(0), new PrimaryLine(reader.GetInt64(1), reader.GetInt64(2)));
            }
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException && !ct.IsCancellationRequested)
        {
            // Whoever asks it meets the outage, too. What the replicas have is older with each moment, until they are left out.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Replica {Number} of ConnectionStrings__Reads: {State}")]
    private static partial void Changed(ILogger log, int number, ReplicaState state);
}
