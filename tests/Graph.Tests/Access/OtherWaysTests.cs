using System.Net;
using System.Text;
using System.Text.Json;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>Ways to the rows other than a query's fields: filters, orders, groups, cursors, files, events.</summary>
[Collection(AccessCollection.Name)]
public sealed class OtherWaysTests(AccessFixture city)
{
    private string Administrator => $"CommitteeAdministrator {city.Committee}";

    [Theory]
    [InlineData("{ branches(where: { name: { contains: \"别家\" } }) { totalCount nodes { name } } }")]
    [InlineData("{ societies(where: { branches: { some: { name: { contains: \"别家\" } } } }) { totalCount nodes { name } } }")]
    [InlineData("{ societies(where: { committee: { name: { contains: \"别家\" } } }) { totalCount nodes { name } } }")]
    [InlineData("{ persons(where: { reference: { contains: \"别家\" } }) { totalCount nodes { reference } } }")]
    public async Task A_filter_finds_nothing_of_others(string query)
    {
        var list = (await city.DataAsync(Administrator, query)).EnumerateObject().Single().Value;
        list.GetProperty("totalCount").GetInt32().ShouldBe(0);
        list.GetProperty("nodes").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("societies", "graph.society")]
    [InlineData("branches", "graph.branch")]
    [InlineData("committees", "graph.committee")]
    public async Task Lists_totals_and_groups_count_ones_own(string list, string table)
    {
        var key = table == "graph.committee" ? "id" : "committee_id";
        var own = await city.ScalarAsync<long>(
            $"SELECT count(*) FROM {table} WHERE {key} = @committee",
            new { committee = city.Committee }
        );
        own.ShouldBeGreaterThan(0);
        var data = await city.DataAsync(
            Administrator,
            $"{{ {list}(first: 500) {{ totalCount nodes {{ id }} groups(by: []) {{ nodes {{ count }} }} }} }}"
        );
        var found = data.GetProperty(list);
        found.GetProperty("totalCount").GetInt64().ShouldBe(own);
        found.GetProperty("nodes").GetArrayLength().ShouldBe((int)own);
        found.GetProperty("groups").GetProperty("nodes")[0].GetProperty("count").GetInt64().ShouldBe(own);
    }

    [Fact]
    public async Task A_cursor_of_another_scope_leads_to_ones_own_rows()
    {
        const string page = """
            query ($after: String) { branches(first: 3, after: $after, order: [{ name: ASC }]) { pageInfo { endCursor } nodes { name } } }
            """;
        var cursor = (await city.DataAsync(null, page))
            .GetProperty("branches")
            .GetProperty("pageInfo")
            .GetProperty("endCursor")
            .GetString();
        (await city.TextAsync(Administrator, page, new { after = cursor })).ShouldNotContain(AccessFixture.Marker);
    }

    [Fact]
    public async Task Branches_are_a_secretarys_own_and_members_are_nobodys_but_their_own()
    {
        const string all = "{ branches { totalCount } societies { totalCount } persons { totalCount } }";
        var secretary = await city.DataAsync("BranchSecretary 5", all);
        secretary.GetProperty("branches").GetProperty("totalCount").GetInt32().ShouldBe(1);
        secretary.GetProperty("societies").GetProperty("totalCount").GetInt32().ShouldBe(1);
        var member = await city.DataAsync("Member 7", "{ persons { totalCount } branches { totalCount } }");
        member.GetProperty("persons").GetProperty("totalCount").GetInt32().ShouldBe(1);
        member.GetProperty("branches").GetProperty("totalCount").GetInt32().ShouldBe(1);
        var other = GlobalId.Format("Member", 8);
        (await city.DataAsync("Member 7", $"{{ node(id: \"{other}\") {{ id }} }}"))
            .GetProperty("node")
            .ValueKind.ShouldBe(JsonValueKind.Null);
        var nobody = await city.DataAsync("CommitteeAdministrator", all);
        nobody.EnumerateObject().ShouldAllBe(list => list.Value.GetProperty("totalCount").GetInt32() == 0);
    }

    [Fact]
    public async Task Researchers_see_all_organizations_and_no_person()
    {
        (await city.TextAsync("Researcher", "{ societies(first: 500) { nodes { name } } }")).ShouldContain(AccessFixture.Marker);
        foreach (var people in new[] { "{ persons { totalCount } }", "{ branches(first: 1) { nodes { members { totalCount } } } }" })
        {
            var answer = await city.AskAsync("Researcher", people);
            answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-ACCESS-111");
        }
    }

