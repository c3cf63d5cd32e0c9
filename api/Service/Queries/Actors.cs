namespace SocietyParty.Service.Queries;

/// <summary>Who asks. Nobody signs in to this service yet: whatever carries a request says so.</summary>
public static class Actors
{
    /// <summary>Where nobody says who it is.</summary>
    public const string Unknown = "unknown";
}
