using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Service.Mutations.Organizations;

/// <summary>New names, codes and levels; old names stay as aliases and the past keeps them.</summary>
public sealed class OrganizationNamesTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task A_branch_is_renamed_and_found_by_its_old_name()
    {
        var steps = new MemberSteps(city, "更名");
        var branch = await steps.BranchAsync();
        await steps.BranchAsync("乙");
        object Named(string name, int version, string? holdsFrom = null) =>
            new
            {
                branch,
                version,
                name,
                holdsFrom,
            };
        (await city.RefusedAsync("updateBranch", Named("合成更名乙党支部", 2))).ShouldBe(["BRANCH_NAME_TAKEN"]);
        (await city.RefusedAsync("updateBranch", Named(" ", 2))).ShouldBe(["NAME_INVALID"]);
        (await city.RefusedAsync("updateBranch", Named("合成新名党支部", 7))).ShouldBe(["VERSION_CONFLICT"]);
        (await city.DoneAsync("updateBranch", Named("合成新名党支部", 2, "2024-05-01"), "name version aliases { alias reason }"))
            .ToString()
            .ShouldBe("""{"name":"合成新名党支部","version":3,"aliases":[{"alias":"合成更名党支部","reason":"曾用名"}]}""");
        (await city.RefusedAsync("updateBranch", Named("合成再名党支部", 3, "2024-04-01"))).ShouldBe(["HOLDS_BEFORE_LAST_CHANGE"]);
        var same = await city.ChangeAsync("updateBranch", Named("合成新名党支部", 3), "version");
        same.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["NOTHING_TO_CHANGE"]);
        (
            await city.ScalarAsync<string>("SELECT name || upper(valid_during) FROM graph.branch_past WHERE name = '合成更名党支部'")
        ).ShouldBe("合成更名党支部2024-05-01");
        (
            await city.QueryAsync(
                """{ branches(where: { aliases: { some: { alias: { contains: "更名党支" } } } }) { nodes { name aliases { alias } } } }"""
            )
        )
            .ToString()
            .ShouldContain("""{"name":"合成新名党支部","aliases":[{"alias":"合成更名党支部"}]}""");
        // A name that comes back is no other name any more.
        (await city.DoneAsync("updateBranch", Named("合成更名党支部", 3, "2024-06-01"), "aliases { alias }"))
            .ToString()
            .ShouldBe("""{"aliases":[{"alias":"合成新名党支部"}]}""");
        // Whoever takes the name that another one had hears of it.
        var taken = await city.ChangeAsync(
            "proposeBranch",
            new
            {
                name = "合成新名党支部",
                form = "BRANCH",
                societies = new[] { await steps.SocietyAsync("丙") },
                proposedOn = "2024-06-02",
            }
        );
        taken.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["FORMER_NAME_TAKEN"]);
    }

    [Fact]
    public async Task A_committee_is_renamed()
    {
        var key = await city.ScalarAsync<long>(
            "INSERT INTO graph.committee (name, region_code) VALUES ('合成旧名党委', '320500'), ('合成邻党委', '320500') RETURNING id"
        );
        var committee = MutationFixture.Id("Committee", key);
        (
            await city.RefusedAsync(
                "updateCommittee",
                new
                {
                    committee,
                    version = 1,
                    name = "合成邻党委",
                }
            )
        ).ShouldBe(["COMMITTEE_NAME_TAKEN"]);
        (
            await city.DoneAsync(
                "updateCommittee",
                new
                {
                    committee,
                    version = 1,
                    name = "合成新名党委",
                },
                "name version aliases { alias reason }"
            )
        ).ToString().ShouldBe("""{"name":"合成新名党委","version":2,"aliases":[{"alias":"合成旧名党委","reason":"曾用名"}]}""");
        (await city.QueryAsync("""{ committees(where: { aliases: { some: { alias: { contains: "成旧名" } } } }) { nodes { name } } }"""))
            .ToString()
            .ShouldContain("""{"nodes":[{"name":"合成新名党委"}]}""");
        (
            await city.RefusedAsync(
                "updateCommittee",
                new
                {
                    committee,
                    version = 1,
                    name = "合成又名党委",
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
    }

    [Fact]
    public async Task A_societys_level_and_code_are_mended()
    {
        var society = await new MemberSteps(city, "代码").SocietyAsync();
        object Code(int version, string? creditCode, string? creditCodeOverride = null) =>
            new
            {
                society,
                version,
                level = "COUNTY",
                creditCode,
                creditCodeOverride,
            };
        (await city.DoneAsync("updateSociety", Code(1, "91110000600037341L"), "level creditCode version"))
            .ToString()
            .ShouldBe("""{"level":"COUNTY","creditCode":"91110000600037341L","version":2}""");
        (await city.RefusedAsync("updateSociety", Code(2, "91110000600037341M"))).ShouldBe(["CREDIT_CODE_WRONG"]);
        var odd = await city.ChangeAsync("updateSociety", Code(2, "91110000600037341M", "老代码"), "creditCode");
        odd.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["CREDIT_CODE_ACCEPTED GB 32100-2015"]);
        (await city.DoneAsync("updateSociety", Code(3, null), "creditCode")).ToString().ShouldBe("""{"creditCode":null}""");
        // As of a branch: a name that comes back is no other name any more.
        object Named(int version, string name) =>
            new
            {
                society,
                version,
                name,
            };
        await city.DoneAsync("updateSociety", Named(4, "合成新代码学会"));
        var committee = MutationFixture.Id(
            "Committee",
            await city.ScalarAsync<long>("SELECT committee_id FROM graph.society WHERE name = '合成新代码学会'")
        );
        (await city.RefusedAsync("foundSociety", new { committee, name = "合成代码学会" })).ShouldBe(["FORMER_NAME_TAKEN"]);
        (await city.RefusedAsync("foundSociety", new { committee, name = "合成代码 学会" })).ShouldBe(["FORMER_NAME_TAKEN"]);
        (await city.DoneAsync("updateSociety", Named(5, "合成代码学会"), "aliases { alias }"))
            .ToString()
            .ShouldBe("""{"aliases":[{"alias":"合成新代码学会"}]}""");
    }
}
