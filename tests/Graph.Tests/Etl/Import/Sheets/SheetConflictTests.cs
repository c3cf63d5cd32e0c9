using System.Text.RegularExpressions;
using SocietyParty.Rules.Sentences;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>Each contradiction between a sheet and the graph, once: its code, its line and column, and nothing written.</summary>
public partial class SheetConflictTests
{
    private const string Units = "支撑单位名称,行政区划,信用代码,科技社团,起始日期,终止日期,牵头\n";
    private const string Branches = "党组织名称,状态,状态起始日期,科技社团,分类,分类起始日期\n";
    private const string Posts = "人员编号,姓名,职务,党组织,科技社团,理事会届次,起始日期,终止日期\n";

    private const string Members =
        "人员编号,党组织,党员状态,状态起始日期,入党日期,组织关系所在党支部,组织关系所在支撑单位,组织关系所在单位（其他）,组织关系起始日期\n";
    private const string Term = "理事会届次";
    private const string Activities = "党组织,活动类型,标题,计划日期,举办日期,有详细记录,应到人数,实到人数\n";
    private const string Scores = "党组织,考核年度,考核项目,得分,提交日期\n";

    [Theory, MemberData(nameof(Conflicts)), MemberData(nameof(WorkConflicts))]
    public async Task A_contradiction_is_told_with_its_place_and_nothing_is_written(
        string what,
        string kind,
        string text,
        string code,
        int line,
        string header
    )
    {
        await using var graph = await SheetGraph.NewAsync(
            societies: ["合成甲学会", "合成乙学会", "合成丙学会"],
            branches: ["合成甲学会党支部", "合成乙学会党支部", "合成丙学会党支部"]
        );
        await graph.RowsAsync(
            $"""
            UPDATE graph.society SET operating_state = 'CANCELLED' WHERE id = 3;
            INSERT INTO graph.council_term (society_id, term_number, started_on, ends_on) VALUES (1, 1, '2020-01-01', '2025-01-01');
            INSERT INTO graph.branch_society (branch_id, society_id, is_lead) VALUES (1, 1, true);
            UPDATE graph.society SET credit_code = '{SheetGraph.Code(1)}' WHERE id = 1;
            INSERT INTO graph.society_alias (society_id, alias) VALUES (1, '甲会'), (1, '同名会'), (2, '同名会');
            INSERT INTO graph.supporting_unit (name, credit_code) VALUES ('合成院', '{SheetGraph.Code(2)}');
            INSERT INTO graph.society_supporting_unit VALUES (1, 1, '[2020-01-01,)');
            UPDATE graph.branch SET status_since = '2021-01-01' WHERE id = 1;
            INSERT INTO graph.branch_category_period (branch_id, category, valid_during) VALUES (1, 'C', '[2021-01-01,)');
            INSERT INTO graph.person (person_ref, name) VALUES ('合成-1', '合成一'), ('合成-2', '合成二');
            UPDATE graph.branch SET status = 'DISSOLVED', status_since = '2022-06-01' WHERE id = 3;
            INSERT INTO graph.branch_category_period (branch_id, category, valid_during) VALUES (2, 'A', '[2021-01-01,)');
            INSERT INTO graph.person (person_ref) VALUES ('合成-3'), ('合成-4'), ('合成-5'), ('合成-6'), ('合成-7'), ('合成-8');
            INSERT INTO graph.applicant (person_id, branch_id, cultivated_since, state) VALUES (2, 1, '2022-01-01', 'CULTIVATED');
            INSERT INTO graph.member (branch_id, member_ref, person_id, status, status_since, affiliation_place, affiliated_since) VALUES
                (1, '合成-1', 1, 'FULL', NULL, NULL, NULL), (1, '合成-4', 4, 'PROBATIONARY', '2021-01-01', '旧处', '2021-01-01'), (2, '合成-5', 5, 'PROBATIONARY', '2021-01-01', NULL, NULL), (2, '合成-6', 6, 'FULL', NULL, NULL, NULL),
                (1, '合成-7', 7, 'FULL', NULL, NULL, NULL), (2, '合成-8', 8, 'FULL', NULL, NULL, NULL);
            INSERT INTO graph.activity (branch_id, kind, title, planned_on, held_on) VALUES (1, 'THEME_PARTY_DAY', '旧', '2022-01-01', '2022-01-02');
            {SheetGraph.Round}
            INSERT INTO graph.assessment_rating (entry_id, phase, item_code, section, maximum, score)
                SELECT e.id, 'SELF', i.item_code, i.section, i.maximum, 0 FROM graph.assessment_entry e, graph.assessment_scheme_item i
                WHERE e.branch_id = 2 OR e.branch_id = 1 AND i.item_code <> 'POLITICAL_1' AND {(
                code == "ITEM_NOT_SCORED" ? "true" : "false"
            )} OR e.branch_id = 1 AND {(
                code is "SCORE_EXCEEDS_MAXIMUM" or "SP-IMPORT-180" or "SP-IMPORT-181" or "SELF_BEFORE_ROUND" or "DEBRIEF_NOT_SELF_SCORED" ? "true" : "false"
            )};
            UPDATE graph.assessment_entry SET self_submitted_on = '2022-12-01' WHERE branch_id = 2;
            UPDATE graph.assessment_entry SET stage = 'SUPERVISED' WHERE branch_id = 2;
            INSERT INTO graph.appointment (person_id, post, branch_id, valid_during) VALUES (1, 'BRANCH_SECRETARY', 1, '[2021-01-01,)');
            """
        );
        var before = await graph.FingerprintAsync();
        var report = await graph.ImportAsync(kind, text);
        var problem = report.Problems.ShouldHaveSingleItem(
            $"{what}: {string.Join("; ", report.Problems.Select(p => p.Code + " " + p.Message(Language.English)))}"
        );
        (problem.Code, problem.Line, problem.Field).ShouldBe((code, line, header), what);
        report.RejectedCount.ShouldBe(report.ReadCount);
        (await graph.FingerprintAsync()).ShouldBe(before, what);
    }

    [Fact]
    public void Every_contradiction_that_can_be_told_is_tested_here() =>
        SocietyParty
            .Etl.Import.Sheets.SheetConflicts.All.Values.Select(describe => describe("x").Code)
            .Except(Conflicts.Concat(WorkConflicts).Select(row => (string)row[3]))
            .ShouldBeEmpty();

    [Fact]
    public void Every_constraint_that_SQL_finds_is_known_and_says_with_what_a_row_collides()
    {
        var found = Directory
            .EnumerateFiles(Path.Combine(Golden.ProjectFolder(), "..", "..", "etl", "Import", "Sql", "Sheets"), "*_resolve.sql")
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "'([a-z]+(?:_[a-z]+){2,})'"))
            .Select(match => match.Groups[1].Value)
            .Where(SocietyParty.Rules.ConstraintErrors.All.ContainsKey)
            .Concat(["appointment_one_branch_secretary", "appointment_one_council_chair", "appointment_one_committee_secretary"])
            .ToHashSet();
        found.Count.ShouldBeGreaterThan(12);
        found
            .Where(name => name != "person_ref_is_no_identity_number")
            .Select(name => SocietyParty.Etl.Import.Sheets.SheetConflicts.OfConstraint(SocietyParty.Rules.ConstraintErrors.All[name], "甲"))
            .ShouldAllBe(problem => problem.Hint(Language.Chinese).Contains('甲') && problem.Hint(Language.English).Contains('甲'));
    }
}
