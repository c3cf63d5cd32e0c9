using System.Text.Json;

namespace SocietyParty.Graph.Tests.Sql.Oracle;

/// <summary>An order as text, and the same order in C#. The key ends it.</summary>
internal sealed record OrderCase(string Text, Comparison<JsonElement> Compare);

internal sealed class OrderOracle(Random random)
{
    private static readonly (string Text, Func<JsonElement, IComparable?> Read)[] Keys =
    [
        ("name: #", branch => Text(branch.GetProperty("name"))),
        ("category: #", branch => Text(branch.GetProperty("category"))),
        ("status: #", branch => Text(branch.GetProperty("status"))),
        ("statusSince: #", branch => Text(branch.GetProperty("statusSince"))),
        ("form: #", branch => Text(branch.GetProperty("form"))),
        ("society: { kind: # }", branch => Of(branch.GetProperty("society"), society => Text(society.GetProperty("kind")))),
        ("committee: { name: # }", branch => Text(branch.GetProperty("committee").GetProperty("name"))),
        ("members: { count: # }", branch => branch.GetProperty("members").GetProperty("totalCount").GetInt32()),
        ("assessments: { count: # }", branch => Scores(branch).Count),
        ("assessments: { max: { totalScore: # } }", branch => Of(Scores(branch), scores => scores.Max())),
        ("assessments: { min: { totalScore: # } }", branch => Of(Scores(branch), scores => scores.Min())),
        ("assessments: { sum: { totalScore: # } }", branch => Of(Scores(branch), scores => scores.Sum())),
        ("assessments: { avg: { totalScore: # } }", branch =>
            Of(Scores(branch), scores => Math.Round(scores.Average(), 6, MidpointRounding.AwayFromZero))
        ),
        ("assessments: { sum: { year: # } }", branch =>
            Of(Scores(branch), _ => (IComparable)Items(branch).Sum(item => item.GetProperty("year").GetInt64()))
        ),
        ("society: { branches: { count: # } }", branch =>
            Of(branch.GetProperty("society"), society => society.GetProperty("branches").GetProperty("totalCount").GetInt32()) ?? 0
        ),
    ];

    private static readonly string[] Nulls = ["", "_NULLS_FIRST", "_NULLS_LAST"];

    public static IReadOnlyList<string> Texts => [.. Keys.Select(key => key.Text)];

    public OrderCase Next()
    {
        var keys = Enumerable
            .Range(0, random.Next(0, 4))
            .Select(_ => (Key: Keys[random.Next(Keys.Length)], Descending: random.Next(2) == 0, Nulls: Nulls[random.Next(Nulls.Length)]))
            .ToList();
        return new(
            "["
                + string.Join(
                    ", ",
                    keys.Select(key =>
                        "{ " + key.Key.Text.Replace("#", (key.Descending ? "DESC" : "ASC") + key.Nulls, StringComparison.Ordinal) + " }"
                    )
                )
                + "]",
            (one, other) =>
            {
                foreach (var ((_, read), descending, nulls) in keys)
                {
                    // Where it is not said, nulls are the greatest values.
                    var compared = Compare(
                        read(one),
                        read(other),
                        descending,
                        nullsFirst: nulls.Length == 0 ? descending : nulls == Nulls[1]
                    );
                    if (compared != 0)
                    {
                        return compared;
                    }
                }

                // The key goes the way of the last column.
                var byKey = one.GetProperty("key").GetInt64().CompareTo(other.GetProperty("key").GetInt64());
                return keys.Count > 0 && keys[^1].Descending ? -byKey : byKey;
            }
        );
    }

    private static int Compare(IComparable? one, IComparable? other, bool descending, bool nullsFirst) =>
        (one, other) switch
        {
            (null, null) => 0,
            (null, _) => nullsFirst ? -1 : 1,
            (_, null) => nullsFirst ? 1 : -1,
            _ => descending ? -one.CompareTo(other) : one.CompareTo(other),
        };

    private static List<JsonElement> Items(JsonElement branch) =>
        [.. branch.GetProperty("assessments").GetProperty("nodes").EnumerateArray()];

    private static List<decimal> Scores(JsonElement branch) =>
        [.. Items(branch).Select(item => item.GetProperty("totalScore").GetDecimal())];

    private static IComparable? Of(JsonElement thing, Func<JsonElement, IComparable?> read) =>
        thing.ValueKind == JsonValueKind.Null ? null : read(thing);

    private static IComparable? Of(List<decimal> scores, Func<List<decimal>, IComparable> read) => scores.Count == 0 ? null : read(scores);

    private static OrdinalText? Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : new OrdinalText(value.GetString()!);

    private sealed record OrdinalText(string Value) : IComparable
    {
        public int CompareTo(object? obj) => string.CompareOrdinal(Value, ((OrdinalText)obj!).Value);
    }
}
