using System.Text.Json;
using Npgsql;
using SocietyParty.Graph.Tests.Sample;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary>
/// <c>asOf</c> on data with a history: one branch of the sample, its society and its committee have two periods of everything.
/// </summary>
public sealed class DatedRelationsTests : IAsyncLifetime
{
    private const string History = """
        DELETE FROM graph.branch_category_period WHERE branch_id = 1;
        INSERT INTO graph.branch_category_period (branch_id, category, valid_during)
        VALUES (1, 'C', '[2020-01-01,2022-07-01)'), (1, 'A', '[2022-07-01,)');
        UPDATE graph.branch SET status = 'DISSOLVED', status_since = '2024-01-01' WHERE id = 1;
        INSERT INTO graph.supporting_unit (name) VALUES ('甲所'), ('乙所');
        INSERT INTO graph.society_supporting_unit (society_id, supporting_unit_id, valid_during)
        SELECT s.society_id, u.id, CASE u.name WHEN '甲所' THEN '[2020-01-01,2022-07-01)'::daterange ELSE '[2022-07-01,)' END
        FROM graph.branch_society s, graph.supporting_unit u WHERE s.branch_id = 1 AND u.name IN ('甲所', '乙所');
        INSERT INTO graph.committee (name, region_code) VALUES ('甲党委', '100000'), ('乙党委', '100000');
        INSERT INTO graph.committee_parent (committee_id, parent_id, valid_during)
        SELECT b.committee_id, c.id, CASE c.name WHEN '甲党委' THEN '[2020-01-01,2022-07-01)'::daterange ELSE '[2022-07-01,)' END
        FROM graph.branch b, graph.committee c WHERE b.id = 1 AND c.name IN ('甲党委', '乙党委');
        """;

    private string name = "";
    private ServiceHost service = null!;

    public async Task InitializeAsync()
    {
        var connectionString = await SampleDatabase.NewAsync();
        await using (var source = NpgsqlDataSource.Create(connectionString))
        {
            await using var command = source.CreateCommand(History + "SELECT name FROM graph.branch WHERE id = 1");
            name = (string)(await command.ExecuteScalarAsync())!;
        }

        service = await ServiceHost.StartAsync(connectionString);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("2020-01-01", "C", "甲")]
    [InlineData("2022-06-30", "C", "甲")]
    [InlineData("2022-07-01", "A", "乙")]
    [InlineData("2100-01-01", "A", "乙")]
    [InlineData(null, "A", "乙")]
    // Before any period: nothing is known.
    [InlineData("2019-12-31", "UNCLASSIFIED", null)]
    public async Task A_day_gives_the_state_of_its_period(string? day, string category, string? prefix)
    {
        var data = await service.DataAsync(
            """
            query ($name: String, $day: Date) {
              branches(where: { name: { eq: $name } }) { nodes {
                category(asOf: $day)
                supportingUnit(asOf: $day) { name }
                society { supportingUnit(asOf: $day) { name } }
                committee { parent(asOf: $day) { name } }
              } }
              committees(where: { name: { eq: "甲党委" } }) { nodes { children(asOf: $day) { totalCount nodes { name } } } }
              supportingUnits(where: { name: { eq: "甲所" } }) { nodes { societies(asOf: $day) { totalCount nodes { name } } } }
            }
            """,
            new { name, day }
        );
        var branch = One(data, "branches");
        branch.GetProperty("category").GetString().ShouldBe(category);
        Name(branch.GetProperty("supportingUnit")).ShouldBe(prefix is null ? null : prefix + "所");
        Name(branch.GetProperty("society").GetProperty("supportingUnit")).ShouldBe(prefix is null ? null : prefix + "所");
        Name(branch.GetProperty("committee").GetProperty("parent")).ShouldBe(prefix is null ? null : prefix + "党委");
        foreach (
            var list in new[] { One(data, "committees").GetProperty("children"), One(data, "supportingUnits").GetProperty("societies") }
        )
        {
            list.GetProperty("totalCount").GetInt32().ShouldBe(prefix == "甲" ? 1 : 0);
            list.GetProperty("nodes").GetArrayLength().ShouldBe(prefix == "甲" ? 1 : 0);
        }
    }

    /// <summary>The response keys are chosen to meet each other's joins where days share one.</summary>
    [Fact]
    public async Task Two_days_of_one_relation_stand_beside_each_other()
    {
        var data = await service.DataAsync(
            """
            query ($name: String) {
              branches(where: { name: { eq: $name } }, order: [{ supportingUnit: { name: ASC } }]) { nodes {
                category: category(asOf: "2021-01-01") today: category
                supportingUnit: supportingUnit(asOf: "2021-01-01") { name } now: supportingUnit { name } never: supportingUnit(asOf: "1999-01-01") { name }
              } }
            }
            """,
            new { name }
        );
        var branch = One(data, "branches");
        branch.GetProperty("category").GetString().ShouldBe("C");
        branch.GetProperty("today").GetString().ShouldBe("A");
        Name(branch.GetProperty("supportingUnit")).ShouldBe("甲所");
        Name(branch.GetProperty("now")).ShouldBe("乙所");
        Name(branch.GetProperty("never")).ShouldBeNull();
    }

    [Fact]
    public async Task Filters_ask_for_today()
    {
        const string query =
            "query ($category: BranchCategory) { branches(where: { id: { eq: \"QnJhbmNoOjE=\" }, category: { eq: $category } }) "
            + "{ nodes { category(asOf: \"2021-01-01\") } } }";
        One(await service.DataAsync(query, new { category = "A" }), "branches").GetProperty("category").GetString().ShouldBe("C");
        (await service.DataAsync(query, new { category = "C" })).GetProperty("branches").GetProperty("nodes").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Statuses_are_told_as_periods()
    {
        var data = await service.DataAsync(
            "query ($name: String) { branches(where: { name: { eq: $name }, statusHistory: { some: { status: { eq: ESTABLISHED "
                + "}, validTo: { lte: \"2024-01-01\" } } } }) "
                + "{ nodes { status statusHistory { status validFrom validTo } } } }",
            new { name }
        );
        JsonSerializer
            .Serialize(One(data, "branches"))
            .ShouldBe(
                """{"status":"DISSOLVED","statusHistory":[{"status":"DISSOLVED","validFrom":"2024-01-01","validTo":null},{"status":"ESTABLISHED","validFrom":null,"validTo":"2024-01-01"}]}"""
            );
    }

    private static JsonElement One(JsonElement data, string list) =>
        data.GetProperty(list).GetProperty("nodes").EnumerateArray().ShouldHaveSingleItem();

    private static string? Name(JsonElement thing) => thing.ValueKind == JsonValueKind.Null ? null : thing.GetProperty("name").GetString();
}
