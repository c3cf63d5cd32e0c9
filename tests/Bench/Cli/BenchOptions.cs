namespace SocietyParty.Bench.Cli;

/// <summary>What is measured, on which database, for how long.</summary>
/// <param name="Connection">A database that is there already; null: the private cluster in <paramref name="DataFolder"/>.</param>
/// <param name="SmallConnection">A database of a tenth of the societies; null: one in the private cluster.</param>
/// <param name="Societies">Of the private cluster's graph.</param>
/// <param name="Connections">Connections of the load generator, each with one request at a time.</param>
/// <param name="Seconds">Of one round of one peer and query.</param>
/// <param name="WarmUpSeconds">Before the first round of one peer and query; each round starts with one second more.</param>
/// <param name="Checks">Requests per query for which all peers must answer the same.</param>
/// <param name="Seed">The same seed sends the same requests.</param>
internal sealed record BenchOptions(
    string? Connection,
    string? SmallConnection,
    string DataFolder,
    int Societies,
    IReadOnlyList<string> Peers,
    IReadOnlyList<string> Queries,
    IReadOnlyList<string> Parts,
    int Connections,
    int Seconds,
    int Rounds,
    int WarmUpSeconds,
    int Checks,
    int Seed,
    string? JsonFile
)
{
    public const int NationSocieties = 60_000;

    public const string LoadPart = "load";
    public const string ColdPart = "cold";
    public const string KeyedPart = "keyed";

    /// <summary>Of the graph that keyed queries are compared with.</summary>
    public int SmallSocieties => Math.Max(1, Societies / 10);

    public static readonly IReadOnlyList<string> AllParts = [LoadPart, ColdPart, KeyedPart];
}
