using System.Globalization;
using System.Text.Json;

namespace SocietyParty.Graph.Tests.Etl.Generate;

/// <summary>Groups of the generated city are what grouping its rows here gives, whatever the keys and the conditions.</summary>
public sealed class GroupPropertyTests(CityFixture city) : IClassFixture<CityFixture>
{
    private const string RowFields =
        "name category status statusSince form committee { id level region { code } } society { id kind level discipline { code "
        + "} operatingState } supportingUnit { id region { code } } latestAssessment { id year grade totalScore bonusScore }";
    private const string GroupFields =
        "count sum { latestAssessment { totalScore year } } avg { latestAssessment { totalScore year } } min { statusSince "
        + "latestAssessment { bonusScore } } max { statusSince latestAssessment { bonusScore year } }";

    /// <summary>A key, how it is selected, and where its value stands in a group's key and in a row.</summary>
    private static readonly (string Value, string Selection, string InKey, string InRow)[] Keys =
    [
        ("CATEGORY", "category", "category", "category"),
        ("STATUS", "status", "status", "status"),
        ("FORM", "form", "form", "form"),
        ("STATUS_SINCE_YEAR", "statusSinceYear", "statusSinceYear", "statusSince:year"),
        ("STATUS_SINCE_MONTH", "statusSinceMonth", "statusSinceMonth", "statusSince:month"),
        ("COMMITTEE", "committee { id }", "committee.id", "committee.id"),
        ("COMMITTEE_REGION", "committeeRegion { code }", "committeeRegion.code", "committee.region.code"),
        ("SOCIETY", "society { id }", "society.id", "society.id"),
        ("SOCIETY_KIND", "societyKind", "societyKind", "society.kind"),
        ("SOCIETY_DISCIPLINE", "societyDiscipline { code }", "societyDiscipline.code", "society.discipline.code"),
        ("SOCIETY_OPERATING_STATE", "societyOperatingState", "societyOperatingState", "society.operatingState"),
        ("SUPPORTING_UNIT", "supportingUnit { id }", "supportingUnit.id", "supportingUnit.id"),
        ("SUPPORTING_UNIT_REGION", "supportingUnitRegion { code }", "supportingUnitRegion.code", "supportingUnit.region.code"),
        ("LATEST_ASSESSMENT", "latestAssessment { id }", "latestAssessment.id", "latestAssessment.id"),
        ("LATEST_ASSESSMENT_YEAR", "latestAssessmentYear", "latestAssessmentYear", "latestAssessment.year"),
        ("LATEST_ASSESSMENT_GRADE", "latestAssessmentGrade", "latestAssessmentGrade", "latestAssessment.grade"),
    ];

    private static readonly string[] Conditions =
    [
        "{}",
        "{}",
        "{\"category\":{\"in\":[\"A\",\"B\"]}}",
        "{\"statusSince\":{\"gte\":\"2018-01-01\"}}",
        "{\"society\":{\"level\":{\"neq\":\"COUNTY\"}}}",
        "{\"latestAssessment\":{\"totalScore\":{\"gt\":85}}}",
        "{\"or\":[{\"form\":{\"eq\":\"JOINT_BRANCH\"}},{\"category\":{\"eq\":\"C\"}}]}",
        "{\"members\":{\"any\":true}}",
        "{\"category\":{\"eq\":\"UNCLASSIFIED\"}}",
    ];

    private static readonly (string Having, Func<Group, bool> Holds)[] Havings =
    [
        ("{}", _ => true),
        ("{\"count\":{\"gte\":3}}", group => group.Count >= 3),
        ("{\"avg\":{\"latestAssessment\":{\"totalScore\":{\"gt\":84.5}}}}", group => group.Mean(Scores) > 84.5m),
        ("{\"min\":{\"statusSince\":{\"eq\":null}}}", group => group.Days.Count == 0),
        ("{\"or\":[{\"count\":{\"eq\":1}},{\"sum\":{\"latestAssessment\":{\"year\":{\"gte\":20000}}}}]}", group =>
            group.Count == 1 || Sum(group, Years) >= 20_000
        ),
        ("{\"and\":[{\"count\":{\"lt\":20}},{\"max\":{\"latestAssessment\":{\"bonusScore\":{\"ngt\":3}}}}]}", group =>
            group.Count < 20 && !(Greatest(group, "bonusScore") > 3)
        ),
    ];

