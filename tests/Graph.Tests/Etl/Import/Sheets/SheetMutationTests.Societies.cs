using SocietyParty.Etl.Import;
using SocietyParty.Graph.Tests.Service.Mutations;
using SocietyParty.Graph.Tests.Service.Mutations.Members;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <content>Societies and their days, and supporting units, by lists too.</content>
public sealed partial class SheetMutationTests
{
    [Fact]
    public async Task A_society_is_founded_before_it_is_cancelled()
    {
        var committee = MutationFixture.Id("Committee", 1);
        var made = await city.DoneAsync("foundSociety", new { name = "合成成立学会", committee }, "id version");
        var society = MemberSteps.KeyOf(made);
        const string header = "社团名称,成立日期\n合成成立学会,";
        (await ImportAsync("societies", $"{header}2020-02-29\n", isDryRun: false)).UpdatedCount.ShouldBe(1);
        (await city.ScalarAsync<DateTime>("SELECT founded_on::timestamp FROM graph.society WHERE name = '合成成立学会'")).ShouldBe(
            new DateTime(2020, 2, 29)
        );
        (await ImportAsync("societies", $"{header}2020年2月29日\n", isDryRun: false)).UnchangedCount.ShouldBe(1);
        var known = await city.DoneAsync(
            "cancelSociety",
            new
            {
                society,
                cancelledOn = "2024-06-01",
                reason = "登记机关注销",
                version = await city.ScalarAsync<int>("SELECT version FROM graph.society WHERE name = '合成成立学会'"),
            },
            "version"
        );
        await RefusedAsync(
            "updateSociety",
            new
            {
                society,
                version = known.GetProperty("version").GetInt32(),
                foundedOn = "2024-06-01",
            },
            "societies",
            $"{header}2024-06-01\n",
            ["FOUNDED_AFTER_CANCELLATION"]
        );
        (await ImportAsync("societies", $"{header}2098-06-01\n", isDryRun: false))
            .Problems.Select(problem => problem.Code)
            .ShouldBe(["DAY_TO_COME", "FOUNDED_AFTER_CANCELLATION"]);
        await DoneAsync("societies", $"{header}2024-05-31\n");
    }

    [Theory]
    [InlineData("已成立", "2024-02-28", "")]
    [InlineData("已成立", "2024-02-29", "SOCIETY_CANCELLED")]
    [InlineData("已成立", "2024-03-01", "SOCIETY_CANCELLED")]
    // Since when it stands is not known, or was before; a proposal is one of today.
    [InlineData("已成立", "", "")]
    [InlineData("推进中", "", "SOCIETY_CANCELLED")]
    [InlineData("已撤销", "2024-03-01", "")]
    public async Task A_list_may_have_a_branch_that_was_there_before_its_society_was_cancelled(string status, string since, string refused)
    {
        await ImportAsync("societies", "社团名称,运行状态,注销日期\n合成后销学会,,2024-02-29\n", isDryRun: false);
        (await ImportAsync("branches", $"{Branches}合成后销学会党支部,,{status},{since},合成后销学会,,\n", isDryRun: true))
            .Problems.Select(problem => problem.Code)
            .ShouldBe(refused.Length == 0 ? [] : [refused]);
    }

    [Fact]
    public async Task A_cancelled_society_has_a_day_and_is_restored_before_it_runs()
    {
        var committee = MutationFixture.Id("Committee", 1);
        const string header = "社团名称,运行状态,注销日期\n";
        await RefusedAsync(
            "foundSociety",
            new
            {
                name = "合成注销学会",
                committee,
                operatingState = "CANCELLED",
            },
            "societies",
            header + "合成注销学会,已注销,\n",
            ["CANCELLED_WITHOUT_DAY"]
        );
        var made = await city.DoneAsync("foundSociety", new { name = "合成注销学会", committee }, "id version");
        var society = MemberSteps.KeyOf(made);
        await RefusedAsync(
            "updateSociety",
            new
            {
                society,
                version = 1,
                operatingState = "CANCELLED",
            },
            "societies",
            header + "合成注销学会,已注销,\n",
            ["CANCELLED_WITHOUT_DAY"]
        );

        // A leap day; the state holds from the day of cancellation, and what it was before stays.
        (
            await ImportAsync("societies", header + "合成注销学会,,2024年2月29日\n合成早年学会,,1919-05-04\n", isDryRun: false)
        ).Problems.ShouldBeEmpty();
        (
            await city.ScalarAsync<string>(
                """
                SELECT string_agg(concat_ws(' ', s.name, s.operating_state, s.cancelled_on, p.operating_state, upper(p.valid_during)), ';' ORDER BY s.id)
                FROM graph.society AS s LEFT JOIN graph.society_past AS p ON p.society_id = s.id
                WHERE s.name IN ('合成注销学会', '合成早年学会')
                """
            )
        ).ShouldBe("合成注销学会 CANCELLED 2024-02-29 OPERATING 2024-02-29;合成早年学会 CANCELLED 1919-05-04");
        (await ImportAsync("societies", header + "合成注销学会,已注销,2024-02-29\n", isDryRun: false)).UnchangedCount.ShouldBe(1);

        await RefusedAsync(
            "updateSociety",
            new
            {
                society,
                version = 2,
                operatingState = "OPERATING",
            },
            "societies",
            header + "合成注销学会,正常运行,\n",
            ["CANCELLED_SOCIETY_RUNS"]
        );
        await RefusedAsync(
            "cancelSociety",
            new
            {
                society,
                version = 2,
                cancelledOn = "2024-03-01",
                reason = "合成",
            },
            "societies",
            header + "合成注销学会,已注销,2024-03-01\n",
            ["SOCIETY_CANCELLED_ALREADY"]
        );
    }

