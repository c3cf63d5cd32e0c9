using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load.Indicators;

/// <summary>Every indicator against numbers that were counted by hand on <see cref="IndicatorGraph"/>.</summary>
public sealed class IndicatorTests(IndicatorGraph graph) : IClassFixture<IndicatorGraph>
{
    private LoadDatabase Database => graph.Database;

    [Theory]
    [InlineData("I01", "6/10 0.6")] // societies 1 to 6
    [InlineData("I02", "7/10 0.7")] // and 8, which has an instructor
    [InlineData("I03", "4/8 0.5")] // 1, 2, 3, 6 of the operating ones; 4 and 5 share a branch
    [InlineData("I04", "2/3 0.666667")] // members enough: 1 and 2, which have a branch, and by its ledger 9, which has none
    [InlineData("I05", "2/5 0.4")] // branches one and two are in A
    [InlineData("I06", "4/4 1")] // one to four are classified
    [InlineData("I07", "1/3 0.333333")] // two was upgraded; in December 2021 two, three and four were in B or C
    [InlineData("I08", "2/10 0.2")] // one has six activities, three has four; two has five of six
    [InlineData("I09", "1/10 0.1")]
    [InlineData("I10", "1/3 0.333333")] // of three people in the team of branch one, one has a post in the council
    [InlineData("I11", "2/10 0.2")]
    [InlineData("I12", "1/2 0.5")] // in the second half of 2022, group one met
    [InlineData("I13", "1/2 0.5")] // four of five seats, and one of five
    [InlineData("I14", "2/5 0.4")]
    [InlineData("I15", "1/5 0.2")]
    [InlineData("I16", "48/60 0.8")] // six activities of branch one; the others lack one of the numbers
    [InlineData("I17", "1/10 0.1")]
    [InlineData("I18", "210.00/3 70")]
    [InlineData("I19", "1/3 0.333333")]
    [InlineData("I20", "1/3 0.333333")]
    [InlineData("I21", "1/2 0.5")]
    [InlineData("I22", "1/2 0.5")] // one event was held in 2021
    [InlineData("I23", "1/5 0.2")]
    [InlineData("I24", "3/4 0.75")]
    [InlineData("I25", "4/6 0.666667")] // one member guides four branches, three of which count; another one
    [InlineData("I26", "1/3 0.333333")] // found in 2022; one was found in 2021
    [InlineData("X01", "6/16 0.375")]
    public async Task An_indicator_is_what_was_counted_by_hand(string id, string expected) =>
        (await ValueAsync($"'{id}'")).ShouldBe(expected);

    [Fact]
    public async Task Every_indicator_is_counted_by_hand()
    {
        var counted = typeof(IndicatorTests)
            .GetMethod(nameof(An_indicator_is_what_was_counted_by_hand))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Cast<InlineDataAttribute>()
            .Select(row => (string)row.GetData(null!).Single()[0]);
        counted.ShouldBe(IndicatorFile.Embedded().Select(file => file.Id));
        (await Database.LinesAsync("SELECT id FROM mart.indicator ORDER BY position")).ShouldBe(counted);
    }

    [Theory]
    [InlineData("'I07', to_month => '2022-06-30'", "0/3 0")] // the year so far
    [InlineData("'I07', from_month => '2022-07-01'", "1/3 0.333333")]
    [InlineData("'I07', from_month => '2022-08-01'", "0/2 0")] // two is in A at the end of July
    [InlineData("'I12', from_month => '2022-01-01', to_month => '2022-12-01'", "2/4 0.5")] // each half-year counts by itself
    [InlineData("'I26', to_month => '2022-06-01'", "0/3 0")] // closed in July
    [InlineData("'I22', from_month => '2021-12-01'", "1/3 0.333333")]
    [InlineData("'I01', filter => '{\"level\": {\"eq\": \"MUNICIPAL\"}}'", "1/5 0.2")]
    [InlineData("'I01', filter => '{\"level\": {\"neq\": \"MUNICIPAL\"}}'", "5/5 1")]
    [InlineData("'I01', filter => '{\"not\": {\"society\": {\"in\": [1, 2]}}}'", "4/8 0.5")]
    [InlineData("'I01', filter => '{\"or\": [{\"society\": {\"eq\": 1}}, {\"society\": {\"eq\": 10}}]}'", "1/2 0.5")]
    [InlineData("'I01', filter => '{\"category\": {\"eq\": null}}'", "0/3 0")] // seven has a branch that is only proposed
    [InlineData("'I01', filter => '{\"category\": {\"neq\": null}}'", "6/7 0.857143")]
    [InlineData("'I01', filter => '{\"category\": {\"in\": [\"A\", \"C\"]}, \"region\": {\"startsWith\": \"50\"}}'", "5/5 1")]
    [InlineData("'I01', filter => '{\"committeeTree\": {\"eq\": 1}}'", "6/10 0.6")]
    [InlineData("'I01', filter => '{\"committee\": {\"eq\": 2}}'", "0/0 null")]
    [InlineData("'I06', filter => '{\"category\": {\"eq\": \"C\"}}'", "2/4 0.5")]
    [InlineData("'I05', filter => '{\"form\": {\"eq\": \"BRANCH\"}}'", "2/3 0.666667")]
    [InlineData("'I01', rule_set => 'chongqing-2022'", "6/10 0.6")]
    [InlineData("'i01'", "6/10 0.6")]
    [InlineData("'I01', to_month => '2030-01-01'", "/ null")] // nothing is loaded for it
    [InlineData("'I07', from_month => '2021-12-01', to_month => '2021-12-31'", "0/ null")] // the month before it is not loaded
    [InlineData("'I16', from_month => '2030-01-01', to_month => '2030-12-31'", "/ null")] // to come
    public async Task A_question_gives_the_part_that_it_asks_for(string question, string expected) =>
        (await ValueAsync(question)).ShouldBe(expected);