    [Fact]
    public async Task A_supervisor_sees_the_branches_of_the_team()
    {
        const string branches = """
            SELECT count(DISTINCT b.branch_id) FROM graph.consortium_supervision AS s JOIN graph.consortium_branch AS b USING (consortium_id)
            WHERE s.supervision_team_id = 1 AND s.valid_during @> graph.today() AND b.valid_during @> graph.today()
            """;
        var expected = await city.ScalarAsync<long>(branches);
        expected.ShouldBeGreaterThan(0);
        var data = await city.DataAsync("Supervisor 1", "{ branches { totalCount } }");
        data.GetProperty("branches").GetProperty("totalCount").GetInt64().ShouldBe(expected);
    }

    [Fact]
    public async Task Files_hold_ones_own()
    {
        var file = await city.GetAsync(Administrator, "/export/branches?format=csv&columns=name");
        file.ShouldNotContain(AccessFixture.Marker);
        file.ShouldContain("合成");
        (await city.GetAsync(null, "/export/branches?format=csv&columns=name")).ShouldContain(AccessFixture.Marker);
    }

    [Theory]
    [InlineData("societies", "Committee", "committee")]
    [InlineData("branches", "Committee", "committee")]
    [InlineData("members", "Committee", "committee")]
    [InlineData("branches", "Society", "society")]
    [InlineData("members", "Branch", "branch")]
    [InlineData("activities", "Branch", "branch")]
    public async Task The_list_of_what_is_not_seen_is_the_list_of_nothing(string list, string type, string table)
    {
        var key = type == "Committee" ? "id" : "committee_id";
        var foreign = await city.ScalarAsync<long>($"SELECT min(id) FROM graph.{table} WHERE {key} = @id", new { id = city.Committee + 1 });
        var own = await city.ScalarAsync<long>($"SELECT min(id) FROM graph.{table} WHERE {key} = @id", new { id = city.Committee });
        var ofForeign = await StatusAndTextAsync(list, GlobalId.Format(type, foreign));
        ofForeign.ShouldStartWith("404 ");
        ofForeign.ShouldContain("SP-EXPORT-008");
        ofForeign.ShouldBe(await StatusAndTextAsync(list, GlobalId.Format(type, 4_000_000_000)));
        (await StatusAndTextAsync(list, GlobalId.Format(type, own))).ShouldStartWith("200 ");
    }

    /// <summary>A row is a person, and nearly all that is known is said of the member.</summary>
    [Fact]
    public async Task All_columns_of_members_are_the_members_too()
    {
        var file = await city.GetAsync(Administrator, "/export/members?format=csv&columns=*");
        var header = file[..file.IndexOf('\n', StringComparison.Ordinal)];
        header.Split(',').Length.ShouldBeGreaterThan(10, header);
        file.ShouldNotContain(AccessFixture.Marker);
    }

    private async Task<string> StatusAndTextAsync(string list, string of)
    {
        using var client = new HttpClient { BaseAddress = city.Address };
        client.DefaultRequestHeaders.Add(HeaderAccess.Name, Administrator);
        using var answer = await client.GetAsync(new Uri($"/export/{list}?format=csv&of={Uri.EscapeDataString(of)}", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return $"{(int)answer.StatusCode} {text.Replace(of, "ID", StringComparison.Ordinal)}";
    }

    [Fact]
    public async Task Published_lists_are_for_who_sees_everything_and_reports_for_who_sees_a_committee()
    {
        using var client = new HttpClient { BaseAddress = city.Address };
        client.DefaultRequestHeaders.Add(HeaderAccess.Name, Administrator);
        using var list = new StringContent("name", Encoding.UTF8, "text/csv");
        using var import = await client.PostAsync("/import/roster?dryRun=true", list);
        import.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await import.Content.ReadAsStringAsync()).ShouldContain("SP-ACCESS-112");
        foreach (var address in new[] { "/reports/editions", "/reports/draft/report.json?year=2025", "/reports/1/report.json" })
        {
            foreach (var access in new[] { "BranchSecretary 5", "Supervisor 1", "Member 7", "Researcher" })
            {
                (await city.GetAsync(access, address)).ShouldContain("SP-ACCESS-113", customMessage: $"{access} {address}");
            }
        }
    }
}
