using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>Sheets in the graph: what they add, what they change, and what they contradict.</summary>
public class SheetImporterTests
{
    private const string Societies = "社团名称,类型,层级,学科,统一社会信用代码,代码校验例外说明,运行状态,别名\n";

    [Fact]
    public async Task Societies_are_added_then_completed_and_nothing_is_taken_away()
    {
        await using var graph = await SheetGraph.NewAsync();
        var first = await graph.ImportAsync(
            "societies",
            Societies + $"合成甲学会,,,工,{SheetGraph.Code(1)},,正常运行,甲会；甲研会\n合成乙协会,基金会,县级,,,,,\n"
        );
        (first.ReadCount, first.InsertedCount, first.ImportRunId is not null).ShouldBe((2, 2, true));
        (
            await graph.RowsAsync(
                "SELECT concat_ws(' ', name, kind, level, discipline_code, operating_state) FROM graph.society ORDER BY id"
            )
        ).ShouldBe(["合成甲学会 LEARNED_SOCIETY MUNICIPAL ENGINEERING OPERATING", "合成乙协会 FOUNDATION COUNTY"]);
        (await graph.RowsAsync("SELECT kind || read_count || inserted_count || committee_id FROM graph.import_run")).ShouldBe([
            "SOCIETIES221",
        ]);

        // By an alias; the kind that only the name tells does not replace what somebody wrote.
        var second = await graph.ImportAsync("societies", "社团名称,学科,运行状态\n甲研会,,停止活动\n合成乙协会,理,\n");
        (second.UpdatedCount, second.InsertedCount).ShouldBe((2, 0));
        (
            await graph.RowsAsync("SELECT concat_ws(' ', name, kind, discipline_code, operating_state) FROM graph.society ORDER BY id")
        ).ShouldBe(["合成甲学会 LEARNED_SOCIETY ENGINEERING SUSPENDED", "合成乙协会 FOUNDATION SCIENCE"]);
    }

    [Fact]
    public async Task Units_carry_societies_for_a_time_and_hand_the_lead_on()
    {
        await using var graph = await SheetGraph.NewAsync(societies: ["合成甲学会", "合成乙学会"]);
        const string header = "支撑单位名称,所在地代码,支撑的学会,起始日期,终止日期,牵头\n";
        (
            await graph.ImportAsync(
                "supporting-units",
                header + "合成院,410400,合成甲学会,2020-01-01,,\n合成院,410400,合成乙学会,,,否\n合成所,,,,,\n"
            )
        ).InsertedCount.ShouldBe(3);
        var handed = await graph.ImportAsync(
            "supporting-units",
            header + "合成院,410400,合成甲学会,2020-01-01,2023-01-01,\n合成所,,合成甲学会,2023-01-01,,是\n"
        );
        (handed.UpdatedCount, handed.InsertedCount).ShouldBe((2, 0));
        (
            await graph.RowsAsync(
                "SELECT s.name || u.name || x.valid_during || x.is_lead FROM graph.society_supporting_unit x JOIN graph.society "
                    + "s ON s.id = x.society_id JOIN graph.supporting_unit u ON u.id = x.supporting_unit_id ORDER BY s.id, "
                    + "x.valid_during"
            )
        ).ShouldBe(["合成甲学会合成院[2020-01-01,2023-01-01)true", "合成甲学会合成所[2023-01-01,)true", "合成乙学会合成院(,)false"]);
    }

    [Fact]
    public async Task Two_units_change_the_lead_in_one_file()
    {
        await using var graph = await SheetGraph.NewAsync(societies: ["合成甲学会"]);
        const string header = "支撑单位名称,支撑的学会,起始日期,终止日期,牵头\n";
        (
            await graph.ImportAsync("supporting-units", header + "合成院,合成甲学会,2020-01-01,,是\n合成所,合成甲学会,2021-01-01,,否\n")
        ).InsertedCount.ShouldBe(2);
        (
            await graph.ImportAsync("supporting-units", header + "合成所,合成甲学会,2021-01-01,,是\n合成院,合成甲学会,2020-01-01,,否\n")
        ).UpdatedCount.ShouldBe(2);
        // An empty cell leaves the lead as it is.
        (await graph.ImportAsync("supporting-units", header + "合成院,合成甲学会,2020-01-01,2024-01-01,\n")).UpdatedCount.ShouldBe(1);
        (
            await graph.RowsAsync(
                "SELECT u.name || x.valid_during || x.is_lead FROM graph.society_supporting_unit x JOIN graph.supporting_unit u "
                    + "ON u.id = x.supporting_unit_id ORDER BY u.id"
            )
        ).ShouldBe(["合成院[2020-01-01,2024-01-01)false", "合成所[2021-01-01,)true"]);
    }

