using SocietyParty.Faults.Faults;

namespace SocietyParty.Faults;

/// <summary>All faults.</summary>
internal static class FaultCatalogue
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new ServiceKilled(),
        new PostgresKilled(),
        new BackendKilled(),
        new LoaderKilled(),
        new LinesCut(),
        new LinesSilent(),
        new ServerHeld(),
        new DiskFull(),
        new SessionsGone(),
        new SocketsIdle(),
        new MemoryShort(),
    ];
}
