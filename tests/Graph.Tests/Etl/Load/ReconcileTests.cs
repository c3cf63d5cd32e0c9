using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.Run.Reconcile;
using SocietyParty.Etl.Run.Star;
using SocietyParty.Graph.Tests.Etl.Generate;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>A reconciliation finds nothing in a star that loads made of a generated city, and each fault that is planted in one.</summary>
public sealed class ReconcileTests
{
    private const string Current = "generation = (SELECT generation FROM dw.published)";

    /// <summary>The fault, and the tables and checks that must tell it.</summary>
    public static readonly TheoryData<string, string> Faults = new()
    {
        // A measure that changed.
        {
            $"UPDATE dw.fct_coverage_monthly SET work = 1 - work WHERE {Current} AND society_id = 7 AND month_key = 20260601",
            "fct_coverage_monthly"
        },
        {
            $"UPDATE dw.fct_assessment SET bonus = bonus + 0.5, total = total + 0.5 WHERE {Current} "
                + $"AND assessment_id = {Least("assessment_id", "fct_assessment")}",
            "fct_assessment"
        },
        { $"UPDATE dw.fct_member_count SET members = members + 1 WHERE {Current}", "fct_member_count" },
        // A row that is gone: its fact tells it, the source, and the log of loads.
        {
            $"DELETE FROM dw.fct_activity WHERE {Current} AND activity_id = (SELECT max(activity_id) FROM dw.fct_activity)",
            "fct_activity every_source_row_is_in_its_fact_or_in_quarantine every_row_that_a_load_wrote_is_kept"
        },
        {
            $"DELETE FROM dw.fct_assessment_item WHERE {Current} AND assessment_id = {Least("assessment_id", "fct_assessment_item")}",
            "every_item_score_of_a_result_is_in_its_fact"
        },
        // A row that was never there.
        {
            $"UPDATE dw.fct_event_filing SET event_filing_id = -event_filing_id WHERE {Current}",
            "fct_event_filing every_source_row_is_in_its_fact_or_in_quarantine"
        },
        // Moved to another committee.
        { $"UPDATE dw.fct_branch_monthly SET committee_id = committee_id + 1 WHERE {Current} AND branch_id = 5", "fct_branch_monthly" },
        { $"UPDATE dw.fct_meeting SET committee_id = committee_id + 1 WHERE {Current}", "fct_meeting" },
        // The version of another day, or of another thing.
        {
            "UPDATE dw.fct_branch_monthly AS f SET branch_key = v.branch_key FROM dw.dim_branch AS v WHERE f.month_key = 20260301 "
                + $"AND f.{Current} AND v.branch_id = f.branch_id AND v.branch_key <> f.branch_key AND v.superseded_run_id IS NULL",
            "fct_branch_monthly"
        },
        {
            $"UPDATE dw.fct_activity SET society_key = 0 WHERE {Current} AND activity_id = {Least("activity_id", "fct_activity")}",
            "fct_activity"
        },
        // A cell of an aggregate that is off by one, and cells that are gone.
        { $"UPDATE dw.agg_coverage_province SET instructor = instructor + 1 WHERE {Current}", "agg_coverage_province" },
        { $"DELETE FROM dw.agg_activity_province WHERE {Current}", "agg_activity_province" },
        { $"UPDATE dw.agg_item_score SET row_count = row_count + 1 WHERE {Current}", "agg_item_score" },
        // What is in no fact must be in quarantine.
        { "DELETE FROM dw.quarantine", "quarantine every_source_row_is_in_its_fact_or_in_quarantine" },
        // Versions: another name, an end that moved away, days between two, days in two.
        { "UPDATE dw.dim_society SET name = '别名' WHERE society_id = 3", "dim_society" },
        { MovedEnd("valid_to - 1"), "dim_branch versions_have_no_gap_while_the_thing_lasts" },
        {
            "ALTER TABLE dw.dim_branch DROP CONSTRAINT dim_branch_no_overlap; " + MovedEnd("valid_to + 1"),
            "versions_of_one_thing_do_not_overlap"
        },
        { "DELETE FROM dw.bridge_committee", "bridge_committee" },
        { "UPDATE dw.dim_region SET name = '别名' WHERE region_code = '500000'", "dim_region" },
        // What loads replaced is lost, or holds longer than it did.
        { "DELETE FROM dw.fct_coverage_monthly_history", "every_row_that_a_load_wrote_is_kept" },
        { "UPDATE dw.fct_coverage_monthly_history SET superseded_run_id = superseded_run_id + 5", "rows_of_one_key_follow_one_another" },
    };

