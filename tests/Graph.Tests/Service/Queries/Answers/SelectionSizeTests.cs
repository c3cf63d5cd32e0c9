using System.Text.Json;
using Npgsql;
using SocietyParty.Graph.Tests.Etl.Generate;

namespace SocietyParty.Graph.Tests.Service.Queries.Answers;

/// <summary>Wide, deep and long selections.</summary>
public sealed class SelectionSizeTests(AnswerFixture fixture) : IClassFixture<AnswerFixture>
{
    private static readonly string[] BranchFields = ["__typename", "id", "name", "category", "status", "statusSince", "form"];
    private static readonly string[] ItemFields = ["itemCode", "section", "maximum", "score"];

    /// <summary>More members than a function of PostgreSQL takes arguments, and as many columns of a sent row.</summary>
    [Fact]
    public async Task An_object_has_hundreds_of_members()
    {
        static string Many(string[] fields) =>
            string.Join(' ', Enumerable.Range(0, 40).SelectMany(i => fields.Select(field => $"{field}{i}: {field}")));
        var data = await fixture.Run.SameBothWaysAsync(
            $"{{ branches(first: 40) {{ nodes {{ {string.Join(' ', BranchFields)} {Many(BranchFields)} latestAssessment {{ items "
                + $"{{ {string.Join(' ', ItemFields)} {Many(ItemFields)} }} }} }} }} }}",
            isSent: true
        );
        foreach (var branch in data.GetProperty("branches").GetProperty("nodes").EnumerateArray())
        {
            ShouldBeCopies(branch, BranchFields);
            if (branch.GetProperty("latestAssessment") is { ValueKind: JsonValueKind.Object } assessment)
            {
                foreach (var item in assessment.GetProperty("items").EnumerateArray())
                {
                    ShouldBeCopies(item, ItemFields);
                }
            }
        }

        static void ShouldBeCopies(JsonElement value, string[] fields)
        {
            value.EnumerateObject().Count().ShouldBeGreaterThan(100);
            foreach (var field in fields)
            {
                Enumerable
                    .Range(0, 40)
                    .Select(i => value.GetProperty($"{field}{i}").GetRawText())
                    .Distinct()
                    .ShouldBe([value.GetProperty(field).GetRawText()]);
            }
        }
    }

    [Fact]
    public async Task Eleven_levels_say_what_one_level_says()
    {
        await using var city = new AnswerRun(await City.ConnectionStringAsync());
        var deep = await city.DataAsync(
            "{ committees(first: 3) { nodes { societies(first: 5) { nodes { branches(first: 2) { nodes { id society { "
                + "supportingUnit { region { parent { name } } } } } } } } } } }"
        );
        var found = 0;
        foreach (
            var branch in Nodes(deep, "committees").SelectMany(one => Nodes(one, "societies")).SelectMany(one => Nodes(one, "branches"))
        )
        {
            var path = new List<JsonElement> { branch };
            foreach (var name in new[] { "society", "supportingUnit", "region", "parent", "name" })
            {
                path.Add(path[^1].ValueKind == JsonValueKind.Null ? path[^1] : path[^1].GetProperty(name));
            }

            await using var command = city.Database.CreateCommand(
                """
                SELECT parent.name FROM graph.branch_society AS led
                JOIN graph.society_supporting_unit AS carried ON carried.society_id = led.society_id AND carried.is_lead AND carried.valid_during @> $2
                JOIN graph.supporting_unit AS unit ON unit.id = carried.supporting_unit_id
                JOIN graph.region AS region ON region.code = unit.region_code
                JOIN graph.region AS parent ON parent.code = region.parent_code
                WHERE led.branch_id = $1 AND led.is_lead
                """
            );
            command.Parameters.Add(new NpgsqlParameter { Value = KeyOf(branch.GetProperty("id").GetString()!) });
            command.Parameters.Add(new NpgsqlParameter { Value = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)) });
            path[^1].GetString().ShouldBe((string?)await command.ExecuteScalarAsync());
            found++;
        }

        found.ShouldBeGreaterThan(5);
    }

    /// <summary>5,000 rows of 21 scores within the default limits: in nested pages, and in one page where its limit is raised.</summary>
    [Fact]
    public async Task Five_thousand_rows_have_twenty_one_scores_each()
    {
        var graph = await City.NewAsync();
        await using var run = new AnswerRun(graph, new() { Query = new(PageSizeMax: 5_000) });
        await using (
            var command = run.Database.CreateCommand(
                """
                INSERT INTO graph.region (code, name) SELECT '500000', '测试市' WHERE NOT EXISTS (SELECT FROM graph.region WHERE code = '500000');
                INSERT INTO graph.committee (name, region_code) SELECT '测试党委' || n, '500000' FROM generate_series(1, 10) AS n;
                INSERT INTO graph.branch (name, committee_id, form, status) SELECT '测试支部' || n, c.id, 'BRANCH', 'ESTABLISHED' FROM graph.committee AS c CROSS JOIN generate_series(1, 500) AS n;
                INSERT INTO graph.assessment (branch_id, year, fixed_score, bonus_score, grade) SELECT id, 2025, 80, id % 7, 'GOOD' FROM graph.branch;
                INSERT INTO graph.assessment_item_score (assessment_id, item_code, section, maximum, score)
                SELECT a.id, 'TEAM_' || n, 'TEAM', 5, (a.id % 100 + n) % 500 / 100.0 FROM graph.assessment AS a CROSS JOIN generate_series(1, 21) AS n;
                ANALYZE;
                """
            )
        )
        {
            await command.ExecuteNonQueryAsync();
        }

        const string Branch = "latestAssessment { items { itemCode section maximum score } }";
        var nested = await run.SameBothWaysAsync(
            $"{{ committees(first: 10) {{ nodes {{ branches(first: 500) {{ nodes {{ {Branch} }} }} }} }} }}",
            isSent: false
        );
        var single = await run.SameBothWaysAsync(
            $"{{ branches(first: 5000, order: [{{ committee: {{ id: ASC }} }}, {{ id: ASC }}]) {{ nodes {{ {Branch} }} }} }}",
            isSent: true
        );
        var rows = Nodes(single, "branches");
        rows.Select(AnswerRun.Written)
            .ShouldBe(Nodes(nested, "committees").SelectMany(one => Nodes(one, "branches")).Select(AnswerRun.Written));
        rows.Sum(row => row.GetProperty("latestAssessment").GetProperty("items").GetArrayLength()).ShouldBe(105_000);
        await using var sum = run.Database.CreateCommand("SELECT sum(score) FROM graph.assessment_item_score");
        rows.Sum(row =>
                row.GetProperty("latestAssessment")
                    .GetProperty("items")
                    .EnumerateArray()
                    .Sum(item => item.GetProperty("score").GetDecimal())
            )
            .ShouldBe((decimal)(await sum.ExecuteScalarAsync())!);
    }

    private static List<JsonElement> Nodes(JsonElement parent, string connection) =>
        [.. parent.GetProperty(connection).GetProperty("nodes").EnumerateArray()];

    private static long KeyOf(string id) =>
        long.Parse(
            System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(id)).Split(':')[1],
            System.Globalization.CultureInfo.InvariantCulture
        );
}
