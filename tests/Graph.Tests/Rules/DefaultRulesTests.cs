using System.Text.Json;
using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Rules;

/// <summary>What the default rules leave to the cities: a deadline, a point or a target of one city would make another one late.</summary>
public sealed class DefaultRulesTests
{
    private static readonly JsonElement Default = JsonElement.Parse(
        RuleSetFile.Embedded().Single(file => file.Path == "rules/default.json").Text
    );

    /// <summary>A key that is one city's, the rule set that has it, and why.</summary>
    public static readonly TheoryData<string, string, string> OfCities = new()
    {
        { "assessment", "chongqing-2020", "004 is Chongqing's: items, points, grades, fail rules, minimums of activities" },
        { "workPoints", "chongqing-2023", "001 is one year of one committee: targets, cadences, days for each step" },
        { "coverage.targets.0", "pingdingshan-2019", "002 §2: days by which one city is covered" },
        { "leadingGroups.sizeMaximum.value", "suzhou-2020", "003 第五条: seats of Suzhou's groups" },
        { "leadingGroups.minutesSignedWithinDays.value", "suzhou-2020", "003 第二十条: a deadline" },
        { "evidence.kinds.*.cadence", "suzhou-2020", "003 第九条: the year-end report of Suzhou's groups, with its last day" },
        { "evidence.kinds.*.feeds", "chongqing-2020", "004 组织建设-6: points of an item" },
        { "evidence.kinds.*.assessmentItem", "chongqing-2020", "004 第五条: items of one scheme" },
    };

    [Theory]
    [MemberData(nameof(OfCities))]
    public void What_is_one_citys_stands_in_its_own_file(string path, string city, string reason)
    {
        Found(Default, path.Split('.')).ShouldBeEmpty(reason);
        Found(Set(city), path.Split('.')).ShouldNotBeEmpty(reason);
    }

    /// <summary>What the section of leading groups asks by itself; everything else is left open.</summary>
    [Theory]
    [InlineData("establishment", "false")]
    [InlineData("parity", "ANY")]
    [InlineData("members", "ANYONE")]
    [InlineData("leader", "ANYONE")]
    [InlineData("approval", "NONE")]
    [InlineData("term", "FREE")]
    [InlineData("contact", "false")]
    [InlineData("meetingsPerHalfYear", "0")]
    [InlineData("chairing", "ANYONE")]
    [InlineData("leave", "false")]
    [InlineData("minutesSigner", "ANYONE")]
    [InlineData("localRules", "OPTIONAL")]
    public void Leading_groups_are_asked_nothing_that_only_one_city_asks(string rule, string value)
    {
        var (ours, suzhou) = (Rule(Default, rule), Rule(Set("suzhou-2020"), rule));
        ours.GetProperty("value").ToString().ToUpperInvariant().ShouldBe(value.ToUpperInvariant());
        ours.GetProperty("source").GetString()!.ShouldStartWith("本软件默认");
        suzhou.GetProperty("source").GetString()!.ShouldStartWith("003 ");
    }

    /// <summary>How many come and what decides are the Party's general rules, not those of one city.</summary>
    [Theory]
    [InlineData("quorum", "中国共产党支部工作条例")]
    [InlineData("majority", "中国共产党章程 第十七条")]
    [InlineData("majorDisagreement", "中国共产党章程 第十七条")]
    public void What_is_left_of_leading_groups_is_the_partys(string rule, string source) =>
        Rule(Default, rule).GetProperty("source").GetString()!.ShouldStartWith(source);

    /// <summary>Every key of the default rules, so that one more is decided on here.</summary>
    [Fact]
    public void The_sections_are_those_that_every_city_needs()
    {
        Default
            .EnumerateObject()
            .Where(part => part.Value.ValueKind == JsonValueKind.Object)
            .Select(part => part.Name)
            .ShouldBe(["coverage", "categories", "leadingGroups", "evidence"], ignoreOrder: true);
        // No day stands in them.
        Texts(Default).Where(text => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _)).ShouldBeEmpty();
    }

    private static JsonElement Set(string code) =>
        RuleSetFile.Embedded().Select(file => JsonElement.Parse(file.Text)).Single(set => set.GetProperty("code").GetString() == code);

    private static JsonElement Rule(JsonElement set, string rule) => set.GetProperty("leadingGroups").GetProperty(rule);

    private static IEnumerable<JsonElement> Found(JsonElement value, ReadOnlySpan<string> path) =>
        path.Length == 0
            ? value.ValueKind == JsonValueKind.Null
                ? []
                : [value]
            : value.ValueKind == JsonValueKind.Array && path[0] == "*"
                ? [.. Each(value, path[1..].ToArray())]
                : value.ValueKind == JsonValueKind.Array && int.Parse(path[0], null) is var place && place < value.GetArrayLength()
                    ? [.. Found(value[place], path[1..])]
                    : value.ValueKind == JsonValueKind.Object && value.TryGetProperty(path[0], out var part)
                        ? [.. Found(part, path[1..])]
                        : [];

    private static IEnumerable<JsonElement> Each(JsonElement list, string[] path) =>
        list.EnumerateArray().SelectMany(one => Found(one, path));

    private static IEnumerable<string> Texts(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Object => value.EnumerateObject().SelectMany(part => Texts(part.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
            _ => [],
        };
}