    [Fact]
    public async Task Branches_are_established_classified_and_reclassified()
    {
        await using var graph = await SheetGraph.NewAsync(societies: ["合成甲学会", "合成乙学会"]);
        const string header = "党组织名称,状态,状态起始日期,所属学会,分类,分类起始日期\n";
        (
            await graph.ImportAsync(
                "branches",
                header + "合成甲学会党支部,推进中,2020-01-01,合成甲学会,C类,2020-01-01\n合成联合党支部,,,合成甲学会；合成乙学会,,\n"
            )
        ).InsertedCount.ShouldBe(2);
        var second = await graph.ImportAsync(
            "branches",
            header + "合成甲学会党支部,已成立,2021-01-01,,B,2022-01-01\n合成联合党支部,,,合成乙学会；合成甲学会,未分类,2022-01-01\n"
        );
        (second.UpdatedCount, second.UnchangedCount).ShouldBe((2, 0));
        (
            await graph.RowsAsync(
                "SELECT b.form || p.category || p.valid_during FROM graph.branch b JOIN graph.branch_category_period p ON "
                    + "p.branch_id = b.id ORDER BY b.id, p.valid_during"
            )
        ).ShouldBe(["BRANCHC[2020-01-01,2022-01-01)", "BRANCHB[2022-01-01,)", "JOINT_BRANCHUNCLASSIFIED[2022-01-01,)"]);
        (await graph.RowsAsync("SELECT status || valid_during FROM graph.branch_status_period ORDER BY branch_id, valid_during")).ShouldBe([
            "PROPOSED[2020-01-01,2021-01-01)",
            "ESTABLISHED[2021-01-01,)",
            "ESTABLISHED(,)",
        ]);
        (
            await graph.RowsAsync(
                "SELECT s.name FROM graph.branch_society x JOIN graph.society s ON s.id = x.society_id WHERE is_lead ORDER BY branch_id"
            )
        ).ShouldBe(["合成甲学会", "合成乙学会"]);
        // What was written of the past stays so.
        (await graph.ImportAsync("branches", header + "合成甲学会党支部,,,,C,2020-06-01\n")).UnchangedCount.ShouldBe(1);
    }

    [Fact]
    public async Task Appointments_make_the_persons_that_they_name_and_end_the_posts_that_they_end()
    {
        await using var graph = await SheetGraph.NewAsync(societies: ["合成甲学会"], branches: ["合成甲学会党支部"]);
        await graph.RowsAsync(
            "INSERT INTO graph.council_term (society_id, term_number, started_on, ends_on) VALUES (1, 3, '2020-01-01', "
                + "'2025-01-01') RETURNING 'x'"
        );
        (
            await graph.ImportAsync("members", "编号,支部名称,党员状态\n合成-1,合成甲学会党支部,正式\n合成-2,合成甲学会党支部,正式\n")
        ).InsertedCount.ShouldBe(2);
        const string header = "人员编号,姓名,职务,党组织名称,学会,届次,任职起始日期,任职终止日期\n";
        var first = await graph.ImportAsync(
            "appointments",
            header
                + "合成-1,合成一,支部书记,合成甲学会党支部,,,2021-01-01,\n合成-1,,理事长,,合成甲学会,3,2021-01-01,2025-01-01\n合成-2,合成二,党委委员,,,,2020-01-01,\n"
                + "合成-3,合成三,联络员,,合成甲学会,,2020-01-01,\n"
        );
        first.Problems.ShouldBeEmpty();
        first.InsertedCount.ShouldBe(4);
        var second = await graph.ImportAsync(
            "appointments",
            header + "合成-1,,支部书记,合成甲学会党支部,,,2021-01-01,2023-01-01\n合成-2,,支部书记,合成甲学会党支部,,,2023-01-01,\n"
        );
        (second.UpdatedCount, second.InsertedCount).ShouldBe((1, 1));
        (
            await graph.RowsAsync(
                "SELECT p.person_ref || a.post || a.valid_during FROM graph.appointment a JOIN graph.person p ON p.id = "
                    + "a.person_id ORDER BY p.id, a.id"
            )
        ).ShouldBe([
            "合成-1BRANCH_SECRETARY[2021-01-01,2023-01-01)",
            "合成-1COUNCIL_CHAIR[2021-01-01,2025-01-01)",
            "合成-2COMMITTEE_MEMBER[2020-01-01,)",
            "合成-2BRANCH_SECRETARY[2023-01-01,)",
            "合成-3LIAISON_OFFICER[2020-01-01,)",
        ]);
    }

