namespace SocietyParty.Graph.Tests.Etl.Load;

public sealed class VersionTests
{
    private const string BranchVersions =
        "SELECT concat_ws(' ', status, category, valid_from, valid_to, is_current) FROM mart.branch_version ORDER BY valid_from";

    private const string Changes = """
        SELECT concat_ws(' ', coalesce(changed_on::text, 'null'), coalesce(from_category, 'null'), to_category, is_upgrade_to_a) FROM mart.category_change
        ORDER BY changed_on NULLS FIRST
        """;

    [Fact]
    public async Task A_change_of_category_within_a_month_makes_a_version_and_a_change()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        var branch = await database.BranchAsync(1);
        await database.CategoryAsync(branch, "B", "(,2022-06-15)");
        await database.CategoryAsync(branch, "A", "[2022-06-15,)");
        await database.LoadAsync(new(2022, 6, 14));

        (await database.LinesAsync(BranchVersions)).ShouldBe([
            "ESTABLISHED B 1900-01-01 2022-06-15 f",
            "ESTABLISHED A 2022-06-15 9999-12-31 t",
        ]);
        // A change of a day to come is no fact yet.
        (await database.LinesAsync(Changes)).ShouldBe(["null null B 0"]);
        (await database.ScalarAsync<string>("SELECT category FROM mart.coverage")).ShouldBe("B");

