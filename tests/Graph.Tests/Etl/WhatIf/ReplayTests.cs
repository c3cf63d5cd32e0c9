using System.Text.Json.Nodes;
using SocietyParty.Etl.WhatIf;
using SocietyParty.Graph.Tests.Etl.Load;

namespace SocietyParty.Graph.Tests.Etl.WhatIf;

/// <summary>What a draft would have changed, worked out by hand, and that nothing is touched for it.</summary>
public sealed class ReplayTests
{
    private static readonly DateOnly January = new(2022, 1, 1);
    private static readonly DateOnly December = new(2022, 12, 31);

    private static async Task<ReplayReport> ReplayAsync(
        LoadDatabase database,
        string draft,
        DateOnly? from = null,
        DateOnly? to = null,
        bool asDated = false
    )
    {
        using var replay = new Replay(database.Source, new ReplayLimits());
        var outcome = await replay.RunAsync(new ReplayRequest(DraftFile.Of(draft), from ?? January, to ?? December, AsDated: asDated));
        outcome.Problems.ShouldBeEmpty();
        return outcome.Report!;
    }

    [Fact]
    public async Task Forms_that_count_change_coverage()
    {
        // 109 societies with a branch each: 48 branches, of which 2 are proposed, and 61 functional branches.
        await using var database = await LoadDatabase.WithSampleAsync();
        var draft = DraftFile.Text(
            "coverage",
            coverage => coverage["organization"]!["forms"] = new JsonArray("BRANCH"),
            of: "chongqing-2022"
        );

        var report = await ReplayAsync(database, draft);

        report.Days.Count.ShouldBe(12);
        report.Days.ShouldAllBe(day => day.Organization == new RatePair(107, 109, 46, 109) && day.Work == new RatePair(107, 109, 46, 109));
        report.Days.ShouldAllBe(day => !day.Strong.Differs && !day.Effective.Differs && day.CategoriesChanged == 0);
        report.InPlaceOf.ShouldBe(["chongqing-2022"]);
        report.Sections.ShouldBe(["coverage"]);
        report.Societies.Count.ShouldBe(2 * 61);
        var first = report.Societies.Where(one => one.Society == "学会49").ToList();
        first.Select(one => one.Coverage).ShouldBe([ReplayedCoverage.Organization, ReplayedCoverage.Work]);
        first.ShouldAllBe(one => one.IsCoveredBefore && !one.IsCoveredAfter && one.DayCount == 12);
        first.ShouldAllBe(one => one.FirstDay == new DateOnly(2022, 1, 31) && one.LastDay == December);
        report
            .Committees.Select(one => (one.Coverage, one.Rate, one.DayCount))
            .ShouldBe([
                (ReplayedCoverage.Organization, new RatePair(107, 109, 46, 109), 12),
                (ReplayedCoverage.Work, new RatePair(107, 109, 46, 109), 12),
            ]);
    }