    [Fact]
    public async Task A_supporting_unit_is_one_however_it_is_written()
    {
        await city.DoneAsync("registerSupportingUnit", new { name = "合成研究院(沙坪坝)", region = "500000" });
        (await city.ChangeAsync("registerSupportingUnit", new { name = "合成研究院（沙坪坝）", region = "500000" }))
            .GetProperty("errors")[0]
            .GetProperty("message")
            .GetString()!
            .ShouldContain("合成研究院(沙坪坝)");
        await city.DoneAsync("registerSupportingUnit", new { name = "合成研究院（沙坪坝）", region = "410400" });
        await city.ExecuteAsync("DELETE FROM graph.supporting_unit WHERE name = '合成研究院（沙坪坝）'");

        var report = await ImportAsync(
            "supporting-units",
            "支撑单位名称,行政区划\n合成研究院（沙坪坝）,500000\n合成新 院〔一〕,500000\n合成新院（一）,500000\n",
            isDryRun: false
        );
        report.Problems.Select(problem => problem.Code).ShouldBe([]);
        report.Discrepancies.Select(told => told.Code).ShouldBe(["NAME_WRITTEN_OTHERWISE", "NAME_WRITTEN_OTHERWISE"]);
        (
            await city.ScalarAsync<string>(
                "SELECT string_agg(name, '、' ORDER BY id) FROM graph.supporting_unit WHERE graph.name_key(name) IN "
                    + "('合成研究院(沙坪坝)', '合成新院(一)')"
            )
        ).ShouldBe("合成研究院(沙坪坝)、合成新 院〔一〕");

        // An affiliation with it, in whatever writing.
        await new MemberSteps(city, "单位").BranchAsync();
        const string name = "合成单位党支部";
        await DoneAsync(
            "members",
            $"人员编号,党组织,党员状态,入党日期,组织关系所在支撑单位,组织关系起始日期\n合成-单位-1,{name},正式党员,2015-07-01,合成研究院 （沙坪坝）,2020-01-01\n"
        );
    }

    [Fact]
    public async Task A_post_is_held_where_it_belongs_and_a_person_is_a_member_once()
    {
        var steps = new MemberSteps(city, "归属");
        var branch = await steps.BranchAsync();
        var person = await steps.PersonAsync();
        await city.ExecuteAsync(
            "INSERT INTO graph.branch_category_period (branch_id, category, valid_during) "
                + "SELECT id, 'C', '[2020-01-01,)' FROM graph.branch WHERE name = '合成归属党支部'"
        );
        await city.DoneAsync(
            "registerApplicant",
            new
            {
                person,
                branch,
                cultivatedSince = "2022-01-01",
            }
        );
        var reference = await city.ScalarAsync<string>("SELECT person_ref FROM graph.person ORDER BY id DESC LIMIT 1");
        object Member(object? more = null) =>
            new
            {
                person,
                branch,
                status = "FULL",
                joinedOn = "2015-07-01",
                statusSince = more is null ? "2016-07-01" : "2014-07-01",
            };
        const string members = "人员编号,党组织,党员状态,入党日期,状态起始日期\n";
        await RefusedAsync(
            "registerMember",
            Member(),
            "members",
            $"{members}{reference},合成归属党支部,正式党员,2015-07-01,2016-07-01\n",
            ["PERSON_IS_APPLICANT"]
        );
        await RefusedAsync(
            "registerMember",
            Member(1),
            "members",
            $"{members}{reference},合成归属党支部,正式党员,2015-07-01,2014-07-01\n",
            ["STATUS_BEFORE_JOINING", "PERSON_IS_APPLICANT"]
        );
        await RefusedAsync(
            "appoint",
            new
            {
                person,
                post = "LIAISON_OFFICER",
                branch,
                validFrom = "2023-01-01",
            },
            "appointments",
            $"人员编号,职务,党组织,起始日期\n{reference},联络员,合成归属党支部,2023-01-01\n",
            ["POST_PLACE"]
        );
    }
}
