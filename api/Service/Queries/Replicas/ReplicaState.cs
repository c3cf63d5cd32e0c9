namespace SocietyParty.Service.Queries.Replicas;

/// <summary>Why a replica answers or does not.</summary>
public enum ReplicaState
{
    /// <summary>Nobody has looked yet, or what was last seen is too long ago.</summary>
    Unknown,

    /// <summary>It answers.</summary>
    Serving,

    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>It is a primary itself: the one of this service, which is asked as such, or a stranger's.</summary>
    Primary,

    /// <summary>It follows another history than the primary's: another cluster, or one of before a promotion.</summary>
    OtherHistory,

    /// <summary>It is further behind than the limit lets it be.</summary>
    Lagging,
}