    [Theory]
    [InlineData("'I06', '{CATEGORY}'", "A 2/4, B 0/4, C 2/4")]
    [InlineData("'I01', '{CATEGORY}'", "A 2/2, B 0/1, C 3/3, UNCLASSIFIED 1/1, null 0/3")]
    [InlineData("'I05', '{FORM}'", "BRANCH 2/3, FUNCTIONAL_BRANCH 0/1, JOINT_BRANCH 0/1")]
    [InlineData("'I02', '{QUARTER}'", "2021-12-01 6/10, 2022-01-01 6/10, 2022-04-01 7/10, 2022-07-01 7/10, 2022-10-01 7/10")]
    [InlineData("'I16', '{QUARTER}', '2022-01-01'", "2022-01-01 24/30, 2022-04-01 24/30, 2022-07-01 0/0, 2022-10-01 0/0")]
    [InlineData("'I12', '{HALF_YEAR}', '2022-01-01'", "2022-01-01 1/2, 2022-07-01 1/2")]
    [InlineData("'I07', '{HALF_YEAR}', '2022-01-01'", "2022-01-01 0/3, 2022-07-01 1/3")]
    [InlineData("'I26', '{MONTH}', '2022-03-01', '2022-06-01'", "2022-03-01 0/1, 2022-04-01 0/1, 2022-05-01 0/1, 2022-06-01 0/0")]
    [InlineData("'I01', '{MONTH}', '2021-11-01', '2022-01-01'", "2021-11-01 /, 2021-12-01 6/10, 2022-01-01 6/10")]
    public async Task Groups_are_those_that_were_counted_by_hand(string question, string expected) =>
        (
            await Database.ScalarAsync<string>(
                $"""
                SELECT string_agg(concat_ws(' ', CASE WHEN cardinality(ARRAY(SELECT jsonb_object_keys(v.key))) = 0 THEN v.period_from::text
                    ELSE coalesce(v.category, v.branch_form, 'null') END, concat(trim_scale(v.numerator), '/', trim_scale(v.denominator))), ', ' ORDER BY v.position)
                FROM mart.indicator_value({question}) AS v
                """
            )
        ).ShouldBe(expected);

    /// <summary>
    /// Whatever it is grouped by, numerators and denominators add up to the whole; a share's denominator is the whole's in each.
    /// </summary>
    [Fact]
    public async Task Groups_of_any_dimension_add_up_to_the_whole()
    {
        var wrong = await Database.LinesAsync(
            """
            SELECT format('%s by %s: %s/%s, not %s/%s', i.id, d.code, g.n, g.d, w.numerator, w.denominator)
            FROM mart.indicator AS i
            CROSS JOIN unnest(i.dimensions) AS d (code)
            CROSS JOIN mart.indicator_value(i.id) AS w
            CROSS JOIN LATERAL (
                SELECT sum(v.numerator) AS n, CASE WHEN i.id = 'I06' AND d.code = 'CATEGORY' THEN max(v.denominator) ELSE sum(v.denominator) END AS d,
                       bool_or(v.is_suppressed) AS hides
                FROM mart.indicator_value(i.id, ARRAY[d.code]) AS v
            ) AS g
            WHERE (g.n, g.d) IS DISTINCT FROM (w.numerator, w.denominator) AND NOT g.hides
            """
        );
        wrong.ShouldBeEmpty();
    }

