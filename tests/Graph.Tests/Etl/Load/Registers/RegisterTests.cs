using Npgsql;

namespace SocietyParty.Graph.Tests.Etl.Load.Registers;

/// <summary>Registers, row by row and in groups, against what was counted by hand.</summary>
public sealed class RegisterTests(RegisterGraph graph) : IClassFixture<RegisterGraph>
{
    private LoadDatabase Database => graph.Database;

    [Theory]
    [InlineData("'ASSESSMENT', '{YEAR,GRADE}'", "grade", "EXCELLENT 1", "QUALIFIED 1", "UNQUALIFIED 1")]
    [InlineData("'ASSESSMENT', '{SCORE_BAND}'", "score_band", "50 1", "70 1", "95 1")]
    [InlineData("'ASSESSMENT', '{COMMITTEE_TREE}'", "committee_id", "1 3", "2 3")]
    [InlineData("'ASSESSMENT', '{GRADE}', filter => '{\"totalScore\": {\"gte\": 70, \"lt\": 95}}'", "grade", "QUALIFIED 1")]
    [InlineData("'FAILURE', '{FAIL_RULE}'", "fail_rule", "NO_ACTIVITY 1")]
    [InlineData("'FAILURE', '{FAIL_RULE}', relative => 'LAST_YEAR'", "fail_rule")]
    [InlineData(
        "'BONUS', '{BONUS_ITEM,BONUS_LEVEL}'",
        "concat(bonus_item, ' ', bonus_level, ' ', points, ' ', counted)",
        "BONUS_1 CENTRAL 5.00 5.00 1",
        "BONUS_1 MUNICIPAL 2.00 0.00 1",
        "BONUS_2 DEPARTMENT 2.00 0.00 1",
        "BONUS_3 MUNICIPAL 2.00 0.00 1"
    )]
    [InlineData("'BONUS', '{CLAIM_STATUS}'", "claim_status", "ACCEPTED 2", "CLAIMED 1", "REFUSED 1")]
    [InlineData(
        "'UNCOVERED_SOCIETY', '{REASON}', filter => '{\"committee\": {\"eq\": 1}}'",
        "reason",
        "IN_PREPARATION 1",
        "NO_MEMBERS 1",
        "TOO_FEW_MEMBERS 1",
        "- 2"
    )]
    [InlineData(
        "'UNCOVERED_SOCIETY', '{REASON}', to_month => '2022-06-15', filter => '{\"committee\": {\"eq\": 1}}'",
        "reason",
        "IN_PREPARATION 1",
        "NO_MEMBERS 2",
        "- 1"
    )]
    [InlineData("'UNCOVERED_SOCIETY', '{COMMITTEE_TREE}'", "committee_id", "1 6", "2 6", "3 1")]
    [InlineData(
        "'UNCOVERED_SOCIETY', '{SOCIETY_KIND,LEVEL}', filter => '{\"committeeTree\": {\"eq\": 3}}'",
        "concat(society_kind, ' ', level)",
        "ASSOCIATION COUNTY 1"
    )]
    [InlineData(
        "'CATEGORY_CHANGE', '{QUARTER,FROM_CATEGORY,TO_CATEGORY}'",
        "concat(period_from, ' ', from_category, ' ', to_category, ' ', upgrades)",
        "2022-07-01 B A 1 1"
    )]
    [InlineData(
        "'CATEGORY_TRANSITION', '{FROM_CATEGORY,TO_CATEGORY}'",
        "concat(from_category, '>', to_category)",
        "A>A 1",
        "B>A 1",
        "C>C 2",
        "UNCLASSIFIED> 1",
        ">UNCLASSIFIED 1"
    )]
    [InlineData(
        "'CATEGORY_TRANSITION', '{HALF_YEAR,TO_CATEGORY}'",
        "concat(period_from, ' ', to_category)",
        "2022-01-01 A 1",
        "2022-01-01 B 1",
        "2022-01-01 C 2",
        "2022-01-01 UNCLASSIFIED 2",
        "2022-07-01 A 2",
        "2022-07-01 C 2",
        "2022-07-01 UNCLASSIFIED 1",
        "2022-07-01  1"
    )]
    [InlineData(
        "'RECTIFICATION', '{KIND}'",
        "concat(coalesce(kind, '-'), ' ', closed, ' ', share)",
        "ORGANIZATION_LIFE 1 0.666667 2",
        "- 0 0.333333 1"
    )]
    [InlineData(
        "'RECTIFICATION', '{STAGE,YEAR}', '2021-01-01'",
        "concat(to_char(period_from, 'YYYY'), ' ', stage)",
        "2021 CLOSED 1",
        "2022 CLOSED 1",
        "2022 FOUND 2"
    )]
    [InlineData(
        "'BRANCH', '{CATEGORY}'",
        "concat(category, ' ', minimum_met, ' ', appraisal_done)",
        "A 1 0 2",
        "C 1 1 2",
        "UNCLASSIFIED 0 0 1"
    )]
    [InlineData("'MEMBER', '{SEX}'", "sex", "FEMALE 8", "MALE 10")]
    [InlineData("'MEMBER', '{MEMBER_STATUS}'", "member_status", "FULL *", "PROBATIONARY *")]
    [InlineData(
        "'MEMBER', '{COMMITTEE,AGE_BAND,SEX}'",
        "concat(age_band, ' ', sex)",
        "35_AND_UNDER FEMALE *",
        "46_TO_55 FEMALE *",
        "46_TO_55 MALE *"
    )]
    [InlineData("'MEMBER', '{}', filter => '{\"committeeTree\": {\"eq\": 2}}'", "''", " 18")]
    public async Task Groups_are_those_counted_by_hand(string question, string key, params string[] expected) =>
        (
            await Database.LinesAsync(
                $"SELECT concat(coalesce(({key})::text, '-'), ' ', "
                    + $"CASE WHEN is_suppressed THEN '*' ELSE count::text END) FROM mart.register_value({question}) ORDER BY position"
            )
        ).ShouldBe(expected);

