using SocietyParty.Etl.Import;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Graph.Tests.Etl.Import.Sheets;
using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Service.Mutations.Organizations;

/// <summary>A society comes to another committee with its organizations, by day; what was before stays the former one's (002 §3).</summary>
public sealed class CommitteeChangeMutationTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static readonly string Former = MutationFixture.Id("Committee", 1);

    private async Task<string> CommitteeAsync(string name, string? establishedOn = "2020-01-01") =>
        MemberSteps.KeyOf(
            await city.DoneAsync(
                "foundCommittee",
                new
                {
                    name,
                    region = "410400",
                    establishedOn,
                }
            )
        );

    private static Dictionary<string, object?> Move(string thing, string key, string committee, string? holdsFrom, int version) =>
        new()
        {
            [thing] = key,
            ["committee"] = committee,
            ["holdsFrom"] = holdsFrom,
            ["version"] = version,
        };

    private async Task<string> OfAsync(string committee, string day) =>
        string.Join(
            ' ',
            new[] { "societies", "branches" }
                .Select(async things => (
                        await city.QueryAsync(
                            $$"""
                            query ($id: ID!, $day: Date!) { committee(id: $id) { {{things}}(asOf: $day, where: { name: { startsWith: "合成调党委" } }) { totalCount } } }
                            """,
                            new { id = committee, day }
                        )
                    ).GetProperty("committee").GetProperty(things).GetProperty("totalCount").GetInt32())
                .Select(count => count.Result)
        );

    private async Task<string> UncoveredAsync(string committee, string day) => (
            await city.QueryAsync(
                """
                query ($id: ID!, $day: Date!) {
                  uncoveredSocieties(asOf: $day, where: { committee: { id: { eq: $id } }, society: { name: { startsWith: "合成调党委" } } }) { totalCount }
                }
                """,
                new { id = committee, day }
            )
        ).GetProperty("uncoveredSocieties").GetProperty("totalCount").GetRawText();

    [Fact]
    public async Task A_society_comes_with_its_branches_and_the_days_before_stay_the_former_committee_s()
    {
        var steps = new MemberSteps(city, "调党委");
        var society = await steps.SocietyAsync();
        await steps.SocietyAsync("未建");
        var branch = await steps.BranchAsync(society: society);
        var bare = await city.ScalarAsync<long>("SELECT id FROM graph.society WHERE name = '合成调党委未建学会'");
        var next = await CommitteeAsync("合成调入党委");

        (await city.RefusedAsync("changeSocietyCommittee", Move("society", society, next, "2019-12-31", 1))).ShouldBe(["BEFORE_FOUNDING"]);
        (await city.RefusedAsync("changeSocietyCommittee", Move("society", society, next, "2099-01-01", 1))).ShouldBe(["DAY_TO_COME"]);
        var moved = await city.DoneAsync(
            "changeSocietyCommittee",
            Move("society", society, next, "2024-02-29", 1),
            "version committees { committee { name } validFrom validTo }"
        );
        moved.GetProperty("version").GetInt32().ShouldBe(2);
        moved
            .GetProperty("committees")
            .ToString()
            .ShouldBe(
                $$"""[{"committee":{"name":"合成调入党委"},"validFrom":"2024-02-29","validTo":null},{"committee":{"name":"{{await NameAsync()}}"},"validFrom":null,"validTo":"2024-02-29"}]"""
            );
        await city.DoneAsync("changeSocietyCommittee", Move("society", MutationFixture.Id("Society", bare), next, "2024-02-29", 1));
        (await OfAsync(Former, "2024-02-28")).ShouldBe("2 1");
        (await OfAsync(Former, "2024-02-29")).ShouldBe("0 0");
        (await OfAsync(next, "2024-02-28")).ShouldBe("0 0");
        (await OfAsync(next, "2024-02-29")).ShouldBe("2 1");
        (await OfAsync(next, "2024-03-01")).ShouldBe("2 1");
        // The coverage of both, by day: the one without an organization is the former committee's until the day before.
        (await UncoveredAsync(Former, "2024-02-28")).ShouldBe("1");
        (await UncoveredAsync(next, "2024-02-28")).ShouldBe("0");
        (await UncoveredAsync(Former, "2024-02-29")).ShouldBe("0");
        (await UncoveredAsync(next, "2024-02-29")).ShouldBe("1");

        (await city.RefusedAsync("changeSocietyCommittee", Move("society", society, Former, "2024-02-28", 2))).ShouldBe([
            "HOLDS_BEFORE_LAST_CHANGE",
            "HOLDS_BEFORE_LAST_CHANGE",
        ]);
        (await city.RefusedAsync("changeSocietyCommittee", Move("society", society, Former, "2024-03-01", 1))).ShouldBe([
            "VERSION_CONFLICT",
        ]);
        (await city.ChangeAsync("changeSocietyCommittee", Move("society", society, next, "2025-01-01", 2)))
            .GetProperty("warnings")[0]
            .GetProperty("code")
            .GetString()
            .ShouldBe("NOTHING_TO_CHANGE");
        var version = await city.ScalarAsync<int>("SELECT version FROM graph.branch WHERE name = '合成调党委党支部'");
        (await city.RefusedAsync("changeBranchCommittee", Move("branch", branch, Former, null, version))).ShouldBe([
            "BRANCH_OF_SOCIETY_THAT_STAYS 002 §3",
        ]);

        Task<string> NameAsync() => city.ScalarAsync<string>("SELECT name FROM graph.committee WHERE id = 1");
    }

    [Fact]
    public async Task A_joint_branch_comes_when_all_its_societies_have()
    {
        var steps = new MemberSteps(city, "调联合");
        var (one, two) = (await steps.SocietyAsync("甲"), await steps.SocietyAsync("乙"));
        var joint = MemberSteps.KeyOf(
            await city.DoneAsync(
                "proposeBranch",
                new
                {
                    name = "合成调联合联合党支部",
                    form = "JOINT_BRANCH",
                    societies = new[] { one, two },
                    proposedOn = "2020-01-01",
                }
            )
        );
        await city.DoneAsync("establishBranch", new { branch = joint, establishedOn = "2020-02-01" });
        var next = await CommitteeAsync("合成调联合党委");
        (await city.RefusedAsync("changeSocietyCommittee", Move("society", one, next, "2024-02-29", 1))).ShouldBe([
            "BRANCH_OF_SOCIETY_THAT_STAYS 002 §3",
        ]);

        // As a list of an earlier version left it: the societies are there, the branch is not.
        await city.ExecuteAsync(
            "UPDATE graph.society SET committee_id = (SELECT id FROM graph.committee WHERE name = '合成调联合党委') WHERE name LIKE '合成调联合%'"
        );
        await city.DoneAsync("changeBranchCommittee", Move("branch", joint, next, "2024-02-29", 2));
        (
            await city.ScalarAsync<string>(
                "SELECT string_agg((c.committee_id <> 1) || ' ' || c.valid_during::text, '; ' ORDER BY c.valid_during) "
                    + "FROM graph.branch_committee c "
                    + "JOIN graph.branch b ON b.id = c.branch_id WHERE b.name = '合成调联合联合党支部'"
            )
        ).ShouldBe("false (,2024-02-29); true [2024-02-29,)");
    }

    [Fact]
    public async Task A_branch_that_leads_another_society_s_or_is_assessed_does_not_come_unnoticed()
    {
        var steps = new MemberSteps(city, "调隶属");
        var society = await steps.SocietyAsync();
        var (branch, general) = (await steps.BranchAsync("支", society), await steps.BranchAsync("总"));
        await city.ExecuteAsync("UPDATE graph.branch SET form = 'GENERAL_BRANCH' WHERE name = '合成调隶属总党支部'");
        await city.DoneAsync(
            "moveBranch",
            new
            {
                branch,
                upperBranch = general,
                holdsFrom = "2021-01-01",
            }
        );
        var next = await CommitteeAsync("合成调隶属党委");
        (await city.RefusedAsync("changeSocietyCommittee", Move("society", society, next, "2024-02-29", 1))).ShouldBe([
            "PLACE_ACROSS_COMMITTEES 002 §3",
        ]);
        await city.DoneAsync("moveBranch", new { branch, holdsFrom = "2024-02-29" });
        await city.ExecuteAsync(
            """
            INSERT INTO graph.assessment_scheme (rule_set_code, content) SELECT 'chongqing-2020', graph.rule_section('500000', 'assessment', '2023-12-31');
            INSERT INTO graph.assessment_round (committee_id, year, scheme_id, cut_off_on, opened_on)
            SELECT 1, 2013, max(id), '2024-02-29', '2023-11-01' FROM graph.assessment_scheme;
            INSERT INTO graph.assessment_entry (round_id, branch_id, year)
            SELECT r.id, b.id, 2013 FROM graph.assessment_round r, graph.branch b WHERE r.year = 2013 AND b.name = '合成调隶属支党支部';
            """
        );
        (await city.RefusedAsync("changeSocietyCommittee", Move("society", society, next, "2024-02-29", 1))).ShouldBe([
            "MOVED_WITHIN_ASSESSMENT 004 第六条",
        ]);
        await city.DoneAsync("changeSocietyCommittee", Move("society", society, next, "2024-03-01", 1));
    }

    [Fact]
    public async Task A_list_takes_no_society_from_another_committee()
    {
        var next = await CommitteeAsync("合成调名单党委", null);
        await city.ExecuteAsync(
            "UPDATE graph.society SET credit_code = @code WHERE id = (SELECT min(id) FROM graph.society WHERE committee_id = 1)",
            new { code = SheetGraph.Code(7) }
        );
        var report = await SheetImporter.ImportAsync(
            city.Database,
            Workbooks.Read(
                SheetKind.Find("societies")!,
                System.Text.Encoding.UTF8.GetBytes($"社团名称,统一社会信用代码\n合成调名单学会,{SheetGraph.Code(7)}\n"),
                "list.csv"
            ),
            "合成调名单党委",
            new ImportOptions(true)
        );
        report
            .Problems.Select(problem => (problem.Code, problem.Line, problem.Field))
            .ShouldBe([("SOCIETY_OF_ANOTHER_COMMITTEE", 2, "统一社会信用代码")]);
        next.ShouldNotBeEmpty();
    }
}
