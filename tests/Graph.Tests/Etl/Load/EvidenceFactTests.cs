using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Rules;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>The fact of evidence that is due, counted by hand: what is done, late and missing, as changes and days bring it.</summary>
public sealed class EvidenceFactTests
{
    private static readonly DateOnly July5 = new(2022, 7, 5);

    /// <summary>Three societies, a branch of the first one, and a leading group of the second.</summary>
    private static async Task<LoadDatabase> StartAsync()
    {
        var database = await LoadDatabase.WithSocietiesAsync(3);
        await MadeUpEvidence.DefineAsync(database.Source);
        await database.BranchAsync(1, since: "2021-11-20");
        await database.ExecuteAsync(
            """
            INSERT INTO graph.council_term (society_id, term_number, started_on, ends_on) VALUES (2, 1, '2021-01-01', '2026-01-01');
            INSERT INTO graph.leading_group (council_term_id, status, discussed_on, submitted_on, approved_on)
            VALUES (1, 'APPROVED', '2020-11-10', '2020-11-20', '2020-12-01');
            """
        );
        return database;
    }

    private static Task RecordAsync(LoadDatabase database, string kind, string subject, string heldOn, string content, bool isMet = true) =>
        database.ExecuteAsync(
            $"""
            INSERT INTO graph.evidence_record (kind, rule_set_code, kept_by_id, {subject.Split(' ')[
                0
            ]}, nature, held_on, content, is_met, evidence)
            VALUES ('{kind}', 'made-up-city', 1, {subject.Split(' ')[1]}, 'EVENT', '{heldOn}', '{content}', {isMet}, '合成')
            """
        );

    private static Task<string> DueAsync(LoadDatabase database, string kind, string view = "evidence_due_history", string where = "true") =>
        database.ScalarAsync<string>(
            $"""
            SELECT coalesce(string_agg(concat_ws(' ', subject_id, period, due_on, state, done_on), '; ' ORDER BY subject_id, period_to), '')
            FROM mart.{view} WHERE kind = '{kind}' AND {where}
            """
        );