    /// <summary>Aggregates answer where they can, facts where they must; what an earlier load knew is in facts alone.</summary>
    [Fact]
    public async Task Aggregates_and_facts_give_the_same()
    {
        var wrong = await Database.LinesAsync(
            """
            WITH asked AS (SELECT i.id, x.by FROM mart.indicator AS i
                CROSS JOIN (VALUES ('{}'::text[]), ('{PROVINCE,LEVEL}'), ('{COMMITTEE,DISCIPLINE}'), ('{COMMITTEE_TREE}'), ('{PROVINCE,YEAR}')) AS x (by)
                WHERE x.by <@ (i.dimensions || ARRAY['YEAR']))
            SELECT format('%s by %s', a.id, a.by)
            FROM asked AS a
            WHERE (SELECT jsonb_agg(to_jsonb(v) ORDER BY v.position) FROM mart.indicator_value(a.id, a.by) AS v)
                IS DISTINCT FROM (SELECT jsonb_agg(to_jsonb(v) ORDER BY v.position) FROM mart.indicator_value(a.id, a.by, known_at => now()) AS v)
            """
        );
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_make_up_the_value_they_are_behind()
    {
        var wrong = await Database.LinesAsync(
            """
            SELECT format('%s %s: %s/%s, not %s/%s', i.id, v.key, r.n, r.d, v.numerator, v.denominator)
            FROM mart.indicator AS i
            CROSS JOIN LATERAL mart.indicator_value(i.id, ARRAY(SELECT d FROM unnest(i.dimensions) AS d WHERE d IN ('LEVEL', 'CATEGORY', 'PROVINCE'))) AS v
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(x.numerator), 0) AS n, coalesce(sum(x.denominator), 0) AS d
                FROM mart.indicator_rows(i.id, v.period_from, v.period_to, key => v.key) AS x
            ) AS r
            WHERE i.id <> 'X01' AND (r.n, r.d) IS DISTINCT FROM (v.numerator, v.denominator)
            """
        );
        wrong.ShouldBeEmpty();
        (
            await Database.LinesAsync(
                "SELECT concat(society_id, ' ', numerator, '/', denominator) FROM mart.indicator_rows('I04') ORDER BY position"
            )
        ).ShouldBe(["1 1/1", "2 1/1", "9 0/1"]);
    }

    [Fact]
    public async Task Subtotals_leave_out_the_last_keys()
    {
        (
            await Database.LinesAsync(
                """
                SELECT concat_ws(' ', level, category, concat(numerator, '/', denominator), subtotal_of)
                FROM mart.indicator_value('I01', '{LEVEL,CATEGORY}', subtotals => true) ORDER BY position
                """
            )
        ).ShouldBe([
            "MUNICIPAL B 0/1 {}",
            "MUNICIPAL UNCLASSIFIED 1/1 {}",
            "MUNICIPAL 0/3 {}",
            "MUNICIPAL 1/5 {CATEGORY}",
            "PROVINCIAL A 2/2 {}",
            "PROVINCIAL C 3/3 {}",
            "PROVINCIAL 5/5 {CATEGORY}",
            "6/10 {LEVEL,CATEGORY}",
        ]);
    }

    /// <summary>Three are under 36: they stay hidden, and so does the next smallest group, by which they could be worked out.</summary>
    [Fact]
    public async Task Fewer_than_five_people_are_not_told_of()
    {
        await using var database = await IndicatorGraph.CreateAsync();
        await database.ExecuteAsync(
            """
            INSERT INTO graph.person (person_ref, sex, birth_year) SELECT 'n' || i, 'MALE', 1990 FROM generate_series(1, 3) AS i;
            INSERT INTO graph.person (person_ref, sex, birth_year) SELECT 'o' || i, CASE WHEN i <= 8 THEN 'MALE' ELSE 'FEMALE' END, 1980 FROM generate_series(1, 16) AS i;
            INSERT INTO graph.member (branch_id, member_ref, person_id, status, joined_on)
            SELECT 1, person_ref, id, 'FULL', '2015-01-01' FROM graph.person WHERE person_ref ~ '^[no]';
            """
        );
        await database.LoadAsync(new(2022, 12, 31));
        (
            await database.LinesAsync(
                """
                SELECT concat_ws(' ', age_band, coalesce(concat(numerator, '/', denominator), ''), is_suppressed)
                FROM mart.indicator_value('X01', '{AGE_BAND}') ORDER BY position
                """
            )
        ).ShouldBe(["35_AND_UNDER / t", "36_TO_45 / t", "46_TO_55 6/16 f"]);
        (await database.LinesAsync("SELECT committee_id::text FROM mart.indicator_rows('X01')")).ShouldBe(["1"]);
        (await database.ScalarAsync<int>("SELECT coalesce(min(members), 5) FROM mart.member_count_history")).ShouldBeGreaterThanOrEqualTo(
            5
        );
    }

    /// <summary>The figure that was published for Chongqing in 2023: an instructor is work, not an organization.</summary>
    [Fact]
    public async Task The_published_figures_of_2023_come_out()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.ExecuteAsync(
            """
            UPDATE graph.branch SET status = 'ESTABLISHED', status_since = '2022-06-01' WHERE status = 'PROPOSED';
            INSERT INTO graph.society (name, committee_id, level) SELECT '无组织' || i, 1, 'PROVINCIAL' FROM generate_series(1, 12) AS i;
            INSERT INTO graph.instructor_assignment (society_id, instructor_ref, valid_during) SELECT id, 'p' || id, '(,)' FROM graph.society WHERE name LIKE '无组织%';
            """
        );
        await database.LoadAsync(LoadDatabase.June15);
        (await ValueAsync("'I01'", database)).ShouldBe("109/121 0.900826");
        (await ValueAsync("'I02'", database)).ShouldBe("121/121 1");
    }

    private Task<string> ValueAsync(string question, LoadDatabase? database = null) =>
        (database ?? Database).ScalarAsync<string>(
            $"SELECT concat(numerator, '/', denominator, ' ', coalesce(value::text, 'null')) FROM mart.indicator_value({question})"
        );
}