    [Fact]
    public async Task Members_are_entered_converted_and_their_affiliations_kept()
    {
        await using var graph = await SheetGraph.NewAsync(branches: ["合成甲学会党支部"]);
        await graph.RowsAsync(
            "INSERT INTO graph.branch_category_period (branch_id, category, valid_during) VALUES (1, 'A', '(,)') RETURNING 'x'"
        );
        const string header =
            "编号,支部名称,党员状态,状态起始日期,入党日期,性别,出生年份,组织关系所在党支部,组织关系所在其他单位,组织关系起始日期\n";
        (
            await graph.ImportAsync(
                "members",
                header + "合成-1,合成甲学会党支部,预备党员,,2020-01-01,男,1990,,合成街道,2020-01-01\n合成-2,合成甲学会党支部,正式,,,,,,,\n"
            )
        ).InsertedCount.ShouldBe(2);
        var second = await graph.ImportAsync(
            "members",
            header + "合成-1,合成甲学会党支部,正式党员,2021-01-01,,,,合成甲学会党支部,,2022-01-01\n合成-2,合成甲学会党支部,正式,,,女,,,,\n"
        );
        second.Problems.ShouldBeEmpty();
        second.UpdatedCount.ShouldBe(2);
        (
            await graph.RowsAsync(
                "SELECT status || valid_from || coalesce(valid_to::text, '') FROM graph.member_status_history WHERE member_id = "
                    + "1 ORDER BY valid_from"
            )
        ).ShouldBe(["PROBATIONARY2020-01-012021-01-01", "FULL2021-01-01"]);
        (
            await graph.RowsAsync(
                "SELECT coalesce(branch_id::text, place) || valid_during FROM graph.affiliation WHERE member_id = 1 ORDER BY valid_from"
            )
        ).ShouldBe(["合成街道[2020-01-01,2022-01-01)", "1[2022-01-01,)"]);
        (await graph.RowsAsync("SELECT concat_ws(' ', person_ref, sex, birth_year, name) FROM graph.person ORDER BY id")).ShouldBe([
            "合成-1 MALE 1990",
            "合成-2 FEMALE",
        ]);
    }

    [Fact]
    public async Task Activities_are_planned_then_held_and_stay_as_they_were_recorded()
    {
        await using var graph = await SheetGraph.NewAsync(branches: ["合成甲学会党支部"]);
        const string header = "党支部,类型,主题,计划日期,举办日期,有记录,应到,实到\n";
        (
            await graph.ImportAsync(
                "activities",
                header + "合成甲学会党支部,主题党日,合成主题,2023-05-01,,,,\n合成甲学会党支部,民主评议,合成评议,,2023-06-01,是,9,9\n"
            )
        ).InsertedCount.ShouldBe(2);
        var second = await graph.ImportAsync(
            "activities",
            header
                + "合成甲学会党支部,主题党日,合成主题,2023-05-01,2023-05-04,是,12,10\n合成甲学会党支部,民主评议,合成评议,,2023-06-01,,,\n"
        );
        (second.UpdatedCount, second.UnchangedCount).ShouldBe((1, 1));
        (
            await graph.RowsAsync(
                "SELECT concat_ws(' ', kind, planned_on, held_on, has_plan, has_attendance, has_record, attended_count, "
                    + "expected_count) FROM graph.activity ORDER BY id"
            )
        ).ShouldBe(["THEME_PARTY_DAY 2023-05-01 2023-05-04 t t t 10 12", "DEMOCRATIC_APPRAISAL 2023-06-01 f t t 9 9"]);
    }

