using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary>Pages of groups put together are all groups, in both directions; what cannot be grouped is an error.</summary>
[Collection(ServiceCollection.Name)]
public sealed class GroupPagingTests(ServiceFixture service)
{
    private const string Node = "key { category societyKind supportingUnit { name } } count min { statusSince }";

    public static TheoryData<string> Orders() =>
        [
            "by: [CATEGORY, SOCIETY_KIND]",
            "by: [SOCIETY_KIND, CATEGORY], order: [{ count: DESC }]",
            "by: [SOCIETY_KIND, CATEGORY], order: [{ count: ASC }, { key: { category: DESC } }]",
            // Null for every group: the whole order hangs on the keys.
            "by: [CATEGORY, SOCIETY_KIND], order: [{ min: { statusSince: DESC } }]",
            // A key that was not asked for orders nothing.
            "by: [CATEGORY, SOCIETY_KIND], order: [{ key: { form: DESC } }]",
            "by: [SOCIETY_KIND, SUPPORTING_UNIT], order: [{ key: { supportingUnit: { name: DESC } } }]",
            "by: [CATEGORY, SOCIETY_KIND], having: { count: { gt: 1 } }, where: { name: { contains: \"学\" } }",
            "by: []",
        ];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_are_all_groups(string arguments)
    {
        var whole = Groups(
            await service.DataAsync($"{{ branches {{ groups({arguments}, first: 500) {{ totalCount nodes {{ {Node} }} }} }} }}")
        );
        var all = Nodes(whole);
        all.Count.ShouldBe(whole.GetProperty("totalCount").GetInt32());
        all.ShouldBeUnique();
        (await PagesAsync(arguments, "first", "after", "hasNextPage", "endCursor")).SelectMany(page => page).ShouldBe(all);
        (await PagesAsync(arguments, "last", "before", "hasPreviousPage", "startCursor"))
            .Reverse<List<string>>()
            .SelectMany(page => page)
            .ShouldBe(all);
    }

    [Theory]
    [InlineData("by: [CATEGORY, SOCIETY_KIND], order: [{ count: ASC }]")]
    [InlineData("by: [SOCIETY_KIND, CATEGORY]")]
    [InlineData("by: [CATEGORY]")]
    [InlineData("by: []")]
    public async Task A_cursor_of_other_keys_or_of_another_order_is_refused(string arguments)
    {
        var info = Groups(
                await service.DataAsync("{ branches { groups(by: [CATEGORY, SOCIETY_KIND], first: 2) { pageInfo { endCursor } } } }")
            )
            .GetProperty("pageInfo");
        var error = (
            await service.ErrorsAsync(
                $"query ($after: String) {{ branches {{ groups({arguments}, first: 2, after: $after) {{ nodes {{ count }} }} }} }}",
                new { after = info.GetProperty("endCursor").GetString() }
            )
        )[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-CURSOR-002");
    }

    [Theory]
    [InlineData("[CATEGORY, STATUS, CATEGORY]", "SP-GROUP-001", 1, 44)]
    [InlineData("[CATEGORY, STATUS, FORM, COMMITTEE, SOCIETY, SOCIETY_KIND, SOCIETY_LEVEL]", "SP-GROUP-002", 1, 25)]
    public async Task Keys_that_cannot_be_are_told_with_their_place(string by, string code, int line, int column)
    {
        var error = (await service.ErrorsAsync($"{{ branches {{ groups(by: {by}) {{ totalCount }} }} }}")).Single();
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
        var place = error.GetProperty("locations")[0];
        (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32()).ShouldBe((line, column));
    }

    [Fact]
    public async Task Keys_conditions_and_order_may_be_variables_as_a_whole()
    {
        const string inline =
            "{ branches(where: { status: { eq: ESTABLISHED } }) { groups(by: [SOCIETY_KIND], where: { category: { in: [A, B] } "
            + "}, having: { count: { gt: 1 } }, order: [{ count: DESC }]) { nodes { key { societyKind } count } } } }";
        const string variables =
            "query ($w: BranchFilterInput, $by: [BranchGroupKey!]!, $g: BranchFilterInput, $h: BranchGroupFilterInput, $o: "
            + "[BranchGroupSortInput!]) "
            + "{ branches(where: $w) { groups(by: $by, where: $g, having: $h, order: $o) { nodes { key { societyKind } count } } } }";
        object Values(int count) =>
            new
            {
                w = new { status = new { eq = "ESTABLISHED" } },
                by = new[] { "SOCIETY_KIND" },
                g = new { category = new { @in = new[] { "A", "B" } } },
                h = new { count = new { gt = count } },
                o = new[] { new { count = "DESC" } },
            };
        var expected = Nodes(Groups(await service.DataAsync(inline)));
        expected.Count.ShouldBeGreaterThan(1);
        Nodes(Groups(await service.DataAsync(variables, Values(1)))).ShouldBe(expected);
        // Another value of the same shape: the plan is the cached one, the value is not.
        Nodes(Groups(await service.DataAsync(variables, Values(1_000)))).ShouldBeEmpty();
    }

    private async Task<List<List<string>>> PagesAsync(string arguments, string size, string from, string more, string end)
    {
        var pages = new List<List<string>>();
        string? cursor = null;
        while (true)
        {
            var page = Groups(
                await service.DataAsync(
                    $"query ($from: String) {{ branches {{ groups({arguments}, {size}: 2, {from}: $from) {{ nodes {{ {Node} }} "
                        + $"pageInfo {{ {more} {end} }} }} }} }}",
                    new { from = cursor }
                )
            );
            pages.Add(Nodes(page));
            if (!page.GetProperty("pageInfo").GetProperty(more).GetBoolean())
            {
                return pages;
            }

            cursor = page.GetProperty("pageInfo").GetProperty(end).GetString();
        }
    }

    private static JsonElement Groups(JsonElement data) => data.GetProperty("branches").GetProperty("groups");

    private static List<string> Nodes(JsonElement groups) =>
        [.. groups.GetProperty("nodes").EnumerateArray().Select(node => node.GetRawText())];
}