        await database.LoadAsync(new(2022, 6, 15));
        (await database.ScalarAsync<string>("SELECT category FROM mart.coverage")).ShouldBe("A");
        (await database.LinesAsync(Changes)).ShouldBe(["null null B 0", "2022-06-15 B A 1"]);
    }

    [Fact]
    public async Task Status_and_category_together_make_the_versions_of_a_branch()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        var branch = await database.BranchAsync(1, status: "PROPOSED", since: "2022-01-10");
        await database.ExecuteAsync(
            $"""
            UPDATE graph.branch SET status = 'ESTABLISHED', status_since = '2022-03-01' WHERE id = {branch};
            UPDATE graph.branch SET status = 'DISSOLVED', status_since = '2022-09-01' WHERE id = {branch};
            """
        );
        await database.CategoryAsync(branch, "C", "[2022-02-01,2022-04-01)");
        // The same category stated again is no change; days without a period are UNCLASSIFIED.
        await database.CategoryAsync(branch, "C", "[2022-04-01,2022-05-01)");
        await database.CategoryAsync(branch, "A", "[2022-06-01,)");
        await database.LoadAsync(LoadDatabase.June15);

        (await database.LinesAsync(BranchVersions)).ShouldBe([
            "PROPOSED UNCLASSIFIED 2022-01-10 2022-02-01 f",
            "PROPOSED C 2022-02-01 2022-03-01 f",
            "ESTABLISHED C 2022-03-01 2022-05-01 f",
            "ESTABLISHED UNCLASSIFIED 2022-05-01 2022-06-01 f",
            "ESTABLISHED A 2022-06-01 2022-09-01 f",
            "DISSOLVED A 2022-09-01 9999-12-31 t",
        ]);
        (await database.LinesAsync(Changes)).ShouldBe([
            "2022-02-01 UNCLASSIFIED C 0",
            "2022-05-01 C UNCLASSIFIED 0",
            "2022-06-01 UNCLASSIFIED A 0",
        ]);
    }

    [Fact]
    public async Task Attributes_the_lead_supporting_unit_and_the_parent_make_versions()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.LoadAsync(new(2022, 5, 31));
        await database.ExecuteAsync(
            """
            INSERT INTO graph.supporting_unit (name) VALUES ('大学'), ('医院');
            INSERT INTO graph.society_supporting_unit (society_id, supporting_unit_id, valid_during, is_lead)
            VALUES (1, 1, '(,2022-05-10)', true), (1, 2, '[2022-05-10,)', true), (1, 1, '[2022-05-10,)', false);
            INSERT INTO graph.committee (name, region_code) VALUES ('上级', '100000');
            INSERT INTO graph.committee_parent VALUES (1, 2, '[2022-05-20,2022-06-10)');
            SET graph.holds_from = '2022-06-05';
            UPDATE graph.society SET name = '新名', kind = 'ASSOCIATION', discipline_code = 'MEDICINE' WHERE id = 1;
            RESET graph.holds_from;
            """
        );
        await database.LoadAsync(LoadDatabase.June15);

        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', name, kind, discipline_name, lead_supporting_unit_name, valid_from, valid_to) FROM "
                    + "mart.society_version ORDER BY valid_from"
            )
        ).ShouldBe([
            "学会1 大学 1900-01-01 2022-05-10",
            "学会1 医院 2022-05-10 2022-06-05",
            "新名 ASSOCIATION 医 医院 2022-06-05 9999-12-31",
        ]);
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', coalesce(parent_id, 0), valid_from, valid_to) FROM mart.committee_version WHERE committee_id = "
                    + "1 ORDER BY valid_from"
            )
        ).ShouldBe(["0 1900-01-01 2022-05-20", "2 2022-05-20 2022-06-10", "0 2022-06-10 9999-12-31"]);
        // What somebody types first counts things, not their versions.
        (await database.ScalarAsync<string>("SELECT concat_ws(' ', count(*), min(name)) FROM mart.society")).ShouldBe("1 新名");
        (await database.ScalarAsync<long>("SELECT count(*) FROM mart.committee")).ShouldBe(2);
        // May was not asked for, but its rows name the versions that now hold on its last day.
        (
            await database.LinesAsync(
                """
                SELECT concat_ws(' ', f.month_key, s.valid_from, c.valid_from) FROM dw.fct_coverage_monthly f
                JOIN dw.dim_society s USING (society_key) JOIN dw.dim_committee c USING (committee_key) JOIN dw.dim_rule_set r USING (rule_set_key)
                WHERE r.is_default AND f.generation = (SELECT generation FROM dw.published) ORDER BY 1
                """
            )
        ).ShouldBe(["20220501 2022-05-10 2022-05-20", "20220601 2022-06-05 2022-06-10"]);
    }

    [Fact]
    public async Task History_that_is_withdrawn_takes_its_versions_along()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.ExecuteAsync(
            """
            INSERT INTO graph.supporting_unit (name) VALUES ('大学');
            INSERT INTO graph.society_supporting_unit (society_id, supporting_unit_id, valid_during) VALUES (1, 1, '[2022-05-10,)');
            """
        );
        await database.LoadAsync(new(2022, 5, 31));
        await database.ExecuteAsync("DELETE FROM graph.society_supporting_unit");
        await database.LoadAsync(LoadDatabase.June15);

        (await database.LinesAsync("SELECT concat_ws(' ', valid_from, valid_to) FROM mart.society_version")).ShouldBe([
            "1900-01-01 9999-12-31",
        ]);
        (await database.ScalarAsync<long>("SELECT count(*) FROM mart.coverage_history WHERE is_default_rule_set")).ShouldBe(2);
    }

    [Fact]
    public async Task A_society_that_left_the_graph_leaves_all_months_and_what_they_said_stays_known()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.LoadAsync(new(2022, 5, 31));
        await database.ExecuteAsync("DELETE FROM graph.society WHERE id = 2");
        await database.LoadAsync(LoadDatabase.June15);

        (await database.CoverageAsync("2022-05")).ShouldBe("0/1 0/1");
        (await database.LinesAsync("SELECT name FROM mart.society_version")).ShouldBe(["学会1"]);
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', month_key, society_id, load_run_id, superseded_run_id) FROM dw.fct_coverage_monthly_history"
            )
        ).ShouldBe(["20220501 2 1 2", "20220501 2 1 2"]);
        (await database.CoverageAsync("2022-06")).ShouldBe("0/1 0/1");
    }
}
