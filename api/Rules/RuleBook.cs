using System.Text.Json;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules;

/// <summary>
/// All rule sets, and which section of them is in effect where and when. The same answer as <c>graph.rule_section</c> gives.
/// </summary>
/// <param name="parents">The region around each region; the country has none.</param>
public sealed class RuleBook(IReadOnlyList<RuleSet> ruleSets, IReadOnlyDictionary<string, string> parents)
{
    /// <summary>
    /// The section of the nearest rule set that has it and is in effect, the latest of several; what no region's rule set says, the
    /// default one does.
    /// </summary>
    /// <typeparam name="T">The section's record; its <see cref="ISection.Key"/> is the key in the file.</typeparam>
    /// <exception cref="InvalidOperationException">Not even the default rule set has the section on that day.</exception>
    public T Section<T>(string region, DateOnly day)
        where T : class, ISection =>
        (
            Holding(T.Key, region, day)
            ?? throw new InvalidOperationException($"No rule set has the section \"{T.Key}\" on {day:yyyy-MM-dd}; the default one must.")
        )
            .Content.GetProperty(T.Key)
            .Deserialize<T>(RuleSet.Json)!;

    /// <summary>The rule set whose section it is; null where none has it on that day.</summary>
    public RuleSet? Holding(string section, string region, DateOnly day)
    {
        var around = Around(region).ToList();
        return ruleSets
            .Where(set => set.HoldsOn(day) && set.Content.TryGetProperty(section, out _) && (set.IsDefault || around.Contains(set.Region)))
            .OrderBy(set => set.IsDefault)
            .ThenBy(set => around.IndexOf(set.Region))
            .ThenByDescending(set => set.From ?? DateOnly.MinValue)
            .ThenByDescending(set => set.Code, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private IEnumerable<string> Around(string region)
    {
        for (var code = region; code is not null; code = parents.GetValueOrDefault(code))
        {
            yield return code;
        }
    }
}

/// <summary>A part of a rule set: the rules of one subject.</summary>
public interface ISection
{
    /// <summary>Its key in a rule set's file.</summary>
    static abstract string Key { get; }

    /// <summary>What does not add up in itself, each with the JSON path below the section; empty where all does.</summary>
    IEnumerable<(string Path, Sentence Problem)> Problems();
}
