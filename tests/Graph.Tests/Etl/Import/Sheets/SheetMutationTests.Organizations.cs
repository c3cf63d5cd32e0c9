using SocietyParty.Etl.Import;
using SocietyParty.Graph.Tests.Service.Mutations;
using SocietyParty.Graph.Tests.Service.Mutations.Members;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <content>Organizations: their end, their names, their forms, by lists too.</content>
public sealed partial class SheetMutationTests
{
    [Fact]
    public async Task A_branch_that_has_people_is_not_dissolved_and_its_posts_end_with_it()
    {
        var steps = new MemberSteps(city, "解散");
        var (branch, other) = (await steps.BranchOfAAsync("有"), await steps.BranchOfAAsync("他"));
        var (going, coming) = (
            await steps.MemberAsync(branch, affiliationBranch: branch),
            await steps.MemberAsync(other, affiliationBranch: other)
        );
        var applicant = MemberSteps.KeyOf(
            await city.DoneAsync(
                "registerApplicant",
                new
                {
                    person = await steps.PersonAsync(),
                    branch,
                    cultivatedSince = "2022-01-10",
                }
            )
        );
        var transfer = MemberSteps.KeyOf(
            await city.DoneAsync(
                "requestTransfer",
                new
                {
                    member = coming,
                    toBranch = branch,
                    requestedOn = "2024-01-01",
                }
            )
        );
        var sheet = $"{Branches}合成解散有党支部,,已撤销,2024-06-01,,,\n";
        await RefusedAsync(
            "dissolveBranch",
            new { branch, dissolvedOn = "2024-06-01" },
            "branches",
            sheet,
            ["BRANCH_HAS_MEMBERS", "BRANCH_HAS_APPLICANTS", "BRANCH_AWAITS_TRANSFERS"]
        );
        (await ListAsync("A类党支部：\n合成解散有党支部（已撤销）\n"))
            .Problems.Select(problem => problem.Code)
            .ShouldBe(["BRANCH_HAS_MEMBERS", "BRANCH_HAS_APPLICANTS", "BRANCH_AWAITS_TRANSFERS"]);

        await city.DoneAsync("cancelTransfer", new { transfer, cancelledOn = "2024-01-02" });
        await city.DoneAsync("endApplication", new { applicant, endedOn = "2024-01-02" });
        await city.DoneAsync(
            "appoint",
            new
            {
                person = (await city.QueryAsync("query($id: ID!) { member(id: $id) { person { id } } }", new { id = going }))
                    .GetProperty("member")
                    .GetProperty("person")
                    .GetProperty("id")
                    .GetString(),
                post = "BRANCH_SECRETARY",
                branch,
                validFrom = "2022-01-01",
                // So the post does not end with the transfer below.
                sentFromAbove = true,
            }
        );
        foreach (
            var key in await city.ScalarAsync<long[]>(
                "SELECT array_agg(m.id) FROM graph.member m JOIN graph.branch b ON b.id = m.branch_id WHERE b.name = '合成解散有党支部'"
            )
        )
        {
            await steps.TransferAsync(MutationFixture.Id("Member", key), other, "2024-02-01");
        }

        (await ImportAsync("branches", sheet, isDryRun: false)).UpdatedCount.ShouldBe(1);
        (
            await city.ScalarAsync<string>(
                "SELECT a.valid_during::text FROM graph.appointment a JOIN graph.branch b ON b.id = a.branch_id WHERE b.name = '合成解散有党支部'"
            )
        ).ShouldBe("[2022-01-01,2024-06-01)");
    }

