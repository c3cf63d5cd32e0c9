namespace SocietyParty.Graph.Tests.Etl.Load.Indicators;

/// <summary>A figure comes out again to the digit, whatever was loaded since.</summary>
public sealed class IndicatorHistoryTests
{
    private const string Everything = """
        SELECT string_agg(concat_ws(' ', i.id, v.key, v.period_from, v.as_of, v.numerator, v.denominator, v.value), E'\n' ORDER BY i.position, v.position)
        FROM mart.indicator AS i
        CROSS JOIN LATERAL mart.indicator_value(i.id, ARRAY(SELECT d FROM unnest(i.dimensions) AS d WHERE d IN ('LEVEL', 'CATEGORY', 'COMMITTEE_TREE')), known_at => {0}) AS v
        """;

    private const string Changes = """
        INSERT INTO graph.committee (name, region_code) VALUES ('上级', '100000');
        INSERT INTO graph.committee_parent (committee_id, parent_id, valid_during) VALUES (1, 2, '[2022-01-01,)');
        SET graph.holds_from = '2022-05-01';
        UPDATE graph.society SET level = 'NATIONAL', name = '改名' || id WHERE id IN (1, 6);
        UPDATE graph.branch SET status = 'DISSOLVED', status_since = '2022-05-01' WHERE id = 5;
        UPDATE graph.member SET branch_id = 2 WHERE branch_id = 1;
        RESET graph.holds_from;
        DELETE FROM graph.activity WHERE branch_id = 1;
        INSERT INTO graph.assessment (branch_id, year, fixed_score, bonus_score, grade, issued_on) VALUES (4, 2022, 80, 0, 'GOOD', '2022-12-31');
        UPDATE graph.event_filing SET filed_on = '2022-05-15' WHERE id = 2;
        DELETE FROM graph.community_check_in WHERE branch_id = 1;
        DELETE FROM graph.instructor_assignment;
        INSERT INTO graph.rectification (committee_id, society_id, problem, found_on) VALUES (1, 1, '戊', '2022-08-01');
        """;

    private static readonly (string Function, string View)[] Views =
    [
        ("coverage_at", "coverage_history"),
        ("branch_at", "branch_history"),
        ("target_progress_at", "target_progress_history"),
        ("assessment_at", "assessment"),
        ("assessment_item_at", "assessment_item"),
        ("bonus_at", "bonus"),
        ("activity_at", "activity"),
        ("meeting_at", "meeting"),
        ("category_change_at", "category_change"),
        ("rectification_at", "rectification"),
        ("event_filing_at", "event_filing"),
        ("evidence_due_at", "evidence_due_history"),
    ];

    [Fact]
    public async Task Every_indicator_tells_what_it_told()
    {
        await using var database = await IndicatorGraph.CreateAsync();
        var moment = await database.ScalarAsync<string>("SELECT clock_timestamp()::text");
        var load = await database.ScalarAsync<long>("SELECT load_id FROM mart.warehouse");
        var told = await TellAsync(database, "NULL");
        var rows = await RowsAsync(database, view => view.View);

        await database.ExecuteAsync(Changes);
        await database.LoadAsync(new(2022, 12, 31));
        await database.LoadAsync(new(2023, 2, 28), new(2022, 6, 1));

        (await database.ScalarAsync<long>($"SELECT mart.at('{moment}')")).ShouldBe(load);
        Differences(await TellAsync(database, "NULL"), told).ShouldNotBeEmpty();
        Differences(await TellAsync(database, $"'{moment}'"), told).ShouldBeEmpty();
        Differences(await TellAsync(database, "now()"), await TellAsync(database, "NULL")).ShouldBeEmpty();
        Differences(await RowsAsync(database, view => $"{view.Function}('{moment}')"), rows).ShouldBeEmpty();
        Differences(await RowsAsync(database, view => $"{view.Function}(now())"), await RowsAsync(database, view => view.View))
            .ShouldBeEmpty();

        // A full load beside the published rows keeps what it replaces, too.
        await database.ExecuteAsync("UPDATE dw.published SET structure = 0");
        await database.LoadAsync(new(2023, 2, 28));
        Differences(await TellAsync(database, $"'{moment}'"), told).ShouldBeEmpty();
        Differences(await RowsAsync(database, view => $"{view.Function}('{moment}')"), rows).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_moment_before_the_first_load_is_an_error()
    {
        await using var database = await IndicatorGraph.CreateAsync();
        (
            await Should.ThrowAsync<Npgsql.PostgresException>(() =>
                database.LinesAsync("SELECT value::text FROM mart.indicator_value('I01', known_at => '2001-01-01')")
            )
        ).MessageText.ShouldStartWith("SP-INDICATOR-003: Nothing was loaded by ");
    }

    /// <summary>Every view of one fact has its function, so that a new one is not forgotten.</summary>
    [Fact]
    public async Task Every_view_of_a_fact_can_be_asked_as_of_a_moment()
    {
        await using var database = await LoadDatabase.CreateAsync();
        (
            await database.LinesAsync(
                """
                SELECT v.viewname FROM pg_views AS v
                WHERE v.schemaname = 'mart' AND v.definition LIKE '%dw.fct\_%' AND v.viewname <> 'member_count_history' ORDER BY v.viewname
                """
            )
        ).ShouldBe(Views.Select(view => view.View).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Differences(string now, string then)
    {
        var (said, told) = (now.Split('\n'), then.Split('\n'));
        return [.. said.Except(told).Select(line => "+ " + line), .. told.Except(said).Select(line => "- " + line)];
    }

    private static Task<string> TellAsync(LoadDatabase database, string knownAt) =>
        database.ScalarAsync<string>(Everything.Replace("{0}", knownAt, StringComparison.Ordinal));

    private static async Task<string> RowsAsync(LoadDatabase database, Func<(string Function, string View), string> source)
    {
        var texts = new List<string>();
        foreach (var view in Views)
        {
            texts.AddRange(
                await database.LinesAsync($"SELECT '{view.View} ' || t FROM mart.{source(view)} AS t ORDER BY t::text COLLATE \"C\"")
            );
        }

        return string.Join('\n', texts);
    }
}