    /// <summary>Quarters with five days of grace; the branch was established in the last one of 2021, so it owes from 2022 on.</summary>
    [Fact]
    public async Task What_is_due_is_done_late_or_missing()
    {
        await using var database = await StartAsync();
        await RecordAsync(database, "BRIEF", "branch_id 1", "2022-02-10", """{"inTime": true}""");
        await RecordAsync(database, "BRIEF", "branch_id 1", "2022-03-15", """{"inTime": true}""");
        await RecordAsync(database, "BRIEF", "branch_id 1", "2022-03-16", """{"inTime": false}""", isMet: false);
        await RecordAsync(database, "SERVICE", "society_id 1", "2021-06-30", """{"hours": 10}""");
        await RecordAsync(database, "SERVICE", "society_id 2", "2022-01-10", """{"hours": 9.5}""");
        await RecordAsync(database, "YEAR_REPORT", "committee_id 1", "2022-02-01", """{"year": 2021}""");
        await RecordAsync(database, "GROUP_YEAR_REPORT", "leading_group_id 1", "2022-01-31", """{"year": 2021}""");
        await database.LoadAsync(July5);
        (await DueAsync(database, "BRIEF")).ShouldBe(
            "1 2022Q1 2022-04-05 DONE 2022-03-15; 1 2022Q2 2022-07-05 DUE; 1 2022Q3 2022-10-05 DUE"
        );
        (await DueAsync(database, "SERVICE", where: "subject_id < 3")).ShouldBe(
            "1 2021H1 2021-06-30 DONE 2021-06-30; 1 2021H2 2021-12-31 LATE; 1 2022H1 2022-06-30 LATE; 1 2022H2 2022-12-31 DUE; "
                + "2 2021H1 2021-06-30 LATE; 2 2021H2 2021-12-31 LATE; 2 2022H1 2022-06-30 LATE; 2 2022H2 2022-12-31 DUE"
        );
        (await DueAsync(database, "YEAR_REPORT")).ShouldBe("1 2021 2022-01-31 DONE_LATE 2022-02-01; 1 2022 2023-01-31 DUE");
        (await DueAsync(database, "GROUP_YEAR_REPORT")).ShouldBe("1 2021 2022-01-31 DONE 2022-01-31; 1 2022 2023-01-31 DUE");
        (await DueAsync(database, "COURSE")).ShouldBe("");
        // Sums add over subjects, kinds and periods; what is neither done nor missing is open.
        (
            await database.LinesAsync(
                """
                SELECT concat_ws(' ', kind, sum(due), sum(done), sum(done_late), sum(missing)) FROM mart.evidence_due GROUP BY ROLLUP (kind) ORDER BY kind
                """
            )
        ).ShouldBe(["BRIEF 3 1 0 0", "GROUP_YEAR_REPORT 1 0 0 0", "SERVICE 6 0 0 3", "YEAR_REPORT 1 0 0 0", "11 1 0 3"]);
        (
            await database.LinesAsync(
                """
                SELECT DISTINCT concat_ws(' ', subject_kind, subject_name, kind_name, rule_set_code, society_id, branch_id, committee_name, level)
                FROM mart.evidence_due WHERE subject_id = 1 ORDER BY 1
                """
            )
        ).ShouldBe([
            "BRANCH 党支部0 简报 made-up-city 0 1 科技社团党委 PROVINCIAL",
            "COMMITTEE 科技社团党委 年报 made-up-city 0 0 科技社团党委 UNKNOWN",
            "LEADING_GROUP 学会2 领导小组年终报告 made-up-city 2 0 科技社团党委 PROVINCIAL",
            "SOCIETY 学会1 服务 made-up-city 1 0 科技社团党委 PROVINCIAL",
        ]);
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', code, label_en, subject_kind, every_months, target, cadence_source) FROM mart.evidence_kind "
                    + "WHERE rule_set_code = 'made-up-city' ORDER BY position"
            )
        ).ShouldBe([
            "BRIEF Brief BRANCH 3 2 001 §11",
            "SERVICE Service SOCIETY 6 10 003 第十七条",
            "YEAR_REPORT Year report COMMITTEE 12 1 001 §16",
            "GROUP_YEAR_REPORT Year-end report of a leading group LEADING_GROUP 12 1 003 第九条",
            "COURSE Course PERSON 12 1 001 §9",
        ]);
    }

    /// <summary>Each load computes what the change is about, and what it replaces is kept.</summary>
    [Fact]
    public async Task A_record_a_repair_and_a_day_change_what_they_are_about()
    {
        await using var database = await StartAsync();
        await database.LoadAsync(July5);
        var before = await database.ScalarAsync<DateTime>("SELECT clock_timestamp()");
        await RecordAsync(database, "SERVICE", "society_id 1", "2021-12-31", """{"hours": 12}""");
        var load = await database.LoadAsync(July5);
        load.Reason.ShouldBeNull();
        load.Steps.Single(step => step.Step == "facts/fct_evidence_due").Rows.ShouldBe(1);
        (await DueAsync(database, "SERVICE", where: "subject_id = 1 AND period = '2021H2'")).ShouldBe(
            "1 2021H2 2021-12-31 DONE 2021-12-31"
        );
        (await DueAsync(database, "SERVICE", $"evidence_due_at('{before:O}')", "subject_id = 1 AND period = '2021H2'")).ShouldBe(
            "1 2021H2 2021-12-31 LATE"
        );

        await database.ExecuteAsync("UPDATE graph.evidence_record SET voided_on = '2022-07-05', void_reason = '误录'");
        await RecordAsync(database, "YEAR_REPORT", "committee_id 1", "2022-07-01", """{"year": 2021}""");
        await RecordAsync(database, "GROUP_YEAR_REPORT", "leading_group_id 1", "2022-07-08", """{"year": 2021}""");
        await database.LoadAsync(July5);
        (await DueAsync(database, "SERVICE", where: "subject_id = 1 AND period = '2021H2'")).ShouldBe("1 2021H2 2021-12-31 LATE");
        (await DueAsync(database, "YEAR_REPORT", where: "period = '2021'")).ShouldBe("1 2021 2022-01-31 DONE_LATE 2022-07-01");
        // A record of a day to come is none yet.
        (await DueAsync(database, "GROUP_YEAR_REPORT", where: "period = '2021'")).ShouldBe("1 2021 2022-01-31 LATE");

        // Nothing but days pass: the quarter's grace is over, the record's day has come, another quarter begins.
        (await DueAsync(database, "BRIEF")).ShouldBe("1 2022Q1 2022-04-05 LATE; 1 2022Q2 2022-07-05 DUE; 1 2022Q3 2022-10-05 DUE");
        await database.LoadAsync(July5.AddDays(1));
        (await DueAsync(database, "BRIEF")).ShouldBe("1 2022Q1 2022-04-05 LATE; 1 2022Q2 2022-07-05 LATE; 1 2022Q3 2022-10-05 DUE");
        await database.LoadAsync(July5.AddDays(3));
        (await DueAsync(database, "GROUP_YEAR_REPORT", where: "period = '2021'")).ShouldBe("1 2021 2022-01-31 DONE_LATE 2022-07-08");
        await database.LoadAsync(new(2022, 10, 1));
        (await DueAsync(database, "BRIEF", where: "state = 'DUE'")).ShouldBe("1 2022Q3 2022-10-05 DUE; 1 2022Q4 2023-01-05 DUE");
        await ShouldBeARebuildAsync(database, new(2022, 10, 1));
    }

    /// <summary>Another name is no end; who leaves before the last day owes no more, and who leaves later had owed it.</summary>
    [Fact]
    public async Task Who_leaves_owes_what_was_due_before()
    {
        await using var database = await StartAsync();
        await database.ExecuteAsync(
            """
            SET graph.holds_from = '2022-05-01'; UPDATE graph.society SET name = '新名' WHERE id = 3;
            UPDATE graph.society SET cancelled_on = '2022-05-20' WHERE id = 2;
            INSERT INTO graph.committee (name, region_code) VALUES ('另一党委', '500000');
            SET graph.holds_from = '2022-08-01'; UPDATE graph.society SET committee_id = 2 WHERE id = 1; RESET graph.holds_from;
            """
        );
        await database.LoadAsync(July5);
        (await DueAsync(database, "SERVICE", where: "period_to > '2022-01-01'")).ShouldBe(
            "1 2022H1 2022-06-30 LATE; 1 2022H2 2022-12-31 DUE; 3 2022H1 2022-06-30 LATE; 3 2022H2 2022-12-31 DUE"
        );
        (await DueAsync(database, "SERVICE", where: "subject_id = 2")).ShouldBe("2 2021H1 2021-06-30 LATE; 2 2021H2 2021-12-31 LATE");
        // On that day it went to another committee, to which it owes the next half-year.
        await database.LoadAsync(new(2022, 8, 1));
        (await DueAsync(database, "SERVICE", where: "subject_id = 1 AND period_to > '2022-01-01'")).ShouldBe("1 2022H1 2022-06-30 LATE");
        await database.LoadAsync(new(2023, 1, 1));
        (await DueAsync(database, "SERVICE", where: "subject_id = 1 AND committee_id = 2")).ShouldBe("1 2023H1 2023-06-30 DUE");
        await ShouldBeARebuildAsync(database, new(2023, 1, 1));
    }

    /// <summary>
    /// The overview (graph.evidence_due_on) is the same definition: it has what the star has, less what nobody owes any more.
    /// </summary>
    [Fact]
    public async Task The_overview_says_the_same()
    {
        await using var database = await StartAsync();
        await RecordAsync(database, "BRIEF", "branch_id 1", "2022-02-10", """{"inTime": true}""");
        await RecordAsync(database, "BRIEF", "branch_id 1", "2022-03-15", """{"inTime": true}""");
        await RecordAsync(database, "SERVICE", "society_id 1", "2022-07-02", """{"hours": 10}""");
        await database.ExecuteAsync("UPDATE graph.society SET name = '新名' WHERE id = 3");
        await database.LoadAsync(July5);
        const string star =
            "SELECT subject_kind, subject_id, kind, period, due_on, state, done_on, committee_id FROM mart.evidence_due_history";
        const string overview =
            "SELECT subject_kind, split_part(reference, '/', 2)::bigint, kind, period, due_on, state, done_on, committee_id "
            + "FROM graph.evidence_due_on('2022-07-05')";
        (await database.ScalarAsync<long>($"SELECT count(*) FROM ({star}) AS s")).ShouldBe(19);
        (await database.LinesAsync($"SELECT x::text FROM (({star}) EXCEPT ALL ({overview})) AS x")).ShouldBeEmpty();
        (await database.LinesAsync($"SELECT x::text FROM (({overview}) EXCEPT ALL ({star})) AS x")).ShouldBeEmpty();
    }

    /// <summary>There is nothing of what is older than ten years, and an earlier load still knows it.</summary>
    [Fact]
    public async Task Ten_years_are_told()
    {
        await using var database = await StartAsync();
        await LoadAsync(database, new(2030, 12, 31));
        (await database.ScalarAsync<string>("SELECT min(period) FROM mart.evidence_due_history WHERE kind = 'SERVICE'")).ShouldBe("2021H1");
        var before = await database.ScalarAsync<DateTime>("SELECT clock_timestamp()");
        await LoadAsync(database, new(2031, 1, 1));
        (await database.ScalarAsync<string>("SELECT min(period) FROM mart.evidence_due_history WHERE kind = 'SERVICE'")).ShouldBe("2022H1");
        (await database.ScalarAsync<string>($"SELECT min(period) FROM mart.evidence_due_at('{before:O}') WHERE kind = 'SERVICE'")).ShouldBe(
            "2021H1"
        );
        await ShouldBeARebuildAsync(database, new(2031, 1, 1));
    }

    private static async Task ShouldBeARebuildAsync(LoadDatabase database, DateOnly asOf)
    {
        var star = await database.StarAsync();
        await LoadAsync(database, asOf, isFull: true);
        (await database.StarAsync()).ShouldBe(star);
    }

    private static async Task LoadAsync(LoadDatabase database, DateOnly asOf, bool isFull = false) =>
        (
            await LoadPipeline.RunAsync(database.Source, new LoadOptions(asOf) { IsFull = isFull, AllowsFuture = true })
        ).Problem.ShouldBeNull();
}