    [Fact]
    public async Task A_branch_hands_in_its_scores_by_code_or_by_the_scheme_s_words()
    {
        await using var graph = await SheetGraph.NewAsync(branches: ["合成甲学会党支部", "合成乙学会党支部"]);
        await graph.RowsAsync(SheetGraph.Round);
        var items = await graph.RowsAsync(
            "SELECT CASE WHEN position % 2 = 0 THEN item_code ELSE text END FROM graph.assessment_scheme_item WHERE section <> "
                + "'DEBRIEF' ORDER BY position"
        );
        string Sheet(string score) =>
            "党支部,年度,项目,得分,提交日期\n"
            + string.Concat(items.Select(item => $"合成甲学会党支部,2022,\"{item}\",{score},2022-12-01\n"));
        var first = await graph.ImportAsync("scores", Sheet("1.25"));
        first.Problems.ShouldBeEmpty();
        first.InsertedCount.ShouldBe(items.Count);
        (await graph.ImportAsync("scores", Sheet("1.5"))).UpdatedCount.ShouldBe(items.Count);
        (await graph.ImportAsync("scores", Sheet("1.5"))).UnchangedCount.ShouldBe(items.Count);
        (
            await graph.RowsAsync(
                "SELECT concat_ws(' ', e.self_submitted_on, e.stage, count(g.score), sum(g.score) = 1.5 * count(g.score)) FROM "
                    + "graph.assessment_entry e LEFT JOIN graph.assessment_rating g ON g.entry_id = e.id GROUP BY e.id ORDER BY e.id"
            )
        ).ShouldBe([$"2022-12-01 SELF {items.Count} t", "SELF 0"]);
    }

    [Fact]
    public async Task The_same_sheet_again_writes_no_row_and_a_dry_run_none_at_all()
    {
        await using var graph = await SheetGraph.NewAsync(societies: ["合成甲学会"], branches: ["合成甲学会党支部"]);
        (string Kind, string Text)[] sheets =
        [
            ("societies", Societies + $"合成甲学会,,,工,{SheetGraph.Code(1)},,正常运行,甲会\n合成丙学会,,,,911100006000373420,旧码,,\n"),
            ("supporting-units", "支撑单位名称,支撑的学会,起始日期\n合成院,合成甲学会,2020-01-01\n合成所,,\n"),
            ("branches", "党组织名称,所属学会,分类,分类起始日期\n合成甲学会党支部,甲会,A,2020-01-01\n合成丙学会党支部,合成丙学会,,\n"),
            (
                "members",
                "人员编号,所在党组织,党员状态,入党日期,组织关系所在支撑单位\n合成-1,合成甲学会党支部,预备党员,2020-01-01,合成院\n合成-7,合成甲学会党支部,正式党员,,\n"
            ),
            ("appointments", "人员编号,姓名,职务,党组织名称,任职起始日期\n合成-7,合成七,书记,合成甲学会党支部,2020-01-01\n"),
            (
                "activities",
                "党组织名称,活动类型,活动主题,计划日期,举办日期,应到人数,实到人数\n合成甲学会党支部,其他,合成,2020-01-01,,,\n合成甲学会党支部,三会一课,合成,,2020-01-01,5,5\n"
            ),
        ];
        foreach (var (kind, text) in sheets)
        {
            var before = await graph.FingerprintAsync();
            var dry = await graph.ImportAsync(kind, text, isDryRun: true);
            (await graph.FingerprintAsync()).ShouldBe(before, kind);
            var real = await graph.ImportAsync(kind, text);
            (dry.ReadCount, dry.InsertedCount, dry.UpdatedCount, dry.UnchangedCount).ShouldBe(
                (real.ReadCount, real.InsertedCount, real.UpdatedCount, real.UnchangedCount),
                kind
            );
            (real.Problems.Count, real.InsertedCount + real.UpdatedCount).ShouldBe((0, real.ReadCount), kind);
            before = await graph.FingerprintAsync();
            var again = await graph.ImportAsync(kind, text);
            (again.InsertedCount, again.UpdatedCount, again.UnchangedCount, again.ImportRunId).ShouldBe(
                (0, 0, again.ReadCount, null),
                kind
            );
            (await graph.FingerprintAsync()).ShouldBe(before, kind);
        }
    }

