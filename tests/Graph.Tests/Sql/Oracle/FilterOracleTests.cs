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
        var data = await service.DataAsync("""
            { branches(first: 500) { nodes {
              id name category status statusSince form categoryHistory { validFrom validTo }
              society { name kind branches { totalCount } } committee { name }
              members(first: 500) { totalCount nodes { status } } assessments(first: 100) { nodes { year totalScore grade } }
            } } }
            """);
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
            for (string? cursor = null; ;)
            {
                var arguments = $"where: {filter.Text}, order: {order.Text}, " + (forward ? $"first: {size}, after: $cursor" : $"last: {size}, before: $cursor");
                var data = await service.DataAsync(
                    $"query ($cursor: String) {{ branches({arguments}) {{ nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}", new { cursor });
                paged.InsertRange(forward ? paged.Count : 0, Ids(data));
                var info = data.GetProperty("branches").GetProperty("pageInfo");
                if (!info.GetProperty(forward ? "hasNextPage" : "hasPreviousPage").GetBoolean())
                    break;
                cursor = info.GetProperty(forward ? "endCursor" : "startCursor").GetString();
            }

            paged.ShouldBe(expected.Select(Id), $"seed {seed}: {filter.Text} {order.Text} {size}");
        }
    }

    [Fact]
    public async Task Every_order_is_tried_both_ways()
    {
        foreach (var text in OrderOracle.Texts.SelectMany(text => new[] { text.Replace("#", "ASC", StringComparison.Ordinal), text.Replace("#", "DESC", StringComparison.Ordinal) }))
            Ids(await service.DataAsync($"{{ branches(first: 500, order: [{{ {text} }}]) {{ nodes {{ id }} }} }}")).Count.ShouldBe(branches.Count, text);
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
