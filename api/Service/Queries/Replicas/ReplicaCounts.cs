using System.Diagnostics.Metrics;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Service.Queries.Replicas;

/// <summary>How the replicas stand, told when somebody asks.</summary>
internal sealed class ReplicaCounts
{
    public ReplicaCounts(IMeterFactory meters, ReplicaSet replicas)
    {
        var meter = meters.Create(ServiceSource.Name);
        meter.CreateObservableGauge(
            "societyparty.replica.lag",
            () => replicas.All.Where(one => one.Lag is not null).Select(one => Of(one, one.Lag!.Value.TotalSeconds)),
            "s",
            "How far a replica may be behind the primary, by the last look."
        );
        meter.CreateObservableGauge(
            "societyparty.replica.serving",
            () => replicas.All.Select(one => Of(one, one.State == ReplicaState.Serving ? 1 : 0)),
            "{replica}",
            "1 where a replica answers queries, 0 where it is left out."
        );
    }

    private static Measurement<T> Of<T>(Replica replica, T value)
        where T : struct => new(value, new KeyValuePair<string, object?>("societyparty.replica", replica.Number));
}
