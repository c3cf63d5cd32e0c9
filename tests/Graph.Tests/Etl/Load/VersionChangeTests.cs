using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>What a load leaves as it is where only a version changed, and what moves with the version all the same.</summary>
public sealed class VersionChangeTests
{
    private const string ByFormAndCategory =
        "SELECT concat_ws(' ', branch_form, category, assessed, mean) FROM mart.score_value('ITEM', '{{FORM,CATEGORY}}', 2021, 2021{0})";

    [Fact]
    public async Task A_committee_that_comes_to_another_province_takes_its_sums_along()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.LoadAsync(LoadDatabase.June15, new(2022, 5, 1));
        await database.ExecuteAsync(
            """
            SET graph.holds_from = '2022-06-01';
            UPDATE graph.committee SET region_code = '510000' WHERE id = 1;
            RESET graph.holds_from
            """
        );
        var report = await database.LoadAsync(LoadDatabase.June15);

        // Of what changed: a load of everything adds up anew.
        report.Reason.ShouldBeNull();
        (
            await database.LinesAsync(
                """
                SELECT concat_ws(' ', a.month_key, a.province_code, a.society_count, a.row_count) FROM dw.agg_coverage_province AS a
                JOIN dw.published AS p ON p.generation = a.generation JOIN dw.dim_rule_set AS r ON r.rule_set_id = a.rule_set_id AND r.is_default
                ORDER BY a.month_key, a.province_code
                """
            )
        ).ShouldBe(["20220501 500000 2 2", "20220601 510000 2 2"]);
        await ChecksHoldAsync(database);
    }

    [Fact]
    public async Task A_new_version_of_a_branch_leaves_its_items_as_they_are_and_they_are_asked_by_it()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.CategoryAsync(await database.BranchAsync(1), "B");
        await database.ExecuteAsync(
            """
            INSERT INTO graph.assessment (branch_id, year, fixed_score, bonus_score, grade, issued_on) VALUES (1, 2021, 4, 0, 'GOOD', '2021-12-31');
            INSERT INTO graph.assessment_item_score (assessment_id, item_code, section, maximum, score) VALUES (1, 'POLITICAL_1', 'POLITICAL', 5, 4)
            """
        );
        var first = await database.LoadAsync(LoadDatabase.June15);
        await database.ExecuteAsync("UPDATE graph.branch_category_period SET category = 'C'");
        var second = await database.LoadAsync(LoadDatabase.June15);

        second.Reason.ShouldBeNull();
        second.Steps.Single(step => step.Step == "facts/fct_assessment").Rows.ShouldBe(1);
        second.Steps.Single(step => step.Step == "facts/fct_assessment_item").Rows.ShouldBe(0);
        (await database.LinesAsync(ByFormAndCategory.Replace("{0}", "", StringComparison.Ordinal))).ShouldBe(["BRANCH C 1 4"]);
        var known = $", known_at => (SELECT finished_at FROM dw.load_run WHERE id = {first.RunId})";
        (await database.LinesAsync(ByFormAndCategory.Replace("{0}", known, StringComparison.Ordinal))).ShouldBe(["BRANCH B 1 4"]);
        await ChecksHoldAsync(database);
    }

    [Fact]
    public async Task Members_are_added_up_by_a_societys_new_version_though_none_of_them_changed()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.BranchAsync(1);
        await database.ExecuteAsync(
            """
            INSERT INTO graph.person (person_ref) VALUES ('m1');
            INSERT INTO graph.member (person_id, member_ref, branch_id, status, joined_on) VALUES (1, 'm1', 1, 'FULL', '2000-01-01')
            """
        );
        await database.LoadAsync(LoadDatabase.June15);
        await database.ExecuteAsync(
            "SET graph.holds_from = '2022-06-01'; UPDATE graph.society SET discipline_code = 'MEDICINE'; RESET graph.holds_from"
        );
        var report = await database.LoadAsync(LoadDatabase.June15);

        report.Reason.ShouldBeNull();
        report.Steps.Single(step => step.Step == "facts/fct_member_count").Rows.ShouldBe(0);
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', a.discipline_code, a.members) FROM dw.agg_member_province AS a JOIN dw.published AS p "
                    + "ON p.generation = a.generation"
            )
        ).ShouldBe(["MEDICINE 1"]);
        await ChecksHoldAsync(database);
    }

    [Theory]
    [InlineData("fct_coverage_monthly")]
    [InlineData("agg_coverage_province")]
    public async Task A_month_that_a_load_brings_is_known_to_the_planner(string table)
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.LoadAsync(LoadDatabase.June15);
        (await database.LoadAsync(new(2022, 7, 15))).Reason.ShouldBeNull();

        // Nothing else analyzes: autovacuum is off here.
        (
            await database.ScalarAsync<string>(
                $"SELECT most_common_vals::text FROM pg_stats WHERE schemaname = 'dw' AND tablename = '{table}_g2' "
                    + "AND attname = 'month_key'"
            )
        ).ShouldContain("20220701");
    }

    private static async Task ChecksHoldAsync(LoadDatabase database) =>
        (await LoadPipeline.CheckAsync(database.Source))
            .Where(check => check is { Holds: false, IsWarning: false })
            .Select(check => check.Describe())
            .ShouldBeEmpty();
}
