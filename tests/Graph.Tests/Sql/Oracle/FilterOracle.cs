using System.Globalization;
using System.Text.Json;

namespace SocietyParty.Graph.Tests.Sql.Oracle;

/// <summary>A filter as text, and what it means in C# for a branch that was read whole.</summary>
internal sealed record FilterCase(string Text, Func<JsonElement, bool> Holds);

/// <summary>
/// Random filters on branches. Two truth values are enough: whatever is not true counts as false, and a negation holds wherever
/// its inside is not true.
/// </summary>
internal sealed class FilterOracle(Random random, IReadOnlyList<JsonElement> branches)
{
    private static readonly string[] Categories = ["A", "B", "C", "UNCLASSIFIED"];
    private static readonly string[] Statuses = ["PROPOSED", "ESTABLISHED", "DISSOLVED"];
    private static readonly string[] Kinds = ["LEARNED_SOCIETY", "ASSOCIATION", "RESEARCH_SOCIETY", "FOUNDATION"];
    private static readonly string[] Grades = ["EXCELLENT", "GOOD", "QUALIFIED", "UNQUALIFIED"];
    private static readonly string[] Members = ["FULL", "PROBATIONARY"];

    public FilterCase Branch(int depth)
    {
        var parts = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Part(depth)).DistinctBy(part => part.Text.Split(':')[0]).ToList();
        return new("{ " + string.Join(", ", parts.Select(part => part.Text)) + " }", branch => parts.All(part => part.Holds(branch)));
    }

    private FilterCase Part(int depth) =>
        random.Next(depth > 0 ? 13 : 9) switch
        {
            0 => Text("name", branch => branch.GetProperty("name").GetString()),
            1 => Word("category", Categories),
            2 => Word("status", Statuses),
            3 => Day("statusSince"),
            4 => random.Next(5) switch
            {
                0 => ToOne("society", Word("kind", Kinds)),
                1 => ToOne("society", Text("name", society => society.GetProperty("name").GetString())),
                2 => ToOne("society", Not(Word("kind", Kinds))),
                3 => new("society: null", branch => branch.GetProperty("society").ValueKind == JsonValueKind.Null),
                _ => new("society: { id: { eq: null } }", branch => branch.GetProperty("society").ValueKind == JsonValueKind.Null),
            },
            5 => ToOne("committee", Text("name", committee => committee.GetProperty("name").GetString())),
            6 => ToMany(
                "assessments",
                random.Next(4) switch
                {
                    0 => Word("grade", Grades),
                    1 => Number("totalScore"),
                    2 => Not(Number("totalScore")),
                    _ => Number("year"),
                }
            ),
            7 => ToMany("members", Word("status", Members)),
            8 => ToMany("categoryHistory", Day(random.Next(2) == 0 ? "validFrom" : "validTo")),
            9 or 10 => Not(Branch(depth - 1)),
            11 => Any(Branch(depth - 1), Branch(depth - 1)),
            _ => All(Branch(depth - 1), Branch(depth - 1)),
        };

    private static FilterCase Not(FilterCase inner) => new($"not: {Braced(inner)}", thing => !inner.Holds(thing));

    private static FilterCase Any(FilterCase one, FilterCase other) =>
        new($"or: [{one.Text}, {other.Text}]", thing => one.Holds(thing) || other.Holds(thing));

    private static FilterCase All(FilterCase one, FilterCase other) =>
        new($"and: [{one.Text}, {other.Text}]", thing => one.Holds(thing) && other.Holds(thing));

    private FilterCase ToMany(string field, FilterCase inner)
    {
        IEnumerable<JsonElement> Items(JsonElement thing) =>
            (
                thing.GetProperty(field) is { ValueKind: JsonValueKind.Array } list ? list : thing.GetProperty(field).GetProperty("nodes")
            ).EnumerateArray();
        var count = random.Next(4);
        return random.Next(6) switch
        {
            4 => new($"{field}: {{ count: {{ gte: {count} }} }}", thing => Items(thing).Count() >= count),
            5 => new($"{field}: {{ count: {{ neq: {count} }} }}", thing => Items(thing).Count() != count),
            0 => new($"{field}: {{ some: {Braced(inner)} }}", thing => Items(thing).Any(inner.Holds)),
            1 => new($"{field}: {{ none: {Braced(inner)} }}", thing => !Items(thing).Any(inner.Holds)),
            2 => new($"{field}: {{ all: {Braced(inner)} }}", thing => Items(thing).All(inner.Holds)),
            _ => new($"{field}: {{ any: false }}", thing => !Items(thing).Any()),
        };
    }

    private static FilterCase ToOne(string field, FilterCase inner) =>
        new($"{field}: {Braced(inner)}", thing => thing.GetProperty(field) is { ValueKind: JsonValueKind.Object } one && inner.Holds(one));

    private FilterCase Text(string field, Func<JsonElement, string?> read)
    {
        // A piece of some name, so that there is something to find; "%" and "_" mean themselves.
        var name = branches[random.Next(branches.Count)].GetProperty("name").GetString()!;
        var length = random.Next(1, 4);
        var piece = random.Next(12) switch
        {
            0 => "%",
            1 => "_",
            _ => name.Substring(random.Next(name.Length - length), length),
        };
        var (operation, holds) = random.Next(5) switch
        {
            0 => ("startsWith", (Func<string, bool>)(text => text.StartsWith(piece, StringComparison.Ordinal))),
            1 => ("endsWith", text => text.EndsWith(piece, StringComparison.Ordinal)),
            2 => ("ncontains", text => !text.Contains(piece, StringComparison.Ordinal)),
            _ => ("contains", text => text.Contains(piece, StringComparison.Ordinal)),
        };
        return new($"{field}: {{ {operation}: {JsonSerializer.Serialize(piece)} }}", thing => holds(read(thing)!));
    }

    private FilterCase Word(string field, string[] words)
    {
        var word = words[random.Next(words.Length)];
        var other = words[random.Next(words.Length)];
        return random.Next(4) switch
        {
            0 => new($"{field}: {{ eq: {word} }}", thing => Value(thing, field) == word),
            1 => new($"{field}: {{ neq: {word} }}", thing => Value(thing, field) != word),
            2 => new($"{field}: {{ in: [{word}, {other}] }}", thing =>
                Value(thing, field) is { } value && (value == word || value == other)
            ),
            _ => new($"{field}: {{ nin: [{word}, {other}] }}", thing =>
                Value(thing, field) is not { } value || (value != word && value != other)
            ),
        };
    }

    private FilterCase Day(string field)
    {
        var from = new DateOnly(random.Next(2019, 2027), random.Next(1, 13), 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var to = new DateOnly(random.Next(2019, 2027), random.Next(1, 13), 15).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        int? Compared(JsonElement thing, string day) => Value(thing, field) is { } value ? string.CompareOrdinal(value, day) : null;
        return random.Next(5) switch
        {
            4 => new($"{field}: null", thing => Value(thing, field) is null),
            0 => new($"{field}: {{ gte: \"{from}\", lt: \"{to}\" }}", thing => Compared(thing, from) >= 0 && Compared(thing, to) < 0),
            1 => new($"{field}: {{ nlte: \"{from}\" }}", thing => !(Compared(thing, from) <= 0)),
            2 => new($"{field}: {{ eq: null }}", thing => Value(thing, field) is null),
            _ => new($"{field}: {{ gt: \"{from}\" }}", thing => Compared(thing, from) > 0),
        };
    }

    private FilterCase Number(string field)
    {
        var number = field == "year" ? random.Next(2021, 2026) : random.Next(60, 100);
        decimal Read(JsonElement thing) => thing.GetProperty(field).GetDecimal();
        return random.Next(3) switch
        {
            0 => new($"{field}: {{ gte: {number}, lte: {number + 3} }}", thing => Read(thing) >= number && Read(thing) <= number + 3),
            1 => new($"{field}: {{ ngt: {number} }}", thing => Read(thing) <= number),
            _ => new($"{field}: {{ lt: {number} }}", thing => Read(thing) < number),
        };
    }

    private static string? Value(JsonElement thing, string field) => thing.GetProperty(field).GetString();

    private static string Braced(FilterCase inner) => inner.Text.StartsWith('{') ? inner.Text : $"{{ {inner.Text} }}";
}
