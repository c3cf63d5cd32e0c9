namespace SocietyParty.Service.Options;

/// <content>The limits of replicas.</content>
public static partial class LimitTable
{
    private static LimitSetting[] OfReplicas() =>
        [
            new(
                "ReplicaLagMsMax",
                1_000,
                600_000,
                "",
                "Milliseconds that a replica may be behind the primary; further behind it answers nothing",
                o => o.Replica.LagMsMax,
                (o, v) => o with { Replica = o.Replica with { LagMsMax = v } }
            ),
            new(
                "ReplicaWaitMsMax",
                0,
                10_000,
                "",
                "Milliseconds that a query waits for its client's own change at a replica; then the primary answers",
                o => o.Replica.WaitMsMax,
                (o, v) => o with { Replica = o.Replica with { WaitMsMax = v } }
            ),
        ];
}