    [Fact]
    public async Task Width_and_blanks_make_no_second_society_and_no_second_branch()
    {
        var steps = new MemberSteps(city, "宽窄（重庆）");
        await steps.BranchAsync();
        var committee = MutationFixture.Id("Committee", 1);
        var counted = await CountAsync();

        (await city.RefusedAsync("foundSociety", new { name = "合成宽窄(重庆)学会", committee })).ShouldBe(["SOCIETY_NAME_TAKEN"]);
        (
            await city.RefusedAsync(
                "proposeBranch",
                new
                {
                    name = "合成宽窄 (重庆)党支部",
                    form = "WORK_GROUP",
                    societies = new[] { await steps.SocietyAsync("另") },
                    proposedOn = "2020-01-01",
                }
            )
        ).ShouldBe(["BRANCH_NAME_TAKEN"]);
        var other = await city.DoneAsync("foundSociety", new { name = "合成宽窄别学会", committee }, "id version");
        (
            await city.RefusedAsync(
                "updateSociety",
                new
                {
                    society = MemberSteps.KeyOf(other),
                    version = other.GetProperty("version").GetInt32(),
                    name = "合成宽窄(重庆)学会",
                }
            )
        ).ShouldBe(["SOCIETY_NAME_TAKEN"]);

        // The name states the kind already, so the level is what the sheet brings.
        const string Societies = "社团名称,层级,别名\n合成宽窄(重庆) 学会,市级,合成宽窄（重庆)学会\n";
        (await ImportAsync("societies", Societies, isDryRun: false)).UpdatedCount.ShouldBe(1);
        (await ImportAsync("societies", Societies, isDryRun: false)).UnchangedCount.ShouldBe(1);
        (
            await ImportAsync("branches", "党组织名称,所属学会\n合成宽窄(重庆)党支部,合成宽窄　(重庆)学会\n", isDryRun: false)
        ).UnchangedCount.ShouldBe(1);
        (await ImportAsync("members", $"{Members}合成-宽窄-1,合成宽窄(重庆) 党支部,正式,\n", isDryRun: false)).InsertedCount.ShouldBe(1);
        (await ListAsync("B类党支部：\n合成宽窄(重庆)党支部\n")).InsertedCount.ShouldBe(0);
        // Two societies and branches more, of this test's own.
        (await CountAsync()).ShouldBe((counted.Societies + 2, counted.Branches));
        (await city.ScalarAsync<string>("SELECT string_agg(name, ' ') FROM graph.branch WHERE name LIKE '合成宽窄%'")).ShouldBe(
            "合成宽窄（重庆）党支部"
        );
    }

    [Fact]
    public async Task What_one_file_writes_in_two_widths_is_added_once()
    {
        (await ImportAsync("societies", "社团名称\n合成两写（甲）学会\n合成两写(甲)学会\n"))
            .Problems.Select(problem => (problem.Code, problem.Line))
            .ShouldBe([("SP-IMPORT-145", (int?)3)]);
        (await ImportAsync("societies", "社团名称\n合成两写（乙）学会\n", isDryRun: false)).InsertedCount.ShouldBe(1);
        (await ImportAsync("branches", "党组织名称,所属学会\n合成两写（乙）党支部,合成两写(乙)学会\n合成两写(乙)党支部,合成两写(乙)学会\n"))
            .Problems.Select(problem => (problem.Code, problem.Line))
            .ShouldContain(("SP-IMPORT-145", (int?)3));
        (await ListAsync("B类党支部：\n合成两写（丙）学会党支部\n合成两写(丙)学会党支部\n"))
            .Problems.ShouldHaveSingleItem()
            .Line.ShouldBe(8);
    }

    [Fact]
    public async Task A_society_has_one_branch_and_several_under_a_general_branch()
    {
        var steps = new MemberSteps(city, "总支");
        var society = await steps.SocietyAsync();
        await steps.BranchAsync("一", society);
        object Second(string form, string name) =>
            new
            {
                name,
                form,
                societies = new[] { society },
                proposedOn = "2024-01-01",
            };
        var sheet = $"{Branches}合成总支二党支部,,,,合成总支学会,,\n";
        await RefusedAsync("proposeBranch", Second("BRANCH", "合成总支二党支部"), "branches", sheet, ["SOCIETY_HAS_BRANCH"]);
        (await city.RefusedAsync("proposeBranch", Second("BRANCH", "合成总支二党支部"))).ShouldBe(["SOCIETY_HAS_BRANCH"]);
        // The general branch may stand in the same file.
        await DoneAsync("branches", $"{sheet}合成总支党总支,,,,合成总支学会,,\n");

        await city.DoneAsync("proposeBranch", Second("GENERAL_BRANCH", "合成总支党总支"));
        await DoneAsync("branches", sheet);
        await city.DoneAsync("proposeBranch", Second("BRANCH", "合成总支二党支部"));
        await RefusedAsync(
            "proposeBranch",
            Second("GENERAL_BRANCH", "合成总支第二党总支"),
            "branches",
            $"{Branches}合成总支第二党总支,,,,合成总支学会,,\n",
            ["SOCIETY_HAS_BRANCH"]
        );
    }

