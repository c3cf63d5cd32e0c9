using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary>The errors for a query that cannot be answered: code, message, place.</summary>
[Collection(ServiceCollection.Name)]
public sealed class QueryErrorsTests(ServiceFixture service)
{
    [Theory]
    [InlineData("{ branches(", "SP-SYNTAX", 1, 12)]
    [InlineData("{ branches { chiar } }", "SP-VALIDATE", 1, 14)]
    [InlineData("{\n  node(id: \"nonsense\") { id }\n}", "SP-ID-001", 2, 12)]
    [InlineData("{ node(id: \"QnJhbmNoOjAx\") { id } }", "SP-ID-001", 1, 12)]
    [InlineData("{ branches(where: { id: { eq: \"U29jaWV0eTox\" } }) { totalCount } }", "SP-ID-002", 1, 31)]
    [InlineData("{ branches(first: 2, after: \"nonsense\") { nodes { name } } }", "SP-CURSOR-001", 1, 29)]
    [InlineData("{ branches(first: 2, after: \"WyJhIiwgIjEiXQ==\") { nodes { name } } }", "SP-CURSOR-002", 1, 29)]
    [InlineData("{ branches(first: 501) { nodes { name } } }", "SP-PAGE-002", 1, 19)]
    [InlineData("{ branches(first: -1) { nodes { name } } }", "SP-PAGE-001", 1, 19)]
    [InlineData("{ branches(first: 1, last: 1) { nodes { name } } }", "SP-PAGE-003", 1, 28)]
    [InlineData("{ branches(last: 1, after: \"x\") { nodes { name } } }", "SP-PAGE-004", 1, 28)]
    [InlineData("{ branches(before: \"x\") { nodes { name } } }", "SP-PAGE-004", 1, 20)]
    [InlineData("{ branches(where: { name: { in: [null] } }) { totalCount } }", "SP-FILTER-001", 1, 33)]
    [InlineData("{ coverage(by: [], asOf: \"2026-02-30\") { totalCount } }", "SP-", 1, 26)]
    public async Task A_query_that_cannot_be_answered_tells_its_place(string query, string code, int line, int column)
    {
        var error = (await service.ErrorsAsync(query))[0];
        error.GetProperty("extensions").GetProperty("code").GetString()!.ShouldStartWith(code);
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        var place = error.GetProperty("locations")[0];
        (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32()).ShouldBe((line, column));
    }

    [Fact]
    public async Task A_value_in_a_variable_is_told_with_the_place_that_uses_it()
    {
        var error = (
            await service.ErrorsAsync(
                "query ($first: Int) { branches(first: $first) { totalCount nodes { name } } }",
                new { first = 1_000 }
            )
        )[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-PAGE-002");
    }

    [Fact]
    public async Task An_operation_nested_too_deep_is_refused()
    {
        var query = "{ committees { nodes { " + string.Concat(Enumerable.Repeat("parent { ", 12)) + "name" + new string('}', 12) + " } } }";
        var error = (await service.ErrorsAsync(query))[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-LIMIT-001");
    }

    [Fact]
    public async Task Too_many_root_fields_are_refused()
    {
        var query = "{" + string.Concat(Enumerable.Range(0, 21).Select(i => $" a{i}: societies {{ totalCount }}")) + " }";
        var error = (await service.ErrorsAsync(query))[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-LIMIT-002");
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var data = await service.DataAsync("{ branches(first: 1, order: [{ name: ASC }]) { pageInfo { endCursor } } }");
        var cursor = data.GetProperty("branches").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var error = (
            await service.ErrorsAsync(
                "query ($after: String) { branches(first: 1, after: $after) { nodes { name } } }",
                new { after = cursor }
            )
        )[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-CURSOR-002");
    }

    [Fact]
    public async Task Nothing_found_is_empty_and_no_error()
    {
        var data = await service.DataAsync(
            """
            {
              branches(where: { name: { eq: "'; DROP TABLE graph.branch; --" } }) { totalCount nodes { name } edges { cursor } pageInfo { hasNextPage endCursor } }
              coverage(by: [LEVEL], where: { level: { in: [] } }) { totalCount nodes { societies } }
              node(id: "QnJhbmNoOjk5OTk5OTk=") { id }
            }
            """
        );
        JsonSerializer
            .Serialize(data)
            .ShouldBe(
                """{"branches":{"totalCount":0,"nodes":[],"edges":[],"pageInfo":{"hasNextPage":false,"endCursor":null}},"coverage":{"totalCount":0,"nodes":[]},"node":null}"""
            );
    }
}
