using System.Collections.Immutable;
using System.Globalization;
using SocietyParty.Service.Access;
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

    /// <summary>Channels that tell of one subject in one form, with the root fields that tell it on.</summary>
    private static readonly ImmutableDictionary<string, string> Subjects = ImmutableDictionary<string, string>
        .Empty.Add("activity_changed", "activityChanged")
        .Add("assessment_changed", "assessmentChanged")
        .Add("duties_changed", "dutiesChanged");

    /// <summary>All channels to listen to.</summary>
    public static ImmutableArray<string> Channels { get; } = [BranchChannel, LoadChannel, .. Subjects.Keys.Order(StringComparer.Ordinal)];

    /// <summary>More changed, or may have, than is sent one by one.</summary>
    public static GraphEvent ManyBranches { get; } = Branch("MANY", null, []);

    /// <summary>Of everything that may have been missed.</summary>
    public static ImmutableArray<GraphEvent> ManyOfAll { get; } =
    [ManyBranches, .. Subjects.Values.Order(StringComparer.Ordinal).Select(Many)];

    public static GraphEvent Loaded(long load) =>
        new("coverageLoaded", ImmutableDictionary<string, object?>.Empty.Add(EventMap.Load, load), NoConcerns);

    /// <summary>A notification. One that cannot be read, a newer version's perhaps, counts as many changes: nothing is lost.</summary>
    public static GraphEvent? Read(string channel, string payload) =>
        channel switch
        {
            BranchChannel => OfBranch(payload.Split(' ')),
            _ when Subjects.TryGetValue(channel, out var topic) => OfSubject(topic, payload.Split(' ')),
            LoadChannel when long.TryParse(payload, NumberStyles.None, CultureInfo.InvariantCulture, out var load) => Loaded(load),
            _ => null,
        };

    /// <summary>The event that stands for this one and for those before it that were not told.</summary>
    public GraphEvent Collapsed() =>
        Topic == BranchTopic ? ManyBranches
        : Subjects.ContainsValue(Topic) ? Many(Topic)
        : this;

    public bool Meets(ImmutableArray<(string Argument, long Key)> filters) =>
        filters.All(filter => !Concerns.TryGetValue(filter.Argument, out var keys) || keys.Contains(filter.Key));

    /// <summary>One row of one of these a caller must see to be told; null where everybody is.</summary>
    public ImmutableArray<(string Table, ImmutableArray<long> Keys)>? ConcernsOf(AccessClass of)
    {
        // What nobody can see who it is about.
        if (Concerns.IsEmpty || of is AccessClass.Everywhere or AccessClass.Research)
        {
            return null;
        }

        // A committee stays where a branch of it is gone; a joint branch is in sight of other committees than its own.
        string[] subjects = of == AccessClass.Committee ? ["committee", "branch"] : ["branch"];
        return [.. subjects.Where(Concerns.ContainsKey).Select(subject => ("graph." + subject, Concerns[subject]))];
    }

    // "CHANGED 17 branch=3 committee=1"
    private static GraphEvent OfSubject(string topic, string[] parts)
    {
        var concerns = NoConcerns;
        foreach (var part in parts.Skip(2))
        {
            if (part.Split('=') is not [{ Length: > 0 } name, var text] || Key(text) is not { } concerned)
            {
                return Many(topic);
            }

            concerns = concerns.Add(name, [concerned]);
        }

        return parts is ["CREATED" or "CHANGED" or "DELETED", var id, ..] && Key(id) is { } key
            ? new(topic, Change(parts[0], key), concerns)
            : Many(topic);
    }

    private static long? Key(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null;

    private static GraphEvent Many(string topic) => new(topic, Change("MANY", null), NoConcerns);

    private static ImmutableDictionary<string, object?> Change(string kind, long? key) =>
        ImmutableDictionary<string, object?>.Empty.Add(EventMap.Changed, key).Add(EventMap.Kind, kind);

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
