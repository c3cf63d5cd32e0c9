using System.Diagnostics.Metrics;
using Npgsql;
using SocietyParty.Etl.Audit;
using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Service.Http.Metrics;

/// <summary>
/// What only the database knows and somebody shall be woken for: whether loads come in time, and whether the record of what was done holds.
/// Looked at by a clock, since a collector that asks often shall not cost more.
/// </summary>
internal sealed class DatabaseCounts : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);

    // Every link is computed again.
    private static readonly TimeSpan AuditTick = TimeSpan.FromHours(1);

    private readonly NpgsqlDataSource database;
    private readonly TimeProvider clock;
    private Load? load;
    private long? faults;
    private long? audited;

    public DatabaseCounts(string graph, IMeterFactory meters, TimeProvider clock)
    {
        this.clock = clock;
        database = NamedPool.Create(
            new NpgsqlConnectionStringBuilder(graph)
            {
                ApplicationName = "SocietyParty.Graph API, metrics",
                Options = "-c jit=off -c TimeZone=Asia/Shanghai",
                MaxPoolSize = 2,
            }.ConnectionString,
            NamedPool.Watch
        );
        var meter = meters.Create(ServiceSource.Name);
        meter.CreateObservableGauge("societyparty.load.age", Age, "s", "Since the last successful load ended.");
        meter.CreateObservableGauge(
            "societyparty.load.pending",
            () => Of(load?.Pending),
            "{subject}",
            "Societies, branches and other subjects that changed since the last load."
        );
        meter.CreateObservableGauge("societyparty.load.failed", () => Of(load?.HasFailed), "{load}", "1 where the last load failed.");
        meter.CreateObservableGauge(
            "societyparty.audit.faults",
            () => Of(faults),
            "{fault}",
            "Places where the chain of the record of what was done is broken."
        );
    }

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        try
        {
            var status = await StatusReader.ReadAsync(new LoadDatabases(database), ct);
            load = new(
                status.LastSuccessAt is { } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null,
                status.Pending.Subjects,
                status.Runs is [{ Status: "FAILED" or "INTERRUPTED" }, ..] ? 1 : 0
            );
            if (audited is not { } last || clock.GetElapsedTime(last) >= AuditTick)
            {
                faults = (await AuditTrail.VerifyAsync(database, null, ct)).Faults.Count;
                audited = clock.GetTimestamp();
            }
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException && !ct.IsCancellationRequested)
        {
            // An outage has numbers and alerts of its own; what was seen last stays.
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        database.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Tick, clock);
            do
            {
                await LookAsync(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; Npgsql tells a cancellation in more than one way.
        }
    }

    private static IEnumerable<Measurement<long>> Of(long? number) => number is { } known ? [new(known)] : [];

    private IEnumerable<Measurement<double>> Age() => load?.EndedAt is { } ended ? [new((clock.GetUtcNow() - ended).TotalSeconds)] : [];

    private sealed record Load(DateTimeOffset? EndedAt, long Pending, long HasFailed);
}
