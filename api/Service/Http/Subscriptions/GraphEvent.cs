using System.Collections.Immutable;
using System.Globalization;
using SocietyParty.Sql.Mapping;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>Something that the database told.</summary>
/// <param name="Topic">The root field that tells it.</param>
/// <param name="Values">What the event's statement gets.</param>
/// <param name="Concerns">Keys by the name of the argument that asks for them; empty: everybody is concerned.</param>
internal sealed record GraphEvent(
    string Topic,
    ImmutableDictionary<string, object?> Values,
    ImmutableDictionary<string, ImmutableArray<long>> Concerns
)
{
    public const string BranchChannel = "branch_changed";
    public const string LoadChannel = "coverage_loaded";

    private const string BranchTopic = "branchChanged";

    // Before what is made of it: static members are filled from the top.
    private static readonly ImmutableDictionary<string, ImmutableArray<long>> NoConcerns = ImmutableDictionary<
        string,
        ImmutableArray<long>
    >.Empty;

    /// <summary>More changed, or may have, than is sent one by one.</summary>
    public static GraphEvent ManyBranches { get; } = Branch("MANY", null, []);

    public static GraphEvent Loaded(long load) =>
        new("coverageLoaded", ImmutableDictionary<string, object?>.Empty.Add(EventMap.Load, load), NoConcerns);

    /// <summary>A notification. One that cannot be read, a newer version's perhaps, counts as many changes: nothing is lost.</summary>
    public static GraphEvent? Read(string channel, string payload) =>
        channel switch
        {
            BranchChannel => OfBranch(payload.Split(' ')),
            LoadChannel when long.TryParse(payload, NumberStyles.None, CultureInfo.InvariantCulture, out var load) => Loaded(load),
            _ => null,
        };

    /// <summary>The event that stands for this one and for those before it that were not told.</summary>
    public GraphEvent Collapsed() => Topic == BranchTopic ? ManyBranches : this;

    public bool Meets(ImmutableArray<(string Argument, long Key)> filters) =>
        filters.All(filter => !Concerns.TryGetValue(filter.Argument, out var keys) || keys.Contains(filter.Key));

    private static GraphEvent OfBranch(string[] parts)
    {
        var keys = parts
            .Skip(1)
            .Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : -1)
            .ToImmutableArray();
        return parts[0] is "CREATED" or "CHANGED" or "DELETED" && keys.Length >= 2 && !keys.Contains(-1)
            ? Branch(parts[0], keys[0], keys[1..])
            : ManyBranches;
    }

    private static GraphEvent Branch(string kind, long? branch, ImmutableArray<long> committees) =>
        new(
            BranchTopic,
            ImmutableDictionary<string, object?>.Empty.Add(EventMap.Branch, branch).Add(EventMap.Kind, kind),
            branch is { } key ? NoConcerns.Add("branch", [key]).Add("committee", committees) : NoConcerns
        );
}
