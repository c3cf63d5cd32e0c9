using Dapper;
using Npgsql;
using SocietyParty.Etl.Import;
using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Import;

public class RosterImporterTests
{
    private const string Two = "B类党支部（2个）：\n甲学会党支部\nC类党支部（1个）：\n乙协会党支部\n";

    // Every table of the graph with its rows' xmin: any write shows.
    private const string Fingerprint = """
        SELECT string_agg(t.name || ' ' || t.rows, E'\n' ORDER BY t.name) FROM (
            SELECT c.relname AS name, (xpath('//row/r/text()', query_to_xml(format(
                'SELECT count(*) || '':'' || coalesce(string_agg(xmin::text || ctid::text, '','' ORDER BY ctid), '''') AS r FROM graph.%I', c.relname),
                false, true, '')))[1]::text AS rows
            FROM pg_class c WHERE c.relnamespace = 'graph'::regnamespace AND c.relkind = 'r') t
        """;

    [Fact]
    public async Task The_sample_fills_an_empty_graph()
    {
        await using var graph = await NewGraphAsync();
        var report = await RosterImporter.ImportAsync(graph, Samples.Chongqing2022());
        (report.ReadCount, report.InsertedCount, report.UpdatedCount, report.UnchangedCount, report.RejectedCount).ShouldBe(
            (109, 109, 0, 0, 0)
        );
        report
            .Discrepancies.Select(d => (d.Code, d.Subject, d.Stated, d.Listed))
            .ShouldBe([("COUNT_DIFFERS", "B", 58, 44), ("KIND_NOT_STATED", "重庆市抗癫痫", null, null)]);
        report.Discrepancies[0].Message.ShouldBe("category B: stated 58, listed 44, 14 missing");

        (
            await Rows(
                graph,
                "SELECT category || ' ' || count(*) FROM graph.branch_category_period WHERE valid_during = '(,)' GROUP BY "
                    + "category ORDER BY category"
            )
        ).ShouldBe(["A 4", "B 44", "C 61"]);
        (
            await Rows(
                graph,
                "SELECT form || ' ' || status || ' ' || count(*) FROM graph.branch GROUP BY form, status ORDER BY form, status"
            )
        ).ShouldBe(["BRANCH ESTABLISHED 46", "BRANCH PROPOSED 2", "FUNCTIONAL_BRANCH ESTABLISHED 61"]);
        (
            await Rows(
                graph,
                "SELECT coalesce(kind, '-') || ' ' || count(*) FROM graph.society WHERE level = 'PROVINCIAL' AND discipline_code "
                    + "IS NULL AND operating_state IS NULL GROUP BY kind ORDER BY 1"
            )
        )
            .Sum(row => int.Parse(row.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(109);
        (
            await Rows(
                graph,
                "SELECT position || ' ' || name_published FROM graph.roster_entry WHERE position IN (1, 109) ORDER BY position"
            )
        ).ShouldBe(["1 重庆康养产业研究发展促进会党支部", "109 重庆新发展生态修复与产业研究院党支部"]);
        (await Rows(graph, "SELECT category || stated FROM graph.roster_count ORDER BY 1")).ShouldBe(["A4", "B58", "C61"]);
        (await Rows(graph, "SELECT read_count || '=' || inserted_count || ' ' || source_name FROM graph.import_run")).ShouldBe([
            "109=109 chongqing-2022.roster.txt",
        ]);
    }

    [Fact]
    public async Task The_same_list_again_writes_no_row_in_either_format()
    {
        await using var graph = await NewGraphAsync();
        var sample = Samples.Chongqing2022();
        await RosterImporter.ImportAsync(graph, sample);
        var before = await Rows(graph, Fingerprint);
        foreach (var again in (RosterFile[])[sample, Rosters.File(RosterReaderTests.ToCsv(sample), "list.csv")])
        {
            var report = await RosterImporter.ImportAsync(graph, again);
            (report.InsertedCount, report.UpdatedCount, report.UnchangedCount, report.ImportRunId).ShouldBe((0, 0, 109, null));
            report.Discrepancies.Count.ShouldBe(2);
            (await Rows(graph, Fingerprint)).ShouldBe(before);
        }
    }

    [Fact]
    public async Task A_dry_run_reports_and_keeps_nothing()
    {
        await using var graph = await NewGraphAsync();
        var before = await Rows(graph, Fingerprint);
        var report = await RosterImporter.ImportAsync(graph, Samples.Chongqing2022(), new ImportOptions(IsDryRun: true));
        (report.InsertedCount, report.IsDryRun, report.ImportRunId).ShouldBe((109, true, null));
        (await Rows(graph, Fingerprint)).ShouldBe(before);
    }

    // What is wrong, the second list's header and body, code and line.
    public static TheoryData<string, string, string, string, int?> SecondLists =>
        new()
        {
            { "an unknown region", Rosters.Header.Replace("500000", "990000", StringComparison.Ordinal), Two, "SP-IMPORT-050", null },
            { "a document with another issuer", Rosters.Header + "# issuer: 乙\n", Two, "SP-IMPORT-051", null },
            {
                "a category without a date",
                Rosters.Header.Replace("分类管理\n", "二\n", StringComparison.Ordinal),
                "A类党支部：甲学会党支部 丙学会党支部",
                "CATEGORY_NEEDS_DATE",
                5
            },
            { "a status without a date", Rosters.Header, "B类党支部：\n甲学会党支部(已撤销)", "STATUS_NEEDS_DATE", 6 },
            { "a status that goes back", Rosters.Header2023, "B类党支部：\n甲学会党支部(推进中)", "WRONG_STAGE", 7 },
            {
                "a list of another committee",
                Rosters.Header.Replace("测试市", "别的市", StringComparison.Ordinal),
                Two,
                "SP-IMPORT-059",
                null
            },
        };

    [Theory, MemberData(nameof(SecondLists))]
    public async Task A_list_that_contradicts_the_graph_leaves_nothing(string what, string header, string body, string code, int? line)
    {
        await using var graph = await NewGraphAsync();
        await RosterImporter.ImportAsync(graph, Rosters.File(Rosters.Header + "# issuer: 甲\n" + Two));
        var before = await Rows(graph, Fingerprint);
        var report = await RosterImporter.ImportAsync(graph, Rosters.File(header + body));
        var problem = report.Problems.ShouldHaveSingleItemOr(code);
        (problem.Code, problem.Line).ShouldBe((code, line), what);
        report.RejectedCount.ShouldBe(report.ReadCount);
        (await Rows(graph, Fingerprint)).ShouldBe(before, what);
    }

    [Fact]
    public async Task A_younger_list_closes_categories_on_its_day_and_reports_who_is_left_out()
    {
        await using var graph = await NewGraphAsync();
        await RosterImporter.ImportAsync(
            graph,
            Rosters.File(Rosters.Header + "B类党支部：甲学会党支部 丁学会党支部\nC类党支部：乙协会党支部\nA类党支部：丙学会党支部(推进中)")
        );
        var second = Rosters.File(
            Rosters.Header2023 + "A类党支部（4个）：乙协会党支部 丙学会党支部 戊学会党支部\nB类党支部（1个）：甲学会党支部"
        );
        var report = await RosterImporter.ImportAsync(graph, second);
        (report.ReadCount, report.InsertedCount, report.UpdatedCount, report.UnchangedCount).ShouldBe((4, 1, 2, 1));
        report
            .Discrepancies.Select(d => d.Message)
            .ShouldBe(["category A: stated 4, listed 3, 1 missing", "branch 丁学会党支部: established, but not in the list"]);
        (
            await Rows(
                graph,
                "SELECT b.name || p.category || p.valid_during FROM graph.branch_category_period p JOIN graph.branch b ON b.id = "
                    + "p.branch_id ORDER BY b.id, p.valid_from NULLS FIRST"
            )
        ).ShouldBe([
            "甲学会党支部B(,)",
            "丁学会党支部B(,)",
            "乙协会党支部C(,2023-03-01)",
            "乙协会党支部A[2023-03-01,)",
            "丙学会党支部A(,)",
            "戊学会党支部A[2023-03-01,)",
        ]);
        (
            await Rows(
                graph,
                "SELECT b.name || b.form || b.status || coalesce(b.status_since::text, '') FROM graph.branch b WHERE name IN "
                    + "('乙协会党支部', '丙学会党支部') ORDER BY id"
            )
        ).ShouldBe(["乙协会党支部BRANCHESTABLISHED", "丙学会党支部BRANCHESTABLISHED2023-03-01"]);
        var before = await Rows(graph, Fingerprint);
        (await RosterImporter.ImportAsync(graph, second)).ImportRunId.ShouldBeNull();
        (await Rows(graph, Fingerprint)).ShouldBe(before);
    }

    [Fact]
    public async Task An_older_list_adds_to_the_past_only()
    {
        await using var graph = await NewGraphAsync();
        await RosterImporter.ImportAsync(graph, Rosters.File(Rosters.Header2023 + "A类党支部：甲学会党支部 乙学会党支部"));
        var old =
            Rosters.Header.Replace("分类管理\n", "旧\n", StringComparison.Ordinal)
            + "# issued-on: 2021-06-01\nB类党支部：甲学会党支部(推进中)";
        var report = await RosterImporter.ImportAsync(graph, Rosters.File(old));
        report.Problems.ShouldBeEmpty();
        report.Discrepancies.ShouldBeEmpty();
        (
            await Rows(
                graph,
                "SELECT b.status || p.category || p.valid_during FROM graph.branch_category_period p JOIN graph.branch b ON b.id "
                    + "= p.branch_id WHERE b.name LIKE '甲%' ORDER BY p.valid_from"
            )
        ).ShouldBe(["ESTABLISHEDB[2021-06-01,2023-03-01)", "ESTABLISHEDA[2023-03-01,)"]);
    }

    /// <summary>A slip in the header founds a second committee: the preview and the answer say so, and which one may be meant.</summary>
    [Theory]
    [InlineData("测试市科协", "500000", "测试市科协科技社团党委 (500000)")]
    [InlineData("测试市科协科技社团党委", "410400", "测试市科协科技社团党委 (500000)")]
    [InlineData("中共测试市科协科技社团党委", "410400", "测试市科协科技社团党委 (500000)")]
    [InlineData("另一市社团党委", "500000", "测试市科协科技社团党委 (500000)")]
    [InlineData("另一市社团党委", "410400", null)]
    public async Task A_list_that_founds_another_committee_says_so(string name, string region, string? known)
    {
        await using var graph = await NewGraphAsync();
        (await RosterImporter.ImportAsync(graph, Rosters.File(Rosters.Header + "B类党支部：甲学会党支部"))).Discrepancies.ShouldBeEmpty();
        var header = Rosters
            .Header.Replace("测试市科协科技社团党委", name, StringComparison.Ordinal)
            .Replace("500000", region, StringComparison.Ordinal)
            .Replace("分类管理\n", "另一份\n", StringComparison.Ordinal);
        foreach (var isDryRun in (bool[])[true, false])
        {
            var report = await RosterImporter.ImportAsync(graph, Rosters.File(header + "B类党支部：乙学会党支部"), new(isDryRun));
            report.Problems.ShouldBeEmpty();
            var notice = report.Discrepancies.ShouldHaveSingleItem();
            notice.Code.ShouldBe("COMMITTEE_FOUNDED");
            notice
                .MessageIn(Language.Chinese)
                .ShouldBe(
                    $"这份名单设立新的科技社团党委“{name}”（行政区划代码 {region}）"
                        + (known is null ? "" : $"。已有：{known}；如果是其中一个，请改正文件开头的党委名称和行政区划代码")
                );
        }

        // Known from now on.
        var again = await RosterImporter.ImportAsync(graph, Rosters.File(header + "B类党支部：乙学会党支部 丙学会党支部"));
        again.Discrepancies.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_alias_finds_the_society_and_its_branch()
    {
        await using var graph = await NewGraphAsync();
        await RosterImporter.ImportAsync(graph, Rosters.File(Rosters.Header + "B类党支部：甲学会党支部"));
        await Rows(graph, "INSERT INTO graph.society_alias (society_id, alias) SELECT id, '甲市学会' FROM graph.society RETURNING alias");
        var second = Rosters.Header.Replace("分类管理\n", "二\n", StringComparison.Ordinal);
        (await RosterImporter.ImportAsync(graph, Rosters.File(second + "B类党支部：甲市学会党支部"))).UnchangedCount.ShouldBe(1);
        (await Rows(graph, "SELECT name_published FROM graph.roster_entry ORDER BY roster_id")).ShouldBe([
            "甲学会党支部",
            "甲市学会党支部",
        ]);
        (await RosterImporter.ImportAsync(graph, Rosters.File(second + "B类党支部：\n甲市学会党支部\n甲学会党支部")))
            .Problems.ShouldHaveSingleItemOr("SP-IMPORT-057")
            .Message(Language.English)
            .ShouldContain("line 6");
    }

    [Fact]
    public async Task A_joint_branch_stands_for_several_societies()
    {
        await using var graph = await NewGraphAsync();
        await RosterImporter.ImportAsync(
            graph,
            Rosters.File(Rosters.Header + "category,branch,society\nB,甲乙联合党支部,甲学会;乙学会\n", "list.csv")
        );
        var links = "SELECT s.name || bs.is_lead FROM graph.branch_society bs JOIN graph.society s ON s.id = bs.society_id ORDER BY s.id";
        (await Rows(graph, links)).ShouldBe(["甲学会true", "乙学会false"]);
        var report = await RosterImporter.ImportAsync(
            graph,
            Rosters.File(Rosters.Header + "category,branch,society\nB,甲乙联合党支部,乙学会;丙学会\n", "list.csv")
        );
        report.UpdatedCount.ShouldBe(1);
        (await Rows(graph, links)).ShouldBe(["乙学会true", "丙学会false"]);
    }

    [Fact]
    public async Task A_corrected_list_replaces_its_entries()
    {
        await using var graph = await NewGraphAsync();
        await RosterImporter.ImportAsync(graph, Rosters.File(Rosters.Header + Two));
        await RosterImporter.ImportAsync(
            graph,
            Rosters.File(Rosters.Header + "C类党支部（1个）：\n乙协会党支部\nB类党支部（1个）：\n甲学会党支部\n")
        );
        (await Rows(graph, "SELECT position || name_published FROM graph.roster_entry ORDER BY position")).ShouldBe([
            "1乙协会党支部",
            "2甲学会党支部",
        ]);
        (await Rows(graph, "SELECT message FROM graph.discrepancy")).ShouldBeEmpty();
        (await Rows(graph, "SELECT count(*)::text FROM graph.import_run")).ShouldBe(["2"]);
    }

    [Fact]
    public async Task A_list_goes_on_to_use_the_names_that_a_branch_and_its_committee_had()
    {
        await using var graph = await NewGraphAsync();
        await RosterImporter.ImportAsync(graph, Rosters.File(Rosters.Header + Two));
        await Rows(
            graph,
            """
            INSERT INTO graph.branch_alias (branch_id, alias, reason) SELECT id, name, '曾用名' FROM graph.branch WHERE name = '甲学会党支部';
            UPDATE graph.branch SET name = '新甲学会党支部' WHERE name = '甲学会党支部';
            INSERT INTO graph.committee_alias (committee_id, alias, reason) SELECT id, name, '曾用名' FROM graph.committee;
            UPDATE graph.committee SET name = '新党委';
            """
        );
        var again = await RosterImporter.ImportAsync(graph, Rosters.File(Rosters.Header + Two));
        again.Problems.ShouldBeEmpty();
        (again.InsertedCount, again.UpdatedCount, again.UnchangedCount).ShouldBe((0, 0, 2));
        (await Rows(graph, "SELECT name FROM graph.branch ORDER BY name")).ShouldBe(["乙协会党支部", "新甲学会党支部"], ignoreOrder: true);
        (await Rows(graph, "SELECT name FROM graph.society ORDER BY name")).ShouldBe(["乙协会", "甲学会"], ignoreOrder: true);
        (await Rows(graph, "SELECT name FROM graph.committee")).ShouldBe(["新党委"]);
    }

    [Fact]
    public async Task A_second_import_waits_its_turn_and_gives_up_with_a_sentence()
    {
        await using var graph = await NewGraphAsync();
        await using var holder = await graph.OpenConnectionAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await holder.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtext('graph.import_run'))");
        var report = await RosterImporter.ImportAsync(graph, Samples.Chongqing2022(), new ImportOptions(WaitSecondsMax: 1));
        report.Problems.ShouldHaveSingleItemOr("SP-IMPORT-060");
    }

    private static async Task<NpgsqlDataSource> NewGraphAsync()
    {
        var template = await TestCluster.TemplateAsync("import_graph", async empty =>
        {
            await using var built = await GraphDatabase.OpenAsync(empty, dataFolder: null);
        });
        return NpgsqlDataSource.Create(await TestCluster.NewDatabaseAsync(template));
    }

    private static async Task<List<string>> Rows(NpgsqlDataSource graph, string sql)
    {
        await using var connection = await graph.OpenConnectionAsync();
        return (await connection.QueryAsync<string>(sql)).AsList();
    }
}