    [Fact]
    public async Task A_draft_that_holds_on_its_own_days_alone_changes_nothing_before_them()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        var draft = DraftFile
            .Text("coverage", coverage => coverage["organization"]!["forms"] = new JsonArray("BRANCH"), of: "chongqing-2022")
            .Replace("2027-01-01", "2022-11-15", StringComparison.Ordinal);
        var report = await ReplayAsync(database, draft, asDated: true);
        report.Days.Where(day => day.Organization.Differs).Select(day => day.Day).ShouldBe([new(2022, 11, 30), new(2022, 12, 31)]);
        report.Societies.ShouldAllBe(one => one.FirstDay == new DateOnly(2022, 11, 30) && one.DayCount == 2);
    }

    [Fact]
    public async Task Another_denominator_counts_the_members_of_the_day()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(3);
        await database.BranchAsync(1);
        await database.BranchAsync(2);
        // Society 1 has a member from March on, society 2 had one until June; of society 3 the ledger tells of four from October on.
        await database.ExecuteAsync(
            """
            INSERT INTO graph.person (person_ref) VALUES ('甲'), ('乙');
            INSERT INTO graph.member (person_id, member_ref, branch_id, status, joined_on) VALUES (1, '甲', 1, 'FULL', '2022-03-05'), (2, '乙', 2, 'FULL', '2020-01-01');
            INSERT INTO graph.ended_membership (member_id, ended_on, reason) VALUES (2, '2022-06-10', 'DECEASED');
            INSERT INTO graph.ledger_entry (society_id, aspect, is_clear, statement, counted, valid_during) VALUES (3, 'PARTY_MEMBERS', true, '四名', 4, '[2022-10-01,)');
            """
        );
        var draft = DraftFile.Text(
            "coverage",
            coverage =>
            {
                coverage["denominator"]!["value"] = "WITH_MEMBERS";
                // Three full members and more.
                coverage["work"]!["denominator"] = JsonNode.Parse("""{ "value": "SHOULD_BUILD", "source": "草案" }""");
            },
            of: "chongqing-2022"
        );
        var report = await ReplayAsync(database, draft);
        report.Days.Select(day => day.Work.DenominatorAfter).ShouldBe([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
        report
            .Days.Select(day => $"{day.Organization.NumeratorAfter}/{day.Organization.DenominatorAfter}")
            .ShouldBe(["1/1", "1/1", "2/2", "2/2", "2/2", "1/1", "1/1", "1/1", "1/1", "1/2", "1/2", "1/2"]);
        report.Days.ShouldAllBe(day => day.Organization.NumeratorBefore == 2 && day.Organization.DenominatorBefore == 3);
        report
            .Societies.Where(one => one.SocietyId == 3 && one.Coverage == ReplayedCoverage.Organization)
            .Select(one => (one.IsCountedBefore, one.IsCountedAfter, one.LastDay))
            .ShouldBe([(true, false, new DateOnly(2022, 9, 30))]);
    }

    [Fact]
    public async Task Another_minimum_of_activities_changes_effective_coverage_and_the_year()
    {
        // An activity on the tenth of each month from January to June.
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.BranchAsync(1);
        await database.CategoryAsync(1, "A");
        await database.ExecuteAsync(
            "INSERT INTO graph.activity (branch_id, kind, title, held_on) SELECT 1, 'THEME_PARTY_DAY', '活动' || m, make_date(2022, m, 10) "
                + "FROM generate_series(1, 6) AS m"
        );
        var draft = DraftFile.Text("assessment", assessment => assessment["activities"]!["minimums"]![0]!["activities"]!["value"] = 4);

        var report = await ReplayAsync(database, draft, to: new(2023, 4, 15));

        // Six within twelve months: from 2022-06-10 until 2023-01-10. Four: from 2022-04-10 until twelve months after the tenth of March.
        report.Days.Where(day => day.Effective.NumeratorBefore == 1).Select(day => day.Day.Month).ShouldBe([6, 7, 8, 9, 10, 11, 12]);
        report
            .Societies.Select(one =>
                $"{one.Coverage} {one.IsCoveredAfter} {one.FirstDay:yyyy-MM-dd} {one.LastDay:yyyy-MM-dd} {one.DayCount}"
            )
            .ShouldBe(["Effective True 2022-04-30 2022-05-31 2", "Effective True 2023-01-31 2023-02-28 2"]);
        report.Days[^1].Day.ShouldBe(new(2023, 4, 15));
        report
            .Activities.ShouldHaveSingleItem()
            .ShouldBe(new ActivityChange(1, "党支部0", 1, "科技社团党委", 2022, "A", 6, 6, 4, true, true));
    }

    [Fact]
    public async Task Conditions_of_categories_are_asked_of_the_affiliations_of_the_day()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.BranchAsync(1);
        await database.BranchAsync(2);
        await database.CategoryAsync(1, "A");
        // Until June with the branch, then elsewhere; the other one's is not stated.
        await database.ExecuteAsync(
            """
            INSERT INTO graph.person (person_ref) VALUES ('甲'), ('乙');
            INSERT INTO graph.member (person_id, member_ref, branch_id, status, affiliation_place, affiliated_since)
            VALUES (1, '甲', 1, 'FULL', '某单位', '2022-06-01'), (2, '乙', 2, 'FULL', NULL, NULL);
            INSERT INTO graph.affiliation_past (member_id, branch_id, valid_during) VALUES (1, 1, '[2020-01-01,2022-06-01)');
            """
        );
        var draft = DraftFile.Text("categories", categories =>
        {
            categories["conditions"]!["A"]!["value"] = new JsonArray(
                "HAS_MEMBERS",
                "ALL_AFFILIATIONS_WITH_COMMITTEE",
                "HAS_SUPPORTING_UNIT"
            );
            categories["conditions"]!["C"]!["value"] = new JsonArray("HAS_MEMBERS", "ESTABLISHED");
            // What leads to A is all that A asks for.
            categories["upgrade"]!["value"]!.AsArray().Add("HAS_SUPPORTING_UNIT");
        });

        var report = await ReplayAsync(database, draft);

        report
            .Categories.Select(one =>
                $"{one.BranchId} {one.Recorded} {one.Before} → {one.After} {one.FirstDay:yyyy-MM} {one.LastDay:yyyy-MM} {one.DayCount}"
            )
            .ShouldBe(["1 A A → C 2022-01 2022-05 5", "2  UNCLASSIFIED → C 2022-01 2022-12 12"]);
        report.Days.Select(day => day.CategoriesChanged).ShouldBe([2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1]);
        report.Societies.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(85, null, "1 GOOD → EXCELLENT")]
    [InlineData(80, null, "1 GOOD → EXCELLENT, 2 GOOD → EXCELLENT")]
    [InlineData(90, 86, "1 GOOD → QUALIFIED, 2 GOOD → QUALIFIED")]
    public async Task Other_bands_change_grades_and_no_score(int excellent, int? good, string expected)
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        // Totals of 85.5, 84, 92 and, with a fail rule, 90.
        await database.ExecuteAsync(
            """
            INSERT INTO graph.assessment (branch_id, year, fixed_score, bonus_score, grade, grade_basis, fail_rule, fail_clause)
            VALUES (1, 2022, 83.5, 2, 'GOOD', 'BAND', NULL, NULL), (2, 2022, 84, 0, 'GOOD', 'BAND', NULL, NULL),
                   (3, 2022, 90, 2, 'EXCELLENT', 'BAND', NULL, NULL), (4, 2022, 90, 0, 'UNQUALIFIED', 'FAIL', 'SOCIETY_CANCELLED', '004 第五条（七）1'),
                   (5, 2021, 85.5, 0, 'GOOD', 'BAND', NULL, NULL);
            """
        );
        var draft = DraftFile.Text("assessment", assessment =>
        {
            var bands = assessment["grades"]!["bands"]!;
            bands[0]!["from"]!["value"] = excellent;
            bands[1]!["from"]!["value"] = good ?? excellent - 5;
        });
        var report = await ReplayAsync(database, draft);
        string.Join(", ", report.Results.Select(one => $"{one.BranchId} {one.GradeBefore} → {one.GradeAfter}")).ShouldBe(expected);
        report.Results.ShouldAllBe(one => one.TotalBefore == one.TotalAfter && one.Year == 2022);
    }

    [Fact]
    public async Task Another_maximum_takes_points_and_another_bonus_gives_some()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.ExecuteAsync(
            """
            INSERT INTO graph.assessment (branch_id, year, fixed_score, bonus_score, grade) VALUES (1, 2022, 12, 7, 'UNQUALIFIED'), (2, 2022, 60, 0, 'QUALIFIED');
            INSERT INTO graph.assessment_item_score (assessment_id, item_code, section, maximum, score)
            VALUES (1, 'POLITICAL_1', 'POLITICAL', 5, 5), (1, 'POLITICAL_2', 'POLITICAL', 5, 4), (1, 'POLITICAL_3', 'POLITICAL', 5, 3);
            """
        );
        // POLITICAL_1 gives 3 at the most and POLITICAL_3 7; the bonus is capped at 6.
        var draft = DraftFile.Text("assessment", assessment =>
        {
            var items = assessment["sections"]![0]!["items"]!;
            items[0]!["maximum"]!["value"] = 3;
            items[2]!["maximum"]!["value"] = 7;
            assessment["bonus"]!["cap"]!["value"] = 6;
        });
        var report = await ReplayAsync(database, draft);
        // Of branch 2 no items are known, so that its score stays.
        var result = report.Results.ShouldHaveSingleItem();
        (result.FixedBefore, result.FixedAfter, result.BonusBefore, result.BonusAfter).ShouldBe((12, 10, 7, 6));
        report.UnratedItems.ShouldContain("POLITICAL_4");
        report.UnratedItems.ShouldNotContain("POLITICAL_2");
    }

    [Fact]
    public async Task Another_cadence_makes_other_duties()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        // The committee met in February and August 2023: of four quarters two are late, of two half-years none.
        await database.ExecuteAsync(
            """
            INSERT INTO graph.work_target (committee_id, kind, year, target, due_on, clause) VALUES (1, 'COMMITTEE_MEETING', 2023, 4, '2023-12-31', '001 §16');
            INSERT INTO graph.duty (kind, committee_id, work_target_id, period, begins_on, ends_on, due_on, target, clause)
            SELECT 'COMMITTEE_MEETING', 1, 1, '2023Q' || q, make_date(2023, 3 * q - 2, 1), (make_date(2023, 3 * q - 2, 1) + interval '3 months')::date,
                   (make_date(2023, 3 * q - 2, 1) + interval '3 months')::date - 1, 1, '001 §16'
            FROM generate_series(1, 4) AS q;
            INSERT INTO graph.committee_meeting (committee_id, kind, held_on, subject) VALUES (1, 'COMMITTEE_MEETING', '2023-02-10', '一'), (1, 'COMMITTEE_MEETING', '2023-08-10', '二');
            """
        );
        var draft = DraftFile.Text("workPoints", points => points["committeeMeetings"]!["everyMonths"]!["value"] = 6);

        var report = await ReplayAsync(database, draft, new(2023, 1, 1), new(2024, 1, 31));

        report
            .Duties.Where(one => one.Kind == "COMMITTEE_MEETING")
            .Select(one => $"{one.Period} {one.StateBefore}/{one.LateDaysBefore} → {one.StateAfter}/{one.LateDaysAfter}")
            .ShouldBe([
                "2023Q1 DONE/0 → /0",
                "2023Q2 LATE/7 → /0",
                "2023Q3 DONE/0 → /0",
                "2023Q4 LATE/1 → /0",
                "2023H1 /0 → DONE/0",
                "2023H2 /0 → DONE/0",
            ]);
        report.Days.Select(day => day.LateBefore).ShouldBe([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2]);
        foreach (var day in report.Days)
        {
            (await database.ScalarAsync<long>($"SELECT count(*) FROM graph.duty_on('{day.Day:yyyy-MM-dd}') WHERE state = 'LATE'")).ShouldBe(
                day.LateBefore
            );
        }
    }

    [Fact]
    public async Task Other_days_and_numbers_move_duties()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.BranchAsync(1);
        await database.BranchAsync(1);
        // A problem that was entered in the ledger after 15 days, an event filed the day before, a member who guides two of three branches.
        await database.ExecuteAsync(
            """
            INSERT INTO graph.rectification (committee_id, society_id, problem, found_on) VALUES (1, 1, '问题', '2023-01-10');
            INSERT INTO graph.rectification_stage (rectification_id, from_stage, to_stage, moved_on, actor)
            VALUES (1, NULL, 'FOUND', '2023-01-10', '测试'), (1, 'FOUND', 'LEDGERED', '2023-01-25', '测试');
            INSERT INTO graph.event_filing (society_id, event, held_on, filed_on) VALUES (1, '论坛', '2023-05-10', '2023-05-09');
            INSERT INTO graph.person (person_ref) VALUES ('委员甲');
            INSERT INTO graph.work_target (committee_id, kind, year, target, due_on, clause) VALUES (1, 'CONTACT_POINT', 2023, 3, '2023-12-31', '001 §16');
            INSERT INTO graph.contact_point (committee_id, person_id, branch_id, valid_during) VALUES (1, 1, 1, '[2023-02-01,)'), (1, 1, 2, '[2023-03-01,)');
            INSERT INTO graph.duty (kind, committee_id, work_target_id, person_id, society_id, rectification_id, event_filing_id, period, begins_on, ends_on, due_on, target, clause)
            VALUES ('RECTIFICATION', 1, NULL, NULL, 1, 1, NULL, 'LEDGERED', '2023-01-10', '2023-01-18', '2023-01-17', 1, '001 §7'),
                   ('EVENT_FILING', 1, NULL, NULL, 1, NULL, 1, '2023-05-10', '2023-05-09', '2023-05-10', '2023-05-09', 1, '004 政治建设-4'),
                   ('CONTACT_POINT', 1, 1, 1, NULL, NULL, NULL, '2023', '2023-01-01', '2024-01-01', '2023-12-31', 3, '001 §16');
            """
        );
        var draft = DraftFile.Text("workPoints", points =>
        {
            points["rectification"]!["ledgerDays"]!["value"] = 20;
            points["filings"]!["daysBefore"]!["value"] = 3;
            points["contactPoints"]!["branchesPerMember"]!["value"] = 2;
        });

        var report = await ReplayAsync(database, draft, new(2023, 1, 1), new(2024, 2, 29));

        report
            .Duties.Select(one =>
                $"{one.Kind} {one.Of} {one.DueOnBefore:MM-dd}/{one.TargetBefore} {one.StateBefore} → "
                + $"{one.DueOnAfter:MM-dd}/{one.TargetAfter} {one.StateAfter}"
            )
            .ShouldBe([
                "RECTIFICATION 学会1 01-17/1 DONE_LATE → 01-30/1 DONE",
                "EVENT_FILING 学会1：论坛 05-09/1 DONE → 05-07/1 DONE_LATE",
                "CONTACT_POINT 委员甲 12-31/3 LATE → 12-31/2 DONE",
            ]);
        report.Days.Select(day => (day.LateBefore, day.LateAfter)).TakeLast(3).ShouldBe([(0, 0), (1, 0), (1, 0)]);
    }

    [Fact]
    public async Task Nothing_is_touched()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        var before = await RowsAsync(database);
        var draft = DraftFile.Text(
            "coverage",
            coverage => coverage["organization"]!["forms"] = new JsonArray("BRANCH"),
            of: "chongqing-2022"
        );
        (await ReplayAsync(database, draft)).Societies.ShouldNotBeEmpty();

        using var replay = new Replay(database.Source, new ReplayLimits());
        var faulty = await replay.RunAsync(
            new ReplayRequest(DraftFile.Of(draft.Replace("\"BRANCH\"", "\"CLUB\"", StringComparison.Ordinal)), January, December)
        );
        faulty.Report.ShouldBeNull();
        faulty.Problems.ShouldHaveSingleItem().Path.ShouldBe("$.coverage.organization.forms[0]");

        (await RowsAsync(database)).ShouldBe(before);
    }

    // Content, place, who wrote a row and who was about to; and what waits for the next load.
    private static Task<string> RowsAsync(LoadDatabase database) =>
        database.ScalarAsync<string>(
            """
            SELECT md5(string_agg(line, '|' ORDER BY line)) FROM (
                SELECT 'set ' || xmin || xmax || ctid || r FROM graph.rule_set AS r
                UNION ALL SELECT 'section ' || xmin || xmax || ctid || r FROM graph.rule_set_section AS r
                UNION ALL SELECT 'touched ' || xmin || t FROM graph.touched AS t
                UNION ALL SELECT 'temporary ' || relname FROM pg_class WHERE relpersistence = 't') AS rows (line)
            """
        );
}
