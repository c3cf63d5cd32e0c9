using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary>Pages put together are the whole list, whatever the order, the size and the direction.</summary>
[Collection(ServiceCollection.Name)]
public sealed class PagingTests(ServiceFixture service)
{
    public static TheoryData<string, int> Orders() =>
        new()
        {
            { "[]", 50 },
            { "[{ name: ASC }]", 7 },
            { "[{ name: DESC }]", 10 },
            { "[{ category: DESC }, { name: ASC }]", 13 },
            { "[{ status: ASC }]", 9 },
            // Null for every branch of the sample: the whole order hangs on the key.
            { "[{ statusSince: ASC }]", 20 },
            { "[{ statusSince: DESC }]", 20 },
            { "[{ society: { kind: ASC } }, { form: DESC }]", 11 },
            { "[{ society: { name: ASC } }, { society: { kind: DESC_NULLS_LAST } }]", 17 },
        };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_forward_are_the_whole_list(string order, int size)
    {
        var whole = await AllAsync(order);
        whole.Count.ShouldBe(109);
        var paged = new List<string>();
        string? cursor = null;
        do
        {
            var data = await service.DataAsync(
                $"query ($after: String) {{ branches(first: {size}, after: $after, order: {order}) {{ nodes {{ name }} pageInfo "
                    + $"{{ hasNextPage endCursor }} }} }}",
                new { after = cursor }
            );
            cursor = Take(data, paged, "hasNextPage", "endCursor");
        } while (cursor is not null);
        paged.ShouldBe(whole);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_backward_are_the_whole_list(string order, int size)
    {
        var whole = await AllAsync(order);
        var paged = new List<string>();
        string? cursor = null;
        do
        {
            var page = new List<string>();
            var data = await service.DataAsync(
                $"query ($before: String) {{ branches(last: {size}, before: $before, order: {order}) {{ nodes {{ name }} "
                    + $"pageInfo {{ hasPreviousPage startCursor }} }} }}",
                new { before = cursor }
            );
            cursor = Take(data, page, "hasPreviousPage", "startCursor");
            paged.InsertRange(0, page);
        } while (cursor is not null);
        paged.ShouldBe(whole);
    }

    [Fact]
    public async Task Coverage_pages_by_its_groups()
    {
        const string by = "by: [SOCIETY_KIND, CATEGORY], order: [{ organizationCoverage: DESC }, { societies: ASC }]";
        var whole = (await service.DataAsync($"{{ coverage({by}, first: 100) {{ nodes {{ key {{ societyKind category }} }} }} }}"))
            .GetProperty("coverage")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(node => node.GetRawText())
            .ToList();
        whole.Count.ShouldBeGreaterThan(8);
        var paged = new List<string>();
        string? cursor = null;
        do
        {
            var page = (
                await service.DataAsync(
                    $"query ($after: String) {{ coverage({by}, first: 3, after: $after) {{ nodes {{ key {{ societyKind category "
                        + $"}} }} pageInfo {{ hasNextPage endCursor }} }} }}",
                    new { after = cursor }
                )
            ).GetProperty("coverage");
            paged.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetRawText()));
            cursor = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()
                ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString()
                : null;
        } while (cursor is not null);
        paged.ShouldBe(whole);
    }

    [Fact]
    public async Task An_identity_leads_back_to_its_thing()
    {
        var data = await service.DataAsync(
            "{ branches(first: 1) { nodes { id name society { id } committee { id } } } rosters { nodes { id } } }"
        );
        var branch = data.GetProperty("branches").GetProperty("nodes")[0];
        foreach (
            var (id, type) in new[]
            {
                (branch.GetProperty("id"), "Branch"),
                (branch.GetProperty("society").GetProperty("id"), "Society"),
                (branch.GetProperty("committee").GetProperty("id"), "Committee"),
                (data.GetProperty("rosters").GetProperty("nodes")[0].GetProperty("id"), "Roster"),
            }
        )
        {
            var node = (
                await service.DataAsync("query ($id: ID!) { node(id: $id) { __typename id } }", new { id = id.GetString() })
            ).GetProperty("node");
            node.GetProperty("__typename").GetString().ShouldBe(type);
            node.GetProperty("id").GetString().ShouldBe(id.GetString());
        }
    }

    private async Task<List<string>> AllAsync(string order)
    {
        var names = new List<string>();
        Take(
            await service.DataAsync(
                $"{{ branches(first: 500, order: {order}) {{ nodes {{ name }} pageInfo {{ hasNextPage endCursor }} }} }}"
            ),
            names,
            "hasNextPage",
            "endCursor"
        );
        return names;
    }

    private static string? Take(JsonElement data, List<string> names, string more, string cursor)
    {
        var branches = data.GetProperty("branches");
        names.AddRange(branches.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()!));
        var info = branches.GetProperty("pageInfo");
        return info.GetProperty(more).GetBoolean() ? info.GetProperty(cursor).GetString() : null;
    }
}
