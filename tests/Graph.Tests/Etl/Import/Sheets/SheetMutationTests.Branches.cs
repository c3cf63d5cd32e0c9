using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <content>Last days, bodies and places of party organizations: a list says what forms say.</content>
public sealed partial class SheetMutationTests
{
    private const string Temporary = "党组织名称,状态,状态起始日期,科技社团,终止日期,临时设立原因\n";
    private const string Placed = "党组织名称,组织形式,状态起始日期,科技社团,上级党组织,隶属起始日期,所属机构,机构名称\n";

    private static object Proposal(string name, string society, string? endsOn = null, string? endsReason = null) =>
        new
        {
            name,
            form = "BRANCH",
            societies = new[] { society },
            proposedOn = "2024-02-29",
            endsOn,
            endsReason,
        };

    private Task<string> StatusesAsync(string name) =>
        city.ScalarAsync<string>(
            """
            SELECT string_agg(p.status || ' ' || p.valid_during::text, '; ' ORDER BY p.valid_during)
            FROM graph.branch_status_period p JOIN graph.branch b ON b.id = p.branch_id WHERE b.name = @name AND NOT isempty(p.valid_during)
            """,
            new { name }
        );

    [Fact]
    public async Task A_temporary_branch_is_founded_prolonged_and_ended_by_a_list()
    {
        var society = await new MemberSteps(city, "表时").SocietyAsync();
        const string name = "合成表时党支部";
        string Row(string status, string since, string ends, string why) =>
            $"{Temporary}{name},{status},{since},合成表时学会,{ends},{why}\n";
        async Task BothAsync(string? ends, string? why, string code) =>
            await RefusedAsync(
                "proposeBranch",
                Proposal(name, society, ends, why),
                "branches",
                Row("推进中", "2024-02-29", ends ?? "", why ?? ""),
                [code]
            );
        await BothAsync("2090-12-31", null, "ENDS_REASON_MISSING");
        await BothAsync(null, "合成救灾", "ENDS_REASON_UNEXPECTED");
        await BothAsync("2024-02-29", "合成救灾", "ENDS_BEFORE_BRANCH");
        await BothAsync("2024-03-01", "合成救灾", "PROPOSAL_OVER");

        (await ImportAsync("branches", Row("已成立", "2024-02-29", "2090-12-31", "合成救灾"), isDryRun: false)).InsertedCount.ShouldBe(1);
        (await ImportAsync("branches", Row("已成立", "2024-02-29", "2090-12-31", "合成救灾"), isDryRun: false)).UnchangedCount.ShouldBe(1);
        var branch = SocietyParty.Graph.Tests.Service.Mutations.MutationFixture.Id(
            "Branch",
            await city.ScalarAsync<long>("SELECT id FROM graph.branch WHERE name = '合成表时党支部'")
        );
        await RefusedAsync(
            "dissolveBranch",
            new { branch, dissolvedOn = "2024-06-01" },
            "branches",
            Row("已撤销", "2024-06-01", "", ""),
            ["BRANCH_IS_TEMPORARY"]
        );
        await RefusedAsync(
            "setBranchEnd",
            new
            {
                branch,
                endsOn = "2024-02-29",
                reason = "合成完成",
            },
            "branches",
            Row("", "", "2024-02-29", "合成完成"),
            ["ENDS_BEFORE_BRANCH"]
        );
        (await ImportAsync("branches", Row("", "", "2089-12-31", "")))
            .Problems.Select(problem => (problem.Code, problem.Field))
            .ShouldBe([("ENDS_REASON_MISSING", "临时设立原因")]);
        await RefusedAsync(
            "registerMember",
            new
            {
                person = await new MemberSteps(city, "表时").PersonAsync(),
                branch,
                status = "FULL",
                joinedOn = "2015-07-01",
            },
            "members",
            $"人员编号,党组织,党员状态,入党日期\n合成-表时-9,{name},正式党员,2015-07-01\n",
            ["TEMPORARY_BRANCH_TAKES_NOBODY"]
        );
        await RefusedAsync(
            "planActivity",
            new
            {
                branch,
                kind = "THEME_PARTY_DAY",
                title = "合成党日",
                plannedOn = "2090-12-31",
            },
            "activities",
            $"党组织,活动类型,活动主题,计划日期\n{name},主题党日,合成党日,2090-12-31\n",
            ["BRANCH_ENDS_BEFORE"]
        );

        var prolonged = await ImportAsync("branches", Row("", "", "2096-02-29", "合成延长"), isDryRun: false);
        prolonged.Problems.ShouldBeEmpty();
        prolonged.UpdatedCount.ShouldBe(1);
        (await StatusesAsync(name)).ShouldBe("ESTABLISHED [2024-02-29,2096-02-29); DISSOLVED [2096-02-29,)");
        // A day that has come ends it with the list.
        (await ImportAsync("branches", Row("", "", "2024-03-01", "合成完成"), isDryRun: false)).UpdatedCount.ShouldBe(1);
        (await city.ScalarAsync<string>("SELECT status || ' ' || status_since FROM graph.branch WHERE name = '合成表时党支部'")).ShouldBe(
            "DISSOLVED 2024-03-01"
        );
        (await StatusesAsync(name)).ShouldBe("ESTABLISHED [2024-02-29,2024-03-01); DISSOLVED [2024-03-01,)");
        (
            await city.ScalarAsync<string>(
                "SELECT string_agg(e.ends_on || ' ' || e.reason, '; ' ORDER BY e.id) FROM graph.branch_end e "
                    + "JOIN graph.branch b ON b.id = e.branch_id WHERE b.name = '合成表时党支部'"
            )
        ).ShouldBe("2090-12-31 合成救灾; 2096-02-29 合成延长; 2024-03-01 合成完成");
        // The same list again says nothing new.
        (await ImportAsync("branches", Row("", "", "2024-03-01", "合成完成"), isDryRun: false)).UnchangedCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_list_gives_branches_their_place_and_their_body()
    {
        await new MemberSteps(city, "表树").SocietyAsync();
        await new MemberSteps(city, "表树外").SocietyAsync();
        const string file =
            Placed
            + "合成表树秘书处党支部,,2020-02-29,合成表树学会,合成表树党总支,,办事机构,秘书处\n"
            + "合成表树党总支,,2019-01-01,合成表树学会,,,,\n"
            + "合成表树分会党支部,,2020-03-01,合成表树学会,合成表树 党总支,2024-02-29,分会,青年分会\n";
        var report = await ImportAsync("branches", file, isDryRun: false);
        report.Problems.ShouldBeEmpty();
        report.InsertedCount.ShouldBe(3);
        (await ImportAsync("branches", file, isDryRun: false)).UnchangedCount.ShouldBe(3);
        (await ShownAsync()).ShouldBe(
            "合成表树党总支 SOCIETY; 合成表树分会党支部 SUB_SOCIETY 青年分会 合成表树党总支 [2024-02-29,); "
                + "合成表树秘书处党支部 OFFICE 秘书处 合成表树党总支 [2020-02-29,)"
        );

        // Another place from a day on; what stood before stays. A name alone is of the body that is known.
        const string moved =
            Placed
            + "合成表树党委,,2019-01-01,合成表树学会,,,,\n"
            + "合成表树秘书处党支部,,,,合成表树党委,2025-03-01,,总秘书处\n"
            + "合成表树分会党支部,,,,,,学会本身,\n";
        (await ImportAsync("branches", moved, isDryRun: false)).Problems.ShouldBeEmpty();
        (await ShownAsync()).ShouldBe(
            "合成表树党委 SOCIETY; 合成表树党总支 SOCIETY; 合成表树分会党支部 SOCIETY 合成表树党总支 [2024-02-29,); "
                + "合成表树秘书处党支部 OFFICE 总秘书处 合成表树党总支 [2020-02-29,2025-03-01); "
                + "合成表树秘书处党支部 OFFICE 总秘书处 合成表树党委 [2025-03-01,)"
        );

        var key = await city.ScalarAsync<long>("SELECT id FROM graph.branch WHERE name = '合成表树秘书处党支部'");
        var general = await city.ScalarAsync<long>("SELECT id FROM graph.branch WHERE name = '合成表树党总支'");
        var committee = await city.ScalarAsync<long>("SELECT id FROM graph.branch WHERE name = '合成表树党委'");
        string Id(long branch) => SocietyParty.Graph.Tests.Service.Mutations.MutationFixture.Id("Branch", branch);
        object Move(long branch, long upper, string day) =>
            new
            {
                branch = Id(branch),
                upperBranch = Id(upper),
                holdsFrom = day,
            };
        await RefusedAsync(
            "moveBranch",
            Move(key, committee, "2025-02-28"),
            "branches",
            $"{Placed}合成表树秘书处党支部,,,,合成表树党委,2025-02-28,,\n",
            ["HOLDS_BEFORE_LAST_CHANGE"]
        );
        await RefusedAsync(
            "moveBranch",
            Move(general, key, "2025-04-01"),
            "branches",
            $"{Placed}合成表树党总支,,,,合成表树秘书处党支部,2025-04-01,,\n",
            ["FORM_CANNOT_LEAD"]
        );
        await RefusedAsync(
            "setBranchBody",
            new
            {
                branch = Id(key),
                body = "SOCIETY",
                bodyName = "秘书处",
            },
            "branches",
            $"{Placed}合成表树秘书处党支部,,,,,,学会本身,秘书处\n",
            ["BODY_NAME_UNEXPECTED"]
        );
        // Two rows that lead each other, and a name that is nowhere.
        var circle = await ImportAsync(
            "branches",
            $"{Placed}合成表树甲党总支,,2020-01-01,合成表树外学会,合成表树乙党委,,,\n合成表树乙党委,,2020-01-01,合成表树外学会,合成表树甲党总支,,,\n"
                + "合成表树丙党支部,,2020-01-01,合成表树外学会,合成表树无党总支,,,\n"
        );
        circle
            .Problems.Select(problem => (problem.Code, problem.Line, problem.Field))
            .ShouldBe(
                [("SP-IMPORT-141", 4, "上级党组织"), ("BRANCH_ABOVE_ITSELF", 2, "上级党组织"), ("BRANCH_ABOVE_ITSELF", 3, "上级党组织")],
                ignoreOrder: true
            );
        // A notice names an organization of another society, and one of an office without the society's own.
        var told = await ImportAsync("branches", $"{Placed}合成表树外党支部,,2020-01-01,合成表树外学会,合成表树党总支,,办事机构,秘书处\n");
        told.Problems.ShouldBeEmpty();
        told.Discrepancies.Select(notice => notice.Code)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["SOCIETY_WITHOUT_BRANCH", "UPPER_BRANCH_OF_ANOTHER_SOCIETY"]);

        Task<string> ShownAsync() =>
            city.ScalarAsync<string>(
                """
                SELECT string_agg(concat_ws(' ', b.name, b.body, b.body_name, u.name, p.valid_during::text), '; ' ORDER BY b.name, p.valid_during)
                FROM graph.branch b LEFT JOIN graph.branch_parent p ON p.branch_id = b.id LEFT JOIN graph.branch u ON u.id = p.parent_id
                WHERE b.name LIKE '合成表树%'
                """
            );
    }

    [Fact]
    public async Task A_radical_in_a_name_that_nothing_has_is_told_and_kept()
    {
        var first = await ImportAsync("societies", "社团名称\n合成部首⼯程学会\n", isDryRun: false);
        var notice = first.Discrepancies.ShouldHaveSingleItem();
        notice.Code.ShouldBe("NAME_HAS_RADICAL");
        notice
            .MessageIn(SocietyParty.Rules.Sentences.Language.Chinese)
            .ShouldBe("第2行：合成部首⼯程学会：“⼯”（U+2F2F）是部首字符，看起来像普通汉字。名称按原样保留，用普通汉字也能找到");
        (await city.ScalarAsync<string>("SELECT name FROM graph.society WHERE name LIKE '合成部首%'")).ShouldBe("合成部首⼯程学会");
        // Written with the character it is the same society, and told as that.
        var second = await ImportAsync("societies", "社团名称\n合成部首工程学会\n", isDryRun: false);
        (second.UnchangedCount, second.Discrepancies.ShouldHaveSingleItem().Code).ShouldBe((1, "NAME_WRITTEN_OTHERWISE"));
    }
}
