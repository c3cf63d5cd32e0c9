using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Organizations;

/// <summary>Committees are founded in any region, stand under others by day, end, and are restored.</summary>
public sealed class CommitteeLifeTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private async Task<string> FoundAsync(string name, string region, string? establishedOn = null, string? parent = null) => (
            await city.DoneAsync(
                "foundCommittee",
                new
                {
                    name,
                    region,
                    establishedOn,
                    parent,
                }
            )
        ).GetProperty("id").GetString()!;

    private async Task<string?> ParentAsync(string committee, string day) =>
        (
            await city.QueryAsync(
                "query ($id: ID!, $day: Date!) { committee(id: $id) { parent(asOf: $day) { name } } }",
                new { id = committee, day }
            )
        )
            .GetProperty("committee")
            .GetProperty("parent")
            is { ValueKind: JsonValueKind.Object } parent
            ? parent.GetProperty("name").GetString()
            : null;

    [Fact]
    public async Task A_city_that_no_file_knows_begins()
    {
        var regions = await city.QueryAsync(
            """
            { regions(where: { code: { in: ["330185", "331003"] } }, order: [{ code: ASC }]) {
                nodes { code name listedFrom listedTo formerNames parent { name parent { name parent { name parent { name } } } } } } }
            """
        );
        regions
            .ToString()
            .ShouldBe(
                """{"regions":{"nodes":[{"code":"330185","name":"临安市","listedFrom":null,"listedTo":"2020-12-01","formerNames":null,"parent":{"name":"杭州市","parent":{"name":"浙江省","parent":{"name":"中国","parent":null}}}},{"code":"331003","name":"黄岩区","listedFrom":null,"listedTo":null,"formerNames":null,"parent":{"name":"台州市","parent":{"name":"浙江省","parent":{"name":"中国","parent":null}}}}]}}"""
            );
        // Page by page: a region's key is its code, a text.
        const string page = "query ($after: String) { regions(first: 2, after: $after) { nodes { code } pageInfo { endCursor } } }";
        var first = (await city.QueryAsync(page)).GetProperty("regions");
        var next = (
            await city.QueryAsync(page, new { after = first.GetProperty("pageInfo").GetProperty("endCursor").GetString() })
        ).GetProperty("regions");
        (first.GetProperty("nodes").ToString() + next.GetProperty("nodes")).ShouldBe(
            """[{"code":"100000"},{"code":"110000"}][{"code":"110101"},{"code":"110102"}]"""
        );
        var upper = await FoundAsync("合成台州党委", "331000", "2018-03-01");
        var made = await city.DoneAsync(
            "foundCommittee",
            new
            {
                name = "合成黄岩党委",
                region = " ３３１００３",
                establishedOn = "2020-02-29",
                parent = upper,
            },
            "name level establishedOn region { name } parent { name }"
        );
        made.ToString()
            .ShouldBe(
                """{"name":"合成黄岩党委","level":"COUNTY","establishedOn":"2020-02-29","region":{"name":"黄岩区"},"parent":{"name":"合成台州党委"}}"""
            );
        // What the country's rules say holds there at once.
        (
            await city.ScalarAsync<string>("SELECT graph.rule_section('331003', 'leadingGroups', '2026-01-01') #>> '{quorum,value}'")
        ).ShouldBe("AT_LEAST_HALF");
        object Other(string name, string region, string? parent = null, string? establishedOn = "2020-01-01") =>
            new
            {
                name,
                region,
                parent,
                establishedOn,
            };
        (await city.RefusedAsync("foundCommittee", Other("合成黄岩党委", "331003"))).ShouldBe(["COMMITTEE_NAME_TAKEN"]);
        (await city.RefusedAsync("foundCommittee", Other("合成党委", "999999"))).ShouldBe(["NOT_FOUND"]);
        (await city.RefusedAsync("foundCommittee", Other(" ", "331003"))).ShouldBe(["NAME_INVALID"]);
        (await city.RefusedAsync("foundCommittee", Other("合成早党委", "331003", upper, "2018-02-28"))).ShouldBe([
            "UPPER_COMMITTEE_NOT_THERE",
        ]);
        (await city.RefusedAsync("foundCommittee", Other("合成来日党委", "331003", null, "2126-01-01"))).ShouldBe(["DAY_TO_COME"]);
        // A county's committee leads neither the country's nor a city's; nor is one moved below it.
        var county = MutationFixture.Id(
            "Committee",
            await city.ScalarAsync<long>("SELECT id FROM graph.committee WHERE name = '合成黄岩党委'")
        );
        (await city.RefusedAsync("foundCommittee", Other("合成全国党委", "100000", county, "2021-01-01"))).ShouldBe([
            "UPPER_COMMITTEE_LOWER",
        ]);
        (await city.RefusedAsync("foundCommittee", Other("合成平顶山党委", "410400", county, "2021-01-01"))).ShouldBe([
            "UPPER_COMMITTEE_LOWER",
        ]);
        (await city.ChangeAsync("foundCommittee", Other("合成早区党委", "330113", upper, "2020-01-01")))
            .GetProperty("warnings")[0]
            .GetProperty("message")
            .GetString()!
            .ShouldContain("was in no list of regions before");
        var former = await city.ChangeAsync("foundCommittee", Other("合成临安党委", "330185", upper));
        former
            .GetProperty("warnings")
            .EnumerateArray()
            .Select(MutationFixture.Shown)
            .ShouldBe(["REGION_FORMER", "UPPER_COMMITTEE_ELSEWHERE"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_committee_moves_from_a_day_on_and_its_past_stays()
    {
        var old = await FoundAsync("合成原上级党委", "330000", "2010-01-01");
        var upper = await FoundAsync("合成新上级党委", "330100", "2015-06-01", old);
        var lower = await FoundAsync("合成下级党委", "330106", "2016-01-01", old);
        object Move(string committee, string? parent, string? holdsFrom) =>
            new
            {
                committee,
                parent,
                holdsFrom,
            };
        await city.DoneAsync("moveCommittee", Move(lower, upper, "2020-03-01"));
        (await ParentAsync(lower, "2015-12-31")).ShouldBeNull();
        (await ParentAsync(lower, "2016-01-01")).ShouldBe("合成原上级党委");
        (await ParentAsync(lower, "2020-02-29")).ShouldBe("合成原上级党委");
        (await ParentAsync(lower, "2020-03-01")).ShouldBe("合成新上级党委");
        (await city.RefusedAsync("moveCommittee", Move(lower, old, "2020-02-29"))).ShouldBe(["HOLDS_BEFORE_LAST_CHANGE"]);
        (await city.RefusedAsync("moveCommittee", Move(upper, lower, "2021-01-01"))).ShouldBe(["COMMITTEE_ABOVE_ITSELF"]);
        (await city.RefusedAsync("moveCommittee", Move(upper, upper, "2021-01-01"))).ShouldBe(["COMMITTEE_ABOVE_ITSELF"]);
        (await city.RefusedAsync("moveCommittee", Move(lower, old, "2126-01-01"))).ShouldBe(["DAY_TO_COME"]);
        var same = await city.ChangeAsync("moveCommittee", Move(lower, upper, "2022-01-01"));
        same.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["NOTHING_TO_CHANGE"]);
        await city.DoneAsync("moveCommittee", Move(lower, null, "2023-01-01"));
        (await ParentAsync(lower, "2022-12-31")).ShouldBe("合成新上级党委");
        (await ParentAsync(lower, "2023-01-01")).ShouldBeNull();
        // That it stands under nobody is a change, too; each counts as a version.
        (await city.RefusedAsync("moveCommittee", Move(lower, upper, "2022-12-31"))).ShouldBe(["HOLDS_BEFORE_LAST_CHANGE"]);
        (await city.RefusedAsync("moveCommittee", Move(lower, upper, "2015-12-31"))).ShouldBe(["BEFORE_FOUNDING"]);
        (
            await city.RefusedAsync(
                "moveCommittee",
                new
                {
                    committee = lower,
                    parent = upper,
                    version = 1,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
    }

    [Fact]
    public async Task A_committee_ends_when_it_leads_nobody_and_is_restored_where_that_was_an_error()
    {
        var upper = await FoundAsync("合成存续党委", "340000", "2010-01-01");
        var committee = await FoundAsync("合成撤销党委", "340100", "2012-01-01", upper);
        var society = (await city.DoneAsync("foundSociety", new { name = "合成留守学会", committee })).GetProperty("id").GetString();
        object End(string of, string day) =>
            new
            {
                committee = of,
                abolishedOn = day,
                reason = "机构合并",
            };
        (await city.RefusedAsync("abolishCommittee", End(committee, "2024-02-29"))).ShouldBe(["COMMITTEE_HAS_SOCIETIES"]);
        (await city.RefusedAsync("abolishCommittee", End(upper, "2024-02-29"))).ShouldBe(["COMMITTEE_HAS_COMMITTEES"]);
        await city.ExecuteAsync("UPDATE graph.society SET operating_state = 'CANCELLED' WHERE name = '合成留守学会'");
        (await city.RefusedAsync("abolishCommittee", End(committee, "2012-01-01"))).ShouldBe(["BEFORE_FOUNDING"]);
        (await city.DoneAsync("abolishCommittee", End(committee, "2024-02-29"), "abolishedOn abolishReason version"))
            .ToString()
            .ShouldBe("""{"abolishedOn":"2024-02-29","abolishReason":"机构合并","version":3}""");
        (await ParentAsync(committee, "2024-02-28")).ShouldBe("合成存续党委");
        (await ParentAsync(committee, "2024-02-29")).ShouldBeNull();
        (await city.RefusedAsync("abolishCommittee", End(committee, "2024-03-01"))).ShouldBe(["COMMITTEE_ABOLISHED"]);
        (await city.RefusedAsync("moveCommittee", new { committee, parent = upper })).ShouldBe(["COMMITTEE_ABOLISHED"]);
        (
            await city.DoneAsync(
                "restoreCommittee",
                new
                {
                    committee,
                    reason = "登记有误",
                    version = 3,
                },
                "abolishedOn abolishReason parent { name } restorations { abolishedOn abolishReason reason restoredBy }",
                "office"
            )
        ).ToString().ShouldBe("""{"abolishedOn":null,"abolishReason":null,"parent":{"name":"合成存续党委"},"restorations":[{"abolishedOn":"2024-02-29","abolishReason":"机构合并","reason":"登记有误","restoredBy":"office"}]}""");
        (await city.RefusedAsync("restoreCommittee", new { committee, reason = "再次" })).ShouldBe(["COMMITTEE_NOT_ABOLISHED"]);
        society.ShouldNotBeNull();
    }
}
