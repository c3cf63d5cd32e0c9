using SocietyParty.Etl.Import;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Graph.Tests.Etl.Import.Sheets;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Import.Offices;

/// <summary>
/// Sheets from offices that nobody here has seen: each is imported with these counts and notices, or refused with these words at this cell.
/// </summary>
public sealed partial class OfficeSheetTests
{
    /// <summary>What is done with a list: read, new and changed rows, then a notice or an error a line.</summary>
    [Theory, MemberData(nameof(OfSocieties)), MemberData(nameof(OfOrganizations)), MemberData(nameof(OfEverything))]
    public async Task A_list_of_an_office_is_imported_or_refused_with_the_right_words(
        string what,
        string kind,
        string fileName,
        byte[] file,
        string expected
    )
    {
        await using var graph = await SheetGraph.NewAsync(
            societies: ["虚构市甲学会", "虚构市乙（东区）协会"],
            branches: ["虚构市甲学会党支部", "虚构市乙（东区）协会党支部"]
        );
        await graph.RowsAsync(
            $"""
            INSERT INTO graph.council_term (society_id, term_number, started_on, ends_on) VALUES (1, 2, '2021-01-01', '2026-01-01');
            INSERT INTO graph.branch_society (branch_id, society_id, is_lead) VALUES (1, 1, true), (2, 2, true);
            INSERT INTO graph.branch_category_period (branch_id, category, valid_during) VALUES (1, 'A', '[2021-01-01,)'), (2, 'A', '[2021-01-01,)');
            INSERT INTO graph.person (person_ref, name) VALUES ('P-1', '虚构一');
            INSERT INTO graph.member (branch_id, member_ref, person_id, status) VALUES (1, 'P-1', 1, 'FULL');
            {SheetGraph.Round}
            """
        );
        var report = await SheetImporter.ImportAsync(graph.Source, Workbooks.Read(SheetKind.Find(kind)!, file, fileName), "410400");
        Told(report).ShouldBe(expected.ReplaceLineEndings("\n").Trim(), what);
        if (!report.Succeeded)
        {
            return;
        }

        // The same file once more changes nothing.
        var again = await SheetImporter.ImportAsync(graph.Source, Workbooks.Read(SheetKind.Find(kind)!, file, fileName), "410400");
        (again.InsertedCount, again.UpdatedCount, again.ImportRunId).ShouldBe((0, 0, null), what);
    }

    internal static string Told(ImportReport report) =>
        string.Join(
            '\n',
            [
                $"{report.ReadCount} read, {report.InsertedCount} new, {report.UpdatedCount} changed",
                .. report.Discrepancies.Select(notice => $"· {notice.MessageIn(Language.Chinese)}"),
                .. report.Problems.Select(problem =>
                    $"! {problem.Sheet} {problem.Address}: {problem.Message(Language.Chinese)}{problem.Hint(Language.Chinese)}"
                ),
            ]
        );

    [Fact]
    public void What_is_said_of_an_upload_names_no_path_and_no_command()
    {
        var said = OfSocieties.Concat(OfOrganizations).Concat(OfEverything).Select(row => (string)row[4]);
        foreach (var text in said)
        {
            text.ShouldNotContain("dotnet");
            text.ShouldNotContain("/templates");
            text.ShouldNotContain("--");
        }
    }

    // Every item but the debrief's, by section and number.
    private static string[][] WideScores(string first)
    {
        string[] items =
        [
            .. Enumerable.Range(1, 4).Select(n => $"政治建设-{n}"),
            .. Enumerable.Range(1, 4).Select(n => $"班子建设（{"一二三四"[n - 1]}）"),
            .. Enumerable.Range(1, 9).Select(n => $"组织建设{n}"),
            "参与社会治理—1",
        ];
        return
        [
            ["2022年度党建工作考核自评表"],
            ["序号", "党支部名称", "年度", "自评日期", .. items, "合计", "备注"],
            ["1", "虚构市甲学会党支部", "2022年度", "2022.12.1", first, .. items.Skip(1).Select(_ => "<c><v>1</v></c>"), "30", ""],
        ];
    }
}
