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
        new ReplicaKilled(),
        new PrimaryLost(),
        new DiskSlow(),
        new ClockJumps("clock", "clocks jump an hour ahead, then an hour behind", TimeSpan.FromHours(1), isServerToo: true),
        new ClockJumps("clock-day", "clocks jump a day ahead, then a day behind", TimeSpan.FromDays(1), isServerToo: true),
        new ClockJumps(
            "clock-apart",
            "the service's clock alone jumps a day ahead, then a day behind",
            TimeSpan.FromDays(1),
            isServerToo: false
        ),
    ];
}