    [Fact]
    public async Task What_the_file_and_what_the_graph_say_against_it_is_told_together()
    {
        await using var graph = await SheetGraph.NewAsync(societies: ["合成甲学会"]);
        var report = await graph.ImportAsync(
            "branches",
            "党组织名称,所属学会,分类\n合成甲学会党支部,合成丁学会,A\n合成戊学会党支部,合成甲学会,D\n"
        );
        report
            .Problems.Select(problem => (problem.Code, problem.Line, problem.Column, problem.Field))
            .ShouldBe([("SP-IMPORT-141", 2, 2, "科技社团"), ("SP-IMPORT-125", 3, 3, "分类")]);
        report.RejectedCount.ShouldBe(2);
    }

    [Fact]
    public async Task A_code_that_fails_its_check_is_accepted_with_a_reason_and_shown()
    {
        await using var graph = await SheetGraph.NewAsync();
        var report = await graph.ImportAsync("societies", Societies + "合成甲学会,,,,911100006000373420,市民政局 2001 年赋码,,\n");
        report.InsertedCount.ShouldBe(1);
        report.Discrepancies.ShouldHaveSingleItem().Code.ShouldBe("CODE_ACCEPTED");
    }

    [Fact]
    public async Task Without_any_committee_one_is_to_be_founded_first()
    {
        await using var graph = await SheetGraph.NewAsync();
        await graph.RowsAsync("DELETE FROM graph.committee RETURNING name");
        foreach (var named in (string?[])[null, "410400"])
        {
            var none = (await graph.ImportAsync("societies", "社团名称\n合成甲\n", committee: named)).Problems.ShouldHaveSingleItem();
            none.Code.ShouldBe("SP-IMPORT-140");
            none.Message(Language.Chinese).ShouldBe("系统中还没有科技社团党委。");
            none.Hint(Language.Chinese).ShouldBe("请先设立党委，然后再导入。");
        }
    }

    [Fact]
    public async Task The_committee_is_named_unless_there_is_only_one()
    {
        await using var graph = await SheetGraph.NewAsync();
        (await graph.ImportAsync("societies", "社团名称\n合成甲\n", committee: "410400")).Problems.ShouldBeEmpty();
        var unknown = await graph.ImportAsync("societies", "社团名称\n合成甲\n", committee: "别的党委");
        unknown.Problems.Single().Message(Language.Chinese).ShouldBe("没有名称或者行政区划代码是“别的党委”的科技社团党委。");
        (await graph.ImportAsync("societies", "社团名称,层级\n合成甲,乡级\n", committee: "别的党委"))
            .Problems.Select(problem => problem.Code)
            .ShouldBe(["SP-IMPORT-140", "SP-IMPORT-125"]);
        await graph.RowsAsync("INSERT INTO graph.committee (name, region_code) VALUES ('合成第二党委', '410400') RETURNING name");
        var unnamed = (await graph.ImportAsync("societies", "社团名称\n合成乙\n")).Problems.ShouldHaveSingleItem();
        (unnamed.Code, unnamed.Expected(Language.English).Contains("合成第二党委", StringComparison.Ordinal)).ShouldBe(
            ("SP-IMPORT-140", true)
        );
        // Of a region with several committees its own are named, however many others there are.
        await graph.RowsAsync(
            "INSERT INTO graph.committee (name, region_code) SELECT '合成他党委' || n, '410000' FROM generate_series(1, 5) AS n RETURNING name; "
                + "INSERT INTO graph.committee (name, region_code) VALUES ('合成第三党委', '410400') RETURNING name"
        );
        var several = (
            await graph.ImportAsync("societies", "社团名称\n合成乙\n", committee: " ４１０４００")
        ).Problems.ShouldHaveSingleItem();
        several.Message(Language.Chinese).ShouldBe("“410400”所指的科技社团党委不止一个。");
        several.Expected(Language.English).ShouldContain("合成第三党委 410400");
        several.Expected(Language.English).ShouldContain("合成第二党委 410400");
        (await graph.ImportAsync("societies", "社团名称\n合成乙\n", committee: " 合成第二 党委")).InsertedCount.ShouldBe(1);
    }
}
