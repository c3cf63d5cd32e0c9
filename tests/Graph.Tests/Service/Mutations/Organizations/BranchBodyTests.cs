using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Organizations;

/// <summary>Several organizations of one society, of its offices and sub-societies too (002 §3); it is organized once.</summary>
public sealed class BranchBodyTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private async Task<string> SocietyAsync(string name) =>
        (await city.DoneAsync("foundSociety", new { name, committee = MutationFixture.Id("Committee", 1) })).GetProperty("id").GetString()!;

    private static object Proposal(string name, string society, string? body = null, string? bodyName = null, string form = "BRANCH") =>
        new
        {
            name,
            form,
            societies = new[] { society },
            body,
            bodyName,
            proposedOn = "2020-01-01",
        };

    private async Task<string> BranchAsync(object proposal, string establishedOn)
    {
        var branch = (await city.DoneAsync("proposeBranch", proposal)).GetProperty("id").GetString()!;
        await city.DoneAsync("establishBranch", new { branch, establishedOn });
        return branch;
    }

    private static IEnumerable<string> Warned(JsonElement payload) =>
        payload.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown);

    [Fact]
    public async Task Offices_and_sub_societies_have_organizations_of_their_own()
    {
        var society = await SocietyAsync("合成机构学会");
        Warned(await city.ChangeAsync("proposeBranch", Proposal("合成机构早党支部", society, "OFFICE", "早秘书处")))
            .ShouldBe(["SOCIETY_WITHOUT_BRANCH 002 §3"]);
        var own = await city.DoneAsync("proposeBranch", Proposal("合成机构学会党支部", society), "id body bodyName version");
        (own.GetProperty("body").GetString(), own.GetProperty("bodyName").ValueKind).ShouldBe(("SOCIETY", JsonValueKind.Null));
        (await city.DoneAsync("proposeBranch", Proposal("合成机构秘书处党支部", society, "OFFICE", "秘书处"), "body bodyName"))
            .ToString()
            .ShouldBe("""{"body":"OFFICE","bodyName":"秘书处"}""");
        await city.DoneAsync("proposeBranch", Proposal("合成机构青年分会党支部", society, "SUB_SOCIETY", "青年分会"));
        // Each body has one of a form, so that none is entered twice.
        (await city.RefusedAsync("proposeBranch", Proposal("合成机构二党支部", society))).ShouldBe(["SOCIETY_HAS_BRANCH"]);
        (await city.RefusedAsync("proposeBranch", Proposal("合成机构三党支部", society, "OFFICE", "秘书处"))).ShouldBe([
            "SOCIETY_HAS_BRANCH",
        ]);
        (await city.RefusedAsync("proposeBranch", Proposal("合成机构四党支部", society, "OFFICE"))).ShouldBe(["BODY_NAME_MISSING"]);
        (await city.RefusedAsync("proposeBranch", Proposal("合成机构五党支部", society, "OFFICE", " "))).ShouldNotBeEmpty();
        (
            await city.RefusedAsync("proposeBranch", Proposal("合成机构六党支部", society, "SOCIETY", "秘书处", "FUNCTIONAL_BRANCH"))
        ).ShouldBe(["BODY_NAME_UNEXPECTED"]);
        var found = await city.QueryAsync(
            "query ($s: ID!) { society(id: $s) { branches(where: { body: { eq: SUB_SOCIETY } }) { nodes { bodyName } } } }",
            new { s = society }
        );
        found.ToString().ShouldBe("""{"society":{"branches":{"nodes":[{"bodyName":"青年分会"}]}}}""");
    }

    [Fact]
    public async Task A_body_is_stated_later_and_figures_stay()
    {
        var society = await SocietyAsync("合成后补学会");
        await BranchAsync(Proposal("合成后补党总支", society, form: "GENERAL_BRANCH"), "2020-02-01");
        var branch = await BranchAsync(Proposal("合成后补党支部", society), "2020-02-01");
        await city.ExecuteAsync("DELETE FROM graph.touched");
        object Set(string body, string? bodyName, int? version = null) =>
            new
            {
                branch,
                body,
                bodyName,
                version,
            };
        (await city.DoneAsync("setBranchBody", Set("OFFICE", "秘书处", 2), "body bodyName version"))
            .ToString()
            .ShouldBe("""{"body":"OFFICE","bodyName":"秘书处","version":3}""");
        (await city.ScalarAsync<long>("SELECT count(*) FROM graph.touched")).ShouldBe(0);
        (await city.RefusedAsync("setBranchBody", Set("SUB_SOCIETY", "分会", 2))).ShouldBe(["VERSION_CONFLICT"]);
        (await city.RefusedAsync("setBranchBody", Set("SUB_SOCIETY", null))).ShouldBe(["BODY_NAME_MISSING"]);
        Warned(await city.ChangeAsync("setBranchBody", Set("OFFICE", "秘书处"))).ShouldBe(["NOTHING_TO_CHANGE"]);
        await city.DoneAsync("setBranchBody", Set("SOCIETY", null));
    }

    [Fact]
    public async Task A_society_with_several_organizations_is_organized_once_while_one_of_them_stands()
    {
        var society = await SocietyAsync("合成一次学会");
        var first = await BranchAsync(Proposal("合成一次党总支", society, form: "GENERAL_BRANCH"), "2020-02-29");
        var second = await BranchAsync(Proposal("合成一次秘书处党支部", society, "OFFICE", "秘书处"), "2020-03-10");
        await city.DoneAsync(
            "moveBranch",
            new
            {
                branch = second,
                upperBranch = first,
                holdsFrom = "2020-03-10",
            }
        );
        async Task<int> Uncovered(string day) =>
            (
                await city.QueryAsync(
                    "query ($s: ID!, $day: Date!) { uncoveredSocieties(asOf: $day, where: { society: { id: { eq: $s } } }) "
                        + "{ totalCount } }",
                    new { s = society, day }
                )
            )
                .GetProperty("uncoveredSocieties")
                .GetProperty("totalCount")
                .GetInt32();
        (await Uncovered("2020-02-28")).ShouldBe(1);
        (await Uncovered("2020-02-29")).ShouldBe(0);
        (await Uncovered("2020-03-10")).ShouldBe(0);
        async Task<string> Days() =>
            await city.ScalarAsync<string>(
                "SELECT graph.organized_during(s.id, r.coverage)::text FROM graph.society s "
                    + "JOIN graph.committee c ON c.id = s.committee_id "
                    + "JOIN graph.coverage_rule r ON r.region_code = c.region_code WHERE s.name = '合成一次学会'"
            );
        (await Days()).ShouldBe("{[2020-02-29,)}");
        var data = await city.QueryAsync(
            "query ($s: ID!) { society(id: $s) { coverage { isNominal } branches { totalCount } } }",
            new { s = society }
        );
        data.ToString().ShouldBe("""{"society":{"coverage":{"isNominal":true},"branches":{"totalCount":2}}}""");

        // It is organized while any of them stands.
        await city.DoneAsync("dissolveBranch", new { branch = second, dissolvedOn = "2024-02-29" });
        (await Uncovered("2024-02-29")).ShouldBe(0);
        await city.DoneAsync("dissolveBranch", new { branch = first, dissolvedOn = "2024-03-01" });
        (await Uncovered("2024-02-29")).ShouldBe(0);
        (await Uncovered("2024-03-01")).ShouldBe(1);
        (await Days()).ShouldBe("{[2020-02-29,2024-03-01)}");
    }
}