    [Fact]
    public async Task A_star_that_loads_made_is_what_the_graph_gives()
    {
        await using var database = await LoadedAsync();
        var before = await database.RowVersionsAsync();
        var report = await Reconciler.RunAsync(database.Source);

        Broken(report).ShouldBeEmpty();
        report.Succeeded.ShouldBeTrue();
        report.AsOf.ShouldBe(GenerateOptions.Last);
        FactTable
            .All.Select(fact => fact.Name)
            .Concat(AggregateTable.All.Select(aggregate => aggregate.Name))
            .Concat(DimensionTable.All.Select(dimension => dimension.Name))
            .Append("quarantine")
            .Except(report.Tables.Where(table => table.StarRows > 0 && table.StarRows == table.SourceRows).Select(table => table.Table))
            .ShouldBeEmpty("each of these has rows here, so that it is really compared");
        (await database.RowVersionsAsync()).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_planted_fault_is_found(string fault, string where)
    {
        await using var database = await LoadedAsync();
        await database.ExecuteAsync(fault);

        var report = await Reconciler.RunAsync(database.Source);

        report.Succeeded.ShouldBeFalse();
        where.Split(' ').Except(Broken(report)).ShouldBeEmpty();
        foreach (var table in report.Tables.Where(table => !table.Equal))
        {
            table.DifferingRowCount.ShouldBeGreaterThan(0, table.Table);
            table.Rows.ShouldNotBeEmpty(table.Table);
            table.Groups.ShouldNotBeEmpty(table.Table);
        }
    }

    [Fact]
    public async Task A_difference_is_named_with_its_month_committee_sums_and_columns()
    {
        await using var database = await LoadedAsync();
        await database.ExecuteAsync(
            $"UPDATE dw.fct_branch_monthly SET team = team + 3, committee_id = 4711 "
                + $"WHERE {Current} AND branch_id = 1 AND month_key = 20260501"
        );
        var table = (await Reconciler.RunAsync(database.Source)).Tables.Single(one => one.Table == "fct_branch_monthly");

        table.StarRows.ShouldBe(table.SourceRows);
        table.Groups.Select(group => (group.Period, group.StarRows - group.SourceRows)).ShouldBe([("2026-05", -1), ("2026-05", 1)]);
        table.Groups[1].CommitteeId.ShouldBe(4711);
        table.Groups[1].Sums["established"].ShouldBe(new ComparedSum(1, null));
        var row = table.Rows.ShouldHaveSingleItem();
        (row.Key, row.Difference).ShouldBe(("month_key 20260501, branch_id 1", "DIFFERENT"));
        row.Columns.Keys.ShouldBe(["committee_id", "team"], ignoreOrder: true);
        row.Columns["committee_id"].Star.ShouldBe("4711");
    }

    [Fact]
    public async Task All_months_and_committees_are_shown_where_they_are_asked_for()
    {
        await using var database = await LoadedAsync();
        var report = await Reconciler.RunAsync(database.Source, namesAllGroups: true);

        var table = report.Tables.Single(one => one.Table == "fct_coverage_monthly");
        table.Groups.Count.ShouldBe((int)table.GroupCount);
        table.Groups.ShouldAllBe(group => group.Equal);
        table.Groups.Select(group => group.Period).Distinct().ShouldBe(["2026-03", "2026-05", "2026-06"]);
        table
            .Groups.Sum(group => group.Sums["work"].Star)
            .ShouldBe(await database.ScalarAsync<decimal>($"SELECT sum(work) FROM dw.fct_coverage_monthly WHERE {Current}"));
    }

    [Fact]
    public async Task A_graph_that_has_moved_on_is_no_fault_and_is_said()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        (await Reconciler.RunAsync(database.Source)).Problem!.Code.ShouldBe("SP-LOAD-203");
        await database.LoadAsync(LoadDatabase.June15);
        await database.BranchAsync(1);

        var report = await Reconciler.RunAsync(database.Source);
        report.Problem!.Code.ShouldBe("SP-LOAD-204");
        report.Problem.Message.ShouldEndWith("2 subjects changed since the last load.");
        await database.LoadAsync(LoadDatabase.June15);
        Broken(await Reconciler.RunAsync(database.Source)).ShouldBeEmpty();
    }

