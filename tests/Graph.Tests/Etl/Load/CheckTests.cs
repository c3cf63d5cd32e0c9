using Dapper;
using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>Each check has a row that breaks it: here are the rows, written in the middle of a load.</summary>
public sealed class CheckTests
{
    public static readonly TheoryData<string, string> BreaksOfLoads = new()
    {
        { "exactly_one_rule_set_is_the_default", "UPDATE graph.rule_set SET is_default = false" },
        { "every_society_of_the_newest_month_is_counted", "DELETE FROM dw.fct_coverage_monthly WHERE society_id = 1" },
        { "the_newest_month_adds_up", "UPDATE dw.agg_coverage_province SET work = work - 1 WHERE work > 0" },
        { "the_newest_month_adds_up", "UPDATE dw.agg_coverage_committee SET work = work - 1 WHERE work > 0" },
    };

    public static readonly TheoryData<string, string> BreaksOfTheStar = new()
    {
        {
            "versions_of_one_thing_do_not_overlap",
            "ALTER TABLE dw.dim_branch DROP CONSTRAINT dim_branch_no_overlap; INSERT INTO dw.dim_branch (branch_id, name, "
                + "committee_id, form, status, category, valid_from, valid_to, load_run_id) SELECT branch_id, name, committee_id, form, "
                + "status, category, '2022-01-01', '2022-02-01', load_run_id FROM dw.dim_branch WHERE branch_id = 1"
        },
        {
            "facts_name_the_version_of_their_day",
            "UPDATE dw.fct_coverage_monthly SET society_key = (SELECT max(society_key) FROM dw.dim_society) WHERE society_id = 1"
        },
        {
            "branch_facts_name_the_version_of_their_day",
            "UPDATE dw.fct_branch_monthly SET branch_key = (SELECT max(branch_key) FROM dw.dim_branch) WHERE branch_id = 1"
        },
        {
            "societies_are_counted_only_inside_the_jurisdiction",
            "UPDATE dw.dim_rule_set SET region_code = '410000' WHERE code = 'chongqing-2022'"
        },
        { "every_society_of_a_jurisdiction_is_counted", "DELETE FROM dw.fct_coverage_monthly WHERE society_id = 1" },
        {
            "a_change_of_category_leads_to_its_branch_version",
            "UPDATE dw.fct_category_change SET to_category = 'UNCLASSIFIED' WHERE branch_id = 1"
        },
        { "the_aggregates_add_up_to_their_facts", "UPDATE dw.agg_branch_province SET established = established - 1" },
        {
            "the_star_is_fresh",
            "UPDATE dw.load_run SET started_at = started_at - interval '3 days', finished_at = finished_at - interval '3 days'"
        },
        {
            "scores_are_no_outliers",
            "INSERT INTO dw.fct_assessment SELECT p.generation, i, 2021, 0, 1, 0, 0, 20211201, 'A', i, NULL, NULL, 'GOOD', "
                + "'BAND', 0, 0, 0, 0, 0, 1, CASE WHEN i = 12 THEN 10 ELSE 80 + i END, 0, "
                + "CASE WHEN i = 12 THEN 10 ELSE 80 + i END, 0, 0, 0, 0, 1 "
                + "FROM generate_series(1, 12) AS i, dw.published AS p"
        },
    };

    [Theory]
    [MemberData(nameof(BreaksOfLoads))]
    public async Task A_broken_check_aborts_the_load_and_shows_the_rows(string check, string sql)
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.LoadAsync(new(2022, 5, 31));
        var before = await database.RowVersionsAsync();
        var first = LoadPipeline.Steps.First(step => step.StartsWith("checks/", StringComparison.Ordinal));
        var options = new LoadOptions(LoadDatabase.June15)
        {
            BeforeStep = async (step, connection) =>
            {
                if (step == first)
                {
                    await connection.ExecuteAsync(sql);
                }
            },
        };
        var report = await LoadPipeline.RunAsync(database.Source, options);

        report.Problem!.Code.ShouldBe("SP-LOAD-301");
        report.Problem.Check!.Name.ShouldBe(check);
        report.Problem.Check.Rows.ShouldNotBeEmpty();
        (await database.RowVersionsAsync()).ShouldBe(before);
        (await database.ScalarAsync<string>("SELECT error FROM dw.load_run WHERE status = 'FAILED'")).ShouldBe(
            report.Problem.Check.Describe()
        );
    }

    [Theory]
    [MemberData(nameof(BreaksOfTheStar))]
    public async Task A_check_of_the_star_finds_what_was_tampered_with(string check, string sql)
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.LoadAsync(LoadDatabase.June15);
        (await LoadPipeline.CheckAsync(database.Source)).Where(result => !result.Holds).ShouldBeEmpty();
        await database.ExecuteAsync(sql);

        var results = await LoadPipeline.CheckAsync(database.Source);
        results.Count.ShouldBe(BreaksOfTheStar.Count);
        results.Where(result => !result.Holds).Select(result => result.Name).ShouldContain(check);
    }

    [Fact]
    public async Task Checks_hold_on_a_published_star_even_when_the_graph_has_moved_on()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.LoadAsync(LoadDatabase.June15);
        await database.ExecuteAsync("INSERT INTO graph.society (name, committee_id, level) VALUES ('新', 1, 'PROVINCIAL')");

        (await LoadPipeline.CheckAsync(database.Source)).ShouldAllBe(result => result.Holds);
    }

    [Fact]
    public async Task A_check_shows_the_first_rows_and_how_many_there_are()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.LoadAsync(LoadDatabase.June15);
        await database.ExecuteAsync("DELETE FROM dw.fct_coverage_monthly WHERE society_id <= 30");

        var broken = (await LoadPipeline.CheckAsync(database.Source)).Single(result =>
            result.Sentence == "Every society of a jurisdiction is counted"
        );
        broken.Holds.ShouldBeFalse();
        broken.RowCount.ShouldBe(60);
        broken.Rows.Count.ShouldBe(20);
        broken.Describe().ShouldEndWith("… 40 more");
    }

    [Fact]
    public async Task A_warning_is_told_and_the_load_published()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(20);
        await database.LoadAsync(new(2022, 5, 31));
        await database.ExecuteAsync("DELETE FROM graph.society WHERE id > 10");
        // May is computed again as well, so one of its rows is put back.
        var report = await database.LoadAsync(
            LoadDatabase.June15,
            step: "checks/load/the_number_of_societies_hardly_changes",
            sql: "UPDATE dw.agg_coverage_province SET society_count = 20 WHERE month_key = 20220501"
        );

        report.Warnings.Select(warning => warning.Name).ShouldBe(["the_number_of_societies_hardly_changes"]);
        (await database.CoverageAsync("2022-06")).ShouldBe("0/10 0/10");
    }

    [Fact]
    public void Every_transform_begins_with_its_grain()
    {
        TransformFile
            .All.Values.Where(file => !file.Sql.StartsWith("-- Grain: ", StringComparison.Ordinal))
            .Select(file => file.Name)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_transform_is_a_step_or_a_check_of_the_star()
    {
        TransformFile
            .All.Keys.Where(name =>
                !name.StartsWith("checks/star/", StringComparison.Ordinal) && !name.StartsWith("checks/rows/", StringComparison.Ordinal)
            )
            // An aggregate's step may have a second file, for a load of everything.
            .Select(name => name.EndsWith("_cells", StringComparison.Ordinal) ? name[..^"_cells".Length] : name)
            .Except(LoadPipeline.Steps)
            .ShouldBeEmpty();
    }
}
