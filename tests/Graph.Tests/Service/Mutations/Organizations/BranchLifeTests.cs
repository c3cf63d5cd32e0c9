using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Organizations;

/// <summary>A branch from its proposal to its end, and the supporting unit of its society.</summary>
public sealed class BranchLifeTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private async Task<string> SocietyAsync(string name) =>
        (await city.DoneAsync("foundSociety", new { name, committee = MutationFixture.Id("Committee", 1) })).GetProperty("id").GetString()!;

    private async Task<string> BranchAsync(string name) => (
            await city.DoneAsync(
                "proposeBranch",
                new
                {
                    name,
                    form = "BRANCH",
                    societies = new[] { await SocietyAsync(name + "学会") },
                    proposedOn = "2026-01-05",
                }
            )
        ).GetProperty("id").GetString()!;

    [Fact]
    public async Task A_branch_is_proposed_established_and_dissolved_and_its_past_stays()
    {
        var branch = await BranchAsync("合成甲");
        var established = await city.DoneAsync(
            "establishBranch",
            new
            {
                branch,
                establishedOn = "2026-02-01",
                version = 1,
            },
            "status statusSince version"
        );
        established.ToString().ShouldBe("""{"status":"ESTABLISHED","statusSince":"2026-02-01","version":2}""");
        (await city.RefusedAsync("establishBranch", new { branch, establishedOn = "2026-03-01" })).ShouldBe(["WRONG_STAGE 002 §3"]);
        (await city.RefusedAsync("dissolveBranch", new { branch, dissolvedOn = "2026-01-31" })).ShouldBe(["STATUS_DATE_TOO_EARLY"]);
        (
            await city.RefusedAsync(
                "dissolveBranch",
                new
                {
                    branch,
                    dissolvedOn = "2026-06-01",
                    version = 1,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);

        var dissolved = await city.DoneAsync(
            "dissolveBranch",
            new { branch, dissolvedOn = "2026-06-01" },
            "statusHistory { status validFrom validTo }"
        );
        dissolved
            .GetProperty("statusHistory")
            .ToString()
            .ShouldBe(
                """[{"status":"DISSOLVED","validFrom":"2026-06-01","validTo":null},{"status":"ESTABLISHED","validFrom":"2026-02-01","validTo":"2026-06-01"},{"status":"PROPOSED","validFrom":"2026-01-05","validTo":"2026-02-01"}]"""
            );
        (await city.RefusedAsync("dissolveBranch", new { branch, dissolvedOn = "2026-07-01" })).ShouldBe(["WRONG_STAGE"]);
    }

    [Fact]
    public async Task Form_and_number_of_societies_fit()
    {
        var (a, b) = (await SocietyAsync("合成乙学会"), await SocietyAsync("合成丙学会"));
        (
            await city.RefusedAsync(
                "proposeBranch",
                new
                {
                    name = "合成乙丙",
                    form = "BRANCH",
                    societies = new[] { a, b },
                    proposedOn = "2026-01-05",
                }
            )
        ).ShouldBe(["JOINT_BRANCH_SOCIETIES"]);
        (
            await city.RefusedAsync(
                "proposeBranch",
                new
                {
                    name = "合成乙",
                    form = "JOINT_BRANCH",
                    societies = new[] { a, a },
                    proposedOn = "2026-01-05",
                }
            )
        ).ShouldBe(["JOINT_BRANCH_SOCIETIES"]);
        var joint = await city.DoneAsync(
            "proposeBranch",
            new
            {
                name = "合成乙丙",
                form = "JOINT_BRANCH",
                societies = new[] { b, a },
                proposedOn = "2026-01-05",
            },
            "society { id } societies { totalCount }"
        );
        joint.GetProperty("society").GetProperty("id").GetString().ShouldBe(b);
        joint.GetProperty("societies").GetProperty("totalCount").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_supporting_unit_follows_another_and_the_past_can_be_asked_for()
    {
        var society = await SocietyAsync("合成丁学会");
        async Task<string> Unit(string name) =>
            (await city.DoneAsync("registerSupportingUnit", new { name })).GetProperty("id").GetString()!;
        var (first, second) = (await Unit("合成第一医院"), await Unit("合成第二医院"));
        await city.DoneAsync(
            "assignSupportingUnit",
            new
            {
                society,
                supportingUnit = first,
                validFrom = "2024-01-01",
            }
        );
        await city.DoneAsync(
            "assignSupportingUnit",
            new
            {
                society,
                supportingUnit = second,
                validFrom = "2025-01-01",
            }
        );
        (
            await city.RefusedAsync(
                "assignSupportingUnit",
                new
                {
                    society,
                    supportingUnit = first,
                    validFrom = "2024-06-01",
                }
            )
        ).ShouldBe(["SUPPORTING_UNIT_OVERLAPS"]);
        var ended = await city.DoneAsync(
            "assignSupportingUnit",
            new { society, validFrom = "2026-01-01" },
            "a: supportingUnit(asOf: \"2024-05-01\") { name } b: supportingUnit(asOf: \"2025-05-01\") { name } c: "
                + "supportingUnit(asOf: \"2026-01-01\") { name }"
        );
        ended.ToString().ShouldBe("""{"a":{"name":"合成第一医院"},"b":{"name":"合成第二医院"},"c":null}""");
        ended.GetProperty("c").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
