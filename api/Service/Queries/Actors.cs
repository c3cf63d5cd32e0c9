namespace SocietyParty.Service.Queries;

/// <summary>Names of who asks, where no account has one.</summary>
public static class Actors
{
    /// <summary>Where nobody says who it is.</summary>
    public const string Unknown = "unknown";
}