    private static string Least(string column, string fact) => $"(SELECT min({column}) FROM dw.{fact} WHERE {Current})";

    // Of a version that another one follows at once.
    private static string MovedEnd(string to) =>
        $"UPDATE dw.dim_branch SET valid_to = {to} WHERE branch_key = (SELECT min(a.branch_key) FROM dw.dim_branch AS a "
        + "JOIN dw.dim_branch AS b "
        + "ON b.branch_id = a.branch_id AND b.valid_from = a.valid_to WHERE a.superseded_run_id IS NULL AND b.superseded_run_id IS NULL "
        + "AND a.valid_to - a.valid_from > 1 AND b.valid_to - b.valid_from > 1)";

    private static List<string> Broken(ReconcileReport report)
    {
        report.Problem.ShouldBeNull();
        return
        [
            .. report.Tables.Where(table => !table.Equal).Select(table => table.Table),
            .. report.Checks.Where(check => check is { Holds: false, IsWarning: false }).Select(check => check.Name),
        ];
    }

    /// <summary>Several loads of a generated city, incremental and full, with a row in quarantine and a month between left out.</summary>
    private static Task<LoadDatabase> LoadedAsync() => LoadDatabase.CopyAsync("reconcile_template", async database =>
        {
            (await GraphGenerator.RunAsync(database.Source, City.Options)).Problem.ShouldBeNull();
            await database.LoadAsync(new(2026, 3, 31));
            await database.ExecuteAsync(
                "INSERT INTO graph.activity (branch_id, kind, title, held_on) SELECT branch_id, 'OTHER', '学习', '1922-05-10' "
                    + "FROM source.branch_status GROUP BY branch_id "
                    + "HAVING min(lower(valid_during)) > '2000-01-01' AND NOT bool_or(lower_inf(valid_during)) LIMIT 1"
            );
            await database.LoadAsync(GenerateOptions.Last, new(2026, 5, 1));
            await database.ExecuteAsync(
                "UPDATE graph.activity SET is_collective = NOT is_collective WHERE id <= 300; "
                    + "UPDATE graph.event_filing SET filed_on = NULL WHERE id <= 5"
            );
            await database.LoadAsync(GenerateOptions.Last);
            var full = new LoadOptions(GenerateOptions.Last) { IsFull = true };
            (await LoadPipeline.RunAsync(database.Source, full)).Problem.ShouldBeNull();
            await database.ExecuteAsync(
                """
                UPDATE graph.activity SET is_collective = NOT is_collective WHERE id BETWEEN 200 AND 400;
                DELETE FROM graph.activity WHERE id BETWEEN 10 AND 14;
                DELETE FROM graph.instructor_assignment WHERE society_id = (SELECT min(society_id) FROM graph.instructor_assignment);
                """
            );
            // The month turns back, so the last day is not everywhere the last that a month could have.
            await database.LoadAsync(new(2026, 5, 20), new(2026, 5, 1));
        });
}
