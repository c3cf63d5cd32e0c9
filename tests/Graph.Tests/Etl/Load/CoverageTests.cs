using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load;

public sealed class CoverageTests
{
    [Fact]
    public async Task A_joint_branch_covers_all_societies_that_it_was_entered_with_since_it_began()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(4);
        // One after the other in a transaction, as a mutation writes them, and together, as a list does.
        await database.ExecuteAsync(
            """
            BEGIN;
            INSERT INTO graph.branch (name, committee_id, form, status, status_since) VALUES ('联合党支部', 1, 'JOINT_BRANCH', 'ESTABLISHED', '2022-01-10');
            SAVEPOINT between;
            INSERT INTO graph.branch_society (branch_id, society_id) VALUES (1, 1);
            INSERT INTO graph.branch_society (branch_id, society_id, is_lead) VALUES (1, 2, false);
            COMMIT;
            INSERT INTO graph.branch (name, committee_id, form, status, status_since) VALUES ('另一联合党支部', 1, 'JOINT_BRANCH', 'ESTABLISHED', '2022-03-10');
            INSERT INTO graph.branch_society (branch_id, society_id, is_lead) VALUES (2, 3, true), (2, 4, false)
            """
        );
        await database.LoadAsync(LoadDatabase.June15, new(2022, 1, 1));
        (await database.CoverageAsync("2022-01")).ShouldBe("2/4 2/4");
        (await database.CoverageAsync("2022-03")).ShouldBe("4/4 4/4");

