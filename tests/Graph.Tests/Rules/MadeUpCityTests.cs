using System.Text.Json;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Etl.Load;
using SocietyParty.Rules;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Rules;

/// <summary>A new city is a new file: one whose every number differs, without a line of code.</summary>
public sealed class MadeUpCityTests
{
    public static readonly string Text = File.ReadAllText(Path.Combine(Golden.ProjectFolder(), "Rules", "MadeUpCity.json"));

    private const string OfTheDefault = "The city has no such kind, so that around it holds; EvidenceDutiesTests ask with other cadences.";

    /// <summary>Numbers that every city must have as they are, each with its reason.</summary>
    private static readonly Dictionary<string, string> Same = new()
    {
        [".assessment.grades.bands[3].from.value"] = "The lowest band begins at 0, so that every score has a grade.",
        [".evidence.kinds[SIX_HAVES].feeds.points.value"] =
            "The city's kind suggests nothing; EvidenceRulesTests and ResultEvidenceTests feed others.",
        [".evidence.kinds[DUES_ELSEWHERE].fields[1].maximum"] = "A year has twelve months in every city.",
        [".evidence.kinds[GROUP_YEAR_REPORT].cadence.everyMonths"] = OfTheDefault,
        [".evidence.kinds[GROUP_YEAR_REPORT].cadence.target"] = OfTheDefault,
        [".evidence.kinds[GROUP_YEAR_REPORT].cadence.graceDays.value"] = OfTheDefault,
    };

    [Fact]
    public void Every_number_of_the_five_documents_differs()
    {
        var city = JsonElement.Parse(Text);
        // Nothing is counted below zero in any city: the least number of a field is no rule.
        var numbers = Numbers(CityRules.Content, "").Where(number => !number.Path.EndsWith(".minimum", StringComparison.Ordinal)).ToList();
        numbers.Count.ShouldBeGreaterThan(20);
        var forgotten = numbers.Where(number =>
            !Same.ContainsKey(number.Path)
            && !(At(city, number.Path) is { ValueKind: JsonValueKind.Number } other && other.GetDecimal() != number.Value)
        );
        forgotten.Select(number => $"{number.Path} is {number.Value} in both, or missing").ShouldBeEmpty();
        Same.Keys.Except(numbers.Select(number => number.Path)).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_loaded_and_holds_in_its_region_only()
    {
        await using var database = await LoadDatabase.CreateAsync();
        (
            await RuleSetLoader.LoadAsync(
                database.Source,
                [.. RuleSetFile.Embedded(), new RuleSetFile("rules/410400/made-up-city.json", Text)]
            )
        ).Problems.ShouldBeEmpty();
        const string maximum =
            "SELECT concat_ws(' ', graph.rule_section('410400', 'leadingGroups', '2021-01-01') #>> '{sizeMaximum,value}', "
            + "coalesce(graph.rule_section('410400', 'leadingGroups', '2020-12-31') #>> '{sizeMaximum,value}', 'any'), "
            + "graph.rule_section('320500', 'leadingGroups', '2021-01-01') #>> '{sizeMaximum,value}')";
        (await database.ScalarAsync<string>(maximum)).ShouldBe("9 any 7");
    }

    [Fact]
    public void Its_leading_groups_follow_other_rules()
    {
        var section = JsonElement.Parse(Text).GetProperty(LeadingGroupRules.Key);
        var rules = section.Deserialize<LeadingGroupRules>(RuleSet.Json)!;
        GroupSize.Breaches(8, rules).ShouldBeEmpty();
        GroupSize
            .Breaches(10, rules)
            .Select(breach => (breach.Code, breach.Severity))
            .ShouldBe([("LEADING_GROUP_TOO_LARGE", Severity.Error)]);
        MeetingQuorum.Breach(6, 3, rules)!.Severity.ShouldBe(Severity.Warning);
        MeetingChair.Breach(isLeader: false, "出差", rules)!.Code.ShouldBe("CHAIRING_NOT_DELEGABLE");
        Disagreement.Breach(isMajor: true, "紧急", rules)!.Code.ShouldBe("MAJOR_DISAGREEMENT_DEFERS");
        AgendaDecision.IsAdopted(new Votes(3, 0, 0), seats: 7, present: 4, rules.Majority.Value).ShouldBeFalse();
    }

    private static IEnumerable<(string Path, decimal Value)> Numbers(JsonElement value, string path) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => [(path, value.GetDecimal())],
            JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Numbers(member.Value, $"{path}.{member.Name}")),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Numbers(item, $"{path}[{Called(item) ?? $"{i}"}]")),
            _ => [],
        };

    // What has a code is the same thing wherever it stands.
    private static string? Called(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("code", out var code) ? code.GetString() : null;

    private static JsonElement? At(JsonElement root, string path) =>
        Numbers(root, "").Any(number => number.Path == path)
            ? JsonSerializer.SerializeToElement(Numbers(root, "").Single(number => number.Path == path).Value)
            : null;
}