    [Fact]
    public async Task A_published_list_states_a_category_that_is_shown_and_gives_no_right()
    {
        var steps = new MemberSteps(city, "名单");
        var branch = await steps.BranchAsync();
        await steps.MemberAsync(branch);
        var report = await ListAsync("A类党支部：\n合成名单党支部\n", isDryRun: false);
        report.Problems.ShouldBeEmpty();
        var notice = report.Discrepancies.Single(one => one.Subject == "合成名单党支部");
        notice.Code.ShouldBe("CATEGORY_CONTRADICTS_MEMBERSHIP");
        notice.MessageIn(Language.Chinese).ShouldStartWith("合成名单党支部：");
        var applicant = MemberSteps.KeyOf(
            await city.DoneAsync(
                "registerApplicant",
                new
                {
                    person = await steps.PersonAsync(),
                    branch,
                    cultivatedSince = "2024-03-10",
                }
            )
        );
        (await city.RefusedAsync("developMember", new { applicant, acceptedOn = "2025-05-01" })).ShouldBe([
            "CATEGORY_CONTRADICTS_MEMBERSHIP 000 §三",
        ]);
    }

    private async Task<(long Societies, long Branches)> CountAsync() =>
        (
            await city.ScalarAsync<long>("SELECT count(*) FROM graph.society WHERE name LIKE '合成宽窄%'"),
            await city.ScalarAsync<long>("SELECT count(*) FROM graph.branch WHERE name LIKE '合成宽窄%'")
        );

    private async Task<ImportReport> ListAsync(string body, bool isDryRun = true)
    {
        var committee = await city.ScalarAsync<string>("SELECT name FROM graph.committee WHERE id = 1");
        var header =
            $"# committee: {committee}\n# region: 500000\n# document-title: 合成名单二\n# title: 合成名单二\n# issued-on: 2024-02-01\n";
        return await RosterImporter.ImportAsync(city.Database, Rosters.File(header + body), new ImportOptions(isDryRun));
    }

    [Fact]
    public async Task A_status_begins_after_the_one_before_it_by_whatever_way()
    {
        var society = await new MemberSteps(city, "先后").SocietyAsync();
        var branch = MemberSteps.KeyOf(
            await city.DoneAsync(
                "proposeBranch",
                new
                {
                    name = "合成先后党支部",
                    form = "BRANCH",
                    societies = new[] { society },
                    proposedOn = "2024-03-01",
                }
            )
        );
        await RefusedAsync(
            "establishBranch",
            new { branch, establishedOn = "2024-02-29" },
            "branches",
            "党组织名称,状态,状态起始日期\n合成先后党支部,已成立,2024-02-29\n",
            ["STATUS_DATE_TOO_EARLY"]
        );
        // Of the day on which the list was issued.
        (await ListAsync("A类党支部：\n合成先后党支部（已成立）\n"))
            .Problems.Select(problem => problem.Code)
            .ShouldBe(["STATUS_DATE_TOO_EARLY"]);
        await DoneAsync("branches", "党组织名称,状态,状态起始日期\n合成先后党支部,已成立,2024-03-01\n");
    }

    [Fact]
    public async Task A_mark_behind_a_name_is_a_status_in_lists_and_refused_in_forms()
    {
        var steps = new MemberSteps(city, "标记");
        var society = await steps.SocietyAsync();
        object Proposed(string name) =>
            new
            {
                name,
                form = "BRANCH",
                societies = new[] { society },
                proposedOn = "2022-01-01",
            };
        (await city.ChangeAsync("proposeBranch", Proposed("合成标记学会党支部（筹）")))
            .GetProperty("errors")[0]
            .GetProperty("message")
            .GetString()
            .ShouldBe("“（筹）” is a status and no part of a name: write 合成标记学会党支部.");

        const string header = "党组织名称,状态,状态起始日期,科技社团\n";
        var report = await ImportAsync("branches", $"{header}合成标记学会党支部（筹）,,2022-01-01,合成标记学会\n", isDryRun: false);
        report.Problems.ShouldBeEmpty();
        report.Discrepancies.ShouldHaveSingleItem().Code.ShouldBe("NAME_MARKED");
        (await StatusAsync()).ShouldBe("合成标记学会党支部 PROPOSED");

        // The column goes before the mark, in the sheet of members the mark is left out, and a published list means the same organization.
        await DoneAsync("branches", $"{header}合成标记学会党支部 (筹),推进中,,\n");
        await DoneAsync("members", "人员编号,党组织,党员状态,入党日期\n合成-标记-1,合成标记学会党支部（筹建）,正式党员,2015-07-01\n");
        await DoneAsync("branches", $"{header}合成标记学会党支部,已成立,2022-06-01,\n");
        (await ImportAsync("branches", $"{header}合成标记学会党支部,已成立,2022-06-01,\n", isDryRun: false)).Problems.ShouldBeEmpty();
        (await StatusAsync()).ShouldBe("合成标记学会党支部 ESTABLISHED");

        Task<string> StatusAsync() =>
            city.ScalarAsync<string>("SELECT string_agg(name || ' ' || status, ';') FROM graph.branch WHERE name LIKE '合成标记%'");
    }
}
