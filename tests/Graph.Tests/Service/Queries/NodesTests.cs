using System.Text.Json;
using SocietyParty.Graph.Tests.Service.Mutations;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary>Several things at once, duties as they stood on a day, and what a payload leads on to.</summary>
public sealed class NodesTests(MutationFixture service) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task Nodes_come_in_the_order_of_their_identities()
    {
        string[] ids =
        [
            MutationFixture.Id("Society", 2),
            MutationFixture.Id("Branch", 999_999),
            MutationFixture.Id("Committee", 1),
            MutationFixture.Id("Society", 2),
        ];
        const string selection = "{ __typename id ... on Society { branches { totalCount } } }";
        var byVariable = await service.QueryAsync($"query ($ids: [ID!]!) {{ nodes(ids: $ids) {selection} }}", new { ids });
        var written = await service.QueryAsync($"{{ nodes(ids: {JsonSerializer.Serialize(ids)}) {selection} }}");
        // One of them in a variable: nothing is known of its kind when the query is planned.
        var mixed = await service.QueryAsync(
            $"query ($one: ID!) {{ nodes(ids: [\"{ids[0]}\", \"{ids[1]}\", $one, \"{ids[3]}\"]) {selection} }}",
            new { one = ids[2] }
        );
        byVariable.GetRawText().ShouldBe(written.GetRawText());
        mixed.GetRawText().ShouldBe(written.GetRawText());
        written
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(node => node.ValueKind == JsonValueKind.Null ? null : node.GetProperty("id").GetString())
            .ShouldBe([ids[0], null, ids[2], ids[3]]);
        (await service.QueryAsync("{ nodes(ids: []) { id } }")).GetRawText().ShouldBe("""{"nodes":[]}""");
    }

    [Fact]
    public async Task More_nodes_than_a_page_are_refused()
    {
        var answer = await service.AskAsync(
            "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
            new { ids = Enumerable.Repeat(MutationFixture.Id("Society", 1), 501) }
        );
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-PAGE-002");
    }

    [Fact]
    public async Task A_duty_stands_on_a_day_as_it_stood_then()
    {
        var committee = MutationFixture.Id("Committee", 1);
        await service.DoneAsync(
            "planWorkYear",
            new
            {
                committee,
                year = 2024,
                fundedSocieties = new[] { MutationFixture.Id("Society", 1) },
            }
        );
        await service.DoneAsync(
            "submitFundReport",
            new
            {
                society = MutationFixture.Id("Society", 1),
                period = "2024Q1",
                submittedOn = "2024-05-02",
            }
        );
        const string duty = "duties(where: { period: { eq: \"2024Q1\" }, kind: { eq: FUND_REPORT } }";
        var data = await service.QueryAsync(
            $$"""
            query ($society: ID!) {
              before: {{duty}}, asOf: "2024-04-01") { nodes { state lacking doneOn } }
              late: {{duty}}, asOf: "2024-05-01") { nodes { state lacking doneOn } }
              done: {{duty}}, asOf: "2024-05-02") { nodes { state lacking doneOn title titleEn } }
              today: {{duty}}) { nodes { state lacking doneOn } }
              lateThen: duties(asOf: "2024-05-01", where: { state: { eq: LATE }, society: { id: { eq: $society } } }) { totalCount }
              lateNow: duties(where: { state: { eq: LATE }, period: { startsWith: "2024Q1" }, society: { id: { eq: $society } } }) { totalCount }
              committees { nodes { duties(asOf: "2024-05-01", where: { state: { eq: LATE } }) { nodes { period society { id } } } workProgress(year: 2024) { year } none: workProgress(year: 1999) { year } } }
            }
            """,
            new { society = MutationFixture.Id("Society", 1) }
        );
        Only("before").ShouldBe("""{"state":"DUE","lacking":1,"doneOn":null}""");
        Only("late").ShouldBe("""{"state":"LATE","lacking":1,"doneOn":null}""");
        Only("done")
            .ShouldBe(
                """{"state":"DONE_LATE","lacking":0,"doneOn":"2024-05-02","title":"双高资金季报 2024年第1季度","titleEn":"Double-high fund report 2024Q1"}"""
            );
        Only("today").ShouldBe("""{"state":"DONE_LATE","lacking":0,"doneOn":"2024-05-02"}""");
        data.GetProperty("lateThen").GetProperty("totalCount").GetInt32().ShouldBe(1);
        data.GetProperty("lateNow").GetProperty("totalCount").GetInt32().ShouldBe(0);
        var mine = data.GetProperty("committees").GetProperty("nodes")[0];
        mine.GetProperty("workProgress").EnumerateArray().ShouldAllBe(target => target.GetProperty("year").GetInt32() == 2024);
        mine.GetProperty("workProgress").GetArrayLength().ShouldBeGreaterThan(0);
        mine.GetProperty("none").GetArrayLength().ShouldBe(0);
        mine.GetProperty("duties").GetProperty("nodes").GetArrayLength().ShouldBeGreaterThan(0);

        string Only(string field) => data.GetProperty(field).GetProperty("nodes").EnumerateArray().ShouldHaveSingleItem().GetRawText();
    }

    [Fact]
    public async Task A_payload_leads_on_to_any_query_whether_the_change_was_done_or_refused()
    {
        const string change = """
            mutation ($name: String!) {
              change: registerSupportingUnit(input: { name: $name }) {
                supportingUnit { name }
                errors { code }
                warnings { code }
                query { __typename supportingUnits(where: { name: { eq: $name } }) { totalCount } }
              }
            }
            """;
        var done = await service.AskAsync(change, new { name = "后续查询医院" });
        done.GetRawText()
            .ShouldBe(
                """{"data":{"change":{"supportingUnit":{"name":"后续查询医院"},"errors":[],"warnings":[],"query":{"__typename":"Query","supportingUnits":{"totalCount":1}}}}}"""
            );
        var refused = await service.AskAsync(change, new { name = "后续查询医院" });
        refused
            .GetRawText()
            .ShouldBe(
                """{"data":{"change":{"supportingUnit":null,"errors":[{"code":"SUPPORTING_UNIT_NAME_TAKEN"}],"warnings":[],"query":{"__typename":"Query","supportingUnits":{"totalCount":1}}}}}"""
            );
        var schema = await service.AskAsync(
            change.Replace("__typename", "__schema { description }", StringComparison.Ordinal),
            new { name = "x" }
        );
        schema.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-MUTATION-002");
    }
}
