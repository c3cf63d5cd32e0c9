namespace SocietyParty.Faults;

/// <summary>What stands around the service and its PostgreSQL.</summary>
internal enum Scene
{
    /// <summary>Nothing else; the data is on a small disk in memory, where that can be made.</summary>
    Plain,

    /// <summary>A streaming standby that answers queries and can take the primary's place.</summary>
    Standby,

    /// <summary>A clock of their own, and everybody signs in.</summary>
    Clock,

    /// <summary>A block device of its own, which can be throttled.</summary>
    Disk,
}
