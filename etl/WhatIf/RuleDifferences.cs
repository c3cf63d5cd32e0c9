using System.Text.Json;

namespace SocietyParty.Etl.WhatIf;

/// <summary>A value in which two rule sets differ.</summary>
/// <param name="Section">The section that it stands in; empty for what is said of the rule set itself.</param>
/// <param name="Path">JSON path in the new file; in the old one where the new one does not have the place.</param>
/// <param name="Place">The way to it, in steps that have words.</param>
/// <param name="Old">The old value; null: the old file does not have the place.</param>
/// <param name="New">The new value; null: the new file does not have the place.</param>
/// <param name="OldSource">Clauses of the old value; null where none are stated.</param>
/// <param name="NewSource">Clauses of the new value; null where none are stated.</param>
public sealed record RuleDifference(
    string Section,
    string Path,
    IReadOnlyList<RulePlace> Place,
    JsonElement? Old,
    JsonElement? New,
    string? OldSource,
    string? NewSource
);

/// <summary>A step on the way to a value: a key, or one thing of a list.</summary>
/// <param name="Key">The key, or that of the list.</param>
/// <param name="Name">What the list's thing is called: its title, name or code; null where the step is a key.</param>
public sealed record RulePlace(string Key, string? Name = null);

/// <summary>
/// What differs between two rule sets, value by value. Things of a list are compared with those of the same code, wherever they stand, so
/// that one that was put in between moves no other.
/// </summary>
public static class RuleDifferences
{
    private const string SchemaKey = "$schema";

    private static readonly string[] Sources = ["source", "clause"];

    // What tells the things of a list apart, and what people call them; the first that all of them have.
    private static readonly string[][] Identities =
    [
        ["code"],
        ["category"],
        ["grade"],
        ["level", "measure"],
        ["level", "measure", "dueOn"],
        ["level"],
        ["name"],
        ["field"],
    ];
    private static readonly string[] Names = ["title", "text", "label", "name", "code"];

    /// <summary>Every difference, in the order of the new file; what only the old one has comes behind.</summary>
    public static IReadOnlyList<RuleDifference> Between(JsonElement old, JsonElement @new)
    {
        var found = new List<RuleDifference>();
        var start = new Place("", "$", [], null, null);
        foreach (var key in Keys(old, @new).Where(key => key != SchemaKey))
        {
            var (before, after) = (Member(old, key), Member(@new, key));
            var isSection = (after ?? before)!.Value.ValueKind == JsonValueKind.Object && key != "document";
            Compare(before, after, start.Into(key) with { Section = isSection ? key : "" }, found);
        }

        return found;
    }

    private static void Compare(JsonElement? old, JsonElement? @new, Place place, List<RuleDifference> found)
    {
        if (IsObject(old) && IsObject(@new))
        {
            CompareObjects(old!.Value, @new!.Value, place, found);
        }
        else if (IsListOfThings(old) && IsListOfThings(@new))
        {
            CompareLists(old!.Value, @new!.Value, place, found);
        }
        else if (old is null || @new is null || !JsonElement.DeepEquals(old.Value, @new.Value))
        {
            found.Add(
                new(
                    place.Section,
                    place.Path,
                    place.Steps,
                    old,
                    @new,
                    OwnSource(old) ?? place.OldSource,
                    OwnSource(@new) ?? place.NewSource
                )
            );
        }
    }

    private static void CompareObjects(JsonElement old, JsonElement @new, Place place, List<RuleDifference> found)
    {
        var within = place with { OldSource = OwnSource(old) ?? place.OldSource, NewSource = OwnSource(@new) ?? place.NewSource };
        var before = found.Count;
        foreach (var key in Keys(old, @new).Where(key => !Sources.Contains(key)))
        {
            Compare(Member(old, key), Member(@new, key), within.Into(key), found);
        }

        // A clause that changed with its value is shown beside the value.
        if (found.Count == before)
        {
            foreach (var key in Keys(old, @new).Where(Sources.Contains))
            {
                Compare(Member(old, key), Member(@new, key), within.Into(key), found);
            }
        }
    }

