using System.Text.Json;
using System.Text.Json.Nodes;
using SocietyParty.Rules;

namespace SocietyParty.Etl.WhatIf;

/// <summary>The rules that held, and those that would have held with a draft in the place of the sets that it replaces.</summary>
internal sealed class DraftRules
{
    private readonly Dictionary<(bool IsAfter, string Section, string Region, DateOnly Day), RuleSet?> found = [];
    private readonly RuleBook before;
    private readonly RuleBook after;

    /// <param name="known">What the graph has.</param>
    /// <param name="parents">The region around each region.</param>
    public DraftRules(IReadOnlyList<RuleSet> known, RuleSet draft, bool asDated, IReadOnlyDictionary<string, string> parents)
    {
        Draft = draft;
        var others = known.Where(set => set.Code != draft.Code).ToList();
        before = new RuleBook(known, parents);
        after = asDated
            ? new RuleBook([.. others, draft], parents)
            : new RuleBook(
                [
                    .. others.Select(set => IsRival(set, draft) ? Without(set, Sections(draft.Content)) : set),
                    draft with
                    {
                        From = null,
                        To = null,
                    },
                ],
                parents
            );
    }

    public RuleSet Draft { get; }

    /// <summary>Names of the sections of a rule set, as <c>graph.rule_set_keep_sections</c> keeps them.</summary>
    public static IReadOnlyList<string> Sections(JsonElement content) =>
        [
            .. content
                .EnumerateObject()
                .Where(part => part.Value.ValueKind == JsonValueKind.Object && part.Name != "document")
                .Select(part => part.Name),
        ];

    /// <summary>The section in effect, before or after; null where no rule set has it on that day.</summary>
    public JsonElement? Section(bool isAfter, string section, string region, DateOnly day) =>
        Holding(isAfter, section, region, day)?.Content.GetProperty(section);

    /// <summary>Days that follow each other and go by one section, for each region; sections of the same words are one.</summary>
    public SectionRuns Runs(bool isAfter, string section, IEnumerable<string> regions, IReadOnlyList<DateOnly> days)
    {
        var contents = new List<JsonElement>();
        var places = new Dictionary<RuleSet, int>(ReferenceEqualityComparer.Instance);
        var runs = new List<SectionRun>();
        foreach (var region in regions)
        {
            SectionRun? open = null;
            foreach (var day in days)
            {
                var place = Holding(isAfter, section, region, day) is { } set ? Place(set, section, contents, places) : 0;
                if (open?.Place == place)
                {
                    open = open with { Until = day };
                    continue;
                }

                runs.AddRange(open is { Place: > 0 } ? [open] : []);
                open = new(region, day, day, place);
            }

            runs.AddRange(open is { Place: > 0 } ? [open] : []);
        }

        return new SectionRuns(contents, runs);
    }

    /// <summary>Codes of the rule sets that held on these days where the draft would have.</summary>
    public IEnumerable<string> Displaced(string section, IEnumerable<string> regions, IReadOnlyList<DateOnly> days) =>
        from region in regions
        from day in days
        where Holding(isAfter: true, section, region, day)?.Code == Draft.Code
        let held = Holding(isAfter: false, section, region, day)
        where held is not null
        select held.Code;

    private RuleSet? Holding(bool isAfter, string section, string region, DateOnly day)
    {
        if (!found.TryGetValue((isAfter, section, region, day), out var set))
        {
            set = (isAfter ? after : before).Holding(section, region, day);
            found.Add((isAfter, section, region, day), set);
        }

        return set;
    }

    // From 1, as SQL counts.
    private static int Place(RuleSet set, string section, List<JsonElement> contents, Dictionary<RuleSet, int> places)
    {
        if (places.TryGetValue(set, out var known))
        {
            return known;
        }

        var content = set.Content.GetProperty(section);
        var place = contents.FindIndex(one => JsonElement.DeepEquals(one, content));
        if (place < 0)
        {
            contents.Add(content);
            place = contents.Count - 1;
        }

        places.Add(set, place + 1);
        return place + 1;
    }

    private static bool IsRival(RuleSet set, RuleSet draft) => set.Region == draft.Region && set.IsDefault == draft.IsDefault;

    private static RuleSet Without(RuleSet set, IReadOnlyList<string> sections)
    {
        var content = JsonNode.Parse(set.Content.GetRawText())!.AsObject();
        foreach (var section in sections)
        {
            content.Remove(section);
        }

        return set with
        {
            Content = JsonElement.Parse(content.ToJsonString()),
        };
    }
}

/// <summary>What one section says where and when, in arrays that a statement can take.</summary>
/// <param name="Contents">The section's wordings; places count from 1.</param>
internal sealed record SectionRuns(IReadOnlyList<JsonElement> Contents, IReadOnlyList<SectionRun> Runs)
{
    public string[] Texts => [.. Contents.Select(content => content.GetRawText())];

    public string[] Regions => [.. Runs.Select(run => run.Region)];

    public DateOnly[] Since => [.. Runs.Select(run => run.Since)];

    public DateOnly[] Until => [.. Runs.Select(run => run.Until)];

    public int[] Places => [.. Runs.Select(run => run.Place)];

    /// <summary>Whether both say the same everywhere.</summary>
    public bool Says(SectionRuns other) =>
        Runs.SequenceEqual(other.Runs)
        && Contents.Count == other.Contents.Count
        && Contents.Zip(other.Contents).All(pair => JsonElement.DeepEquals(pair.First, pair.Second));
}

/// <param name="Since">First of the days that are looked at.</param>
/// <param name="Until">Last of them.</param>
/// <param name="Place">Place of the wording, from 1.</param>
internal sealed record SectionRun(string Region, DateOnly Since, DateOnly Until, int Place);
