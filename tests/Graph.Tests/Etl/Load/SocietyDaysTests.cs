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
