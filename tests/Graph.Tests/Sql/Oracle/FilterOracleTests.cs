using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocietyParty.Graph.Tests.Etl.Generate;
using SocietyParty.Graph.Tests.Service;

namespace SocietyParty.Graph.Tests.Sql.Oracle;

/// <summary>Random filters, orders and pages on the generated city, compared with the same in C# over all branches.</summary>
public sealed class FilterOracleTests : IAsyncLifetime
{
    private ServiceHost service = null!;
    private List<JsonElement> branches = [];

    public async Task InitializeAsync()
    {
        service = await ServiceHost.StartAsync(await City.ConnectionStringAsync());
        var data = await service.DataAsync(
            """
            { branches(first: 500) { nodes {
              id name category status statusSince form categoryHistory { validFrom validTo }
              society { name kind branches { totalCount } } committee { name }
              members(first: 100) { totalCount nodes { status } } assessments(first: 100) { nodes { year totalScore grade } }
            } } }
            """
        );
        branches = [.. data.GetProperty("branches").GetProperty("nodes").EnumerateArray().Select(WithKey)];
        branches.Count.ShouldBeGreaterThan(100);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_filter_finds_what_it_says()
    {
        var found = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var filter = new FilterOracle(new Random(seed), branches).Branch(depth: 3);
            var data = await service.DataAsync($"{{ branches(first: 500, where: {filter.Text}) {{ totalCount nodes {{ id }} }} }}");
            var expected = branches.Where(filter.Holds).Select(Id).ToList();
            Ids(data).ShouldBe(expected, $"seed {seed}: {filter.Text}");
            data.GetProperty("branches").GetProperty("totalCount").GetInt32().ShouldBe(expected.Count, filter.Text);
            found += expected.Count > 0 && expected.Count < branches.Count ? 1 : 0;
        }

        // Filters that find nothing, or everything, would prove little.
        found.ShouldBeGreaterThan(150);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_are_the_ordered_list_cut(bool forward)
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            var filter = new FilterOracle(random, branches).Branch(depth: 1);
            var order = new OrderOracle(random).Next();
            var expected = branches.Where(filter.Holds).ToList();
            expected.Sort(order.Compare);
            var size = random.Next(1, 60);
            var paged = new List<string>();
            string? cursor = null;
            while (true)
            {
                var arguments =
                    $"where: {filter.Text}, order: {order.Text}, "
                    + (forward ? $"first: {size}, after: $cursor" : $"last: {size}, before: $cursor");
                var data = await service.DataAsync(
                    $"query ($cursor: String) {{ branches({arguments}) {{ nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage "
                        + $"startCursor endCursor }} }} }}",
                    new { cursor }
                );
                paged.InsertRange(forward ? paged.Count : 0, Ids(data));
                var info = data.GetProperty("branches").GetProperty("pageInfo");
                if (!info.GetProperty(forward ? "hasNextPage" : "hasPreviousPage").GetBoolean())
                {
                    break;
                }

                cursor = info.GetProperty(forward ? "endCursor" : "startCursor").GetString();
            }

            paged.ShouldBe(expected.Select(Id), $"seed {seed}: {filter.Text} {order.Text} {size}");
        }
    }

    /// <summary>
    /// From every page that a plain walk visits: the cursors of near pages are those that the walk comes by, and give what it finds.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cursors_of_near_pages_are_those_of_a_plain_walk(bool forward)
    {
        const string info =
            "pageInfo { startCursor endCursor hasNextPage hasPreviousPage forwardCursors { page cursor } backwardCursors { page cursor } }";
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var filter = new FilterOracle(random, branches).Branch(depth: 1);
            var order = new OrderOracle(random).Next();
            var expected = branches.Where(filter.Holds).ToList();
            expected.Sort(order.Compare);
            var ids = expected.ConvertAll(Id);
            var size = random.Next(1, 40);
            var list = $"where: {filter.Text}, order: {order.Text}";
            string? cursor = null;
            while (true)
            {
                var way = forward ? $"first: {size}, after: $cursor" : $"last: {size}, before: $cursor";
                var data = await service.DataAsync(
                    $"query ($cursor: String) {{ branches({list}, {way}) {{ nodes {{ id }} {info} }} }}",
                    new { cursor }
                );
                var page = Ids(data);
                var told = data.GetProperty("branches").GetProperty("pageInfo");
                var place = $"seed {seed}: {list} size {size} after {cursor}";
                var start = page.Count == 0 ? 0 : ids.IndexOf(page[0]);
                await CheckAsync(told.GetProperty("forwardCursors"), n => (start + page.Count + ((n - 1) * size), size), "first", "after");
                await CheckAsync(told.GetProperty("backwardCursors"), n => (start - (n * size), size), "last", "before");
                if (!told.GetProperty(forward ? "hasNextPage" : "hasPreviousPage").GetBoolean())
                {
                    break;
                }

                cursor = told.GetProperty(forward ? "endCursor" : "startCursor").GetString();

                async Task CheckAsync(JsonElement cursors, Func<int, (int Start, int Count)> where, string count, string after)
                {
                    var wanted =
                        page.Count == 0
                            ? []
                            : Enumerable
                                .Range(1, 5)
                                .Where(n => where(n) is var (from, rows) && from < ids.Count && from + rows > 0)
                                .ToList();
                    cursors.EnumerateArray().Select(near => near.GetProperty("page").GetInt32()).ShouldBe(wanted, $"{place} {count}");
                    // Following each of them would be a thousand requests; one of each page will do.
                    if (cursors.GetArrayLength() == 0)
                    {
                        return;
                    }

                    var near = cursors[random.Next(cursors.GetArrayLength())];
                    var (first, rows) = where(near.GetProperty("page").GetInt32());
                    var found = await service.DataAsync(
                        $"query ($cursor: String) {{ branches({list}, {count}: {size}, {after}: $cursor) {{ nodes {{ id }} }} }}",
                        new { cursor = near.GetProperty("cursor").GetString() }
                    );
                    Ids(found).ShouldBe(ids.Skip(Math.Max(0, first)).Take(Math.Min(rows, first + rows)), $"{place} {count} {near}");
                }
            }
        }
    }

    [Theory]
    [InlineData("first: 0", "[]", "[]")]
    [InlineData("first: 5, where: { name: { eq: \"nobody\" } }", "[]", "[]")]
    [InlineData("first: 500", "[]", "[]")]
    public async Task A_page_without_others_around_has_no_cursors_to_them(string arguments, string ahead, string back)
    {
        var info = (
            await service.DataAsync(
                $"{{ branches({arguments}) {{ pageInfo {{ forwardCursors {{ page cursor }} backwardCursors {{ page cursor }} }} }} }}"
            )
        )
            .GetProperty("branches")
            .GetProperty("pageInfo");
        info.GetProperty("forwardCursors").GetRawText().ShouldBe(ahead);
        info.GetProperty("backwardCursors").GetRawText().ShouldBe(back);
    }

    [Theory]
    [InlineData("hasPreviousPage", "first: 5", "false")]
    [InlineData("hasNextPage", "first: 5", "true")]
    [InlineData("hasNextPage", "last: 5", "false")]
    [InlineData("__typename", "last: 5", "\"PageInfo\"")]
    public async Task A_field_of_pageInfo_can_be_asked_for_alone(string field, string arguments, string value) =>
        (await service.DataAsync($"{{ branches({arguments}) {{ pageInfo {{ {field} }} }} }}"))
            .GetProperty("branches")
            .GetProperty("pageInfo")
            .GetProperty(field)
            .GetRawText()
            .ShouldBe(value);

    [Fact]
    public async Task Groups_of_coverage_go_forward_only()
    {
        var info = (
            await service.DataAsync(
                "{ coverage(by: [SOCIETY_KIND, CATEGORY], first: 4) { pageInfo { endCursor forwardCursors { page cursor "
                    + "__typename } backwardCursors { page } } } }"
            )
        )
            .GetProperty("coverage")
            .GetProperty("pageInfo");
        info.GetProperty("forwardCursors").GetArrayLength().ShouldBeGreaterThan(2);
        info.GetProperty("forwardCursors")[0].GetProperty("cursor").GetString().ShouldBe(info.GetProperty("endCursor").GetString());
        info.GetProperty("backwardCursors").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Every_order_is_tried_both_ways()
    {
        foreach (
            var text in OrderOracle.Texts.SelectMany(text =>
                new[] { text.Replace("#", "ASC", StringComparison.Ordinal), text.Replace("#", "DESC", StringComparison.Ordinal) }
            )
        )
        {
            Ids(await service.DataAsync($"{{ branches(first: 500, order: [{{ {text} }}]) {{ nodes {{ id }} }} }}"))
                .Count.ShouldBe(branches.Count, text);
        }
    }

    private static JsonElement WithKey(JsonElement branch)
    {
        var copy = JsonNode.Parse(branch.GetRawText())!.AsObject();
        copy["key"] = long.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(Id(branch))).Split(':')[1], null);
        return JsonSerializer.SerializeToElement(copy);
    }

    private static string Id(JsonElement branch) => branch.GetProperty("id").GetString()!;

    private static List<string> Ids(JsonElement data) => [.. data.GetProperty("branches").GetProperty("nodes").EnumerateArray().Select(Id)];
}
