namespace SocietyParty.Service.Options;

/// <summary>How far replicas may be behind.</summary>
/// <param name="LagMsMax">Milliseconds that a replica may lag; further behind it is left out.</param>
/// <param name="WaitMsMax">Milliseconds that a query waits for a client's own change at a replica; then the primary answers.</param>
public sealed record ReplicaLimits(int LagMsMax = 5_000, int WaitMsMax = 300);
