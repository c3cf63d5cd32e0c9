using SocietyParty.Bench.Load;
using SocietyParty.Bench.Peers;

namespace SocietyParty.Bench.Measure;

/// <summary>One peer under load for some seconds.</summary>
/// <param name="ServiceCpuMs">CPU of the peer's process per request; null where it cannot be read.</param>
/// <param name="PostgresCpuMs">CPU of PostgreSQL per request; null where it cannot be read.</param>
/// <param name="PeakMb">Most resident memory of the peer's process in this round; null where it cannot be read.</param>
internal sealed record Round(LoadResult Load, double? ServiceCpuMs, double? PostgresCpuMs, double? PeakMb)
{
    /// <exception cref="BenchException">Not every answer had data.</exception>
    public static async Task<Round> MeasureAsync(
        Peer peer,
        string file,
        int connections,
        int warmUpSeconds,
        int seconds,
        PostgresUsage? postgres,
        CancellationToken ct
    )
    {
        (long Service, long Postgres) before = default,
            after = default;
        var load = await LoadGenerator.RunAsync(
            file,
            peer.Port,
            connections,
            warmUpSeconds,
            seconds,
            begun: () =>
            {
                if (ProcessUsage.IsKnown)
                {
                    ProcessUsage.ForgetPeak(peer.ProcessId);
                }

                before = Clocks(peer, postgres);
            },
            ended: () => after = Clocks(peer, postgres),
            ct
        );
        if (load.Failures > 0)
        {
            throw new BenchException(
                "SP-BENCH-403",
                $"{peer.Name} gave {load.Failures} answers without data, the first: {load.FirstFailure}"
            );
        }

        return new Round(
            load,
            ProcessUsage.IsKnown ? (after.Service - before.Service) / (double)load.Requests : null,
            postgres is null ? null : (after.Postgres - before.Postgres) / (double)load.Requests,
            ProcessUsage.IsKnown ? ProcessUsage.PeakMb(peer.ProcessId) : null
        );
    }

    private static (long Service, long Postgres) Clocks(Peer peer, PostgresUsage? postgres) =>
        (ProcessUsage.IsKnown ? ProcessUsage.CpuMs(peer.ProcessId) : 0, postgres?.CpuMs() ?? 0);
}