    private static void CompareLists(JsonElement old, JsonElement @new, Place place, List<RuleDifference> found)
    {
        var (before, after) = Identified(old, @new);
        foreach (var (identity, index, value) in after)
        {
            var same = before.Find(one => one.Identity == identity);
            Compare(same?.Value, value, place.Into(index, value), found);
        }

        foreach (var (_, index, value) in before.Where(one => !after.Exists(other => other.Identity == one.Identity)))
        {
            Compare(value, null, place.Into(index, value), found);
        }

        var order = after.Select(one => one.Identity).Where(identity => before.Exists(other => other.Identity == identity)).ToList();
        var was = before.Select(one => one.Identity).Where(order.Contains).ToList();
        if (!order.SequenceEqual(was))
        {
            Compare(JsonSerializer.SerializeToElement(was), JsonSerializer.SerializeToElement(order), place, found);
        }
    }

    private static (List<Thing> Old, List<Thing> New) Identified(JsonElement old, JsonElement @new)
    {
        foreach (var keys in Identities)
        {
            var (before, after) = (Things(old, keys), Things(@new, keys));
            if (before is not null && after is not null)
            {
                return (before, after);
            }
        }

        return (Numbered(old), Numbered(@new));
    }

    // Null where a thing lacks one of the keys, or two have the same.
    private static List<Thing>? Things(JsonElement list, string[] keys)
    {
        var things = list.EnumerateArray()
            .Select(
                (thing, index) =>
                    new Thing(
                        keys.All(key => thing.TryGetProperty(key, out _))
                            ? string.Join(' ', keys.Select(key => thing.GetProperty(key).ToString()))
                            : "",
                        index,
                        thing
                    )
            )
            .ToList();
        return things.Exists(thing => thing.Identity.Length == 0) || things.DistinctBy(thing => thing.Identity).Count() < things.Count
            ? null
            : things;
    }

    private static List<Thing> Numbered(JsonElement list) =>
        [.. list.EnumerateArray().Select((thing, index) => new Thing($"{index}", index, thing))];

    private static bool IsObject(JsonElement? value) => value is { ValueKind: JsonValueKind.Object };

    private static bool IsListOfThings(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().All(thing => thing.ValueKind == JsonValueKind.Object);

    private static IEnumerable<string> Keys(JsonElement old, JsonElement @new) =>
        @new.EnumerateObject().Select(member => member.Name).Union(old.EnumerateObject().Select(member => member.Name));

    private static JsonElement? Member(JsonElement thing, string key) => thing.TryGetProperty(key, out var value) ? value : null;

    private static string? OwnSource(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } thing
            ? Sources.Select(key => Member(thing, key)).FirstOrDefault(source => source is { ValueKind: JsonValueKind.String })?.GetString()
            : null;

    private sealed record Thing(string Identity, int Index, JsonElement Value);

    private sealed record Place(string Section, string Path, IReadOnlyList<RulePlace> Steps, string? OldSource, string? NewSource)
    {
        public Place Into(string key) => this with { Path = $"{Path}.{key}", Steps = [.. Steps, new(key)] };

        public Place Into(int index, JsonElement thing) =>
            this with
            {
                Path = $"{Path}[{index}]",
                Steps = [.. Steps.SkipLast(1), new(Steps[^1].Key, Called(thing) ?? $"{index + 1}")],
            };

        // Of a category, a grade or a level its own word, which the reader's language decides.
        private static string? Called(JsonElement thing) =>
            Names
                .Concat(["category", "grade", "level", "field"])
                .Select(key => Member(thing, key))
                .FirstOrDefault(name => name is { ValueKind: JsonValueKind.String })
                ?.GetString();
    }
}
