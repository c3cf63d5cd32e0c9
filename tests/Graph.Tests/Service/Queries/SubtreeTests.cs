using SocietyParty.Graph.Tests.Service.Mutations;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary>A committee with all that are below it, whatever is filtered.</summary>
public sealed class SubtreeTests(MutationFixture service) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task A_tree_is_its_top_with_all_below_it_today()
    {
        // Top, middle, bottom; beside them one that was below the top for a year.
        await service.ExecuteAsync(
            """
            INSERT INTO graph.committee (name, region_code)
            SELECT n.name, (SELECT region_code FROM graph.committee ORDER BY id LIMIT 1) FROM unnest(ARRAY['上级', '中级', '下级', '从前']) AS n (name)
            """
        );
        await service.ExecuteAsync(
            """
            INSERT INTO graph.committee_parent (committee_id, parent_id, valid_during)
            SELECT c.id, p.id, d.days::daterange FROM (VALUES ('中级', '上级', '[2020-01-01,)'), ('下级', '中级', '[2020-01-01,)'), ('从前', '上级', '[2020-01-01,2021-01-01)')) AS d (child, parent, days)
            JOIN graph.committee AS c ON c.name = d.child JOIN graph.committee AS p ON p.name = d.parent
            """
        );
        await service.ExecuteAsync(
            "UPDATE graph.society SET committee_id = (SELECT id FROM graph.committee WHERE name = '下级') "
                + "WHERE id IN (SELECT id FROM graph.society ORDER BY id LIMIT 3)"
        );
        await service.ExecuteAsync(
            "UPDATE graph.society SET committee_id = (SELECT id FROM graph.committee WHERE name = '从前') "
                + "WHERE id = (SELECT max(id) FROM graph.society)"
        );
        var top = MutationFixture.Id("Committee", await service.ScalarAsync<long>("SELECT id FROM graph.committee WHERE name = '上级'"));
        var answer = await service.QueryAsync(
            """
            query ($top: ID!, $filter: SocietyFilterInput) {
              committees(where: { within: $top }, order: [{ name: ASC }]) { nodes { name } }
              byIdentity: committees(where: { id: { within: $top } }) { totalCount }
              societies(where: $filter) { totalCount nodes { coverage { isNominal } } }
              outside: societies(where: { not: { committee: { within: $top } } }) { totalCount }
              all: societies { totalCount }
              branches(where: { societies: { some: { committee: { within: $top } } } }) { totalCount }
              roots: committees(where: { parent: null }) { totalCount }
              others: committees(where: { not: { parent: null } }) { totalCount }
              uncovered: uncoveredSocieties(where: { committee: { within: $top } }) { totalCount }
            }
            """,
            new { top, filter = new { committee = new { within = top } } }
        );
        answer
            .GetProperty("committees")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(node => node.GetProperty("name").GetString())
            .Order()
            .ShouldBe(new[] { "上级", "中级", "下级" }.Order());
        Count("byIdentity").ShouldBe(3);
        Count("societies").ShouldBe(3);
        Count("outside").ShouldBe(Count("all") - 3);
        Count("branches").ShouldBeGreaterThan(0);
        Count("others").ShouldBe(2);
        Count("roots").ShouldBe(3);
        answer
            .GetProperty("societies")
            .GetProperty("nodes")
            .EnumerateArray()
            .Count(node => !node.GetProperty("coverage").GetProperty("isNominal").GetBoolean())
            .ShouldBe(Count("uncovered"));

        int Count(string field) => answer.GetProperty(field).GetProperty("totalCount").GetInt32();
    }
}
