using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Queries.Answers;

/// <summary>An answer with rows behind it says what the same answer in one row says.</summary>
public sealed class SentRowsTests(AnswerFixture fixture) : IClassFixture<AnswerFixture>
{
    private const string Items = "latestAssessment { year items { itemCode section maximum score } }";

    [Theory]
    [InlineData(true, "{ branches(first: 500) { nodes { name " + Items + " } } }")]
    [InlineData(
        true,
        "{ branches(first: 500) { nodes { latestAssessment { a: items { itemCode } b: items { __typename score } items { section "
            + "kind: __typename } } } } }"
    )]
    [InlineData(
        true,
        "{ branches(first: 500) { nodes { history: categoryHistory { from: validFrom until: validTo category } statusHistory { "
            + "status } } } }"
    )]
    [InlineData(
        true,
        "{ branches(first: 7) { edges { cursor node { " + Items + " } again: node { " + Items + " } } nodes { " + Items + " } } }"
    )]
    [InlineData(
        true,
        "{ branches(first: 7) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount nodes { " + Items + " } } }"
    )]
    [InlineData(true, "{ branches(last: 7) { nodes { " + Items + " } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }")]
    [InlineData(
        true,
        "{ branches(last: 7, order: [{ name: DESC }]) { edges { node { "
            + Items
            + " } } pageInfo { hasPreviousPage } groups(by: [CATEGORY]) { nodes { key { category } count } } } }"
    )]
    [InlineData(true, "{ branches(first: 0) { totalCount pageInfo { hasNextPage endCursor } nodes { " + Items + " } } }")]
    [InlineData(true, "{ branches(where: { name: { eq: \"nobody\" } }) { nodes { " + Items + " } pageInfo { hasNextPage } } }")]
    [InlineData(true, "{ branches(where: { latestAssessment: { year: { eq: null } } }) { nodes { " + Items + " } } }")]
    [InlineData(
        true,
        "{ a: branches(first: 3) { totalCount nodes { name } } b: branches(first: 3) { nodes { "
            + Items
            + " } } c: branches(last: 3) { nodes { "
            + Items
            + " } } __typename d: node(id: \"QnJhbmNoOjE=\") { id } }"
    )]
    [InlineData(true, "{ societies(first: 500) { nodes { aliases { alias reason } name } } }")]
    [InlineData(
        true,
        "{ rosters { nodes { title entries { position namePublished category } counts { stated } discrepancies { message subject } } } }"
    )]
    [InlineData(false, "{ rosters { nodes { entries { position branch { name } } } } }")]
    [InlineData(false, "{ branches(first: 4) { pageInfo { hasNextPage forwardCursors { page cursor } } nodes { " + Items + " } } }")]
    [InlineData(false, "{ committees { nodes { branches(first: 5) { nodes { " + Items + " } } } } }")]
    [InlineData(
        false,
        "{ node(id: \"QnJhbmNoOjE=\") { __typename ... on Branch { name " + Items + " } ... on Society { aliases { alias } } } }"
    )]
    public Task Both_ways_give_the_same(bool isSent, string query) => fixture.Run.SameBothWaysAsync(query, isSent);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Random_selections_give_the_same_both_ways(int seed)
    {
        var generator = new SelectionGenerator(seed, await CursorsAsync());
        var sent = 0;
        for (var round = 0; round < 60; round++)
        {
            var query = generator.Operation();
            var isSent = fixture.Run.Prepare(query).Plan.Statement.Rows is not null;
            sent += isSent ? 1 : 0;
            await fixture.Run.SameBothWaysAsync(query, isSent);
        }

        sent.ShouldBeGreaterThan(15);
    }

    /// <summary>Against PostgreSQL's own JSON, so that a fault common to both ways is found too.</summary>
    [Theory]
    [InlineData("first: 40", "ASC", "ASC")]
    [InlineData("last: 40", "DESC", "ASC")]
    public async Task Rows_stand_where_plain_sql_says(string page, string taken, string shown)
    {
        await using var command = fixture.Run.Database.CreateCommand(
            $$"""
            SELECT json_agg(json_build_object('name', b.name, 'latestAssessment', (
                SELECT json_build_object('year', a.year, 'items', coalesce(
                    (SELECT json_agg(json_build_object('itemCode', i.item_code, 'section', i.section, 'maximum', i.maximum, 'score', i.score) ORDER BY i.item_code)
                     FROM graph.assessment_item_score AS i WHERE i.assessment_id = a.id), '[]'))
                FROM graph.assessment AS a WHERE a.branch_id = b.id ORDER BY a.year DESC LIMIT 1)) ORDER BY b.id {{shown}})::text
            FROM (SELECT * FROM graph.branch ORDER BY id {{taken}} LIMIT 40) AS b
            """
        );
        var expected = JsonSerializer.Deserialize<JsonElement>((string)(await command.ExecuteScalarAsync())!);
        var data = await fixture.Run.DataAsync(
            $"{{ branches({page}) {{ pageInfo {{ hasNextPage hasPreviousPage }} nodes {{ name {Items} }} }} }}"
        );
        var nodes = data.GetProperty("branches").GetProperty("nodes");
        AnswerRun.Written(nodes).ShouldBe(AnswerRun.Written(expected));
        // Not by chance: the three kinds of parents are there, and of the row read ahead nothing.
        nodes.EnumerateArray().Count(node => node.GetProperty("latestAssessment").ValueKind == JsonValueKind.Null).ShouldBeGreaterThan(5);
        var lists = nodes
            .EnumerateArray()
            .Where(node => node.GetProperty("latestAssessment").ValueKind != JsonValueKind.Null)
            .Select(node => node.GetProperty("latestAssessment").GetProperty("items").GetArrayLength())
            .Distinct()
            .Order();
        lists.ShouldBe([0, AnswerFixture.ItemsOfAssessment]);
    }

    private async Task<Dictionary<(string, string), string[]>> CursorsAsync()
    {
        var known = new Dictionary<(string, string), string[]>();
        foreach (var root in SelectionGenerator.Roots)
        {
            foreach (var order in SelectionGenerator.Orders.Where(order => order.Length == 0 || root != "rosters"))
            {
                var data = await fixture.Run.DataAsync($"{{ page: {root}(first: 40 {order}) {{ edges {{ cursor }} }} }}");
                known[(root, order)] =
                [
                    .. data.GetProperty("page")
                        .GetProperty("edges")
                        .EnumerateArray()
                        .Select(edge => edge.GetProperty("cursor").GetString()!),
                ];
            }
        }

        return known;
    }
}