        // One that is added afterwards joins on its day.
        await database.ExecuteAsync(
            "SET graph.holds_from = '2022-05-20'; INSERT INTO graph.branch_society (branch_id, society_id, is_lead) VALUES (2, 1, false)"
        );
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', branch_id, society_id, since) FROM graph.branch_society ORDER BY branch_id, society_id"
            )
        ).ShouldBe(["1 1", "1 2", "2 1 2022-05-20", "2 3", "2 4"]);
    }

    [Fact]
    public async Task The_sample_is_covered_to_107_of_109()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        var report = await database.LoadAsync(LoadDatabase.June15);

        report.Coverage.ShouldBe([
            new CoverageSummary(new(2022, 6, 1), "default", 109, 107, 109, 107, 109),
            new CoverageSummary(new(2022, 6, 1), "chongqing-2022", 109, 107, 109, 107, 109),
        ]);
        (await database.CoverageAsync(where: "category = 'A'")).ShouldBe("2/4 2/4");
        (await database.CoverageAsync(where: "category = 'B'")).ShouldBe("44/44 44/44");
        (await database.CoverageAsync(where: "category = 'C'")).ShouldBe("61/61 61/61");
        (
            await database.ScalarAsync<decimal>(
                "SELECT organization_coverage_rate FROM mart.coverage_by_committee_history WHERE is_default_rule_set"
            )
        ).ShouldBe(0.981651m);
    }

    [Fact]
    public async Task A_denominator_counts_only_what_is_known()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(4);
        await database.ExecuteAsync(
            """
            SET graph.holds_from = '2022-01-01';
            UPDATE graph.society SET operating_state = 'OPERATING' WHERE id = 1;
            UPDATE graph.society SET operating_state = 'SUSPENDED' WHERE id = 2;
            UPDATE graph.society SET operating_state = 'CANCELLED' WHERE id = 3;
            RESET graph.holds_from;
            """
        );
        await database.LoadAsync(LoadDatabase.June15);

        (
            await database.ScalarAsync<string>(
                """
                SELECT format('%s %s %s %s', sum(denominator_all), sum(denominator_operating), sum(denominator_with_members), sum(denominator_should_build))
                FROM mart.coverage_history WHERE is_default_rule_set
                """
            )
        ).ShouldBe("4 1 0 0");
    }

    [Theory]
    [InlineData("ALL", null, "2/3 2/3", "0.666667 0.666667")]
    [InlineData("OPERATING", null, "1/1 2/3", "1.000000 0.666667")]
    [InlineData("OPERATING", "OPERATING", "1/1 1/1", "1.000000 1.000000")]
    [InlineData("WITH_MEMBERS", null, "0/0 2/3", "null 0.666667")]
    [InlineData("SHOULD_BUILD", "SHOULD_BUILD", "0/0 0/0", "null null")]
    public async Task A_numerator_counts_only_inside_the_denominator_that_the_rule_set_chose_for_it(
        string denominator,
        string? ofWork,
        string expected,
        string rates
    )
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(3);
        await database.ExecuteAsync(
            $$"""
            SET graph.holds_from = '2022-01-01';
            UPDATE graph.society SET operating_state = 'OPERATING' WHERE id = 1;
            RESET graph.holds_from;
            UPDATE graph.rule_set SET content = jsonb_set(content, '{coverage,denominator,value}', '"{{denominator}}"') WHERE code = 'default';
            """
        );
        if (ofWork is not null)
        {
            await database.ExecuteAsync(
                $$"""
                UPDATE graph.rule_set SET content = jsonb_set(content, '{coverage,work,denominator}', '{"value": "{{ofWork}}", "source": "001 §7"}')
                WHERE code = 'default'
                """
            );
        }

        await database.BranchAsync(1);
        await database.BranchAsync(2);
        await database.LoadAsync(LoadDatabase.June15);

        (await database.CoverageAsync()).ShouldBe(expected);
        (
            await database.ScalarAsync<string>(
                """
                SELECT concat(coalesce(organization_coverage_rate::text, 'null'), ' ', coalesce(work_coverage_rate::text, 'null'))
                FROM mart.coverage_by_committee_history WHERE is_default_rule_set
                """
            )
        ).ShouldBe(rates);
    }

    [Fact]
    public async Task An_instructor_gives_work_coverage_only()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.ExecuteAsync(
            "INSERT INTO graph.instructor_assignment (society_id, instructor_ref, valid_during) VALUES (1, 'p1', '[2022-06-10,2022-07-10)')"
        );
        await database.LoadAsync(new(2022, 8, 1), new(2022, 5, 1));

        (await database.CoverageAsync("2022-05")).ShouldBe("0/2 0/2");
        (await database.CoverageAsync("2022-06")).ShouldBe("0/2 1/2");
        (await database.CoverageAsync("2022-07")).ShouldBe("0/2 0/2");
        (await database.ScalarAsync<long>("SELECT count(*) FROM mart.coverage_history WHERE category IS NOT NULL")).ShouldBe(0);
    }

    [Fact]
    public async Task A_rule_set_may_switch_a_kind_of_work_coverage_off()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.BranchAsync(1);
        await database.ExecuteAsync(
            """
            INSERT INTO graph.instructor_assignment (society_id, instructor_ref, valid_during) VALUES (2, 'p1', '(,)');
            UPDATE graph.rule_set SET content = jsonb_set(content, '{coverage,work,instructor}', 'false') WHERE code = 'default';
            UPDATE graph.rule_set SET content = jsonb_set(content, '{coverage,work,organization}', 'false') WHERE code = 'chongqing-2022';
            """
        );
        await database.LoadAsync(LoadDatabase.June15);

        (await database.CoverageAsync(where: "society_id = 1")).ShouldBe("1/1 1/1");
        (await database.CoverageAsync(where: "society_id = 2")).ShouldBe("0/1 0/1");
        (await database.CoverageAsync(ruleSet: "chongqing-2022", where: "society_id = 1")).ShouldBe("1/1 0/1");
        (await database.CoverageAsync(ruleSet: "chongqing-2022", where: "society_id = 2")).ShouldBe("0/1 1/1");
    }

    [Fact]
    public async Task A_rule_set_counts_its_own_forms()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.BranchAsync(1, "WORK_GROUP");
        await database.BranchAsync(2, "JOINT_BRANCH");
        await database.LoadAsync(LoadDatabase.June15);

        (await database.CoverageAsync()).ShouldBe("2/2 2/2");
        (await database.CoverageAsync(ruleSet: "chongqing-2022")).ShouldBe("1/2 1/2");
    }

    [Fact]
    public async Task A_rule_set_counts_only_its_jurisdiction()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.ExecuteAsync(
            """
            INSERT INTO graph.committee (name, region_code) VALUES ('平顶山', '410400'), ('全国', '100000');
            INSERT INTO graph.society (name, committee_id, level) VALUES ('甲', 2, 'MUNICIPAL'), ('乙', 3, 'NATIONAL');
            INSERT INTO graph.rule_set (code, title, region_code, content, checksum)
            SELECT 'henan', '河南', '410000', content, 'x' FROM graph.rule_set WHERE code = 'default';
            """
        );
        await database.LoadAsync(LoadDatabase.June15);

        (
            await database.LinesAsync(
                "SELECT rule_set_code || ' ' || region_name FROM mart.coverage_history ORDER BY rule_set_code, region_code"
            )
        ).ShouldBe([
            "chongqing-2022 重庆市",
            "default 中国",
            "default 平顶山市",
            "default 重庆市",
            "henan 平顶山市",
            "pingdingshan-2019 平顶山市",
        ]);
    }

    [Fact]
    public async Task A_rule_set_holds_on_snapshot_days_of_its_effective_range()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.ExecuteAsync(
            "UPDATE graph.rule_set SET effective_from = '2022-03-31', effective_to = '2022-05-31' WHERE code = 'chongqing-2022'"
        );
        await database.LoadAsync(LoadDatabase.June15, new(2022, 1, 1));

        (
            await database.LinesAsync(
                "SELECT to_char(month, 'YYYY-MM') FROM mart.coverage_history WHERE rule_set_code = 'chongqing-2022' ORDER BY 1"
            )
        ).ShouldBe(["2022-03", "2022-04"]);
        (await database.ScalarAsync<long>("SELECT count(*) FROM mart.coverage_history WHERE is_default_rule_set")).ShouldBe(6);
    }

    [Fact]
    public async Task A_society_with_several_branches_has_the_first_category_and_counts_once()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(4);
        foreach (var category in new[] { "C", "B" })
        {
            await database.CategoryAsync(await database.BranchAsync(1), category);
        }

        foreach (var status in new[] { "DISSOLVED", "PROPOSED" })
        {
            await database.CategoryAsync(await database.BranchAsync(2, status: status), status == "DISSOLVED" ? "A" : "B");
        }

        await database.BranchAsync(3);
        await database.LoadAsync(LoadDatabase.June15);

        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', society_id, coalesce(category, 'null'), organization_coverage_numerator) FROM "
                    + "mart.coverage_history WHERE is_default_rule_set ORDER BY 1"
            )
        ).ShouldBe(["1 B 1", "2 B 0", "3 UNCLASSIFIED 1", "4 null 0"]);
    }

    [Fact]
    public async Task A_branch_counts_from_the_day_of_its_establishment_until_its_dissolution()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        var branch = await database.BranchAsync(1, status: "PROPOSED", since: "2022-02-15");
        await database.ExecuteAsync(
            $"""
            UPDATE graph.branch SET status = 'ESTABLISHED', status_since = '2022-03-31' WHERE id = {branch};
            UPDATE graph.branch SET status = 'DISSOLVED', status_since = '2022-05-31' WHERE id = {branch};
            """
        );
        await database.LoadAsync(LoadDatabase.June15, new(2022, 1, 1));

        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', extract(month FROM month), coalesce(category, 'null'), organization_coverage_numerator) "
                    + "FROM mart.coverage_history WHERE is_default_rule_set ORDER BY 1"
            )
        ).ShouldBe(["1 null 0", "2 UNCLASSIFIED 0", "3 UNCLASSIFIED 1", "4 UNCLASSIFIED 1", "5 null 0", "6 null 0"]);
    }

    [Fact]
    public async Task A_changed_wording_restates_its_months_and_what_they_said_stays_known()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.LoadAsync(new(2022, 5, 31));
        await database.ExecuteAsync(
            """UPDATE graph.rule_set SET title = '新', content = jsonb_set(content, '{coverage,work,definition}', '"new"') WHERE code = 'default'"""
        );
        await database.LoadAsync(LoadDatabase.June15);

        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', extract(month FROM month), rule_set_title, work_definition = 'new', is_default_rule_set) "
                    + "FROM mart.coverage_history WHERE is_default_rule_set ORDER BY 1"
            )
        ).ShouldBe(["5 新 t t", "6 新 t t"]);
        (
            await database.LinesAsync("SELECT id || ' ' || source FROM mart.indicator WHERE id IN ('I01', 'I02', 'I04', 'I08') ORDER BY id")
        ).ShouldBe([
            "I01 002 §2, 002 §3, 001 §7",
            "I02 001 §7, 002 §8, 003 第二条",
            "I04 001 §5, 002 §3；人数按章程",
            "I08 000 §一, 001 §6, 004 组织建设-2",
        ]);
    }
}
