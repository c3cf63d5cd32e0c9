using System.Net.Http.Json;
using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary>What is wrong with one root field fails that field, with its path; the others are answered.</summary>
[Collection(ServiceCollection.Name)]
public sealed class FieldFailuresTests(ServiceFixture service)
{
    private const string Right = "right: committees { totalCount }";

    [Theory]
    [InlineData("wrong: node(id: \"x\") { id }", "SP-ID-001")]
    [InlineData("wrong: society(id: \"QnJhbmNoOjE=\") { name }", "SP-ID-002")]
    [InlineData("wrong: nodes(ids: [\"QnJhbmNoOjE=\", \"x\"]) { id }", "SP-ID-001")]
    [InlineData("wrong: indicator(id: \"I01\") { values(first: -1) { totalCount } }", "SP-PAGE-001")]
    [InlineData("wrong: indicator(id: \"I01\") { values(ruleSet: \"no-such\") { totalCount } }", "SP-INDICATOR-")]
    public async Task A_field_that_may_be_null_is_null_and_the_others_are_answered(string wrong, string code)
    {
        var answer = await service.AskAsync($"{{ {wrong} {Right} __typename }}");
        answer.GetProperty("data").GetRawText().ShouldBe("""{"wrong":null,"right":{"totalCount":1},"__typename":"Query"}""");
        var error = answer.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.GetProperty("path").GetRawText().ShouldBe("[\"wrong\"]");
        error.GetProperty("extensions").GetProperty("code").GetString()!.ShouldStartWith(code);
    }

    [Theory]
    [InlineData("wrong: coverage(by: [], ruleSet: \"no-such\") { totalCount }", "SP-INDICATOR-002")]
    [InlineData("wrong: societies(first: -1) { totalCount }", "SP-PAGE-001")]
    [InlineData("wrong: societies(first: 1, last: 1) { totalCount }", "SP-PAGE-003")]
    [InlineData("wrong: scores(by: [YEAR, YEAR]) { totalCount }", "SP-GROUP-001")]
    public async Task A_field_that_may_not_be_null_empties_the_answer_unless_the_client_takes_nulls(string wrong, string code)
    {
        var query = $"{{ {wrong} {Right} }}";
        var emptied = await service.AskAsync(query);
        (emptied.TryGetProperty("data", out var data) && data.ValueKind != JsonValueKind.Null).ShouldBeFalse();
        var error = emptied.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.GetProperty("path").GetRawText().ShouldBe("[\"wrong\"]");
        error.GetProperty("extensions").GetProperty("code").GetString()!.ShouldStartWith(code);

        using var response = await service.Client.PostAsJsonAsync("/graphql", new { query, onError = "NULL" });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        answer.GetProperty("data").GetRawText().ShouldBe("""{"wrong":null,"right":{"totalCount":1}}""");
        answer.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem().GetProperty("path").GetRawText().ShouldBe("[\"wrong\"]");
    }

    [Fact]
    public async Task A_limit_refuses_the_whole()
    {
        var deep = string.Concat(Enumerable.Repeat("parent { ", 12)) + "name" + new string('}', 12);
        var answer = await service.AskAsync($"{{ committee(id: \"Q29tbWl0dGVlOjE=\") {{ {deep} }} {Right} node(id: \"x\") {{ id }} }}");
        answer.TryGetProperty("data", out _).ShouldBeFalse();
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-LIMIT-001");
    }

    [Theory]
    [InlineData("{ societies(first: -1) { totalCount } }", "SP-PAGE-001")]
    [InlineData("{ societies(after: \"x\") { totalCount } }", "SP-CURSOR-001")]
    [InlineData("{ branches { groups(by: [STATUS], first: -1) { totalCount } } }", "SP-PAGE-001")]
    [InlineData("{ societies(order: [{ name: ASC, level: DESC }]) { totalCount } }", "SP-ORDER-001")]
    [InlineData("{ societies(order: [{ committee: { name: ASC, level: DESC } }]) { totalCount } }", "SP-ORDER-001")]
    [InlineData("{ societies(where: { id: { within: \"U29jaWV0eTox\" } }) { totalCount } }", "SP-FILTER-002")]
    [InlineData("{ scores(where: { discipline: { eq: \"x\" }, committee: { within: \"U29jaWV0eTox\" } }) { totalCount } }", "SP-ID-002")]
    public async Task What_cannot_be_meant_is_refused_whatever_is_selected(string query, string code) =>
        (await service.ErrorsAsync(query))[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);

    [Fact]
    public async Task A_question_of_the_warehouse_takes_a_tree_as_lists_do()
    {
        const string value = "values(where: { # }) { nodes { numerator denominator } }";
        var data = await service.DataAsync(
            "{ a: indicator(id: \"I01\") { "
                + value.Replace("#", "committee: { within: \"Q29tbWl0dGVlOjE=\" }", StringComparison.Ordinal)
                + " } b: indicator(id: \"I01\") { "
                + value.Replace("#", "committeeTree: { eq: \"Q29tbWl0dGVlOjE=\" }", StringComparison.Ordinal)
                + " } c: indicator(id: \"I01\") { "
                + value.Replace("#", "committee: { within: \"Q29tbWl0dGVlOjE=\", in: [] }", StringComparison.Ordinal)
                + " } }"
        );
        data.GetProperty("a").GetRawText().ShouldBe(data.GetProperty("b").GetRawText());
        data.GetProperty("a").GetRawText().ShouldContain("\"denominator\":1");
        data.GetProperty("c").GetRawText().ShouldNotBe(data.GetProperty("a").GetRawText());
    }

    [Theory]
    [InlineData("HALT")]
    [InlineData("null")]
    public async Task Another_way_to_handle_errors_is_told(string onError)
    {
        using var response = await service.Client.PostAsJsonAsync("/graphql", new { query = "{ __typename }", onError });
        ((int)response.StatusCode).ShouldBe(400);
        (await response.Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("errors")[0]
            .GetProperty("message")
            .GetString()
            .ShouldBe("\"onError\" must be one of PROPAGATE, NULL.");
    }
}