    private const string Scores = "totalScore";
    private const string Years = "year";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Groups_are_the_rows_taken_together(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 15; round++)
        {
            var by = Keys.OrderBy(_ => random.Next()).Take(random.Next(0, 4)).ToList();
            var (outer, inner) = (Pick(random, Conditions), Pick(random, Conditions));
            var having = Havings[random.Next(Havings.Length)];
            var told =
                $"seed {seed}, round {round}: by {string.Join(' ', by.Select(key => key.Value))}, where {outer} and {inner}, "
                + $"having {having.Having}";

            var rows = (
                await NodesAsync(
                    $"query ($both: BranchFilterInput) {{ branches(first: 500, where: $both) {{ nodes {{ {RowFields} }} }} }}",
                    new { both = Json($"{{\"and\":[{outer},{inner}]}}") },
                    "branches"
                )
            )
                .GetProperty("nodes")
                .EnumerateArray()
                .ToList();
            var expected = rows.GroupBy(row => string.Join('|', by.Select(key => Text(row, key.InRow))))
                .Select(group => new Group(group.Key, [.. group]))
                .Where(having.Holds)
                .Select(group => group.ToString())
                .Order(StringComparer.Ordinal);

            var answer = await NodesAsync(
                $"query ($outer: BranchFilterInput, $inner: BranchFilterInput, $having: BranchGroupFilterInput) {{ "
                    + $"branches(where: $outer) {{ groups(first: 500, by: [{string.Join(' ', by.Select(key => key.Value))}], where: "
                    + $"$inner, having: $having, order: [{{ count: DESC }}]) "
                    + $"{{ totalCount nodes {{ key {{ __typename {string.Join(' ', by.Select(key => key.Selection))} }} "
                    + $"{GroupFields} }} }} }} }}",
                new
                {
                    outer = Json(outer),
                    inner = Json(inner),
                    having = Json(having.Having),
                },
                "branches"
            );
            var groups = answer.GetProperty("groups");
            var nodes = groups.GetProperty("nodes").EnumerateArray().ToList();
            nodes.Select(node => Written(node, by.Select(key => key.InKey))).Order(StringComparer.Ordinal).ShouldBe(expected, told);
            groups.GetProperty("totalCount").GetInt32().ShouldBe(nodes.Count, told);
            nodes.Select(node => node.GetProperty("count").GetInt32()).ShouldBeInOrder(SortDirection.Descending, told);
        }
    }

    [Fact]
    public async Task Groups_of_each_parent_are_its_own_rows_taken_together()
    {
        var branches = (
            await NodesAsync(
                "{ branches(first: 500) { nodes { assessments { nodes { year grade totalScore } groups(by: [GRADE]) { nodes { "
                    + "key { grade } count avg { totalScore } max { year } } } } } } }",
                null,
                "branches"
            )
        )
            .GetProperty("nodes")
            .EnumerateArray()
            .ToList();
        branches.Sum(branch => branch.GetProperty("assessments").GetProperty("nodes").GetArrayLength()).ShouldBeGreaterThan(200);
        foreach (var assessments in branches.Select(branch => branch.GetProperty("assessments")))
        {
            var expected = assessments
                .GetProperty("nodes")
                .EnumerateArray()
                .GroupBy(one => Text(one, "grade"))
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group =>
                {
                    var average = group.Average(one => one.GetProperty("totalScore").GetDecimal());
                    var year = group.Max(one => one.GetProperty("year").GetInt32());
                    return $"{group.Key} {group.Count()} {Number(Math.Round(average, 6, MidpointRounding.AwayFromZero))} {year}";
                });
            assessments
                .GetProperty("groups")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(group =>
                    $"{Text(group, "key.grade")} {Text(group, "count")} {Text(group, "avg.totalScore")} {Text(group, "max.year")}"
                )
                .ShouldBe(expected);
        }
    }

    private static string Written(JsonElement node, IEnumerable<string> keys) =>
        string.Join(
            ' ',
            [
                string.Join('|', keys.Select(key => Text(node, "key." + key))),
                Text(node, "count"),
                .. new[]
                {
                    "sum.latestAssessment.totalScore",
                    "sum.latestAssessment.year",
                    "avg.latestAssessment.totalScore",
                    "avg.latestAssessment.year",
                    "min.statusSince",
                    "max.statusSince",
                    "min.latestAssessment.bonusScore",
                    "max.latestAssessment.bonusScore",
                    "max.latestAssessment.year",
                }.Select(path => Text(node, path)),
            ]
        );

    private async Task<JsonElement> NodesAsync(string query, object? variables, string root)
    {
        var answer = await city.AskAsync(query, variables);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ValueKind == JsonValueKind.Undefined ? "" : errors.ToString());
        return answer.GetProperty("data").GetProperty(root);
    }

    /// <summary>The value at a path as text, numbers without needless zeros; a null on the way is null.</summary>
    private static string Text(JsonElement value, string path)
    {
        var (names, part) = path.Split(':') is [var before, var after] ? (before, after) : (path, "");
        foreach (var name in names.Split('.'))
        {
            value = value.ValueKind == JsonValueKind.Null ? value : value.GetProperty(name);
        }

        return (value.ValueKind, part) switch
        {
            (JsonValueKind.Null, _) => "null",
            (JsonValueKind.Number, _) => Number(value.GetDecimal()),
            (_, "year") => value.GetString()![..4],
            (_, "month") => value.GetString()![..7] + "-01",
            _ => value.GetString()!,
        };
    }

    private static string Number(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "null";

    private static decimal? Sum(Group group, string field) => group.Values(field) is { Count: > 0 } values ? values.Sum() : null;

    private static decimal? Greatest(Group group, string field) => group.Values(field) is { Count: > 0 } values ? values.Max() : null;

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private sealed record Group(string Key, List<JsonElement> Rows)
    {
        public int Count => Rows.Count;

        public List<string> Days { get; } =
        [.. Rows.Select(row => Text(row, "statusSince")).Where(day => day != "null").Order(StringComparer.Ordinal)];

        /// <summary>A number of the latest assessments of those rows that have one.</summary>
        public List<decimal> Values(string field) =>
            [
                .. Rows.Select(row => row.GetProperty("latestAssessment"))
                    .Where(one => one.ValueKind != JsonValueKind.Null)
                    .Select(one => one.GetProperty(field).GetDecimal()),
            ];

        public decimal? Mean(string field) =>
            Values(field) is { Count: > 0 } values ? Math.Round(values.Average(), 6, MidpointRounding.AwayFromZero) : null;

        public override string ToString() =>
            string.Join(
                ' ',
                Key,
                Count,
                Number(Sum(this, Scores)),
                Number(Sum(this, Years)),
                Number(Mean(Scores)),
                Number(Mean(Years)),
                Days.FirstOrDefault("null"),
                Days.LastOrDefault("null"),
                Number(Values("bonusScore") is { Count: > 0 } least ? least.Min() : null),
                Number(Greatest(this, "bonusScore")),
                Number(Greatest(this, Years))
            );
    }
}
