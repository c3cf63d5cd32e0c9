using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Rules;

namespace SocietyParty.Graph.Tests.Etl.Load;

public sealed class DocumentLoaderTests
{
    private const string Versions =
        "SELECT string_agg(row, ',') FROM (SELECT xmin || ' ' || ctid::text AS row FROM graph.policy_document "
        + "UNION ALL SELECT xmin || ' ' || ctid::text FROM graph.policy_clause) AS rows";

    [Fact]
    public async Task Documents_are_loaded_once_with_all_their_clauses()
    {
        await using var database = await LoadDatabase.CreateAsync();
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', d.code, d.document_number, d.issued_on, count(*)) FROM graph.policy_document d "
                    + "JOIN graph.policy_clause c ON c.policy_document_id = d.id GROUP BY d.id ORDER BY d.code"
            )
        ).ShouldBe([
            "000 渝科协社党发〔2022〕10号 4",
            "001 渝科协社党发〔2023〕11号 2023-04-14 16",
            "002 14",
            "003 苏科社党委〔2020〕3号 2020-03-18 28",
            "004 渝科协社党发〔2020〕23号 2020-10-16 42",
        ]);
        var before = await database.ScalarAsync<string>(Versions);
        await RuleSetLoader.LoadAsync(database.Source, RuleSetFile.Embedded());
        (await database.ScalarAsync<string>(Versions)).ShouldBe(before);
    }

    /// <summary>As a version without codes left it: rule sets and lists wrote the documents that they named.</summary>
    [Fact]
    public async Task A_document_that_is_there_gets_its_code_and_stays_one_row()
    {
        await using var database = await LoadDatabase.CreateAsync();
        await database.ExecuteAsync(
            """
            DELETE FROM graph.policy_clause;
            UPDATE graph.policy_document SET code = NULL;
            DELETE FROM graph.policy_document WHERE id NOT IN (SELECT policy_document_id FROM graph.rule_set WHERE policy_document_id IS NOT NULL);
            """
        );
        const string ids = "SELECT string_agg(id || ' ' || title, ', ' ORDER BY id) FROM graph.policy_document";
        var before = await database.ScalarAsync<string>(ids);
        await RuleSetLoader.LoadAsync(database.Source, RuleSetFile.Embedded());
        (await database.ScalarAsync<string>(ids)).ShouldBe(before);
        (await database.LinesAsync("SELECT code FROM graph.policy_document ORDER BY code")).ShouldBe(["000", "001", "002", "003", "004"]);
    }

    [Fact]
    public async Task A_clause_that_changed_is_replaced_and_the_others_stay()
    {
        await using var database = await LoadDatabase.CreateAsync();
        const string others =
            "SELECT string_agg(xmin || ' ' || ctid::text, ',') FROM graph.policy_clause WHERE code NOT IN ('§7', '§8', '§99')";
        var before = await database.ScalarAsync<string>(others);
        await database.ExecuteAsync(
            """
            UPDATE graph.policy_clause SET code = '§99' WHERE code = '§7' AND text LIKE '7.升级%';
            UPDATE graph.policy_clause SET text = '8.' WHERE code = '§8' AND text LIKE '8.优化%';
            INSERT INTO graph.policy_clause SELECT id, 17, '§7', '{}', '第7点', '多余', '多余' FROM graph.policy_document WHERE code = '001';
            """
        );
        await RuleSetLoader.LoadAsync(database.Source, RuleSetFile.Embedded());
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', position, code, left(text, 6)) FROM graph.clause WHERE document_code = '001' "
                    + "AND position IN (7, 8, 17) ORDER BY 1"
            )
        ).ShouldBe(["7 §7 7.升级工作", "8 §8 8.优化社团"]);
        (await database.ScalarAsync<string>(others)).ShouldBe(before);
    }

    [Fact]
    public async Task A_clause_has_the_words_of_its_parts_and_a_citation_for_people()
    {
        await using var database = await LoadDatabase.CreateAsync();
        (
            await database.ScalarAsync<string>("SELECT text FROM graph.clause WHERE document_code = '004' AND code = '第五条（七）'")
        ).ShouldBe(
            "（七）有以下情况之一直接确定为不合格\n"
                + "1.经查实，党支部班子成员有重大违纪违法行为的；科技社团被依法撤销或注销；年度检查或抽查不合格的。\n"
                + "2.科技社团参与非法政治活动，并在社会上造成负面影响的。\n"
                + "3.党支部1年以上不开展党的活动的。"
        );
        (await database.LinesAsync("SELECT citation FROM graph.clauses_of('002 §2（1）, 003 第七条')")).ShouldBe([
            "《关于加强科协所属学会党建工作的若干意见》第2点第（1）项",
            "《苏州市科技社团党建工作领导小组工作规则（试行）》（苏科社党委〔2020〕3号）第七条",
        ]);
    }

    /// <summary>SQL takes a source apart in its own way; it finds what the form of citations says.</summary>
    [Fact]
    public async Task Every_source_of_a_rule_leads_to_its_clauses()
    {
        await using var database = await LoadDatabase.CreateAsync();
        string[] sources =
        [
            .. CitationsTests.Sources().Distinct(),
            "001 §1, §12, 001 §1",
            "003 第十五条 to 第二十条",
            "004 （四）, （六）-1",
            "004 组织建设-12",
            "002 §2（9）",
            "999 §1",
        ];
        foreach (var source in sources)
        {
            (
                await database.LinesAsync(
                    $"SELECT d.code || ' ' || c.code FROM graph.clauses_of('{source.Replace("'", "''")}') c "
                        + "JOIN graph.policy_document d ON d.id = c.policy_document_id ORDER BY c.position"
                )
            ).ShouldBe(
                Citations
                    .In(source)
                    .Where(citation => Citations.CodeOf(citation) is not null)
                    .Select(citation => $"{citation.Document} {Citations.CodeOf(citation)}")
                    .Distinct(),
                source
            );
        }
    }

    [Fact]
    public async Task A_reader_of_the_marts_goes_from_an_indicator_to_the_words()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.LoadAsync(LoadDatabase.June15);
        (
            await database.LinesAsync(
                """
                SET ROLE bi_reader;
                SELECT concat_ws(' ', id, position, document_code, clause_code, heading) FROM mart.indicator_clause
                WHERE rule_set_code = 'chongqing-2022' ORDER BY 1
                """
            )
        ).ShouldBe([
            "I01 1 001 §7 升级工作覆盖",
            "I01 2 000 §二 分类模式",
            "I02 1 001 §7 升级工作覆盖",
            "I04 1 001 §5 深化分类管理",
            "I04 2 002 §3 加强组织建设，按期实现学会党的组织全覆盖",
            "I08 1 000 §一 总体要求",
            "I08 2 001 §6 探索党建破题",
            "I08 3 004 组织建设-2 组织建设",
            "I09 1 004 政治建设-2 政治建设",
            "I11 1 003 第二条 总则",
            "I12 1 003 第十七条 议事程序",
            "I17 1 002 §2 目标任务",
        ]);
        (
            await database.LinesAsync(
                """
                SET ROLE bi_reader;
                SELECT d.title || ' ' || of.code FROM mart.clause_of('002 §3') of
                JOIN mart.clause c ON (c.document_code, c.code) = (of.document_code, of.code) AND c.text = of.text
                JOIN mart.document d ON d.code = c.document_code
                """
            )
        ).ShouldBe(["关于加强科协所属学会党建工作的若干意见 §3"]);
    }
}
