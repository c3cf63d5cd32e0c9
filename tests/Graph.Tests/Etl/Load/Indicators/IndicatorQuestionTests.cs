using System.Text.Json;
using Npgsql;
using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load.Indicators;

/// <summary>What can be asked of indicators and scores, how a wrong question is refused, and how a definition is.</summary>
public sealed class IndicatorQuestionTests(IndicatorGraph graph) : IClassFixture<IndicatorGraph>
{
    private LoadDatabase Database => graph.Database;

    [Theory]
    [InlineData("'I99'", "001: There is no indicator \"I99\".")]
    [InlineData("'I01', rule_set => 'atlantis'", "002: There is no rule set \"atlantis\" in the warehouse.")]
    [InlineData("'I14', rule_set => 'atlantis'", "002: There is no rule set \"atlantis\" in the warehouse.")]
    [InlineData("'I01', known_at => '2001-01-01'", "003: Nothing was loaded by")]
    [InlineData("'I01', '{MONTH,YEAR}'", "004: \"by\" has both MONTH and YEAR.")]
    [InlineData("'I01', '{BRANCH}'", "005: I01 cannot be grouped by \"BRANCH\".")]
    [InlineData("'I01', '{COLOUR}'", "005: I01 cannot be grouped by \"COLOUR\".")]
    [InlineData("'I01', filter => '{\"branch\": {\"eq\": 1}}'", "005: I01 cannot be filtered by BRANCH.")]
    [InlineData("'I01', '{COMMITTEE,COMMITTEE_TREE}'", "006: \"by\" has both COMMITTEE and COMMITTEE_TREE.")]
    [InlineData("'I01', '{COMMITTEE_TREE}', subtotals => true", "007: I01 has no subtotals over COMMITTEE_TREE")]
    [InlineData("'I06', '{CATEGORY}', subtotals => true", "007: I06 has no subtotals over CATEGORY")]
    [InlineData("'I19', '{MONTH}'", "008: I19 has one value a year.")]
    [InlineData("'X01', '{BRANCH}'", "005: X01 cannot be grouped by \"BRANCH\".")]
    [InlineData("'X01', '{AGE_BAND}', subtotals => true", "019: X01 counts people")]
    [InlineData("'X01', filter => '{\"committee\": {\"neq\": 1}}'", "019: X01 counts people")]
    [InlineData("'I13', '{MEETING}'", "005: I13 cannot be grouped by \"MEETING\".")]
    [InlineData("'I01', rule_set => 'pingdingshan-2019'", "002: There is no rule set \"pingdingshan-2019\" in the warehouse.")]
    [InlineData("'I01', from_month => '2022-06-01', to_month => '2022-05-31'", "009: 2022-06-01 to 2022-05-31 is no period.")]
    [InlineData("'I01', to_month => '9999-12-31'", "009: ")]
    [InlineData("'I01', filter => '[]'", "010: A filter must be an object")]
    [InlineData("'I01', filter => '{\"colour\": {\"eq\": 1}}'", "011: A filter has no \"colour\".")]
    [InlineData("'I06', filter => '{\"or\": [{\"category\": {\"eq\": \"A\"}}]}'", "012: ")]
    [InlineData("'I01', filter => '{\"category\": \"A\"}'", "013: \"category\" must be compared by an object")]
    [InlineData("'I01', filter => '{\"category\": {\"like\": \"A\"}}'", "014: \"category\" cannot be compared by \"like\"")]
    [InlineData("'I01', filter => '{\"category\": {\"in\": \"A\"}}'", "014: ")]
    [InlineData("'I01', filter => '{\"committee\": {\"eq\": \"1; DROP TABLE dw.indicator\"}}'", "014: ")]
    public async Task A_wrong_question_says_what_to_ask_instead(string question, string expected)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() =>
            Database.LinesAsync($"SELECT value::text FROM mart.indicator_value({question})")
        );
        refused.SqlState.ShouldBe("SP001");
        refused.MessageText.ShouldStartWith($"SP-INDICATOR-{expected}");
        refused.Hint.ShouldNotBeNullOrEmpty();
    }

    /// <summary>What a caller gives is quoted, whatever it holds.</summary>
    [Theory]
    [InlineData("O'Brien")]
    [InlineData("\\'; DROP TABLE dw.indicator; --")]
    [InlineData("%s %L $1")]
    public async Task A_value_of_a_filter_is_a_value(string text) =>
        (
            await Database.LinesAsync(
                "SELECT denominator::text FROM mart.indicator_value('I01', filter => "
                    + $"'{JsonSerializer.Serialize(new { region = new { eq = text } }).Replace("'", "''", StringComparison.Ordinal)}')"
            )
        ).ShouldBe(["0"]);

    [Theory]
    [InlineData("THIS_MONTH", "2022-12-01 2022-12-01")]
    [InlineData("LAST_MONTH", "2022-11-01 2022-11-01")]
    [InlineData("SAME_MONTH_LAST_YEAR", "2021-12-01 2021-12-01")]
    [InlineData("THIS_QUARTER", "2022-10-01 2022-12-01")]
    [InlineData("LAST_QUARTER", "2022-07-01 2022-09-01")]
    [InlineData("THIS_HALF_YEAR", "2022-07-01 2022-12-01")]
    [InlineData("LAST_HALF_YEAR", "2022-01-01 2022-06-01")]
    [InlineData("THIS_YEAR", "2022-01-01 2022-12-01")]
    [InlineData("last_year", "2021-01-01 2021-12-01")]
    [InlineData("LAST_12_MONTHS", "2022-01-01 2022-12-01")]
    [InlineData("LAST_24_MONTHS", "2021-01-01 2022-12-01")]
    public async Task A_period_is_seen_from_the_newest_month(string word, string expected) =>
        (await Database.ScalarAsync<string>($"SELECT concat_ws(' ', p.from_month, p.to_month) FROM mart.period('{word}') AS p")).ShouldBe(
            expected
        );

    [Theory]
    [InlineData("relative => 'SOON'", "015: \"SOON\" is no period.")]
    [InlineData("relative => 'LAST_YEAR', to_month => '2022-01-01'", "016: ")]
    [InlineData("compare_to => 'TOMORROW'", "017: ")]
    [InlineData("compare_to => 'YEAR_BEFORE', compare_from => '2022-01-01'", "017: ")]
    [InlineData("compare_rule_set => 'atlantis'", "002: ")]
    public async Task A_wrong_comparison_says_what_to_ask_instead(string arguments, string expected) =>
        (
            await Should.ThrowAsync<PostgresException>(() =>
                Database.LinesAsync($"SELECT value::text FROM mart.indicator_comparison('I01', {arguments})")
            )
        ).MessageText.ShouldStartWith($"SP-INDICATOR-{expected}");

    [Theory]
    [InlineData("'I02', compare_to => 'YEAR_BEFORE'", "7/10 0.7, 2021-12-01 6/10 0.1")]
    [InlineData("'I02', to_month => '2022-06-30', compare_to => 'PERIOD_BEFORE'", "7/10 0.7, 2022-05-01 6/10 0.1")]
    [InlineData(
        "'I16', from_month => '2022-04-01', to_month => '2022-06-30', compare_to => 'PERIOD_BEFORE'",
        "24/30 0.8, 2022-01-01 24/30 0"
    )]
    [InlineData(
        "'I16', from_month => '2022-04-01', to_month => '2022-06-30', compare_from => '2022-02-01'",
        "24/30 0.8, 2022-02-01 24/30 0"
    )]
    [InlineData("'I01', compare_rule_set => 'chongqing-2022'", "6/10 0.6, 2022-12-01 6/10 0")]
    [InlineData("'I01'", "6/10 0.6, /")]
    public async Task A_comparison_stands_beside_its_value(string question, string expected) =>
        (
            await Database.ScalarAsync<string>(
                "SELECT concat(trim_scale(numerator), '/', trim_scale(denominator), ' ', value, ', ', concat_ws(' ', compared_from, "
                    + "concat(trim_scale(compared_numerator), '/', trim_scale(compared_denominator)), difference)) "
                    + $"FROM mart.indicator_comparison({question})"
            )
        ).ShouldBe(expected);

    /// <summary>The spread of scores against PostgreSQL's own functions over the rows themselves.</summary>
    [Theory]
    [InlineData("FIXED", "fixed")]
    [InlineData("TOTAL", "total")]
    public async Task Scores_spread_as_their_rows_do(string score, string column) =>
        (
            await Database.LinesAsync(
                $"""
                SELECT concat_ws(' ', 'differs', level, assessed, mean) FROM mart.score_value('{score}', '{"{LEVEL}"}') AS v
                WHERE NOT EXISTS (
                    SELECT FROM mart.assessment AS a WHERE a.assessed = 1 AND a.level = v.level
                    HAVING (count(*), trim_scale(round(avg({column}), 6)), trim_scale(round(stddev_pop({column}), 6)), min({column}), max({column}),
                            percentile_disc(0.25) WITHIN GROUP (ORDER BY {column}), percentile_disc(0.5) WITHIN GROUP (ORDER BY {column}),
                            percentile_disc(0.75) WITHIN GROUP (ORDER BY {column}))
                        = (v.assessed, v.mean, v.standard_deviation, v.minimum, v.maximum, v.first_quartile, v.median, v.third_quartile))
                UNION ALL
                SELECT 'groups ' || count(*) FROM mart.score_value('{score}', '{"{LEVEL}"}')
                UNION ALL
                SELECT 'bars ' || string_agg(concat(b.score, '×', b.count), ' ' ORDER BY b.position) FROM mart.score_value('{score}') AS v, mart.score_bars(v.histogram) AS b
                """
            )
        ).ShouldBe(["groups 1", score == "FIXED" ? "bars 50.00×1 70.00×1 90.00×1" : "bars 50.00×1 70.00×1 95.00×1"]);

    [Theory]
    [InlineData("'SPEED'", "018: There is no score \"SPEED\".")]
    [InlineData("'FIXED', '{ITEM}'", "005: FIXED scores cannot be asked by \"ITEM\".")]
    [InlineData("'ITEM', filter => '{\"branch\": {\"eq\": 1}}'", "005: ITEM scores cannot be asked by \"BRANCH\".")]
    [InlineData("from_year => 20222", "009: ")]
    public async Task A_wrong_question_about_scores_says_what_to_ask_instead(string question, string expected) =>
        (
            await Should.ThrowAsync<PostgresException>(() => Database.LinesAsync($"SELECT mean::text FROM mart.score_value({question})"))
        ).MessageText.ShouldStartWith($"SP-INDICATOR-{expected}");

    /// <summary>An indicator that no document has: one file, and nothing else.</summary>
    [Fact]
    public async Task One_file_makes_an_indicator()
    {
        await using var database = await IndicatorGraph.CreateAsync();
        var made = Made("""{"sum": "activities_year", "label": {"zh": "活动次数", "en": "activities"}}""");
        await LoadAsync(database, [.. IndicatorFile.Embedded(), made]);
        (
            await database.LinesAsync(
                """
                SELECT concat_ws(' ', category, numerator, denominator, value) FROM mart.indicator_value('M01', '{CATEGORY}') ORDER BY position
                """
            )
        ).ShouldBe(["A 11 2 5.5", "B 0 0", "C 4 2 2", "UNCLASSIFIED 0 1 0"]);
        (
            await database.LinesAsync("SELECT concat_ws(' ', name_zh, definition, grain, additivity) FROM mart.indicator WHERE id = 'M01'")
        ).ShouldBe(["平均活动次数 活动次数 ÷ 党组织 branch × month NOT_OVER_TIME"]);

        // A file that is gone takes its indicator with it; what did not change is not written again.
        await LoadAsync(database, IndicatorFile.Embedded());
        (await database.ScalarAsync<long>("SELECT count(*) FROM mart.indicator WHERE id = 'M01'")).ShouldBe(0);
        var rows = await database.ScalarAsync<string>("SELECT string_agg(xmin::text, ' ') FROM dw.indicator");
        await LoadAsync(database, IndicatorFile.Embedded());
        (await database.ScalarAsync<string>("SELECT string_agg(xmin::text, ' ') FROM dw.indicator")).ShouldBe(rows);
    }

    [Theory]
    [InlineData(
        """{"sum": "happiness", "label": {"zh": "一", "en": "a"}}""",
        "$.numerator.sum: is \"happiness\", a column that fct_branch_monthly does not have"
    )]
    [InlineData("""{"label": {"zh": "一", "en": "a"}}""", "$.numerator: must have either \"sum\" or \"count\"")]
    [InlineData("""{"sum": "held", "fact": "parties", "label": {"zh": "一", "en": "a"}}""", "$.numerator: has no fact \"parties\"")]
    [InlineData("""{"sum": "team", "where": {"colour": 1}, "label": {"zh": "一", "en": "a"}}""", "$.numerator.where: is \"colour\"")]
    [InlineData(
        """{"sum": "team", "time": "SUM", "label": {"zh": "一", "en": "a"}}""",
        "$.numerator.time: is SUM, which fct_branch_monthly"
    )]
    [InlineData(
        """{"sum": "held", "fact": "event_filing", "time": "SUM", "label": {"zh": "一", "en": "a"}}""",
        "$.subject: is BRANCH, which is no thing that fct_event_filing has"
    )]
    [InlineData(
        """{"sum": "organised", "fact": "coverage_monthly", "label": {"zh": "一", "en": "a"}}""",
        "$.ruleSet: is CHOSEN exactly where"
    )]
    [InlineData("""{"sum": "team", "label": {"zh": "一"}}""", "$.numerator.label.en: is missing")]
    [InlineData("""{"sum": "team", "sums": "team", "label": {"zh": "一", "en": "a"}}""", "$.numerator.sums: is not known here")]
    public async Task A_wrong_definition_is_refused_with_its_place(string numerator, string expected)
    {
        await using var connection = await Database.Source.OpenConnectionAsync();
        var problems = await IndicatorLoader.LoadAsync(connection, [.. IndicatorFile.Embedded(), Made(numerator)]);
        problems.ShouldContain(problem =>
            problem.ToString().StartsWith($"schema/rules/indicators/M01.json {expected}", StringComparison.Ordinal)
        );
        (await Database.ScalarAsync<long>("SELECT count(*) FROM dw.indicator")).ShouldBe(IndicatorFile.Embedded().Count);
    }

    [Fact]
    public async Task A_reader_of_the_mart_asks_without_rights_on_the_star() =>
        (
            await Database.LinesAsync(
                """
                SET ROLE bi_reader;
                SELECT 'value ' || value FROM mart.indicator_value('I01')
                UNION ALL SELECT 'rows ' || count(*) FROM mart.indicator_rows('I01')
                UNION ALL SELECT 'comparison ' || count(*) FROM mart.indicator_comparison('I01', compare_to => 'YEAR_BEFORE')
                UNION ALL SELECT 'committee ' || (count(*) > 20) FROM mart.indicator_by_committee()
                UNION ALL SELECT 'scores ' || assessed FROM mart.score_value()
                UNION ALL SELECT 'coverage ' || (count(*) > 0) FROM mart.coverage_at(now());
                RESET ROLE
                """
            )
        ).ShouldBe(["value 0.6", "rows 10", "comparison 1", "committee true", "scores 3", "coverage true"]);

    private static IndicatorFile Made(string numerator) =>
        new(
            "rules/indicators/M01.json",
            JsonElement.Parse(
                $$$$"""
                {"$schema": "indicator.schema.json", "id": "M01", "name": "MeanActivities", "title": {"zh": "平均活动次数", "en": "Mean activities"},
                 "definition": {"zh": "活动次数 ÷ 党组织", "en": "Activities ÷ branches"}, "source": null, "unit": "POINTS", "fact": "branch_monthly",
                 "time": "LAST", "subject": "BRANCH", "ruleSet": "OWN", "numerator": {{{{numerator}}}},
                 "denominator": {"sum": "established", "label": {"zh": "党组织", "en": "branches"}}}
                """
            )
        );

    private static async Task LoadAsync(LoadDatabase database, IReadOnlyList<IndicatorFile> files)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        (await IndicatorLoader.LoadAsync(connection, files)).ShouldBeEmpty();
    }
}