    [Theory]
    [InlineData(
        "'ASSESSMENT'",
        "concat_ws(' ', rank, branch_id, grade, fixed, bonus, total)",
        "1 1 EXCELLENT 90.00 5.00 95.00",
        "2 2 QUALIFIED 70.00 0.00 70.00",
        "3 3 UNQUALIFIED 50.00 0.00 50.00"
    )]
    [InlineData("'ASSESSMENT', filter => '{\"grade\": {\"neq\": \"EXCELLENT\"}}'", "concat_ws(' ', rank, branch_id)", "1 2", "2 3")]
    [InlineData(
        "'FAILURE'",
        "concat_ws(' ', rank, branch_id, fail_rule, title, dated_on)",
        "1 3 NO_ACTIVITY 党支部1年以上不开展党的活动 2022-12-30"
    )]
    [InlineData(
        "'BONUS', filter => '{\"bonusLevel\": {\"eq\": \"CENTRAL\"}}'",
        "concat_ws(' ', branch_id, title, bonus_level, points, counted, claim_status, dated_on, bonus_claim_id)",
        "1 市级以上领导批示指示、主要新闻媒体宣传报道或被确立为示范点 CENTRAL 5.00 5.00 ACCEPTED 2022-11-11 2"
    )]
    [InlineData(
        "'UNCOVERED_SOCIETY'",
        "concat_ws(' ', society_id, reason, since, is_worked)",
        "7 IN_PREPARATION 2022-03-01 f",
        "8 TOO_FEW_MEMBERS 2022-08-01 t",
        "6 f",
        "9 NO_MEMBERS f",
        "10 f",
        "11 f"
    )]
    [InlineData(
        "'UNCOVERED_SOCIETY', to_month => '2022-07-01', filter => '{\"since\": {\"lt\": \"2022-01-01\"}}'",
        "concat_ws(' ', society_id, reason, since, as_of)",
        "8 NO_MEMBERS 2021-06-01 2022-07-31"
    )]
    [InlineData("'CATEGORY_CHANGE'", "concat_ws(' ', branch_id, dated_on, from_category, to_category)", "2 2022-07-01 B A")]
    [InlineData(
        "'RECTIFICATION', filter => '{\"committeeTree\": {\"in\": [1, 2]}}'",
        "concat_ws(' ', rectification_id, dated_on, kind, stage, closed_on, society_id, branch_id)",
        "1 2022-03-01 ORGANIZATION_LIFE CLOSED 2022-07-02 1",
        "2 2022-04-01 FOUND 2",
        "3 2022-05-01 ORGANIZATION_LIFE FOUND 3"
    )]
    public async Task Rows_are_those_counted_by_hand(string question, string shown, params string[] expected) =>
        (await Database.LinesAsync($"SELECT {shown} FROM mart.register({question}) ORDER BY position")).ShouldBe(expected);

