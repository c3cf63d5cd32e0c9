using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>A society counts from its founding to the day before its cancellation, in the graph and in the star.</summary>
public sealed class SocietyDaysTests
{
    [Fact]
    public async Task Societies_count_from_the_day_of_founding_to_the_day_before_the_cancellation()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.ExecuteAsync("UPDATE graph.society SET founded_on = '2022-03-10', cancelled_on = '2022-05-20' WHERE id = 1");
        (
            await database.LinesAsync(
                """
                SELECT concat_ws(' ', to_char(d.day, 'MM-DD'), (SELECT string_agg(u.society_id::text, ',' ORDER BY u.society_id) FROM graph.uncovered_society_on(d.day) AS u))
                FROM unnest('{2022-03-09,2022-03-10,2022-03-11,2022-05-19,2022-05-20,2022-05-21}'::date[]) AS d (day) ORDER BY d.day
                """
            )
        ).ShouldBe(["03-09 2", "03-10 1,2", "03-11 1,2", "05-19 1,2", "05-20 2", "05-21 2"]);
    }

    [Theory]
    [InlineData("2022-03-09", 0)]
    [InlineData("2022-03-10", 1)]
    [InlineData("2022-03-11", 1)]
    [InlineData("2022-05-19", 1)]
    [InlineData("2022-05-20", 0)]
    [InlineData("2022-05-21", 0)]
    public async Task What_a_society_is_today_ends_with_its_days(string today, int there)
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.BranchAsync(1, since: "2022-01-01");
        await database.ExecuteAsync("UPDATE graph.society SET founded_on = '2022-03-10', cancelled_on = '2022-05-20' WHERE id = 1");
        (
            await database.ScalarAsync<long>($"SET graph.today = '{today}'; SELECT count(*) FROM graph.society_coverage WHERE is_nominal")
        ).ShouldBe(there);
    }

    [Fact]
    public async Task Months_before_the_founding_and_from_the_cancellation_on_do_not_count_and_come_back_with_a_restoration()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.BranchAsync(1, since: "2022-01-01");
        await database.LoadAsync(new DateOnly(2022, 6, 15), new DateOnly(2022, 1, 1));
        (await CountedAsync(database)).ShouldBe("1:2 2:2 3:2 4:2 5:2 6:2");

        // The last day of March, on which its month is counted, is the first day with it; that of May the first one without it.
        await database.ExecuteAsync("UPDATE graph.society SET founded_on = '2022-03-31', cancelled_on = '2022-05-31' WHERE id = 1");
        await database.LoadAsync(new DateOnly(2022, 6, 15));
        (await CountedAsync(database)).ShouldBe("1:1 2:1 3:2 4:2 5:1 6:1");

        await database.ExecuteAsync("UPDATE graph.society SET founded_on = '2022-04-01', cancelled_on = '2022-06-01' WHERE id = 1");
        await database.LoadAsync(new DateOnly(2022, 6, 15));
        (await CountedAsync(database)).ShouldBe("1:1 2:1 3:1 4:2 5:2 6:1");

        await database.ExecuteAsync("UPDATE graph.society SET cancelled_on = NULL WHERE id = 1");
        await database.LoadAsync(new DateOnly(2022, 6, 15));
        (await CountedAsync(database)).ShouldBe("1:1 2:1 3:1 4:2 5:2 6:2");
    }

    [Fact]
    public async Task A_branch_that_outlives_its_society_keeps_its_activities_members_and_months()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.BranchAsync(1, since: "2022-01-01");
        await database.BranchAsync(1, since: "2022-01-01");
        // The second one's version begins when the society has gone.
        await database.CategoryAsync(1, "A");
        await database.CategoryAsync(2, "B", "[2022-05-20,)");
        await database.ExecuteAsync(
            """
            INSERT INTO graph.person (person_ref, sex, birth_year) SELECT 'm' || i, 'FEMALE', 1986 FROM generate_series(1, 2) AS i;
            INSERT INTO graph.member (branch_id, member_ref, person_id, status, joined_on) SELECT id, person_ref, id, 'FULL', '2022-02-01' FROM graph.person;
            INSERT INTO graph.activity (branch_id, kind, title, held_on, expected_count, attended_count)
            SELECT b, 'OTHER', '学习', day, 10, 8 FROM generate_series(1, 2) AS b, unnest('{2022-05-19,2022-05-20,2022-05-21}'::date[]) AS day
            """
        );
        await database.LoadAsync(new DateOnly(2022, 6, 15), new DateOnly(2022, 5, 1));
        var (all, members) = (await ActivitiesAsync(database), await MembersAsync(database));
        all.ShouldBe("2022-05-19 1 2, 2022-05-20 1 2, 2022-05-21 1 2");
        members.ShouldBe("5 PROVINCIAL 2, 6 PROVINCIAL 2");

        await database.ExecuteAsync("UPDATE graph.society SET operating_state = 'CANCELLED', cancelled_on = '2022-05-20' WHERE id = 1");
        await database.LoadAsync(new DateOnly(2022, 6, 15));
        (await ActivitiesAsync(database)).ShouldBe("2022-05-19 1 2, 2022-05-20 0 2, 2022-05-21 0 2");
        (await MembersAsync(database)).ShouldBe("5 UNKNOWN 2, 6 UNKNOWN 2");
        (await database.ScalarAsync<long>("SELECT count(*) FROM dw.quarantine")).ShouldBe(0);

        await LoadPipeline.RunAsync(database.Source, new LoadOptions(new(2022, 6, 15)) { IsFull = true });
        (await ActivitiesAsync(database)).ShouldBe("2022-05-19 1 2, 2022-05-20 0 2, 2022-05-21 0 2");
        (await MembersAsync(database)).ShouldBe("5 UNKNOWN 2, 6 UNKNOWN 2");

        await database.ExecuteAsync("UPDATE graph.society SET operating_state = 'OPERATING', cancelled_on = NULL WHERE id = 1");
        await database.LoadAsync(new DateOnly(2022, 6, 15));
        (await ActivitiesAsync(database)).ShouldBe(all);
        (await MembersAsync(database)).ShouldBe(members);
    }

    [Fact]
    public async Task Events_and_meetings_after_the_cancellation_are_in_quarantine_until_one_of_the_days_is_mended()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.ExecuteAsync(
            """
            INSERT INTO graph.event_filing (society_id, event, held_on) SELECT 1, '论坛', day FROM unnest('{2022-05-19,2022-05-20}'::date[]) AS day;
            INSERT INTO graph.council_term (society_id, term_number, started_on, ends_on) VALUES (1, 1, '2020-01-01', '2025-01-01');
            INSERT INTO graph.leading_group (council_term_id, status, discussed_on, submitted_on, approved_on)
            VALUES (1, 'APPROVED', '2020-01-10', '2020-01-11', '2020-01-12');
            INSERT INTO graph.leading_group_composition (leading_group_id, number, status, submitted_on, decided_on, valid_during)
            VALUES (1, 1, 'APPROVED', '2020-01-11', '2020-01-12', '[2020-01-12,)');
            INSERT INTO graph.person (person_ref) VALUES ('m1');
            INSERT INTO graph.leading_group_seat (composition_id, person_id, role) VALUES (1, 1, 'LEADER');
            INSERT INTO graph.leading_group_meeting (leading_group_id, composition_id, held_on, state, chair_seat_id)
            SELECT 1, 1, day, 'DECIDED', 1 FROM unnest('{2022-05-19,2022-05-20}'::date[]) AS day
            """
        );
        const string quarantine = "SELECT concat_ws(' ', source, source_id, reason) FROM mart.quarantine ORDER BY source";
        const string known = "SELECT (SELECT count(*) FROM mart.event_filing) || ' ' || (SELECT count(*) FROM mart.meeting)";
        await database.LoadAsync(new DateOnly(2022, 6, 15));
        (await database.ScalarAsync<string>(known)).ShouldBe("2 2");

        await database.ExecuteAsync("UPDATE graph.society SET operating_state = 'CANCELLED', cancelled_on = '2022-05-20' WHERE id = 1");
        await database.LoadAsync(new DateOnly(2022, 6, 15));
        (await database.LinesAsync(quarantine)).ShouldBe(["event_filing 2 SOCIETY_NOT_THERE", "group_meeting 2 SOCIETY_NOT_THERE"]);
        (await database.ScalarAsync<string>(known)).ShouldBe("1 1");

        await database.ExecuteAsync("UPDATE graph.event_filing SET held_on = '2022-05-18' WHERE id = 2");
        await database.LoadAsync(new DateOnly(2022, 6, 15));
        (await database.LinesAsync(quarantine)).ShouldBe(["group_meeting 2 SOCIETY_NOT_THERE"]);

        await database.ExecuteAsync("UPDATE graph.society SET cancelled_on = '2022-05-21' WHERE id = 1");
        await database.LoadAsync(new DateOnly(2022, 6, 15));
        (await database.LinesAsync(quarantine)).ShouldBeEmpty();
        (await database.ScalarAsync<string>(known)).ShouldBe("2 2");
    }

    /// <summary>Per day whether it names its lead society, and how many activities.</summary>
    private static Task<string> ActivitiesAsync(LoadDatabase database) =>
        database.ScalarAsync<string>(
            """
            SELECT string_agg(concat_ws(' ', day, led, n), ', ' ORDER BY day, led)
            FROM (
                SELECT to_date(date_key::text, 'YYYYMMDD') AS day, (society_key <> 0)::int AS led, count(*) AS n
                FROM dw.fct_activity WHERE generation = (SELECT generation FROM dw.published) GROUP BY 1, 2
            ) AS one
            """
        );

    /// <summary>Per month and level of the lead society how many members.</summary>
    private static Task<string> MembersAsync(LoadDatabase database) =>
        database.ScalarAsync<string>(
            """
            SELECT string_agg(concat_ws(' ', month_key / 100 % 100, level, members), ', ' ORDER BY month_key, level)
            FROM dw.agg_member_province WHERE generation = (SELECT generation FROM dw.published)
            """
        );

    [Fact]
    public async Task A_month_counts_for_the_committee_of_its_day()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.BranchAsync(1, since: "2022-01-01");
        await database.ExecuteAsync("INSERT INTO graph.committee (name, region_code) VALUES ('科技社团党委二', '500000')");
        await database.LoadAsync(new DateOnly(2022, 5, 15), new DateOnly(2022, 1, 1));
        (await CoveredAsync(database)).ShouldBe("1:1=1/2 2:1=1/2 3:1=1/2 4:1=1/2 5:1=1/2");

        // On the last day of February, on which its month is counted.
        await database.ExecuteAsync(
            "SET graph.holds_from = '2022-02-28'; UPDATE graph.society SET committee_id = 2 WHERE id = 1; "
                + "UPDATE graph.branch SET committee_id = 2;"
        );
        await database.LoadAsync(new DateOnly(2022, 5, 15));
        (await CoveredAsync(database)).ShouldBe("1:1=1/2 2:1=0/1 2:2=1/1 3:1=0/1 3:2=1/1 4:1=0/1 4:2=1/1 5:1=0/1 5:2=1/1");
    }

    private static Task<string> CoveredAsync(LoadDatabase database) =>
        database.ScalarAsync<string>(
            """
            SELECT string_agg(concat(extract(month FROM month), ':', committee_id, '=', covered, '/', n), ' ' ORDER BY month, committee_id)
            FROM (SELECT month, committee_id, count(*) AS n, sum(organization_coverage_numerator) AS covered FROM mart.coverage_history
                  WHERE is_default_rule_set GROUP BY month, committee_id) AS one
            """
        );

    private static Task<string> CountedAsync(LoadDatabase database) =>
        database.ScalarAsync<string>(
            """
            SELECT string_agg(concat(extract(month FROM month), ':', n), ' ' ORDER BY month)
            FROM (SELECT month, count(*) AS n FROM mart.coverage_history WHERE is_default_rule_set GROUP BY month) AS one
            """
        );
}
