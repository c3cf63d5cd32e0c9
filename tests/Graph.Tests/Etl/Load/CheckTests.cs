using Dapper;
using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>Each check has a row that breaks it: here are the rows, written in the middle of a load.</summary>
public sealed class CheckTests
{
    public static readonly TheoryData<string, string> Breaks = new()
    {
        { "exactly_one_rule_set_is_the_default", "UPDATE graph.rule_set SET is_default = false" },
        {
            "versions_of_one_thing_do_not_overlap",
            "INSERT INTO dw.dim_branch (branch_id, name, committee_id, form, status, category, valid_from, valid_to, "
                + "load_run_id) SELECT branch_id, name, committee_id, form, status, category, '2022-01-01', '2022-02-01', load_run_id "
                + "FROM dw.dim_branch LIMIT 1"
        },
        {
            "facts_name_the_version_of_their_day",
            "UPDATE dw.fct_coverage_monthly SET society_key = (SELECT max(society_key) FROM dw.dim_society) WHERE society_id = 1"
        },
        {
            "a_month_has_one_snapshot_day",
            "UPDATE dw.fct_coverage_monthly SET snapshot_key = 20220630 WHERE month_key = 20220601 AND society_id = 1"
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
        {
            "the_aggregate_adds_up_to_its_facts",
            "UPDATE dw.agg_coverage_monthly SET work_coverage_numerator = work_coverage_numerator - 1 WHERE work_coverage_numerator > 0"
        },
        { "the_loaded_months_are_those_of_the_facts", "DELETE FROM dw.loaded_month" },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
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

    [Fact]
    public async Task Checks_hold_on_a_published_star_even_when_the_graph_has_moved_on()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.LoadAsync(LoadDatabase.June15);
        await database.ExecuteAsync("INSERT INTO graph.society (name, committee_id, level) VALUES ('新', 1, 'PROVINCIAL')");

        var results = await LoadPipeline.CheckAsync(database.Source);
        results.Count.ShouldBe(Breaks.Count);
        results.ShouldAllBe(result => result.Holds);
    }

    [Fact]
    public async Task A_check_finds_a_star_that_was_tampered_with()
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
    public void Every_transform_begins_with_its_grain()
    {
        TransformFile
            .All.Values.Where(file => !file.Sql.StartsWith("-- Grain: ", StringComparison.Ordinal))
            .Select(file => file.Name)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_transform_is_a_step()
    {
        TransformFile.All.Keys.Except(LoadPipeline.Steps).ShouldBeEmpty();
    }
}