    [Theory]
    [InlineData("'SPEED'", "020: There is no register \"SPEED\".")]
    [InlineData("'BONUS', '{GRADE}'", "005: BONUS cannot be grouped by \"GRADE\".")]
    [InlineData("'BONUS', '{MONTH}'", "005: BONUS cannot be grouped by \"MONTH\".")]
    [InlineData("'ASSESSMENT', '{TOTAL_SCORE}'", "005: ASSESSMENT cannot be grouped by \"TOTAL_SCORE\".")]
    [InlineData("'BRANCH', '{MONTH,YEAR}'", "004: \"by\" has both MONTH and YEAR.")]
    [InlineData("'BRANCH', '{COMMITTEE,COMMITTEE_TREE}'", "006: ")]
    [InlineData("'MEMBER', '{BRANCH}'", "005: MEMBER cannot be grouped by \"BRANCH\".")]
    [InlineData("'MEMBER', filter => '{\"sex\": {\"eq\": \"MALE\"}}'", "005: MEMBER cannot be filtered by SEX.")]
    [InlineData("'MEMBER', filter => '{\"not\": {\"committee\": {\"eq\": 1}}}'", "019: MEMBER counts people")]
    [InlineData("'ASSESSMENT', filter => '{\"totalScore\": {\"gte\": \"1; DROP\"}}'", "014: ")]
    [InlineData("'ASSESSMENT', filter => '{\"totalScore\": {\"contains\": 1}}'", "014: ")]
    [InlineData(
        "'CATEGORY_TRANSITION', filter => '{\"category\": {\"eq\": \"A\"}}'",
        "005: CATEGORY_TRANSITION cannot be filtered by CATEGORY."
    )]
    [InlineData("'BRANCH', '{}', '2022-01-01', relative => 'THIS_YEAR'", "016: ")]
    public async Task A_wrong_question_says_what_to_ask_instead(string question, string expected)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() =>
            Database.LinesAsync($"SELECT count::text FROM mart.register_value({question})")
        );
        (refused.SqlState, refused.Hint).ShouldSatisfyAllConditions(
            said => said.SqlState.ShouldBe("SP001"),
            said => said.Hint.ShouldNotBeNullOrEmpty()
        );
        refused.MessageText.ShouldStartWith($"SP-INDICATOR-{expected}");
    }

    [Fact]
    public async Task Members_have_no_rows() =>
        (
            await Should.ThrowAsync<PostgresException>(() => Database.LinesAsync("SELECT branch_id::text FROM mart.register('MEMBER')"))
        ).MessageText.ShouldStartWith("SP-INDICATOR-021: ");

    /// <summary>The indicators count the same things by another way.</summary>
    [Theory]
    [InlineData(
        "SELECT sum(count)::text FROM mart.register_value('ASSESSMENT')",
        "SELECT denominator::text FROM mart.indicator_value('I19')"
    )]
    [InlineData("SELECT sum(count)::text FROM mart.register_value('FAILURE')", "SELECT numerator::text FROM mart.indicator_value('I20')")]
    [InlineData(
        "SELECT sum(count)::text FROM mart.register_value('UNCOVERED_SOCIETY')",
        "SELECT (denominator - numerator)::text FROM mart.indicator_value('I01')"
    )]
    [InlineData("SELECT sum(count)::text FROM mart.register_value('BRANCH')", "SELECT denominator::text FROM mart.indicator_value('I05')")]
    [InlineData(
        "SELECT sum(upgrades)::text FROM mart.register_value('CATEGORY_CHANGE')",
        "SELECT numerator::text FROM mart.indicator_value('I07')"
    )]
    [InlineData(
        "SELECT sum(count)::text FROM mart.register_value('RECTIFICATION')",
        "SELECT denominator::text FROM mart.indicator_value('I26')"
    )]
    [InlineData(
        "SELECT sum(count)::text FROM mart.register_value('MEMBER')",
        "SELECT sum(members)::text FROM mart.member_detail('2022-12-01')"
    )]
    [InlineData(
        "SELECT trim_scale(mean_fixed)::text FROM mart.register_value('ASSESSMENT')",
        "SELECT value::text FROM mart.indicator_value('I18')"
    )]
    public async Task Registers_agree_with_indicators(string register, string indicator) =>
        (await Database.LinesAsync(register)).ShouldBe(await Database.LinesAsync(indicator));

    [Fact]
    public async Task A_register_tells_what_it_told()
    {
        const string Everything = """
            SELECT string_agg(concat_ws(' ', r.code, v::text), E'\n' ORDER BY r.code, v.position) FROM unnest(ARRAY['ASSESSMENT', 'FAILURE', 'BONUS', 'UNCOVERED_SOCIETY', 'BRANCH',
                'CATEGORY_CHANGE', 'CATEGORY_TRANSITION', 'RECTIFICATION', 'MEMBER']) AS r (code), mart.register_value(r.code, '{COMMITTEE_TREE}', known_at => {0}) AS v
            """;
        await using var database = await Indicators.IndicatorGraph.CreateAsync();
        var moment = await database.ScalarAsync<string>("SELECT clock_timestamp()::text");
        var told = await database.ScalarAsync<string>(Everything.Replace("{0}", "NULL", StringComparison.Ordinal));
        await database.ExecuteAsync(
            """
            UPDATE graph.rectification SET kind = 'LEDGER';
            INSERT INTO graph.uncovered_reason (society_id, code, valid_during) VALUES (10, 'NO_MEMBERS', '(,)');
            INSERT INTO graph.assessment (branch_id, year, fixed_score, bonus_score, grade, issued_on) VALUES (4, 2022, 55, 0, 'UNQUALIFIED', '2022-12-31');
            UPDATE graph.branch_category_period SET category = 'C' WHERE branch_id = 1;
            UPDATE graph.member SET branch_id = 3 WHERE branch_id = 2;
            """
        );
        await database.LoadAsync(new(2022, 12, 31));
        (await database.ScalarAsync<string>(Everything.Replace("{0}", "NULL", StringComparison.Ordinal))).ShouldNotBe(told);
        (await database.ScalarAsync<string>(Everything.Replace("{0}", $"'{moment}'", StringComparison.Ordinal))).ShouldBe(told);
    }

    /// <summary>What a load reads because it changed comes out as if everything had been read.</summary>
    [Fact]
    public async Task A_change_reaches_its_register_with_the_next_load()
    {
        const string Told = """
            SELECT concat_ws(' ', branch_id, fail_rule) FROM mart.register('FAILURE')
            UNION ALL SELECT concat_ws(' ', rectification_id, kind) FROM mart.register('RECTIFICATION')
            UNION ALL SELECT concat_ws(' ', society_id, reason, since) FROM mart.register('UNCOVERED_SOCIETY')
            """;
        await using var database = await RegisterGraph.CreateAsync();
        await database.ExecuteAsync(
            """
            UPDATE graph.fail_finding SET withdrawn_on = '2022-12-01', withdrawal_reason = '有误' WHERE fail_rule = 'NO_ACTIVITY';
            UPDATE graph.rectification SET kind = 'LEDGER' WHERE id = 2;
            UPDATE graph.uncovered_reason SET valid_during = '(,2022-12-01)' WHERE society_id = 9;
            """
        );
        await database.LoadAsync(new(2022, 12, 31));
        (await database.ScalarAsync<string>("SELECT mode FROM dw.load_run ORDER BY id DESC LIMIT 1")).ShouldBe("INCREMENTAL");
        var told = await database.LinesAsync(Told);
        told.ShouldContain("3");
        told.ShouldContain("2 LEDGER");
        told.ShouldContain("9");

        await database.ExecuteAsync("UPDATE dw.published SET structure = 0");
        await database.LoadAsync(new(2022, 12, 31));
        (await database.LinesAsync(Told)).ShouldBe(told);
    }

    /// <summary>Along no key is one group hidden alone, or fewer than five people in several, beside others that are shown.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("a,b")]
    [InlineData("a,b,c")]
    public async Task What_is_hidden_cannot_be_subtracted(string keys)
    {
        var names = keys.Split(',');
        var slices =
            names.Length == 1
                ? ["''::text"]
                : names.Select(key => string.Join(" || ' ' || ", names.Where(other => other != key))).Append("''::text");
        foreach (var slice in slices)
        {
            (
                await Database.LinesAsync(
                    $"""
                    DO $do$ BEGIN EXECUTE 'CREATE TEMP TABLE told AS ' || dw.small_numbers_hidden($q$
                        SELECT make_date(1900 + seed, 1, 1) AS bucket, current_date AS day, {keys}, min(abs(hashint8(seed * 1000 + a * 100 + b * 10 + c)) % 9) AS members
                        FROM generate_series(1, 60) AS seed, generate_series(1, 4) AS a, generate_series(1, 3) AS b, generate_series(1, 2) AS c GROUP BY seed, {keys}$q$,
                        string_to_array('{keys}', ',')); END $do$;
                    SELECT concat_ws(' ', bucket, part, hidden, people)
                    FROM (SELECT bucket, {slice} AS part, count(*) FILTER (WHERE is_hidden) AS hidden, sum(members) FILTER (WHERE is_hidden) AS people,
                                 count(*) FILTER (WHERE NOT is_hidden) AS shown FROM told GROUP BY 1, 2) AS s
                    WHERE shown > 0 AND (hidden = 1 OR people < 5)
                    """
                )
            ).ShouldBeEmpty(slice);
        }
    }

    [Fact]
    public async Task A_reader_of_the_mart_asks_registers_but_no_exact_numbers_of_people()
    {
        (
            await Database.LinesAsync(
                """
                SET ROLE bi_reader;
                SELECT 'rows ' || count(*) FROM mart.register('BONUS') UNION ALL SELECT 'groups ' || count(*) FROM mart.register_value('BONUS', '{BONUS_ITEM}');
                RESET ROLE
                """
            )
        ).ShouldBe(["rows 4", "groups 3"]);
        await using var connection = await Database.Source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            "SET ROLE bi_reader; SELECT count(*) FROM mart.member_detail('2022-12-01')",
            connection
        );
        (await Should.ThrowAsync<PostgresException>(command.ExecuteScalarAsync())).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege
        );
    }
}
