namespace SocietyParty.Bench.Peers;

/// <summary>Names of the peers, as options and tables write them.</summary>
internal static class PeerNames
{
    public const string Service = "service";
    public const string Floor = "floor";
    public const string PostGraphile = "postgraphile";

    public static readonly IReadOnlyList<string> All = [Service, Floor, PostGraphile];
}
