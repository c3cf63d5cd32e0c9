using System.Text;
using System.Text.Json.Nodes;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Rules;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>Posts and forms that the rules of a city name, in its lists and in the warehouse (002 §3, 004 班子建设-1).</summary>
public sealed class OwnNameSheetTests
{
    private const string Branches = "党组织名称,组织形式,状态,状态起始日期,所属学会\n";
    private const string Posts = "人员编号,姓名,职务,党组织,起始日期\n";

    /// <summary>A city whose rules name two forms and two posts from 2021 on.</summary>
    private static async Task<SheetGraph> StartAsync()
    {
        var graph = await SheetGraph.NewAsync(societies: ["合成甲学会", "合成乙学会", "合成丙学会"], branches: ["合成丁党支部"]);
        var file = JsonNode.Parse(MadeUpCityTests.Text)!.AsObject();
        file["organizations"] = JsonNode.Parse(
            """
            { "posts": [
                { "post": "BRANCH_COMMITTEE_MEMBER", "code": "ORGANIZATION_MEMBER", "name": "组织委员", "englishName": "Member for organization", "source": "合成 第一条" },
                { "post": "BRANCH_COMMITTEE_MEMBER", "code": "PUBLICITY_MEMBER", "name": "宣传委员", "englishName": "Member for publicity", "source": "合成 第一条" }],
              "forms": [
                { "form": "BRANCH", "code": "MOBILE_BRANCH", "name": "流动党支部", "englishName": "Mobile branch", "source": "合成 第二条" },
                { "form": "JOINT_BRANCH", "code": "CHAIN_BRANCH", "name": "产业链党支部", "englishName": "Chain branch", "source": "合成 第二条" }] }
            """
        );
        var files = RuleSetFile.Embedded().Append(new("rules/410400/made-up-city.json", file.ToString()));
        (await RuleSetLoader.LoadAsync(graph.Source, [.. files])).Problems.ShouldBeEmpty();
        return graph;
    }

    [Fact]
    public async Task A_form_is_named_by_its_name_its_code_or_the_end_of_a_name()
    {
        await using var graph = await StartAsync();
        const string list =
            Branches
            + "合成甲学会第一支部,流动 党支部,已成立,2024-03-01,合成甲学会\n合成乙学会党支部,mobile_branch,已成立,2024-03-01,合成乙学会\n"
            + "合成链产业链党支部,,已成立,2024-03-01,合成甲学会；合成丙学会\n合成丙学会党支部,,已成立,2024-03-01,合成丙学会\n";
        (await graph.ImportAsync("branches", list)).InsertedCount.ShouldBe(4);
        const string shown =
            "SELECT concat_ws(' ', name, form, form_code, form_name, form_english_name) FROM graph.branch WHERE id > 1 ORDER BY id";
        (await graph.RowsAsync(shown)).ShouldBe([
            "合成甲学会第一支部 BRANCH MOBILE_BRANCH 流动党支部 Mobile branch",
            "合成乙学会党支部 BRANCH MOBILE_BRANCH 流动党支部 Mobile branch",
            "合成链产业链党支部 JOINT_BRANCH CHAIN_BRANCH 产业链党支部 Chain branch",
            "合成丙学会党支部 BRANCH",
        ]);
        (await graph.ImportAsync("branches", list)).UnchangedCount.ShouldBe(4);
        // An empty cell changes nothing; a usual form takes the place of the city's own.
        (await graph.ImportAsync("branches", Branches + "合成甲学会第一支部,,,,\n")).UnchangedCount.ShouldBe(1);
        (await graph.ImportAsync("branches", Branches + "合成乙学会党支部,党支部,,,\n")).UpdatedCount.ShouldBe(1);
        (await graph.RowsAsync(shown))[1].ShouldBe("合成乙学会党支部 BRANCH");
        (await graph.RowsAsync("SELECT concat_ws(' ', form, form_code, form_name) FROM graph.branch_past WHERE branch_id = 3")).ShouldBe([
            "BRANCH MOBILE_BRANCH 流动党支部",
        ]);

        (await LoadPipeline.RunAsync(graph.Source, new LoadOptions(new(2024, 12, 31)))).Problem.ShouldBeNull();
        (
            await graph.RowsAsync(
                "SELECT concat_ws(' ', branch_name, branch_form, form_code, form_name, form_english_name) FROM mart.branch_history "
                    + "WHERE month = '2024-12-01' AND branch_id > 1 ORDER BY branch_id"
            )
        ).ShouldBe([
            "合成甲学会第一支部 BRANCH MOBILE_BRANCH 流动党支部 Mobile branch",
            // Until it was taken back, today.
            "合成乙学会党支部 BRANCH MOBILE_BRANCH 流动党支部 Mobile branch",
            "合成链产业链党支部 JOINT_BRANCH CHAIN_BRANCH 产业链党支部 Chain branch",
            "合成丙学会党支部 BRANCH",
        ]);
        (await RegisteredAsync("FORM", "branch_form, form_name")).ShouldBe(["BRANCH 4", "JOINT_BRANCH 产业链党支部 1"]);
        (await RegisteredAsync("OWN_FORM", "form_code, form_name, form_english_name")).ShouldBe([
            "BRANCH 2",
            "CHAIN_BRANCH 产业链党支部 Chain branch 1",
            "MOBILE_BRANCH 流动党支部 Mobile branch 2",
        ]);
        (
            await graph.RowsAsync(
                "SELECT concat_ws(' ', branch_form, form_code, form_name) FROM mart.register('BRANCH', '2024-12-01', '2024-12-31', "
                    + "filter => '{\"formCode\": {\"eq\": \"CHAIN_BRANCH\"}}')"
            )
        ).ShouldBe(["JOINT_BRANCH CHAIN_BRANCH 产业链党支部"]);

        Task<List<string>> RegisteredAsync(string by, string columns) =>
            graph.RowsAsync(
                $"SELECT concat_ws(' ', {columns}, count) FROM mart.register_value('BRANCH', '{{{by}}}', '2024-12-01', '2024-12-31') "
                    + "ORDER BY position"
            );
    }

    [Fact]
    public async Task A_post_is_named_by_its_name_or_its_code()
    {
        await using var graph = await StartAsync();
        await graph.RowsAsync(
            """
            WITH who AS (INSERT INTO graph.person (person_ref, name) VALUES ('合成-1', '甲') RETURNING id)
            INSERT INTO graph.member (person_id, member_ref, branch_id, status, joined_on, affiliation_branch_id)
            SELECT id, '合成-1', 1, 'FULL', '2015-07-01', 1 FROM who RETURNING 'done'
            """
        );
        const string list =
            Posts
            + "合成-1,,组织委员,合成丁党支部,2024-01-01\n合成-1,,publicity_member,合成丁党支部,2024-01-01\n合成-1,,支委,合成丁党支部,2024-01-01\n";
        var report = await graph.ImportAsync("appointments", list);
        report.Problems.ShouldBeEmpty();
        report.InsertedCount.ShouldBe(3);
        const string shown = "SELECT concat_ws(' ', post, post_code, post_name, post_english_name) FROM graph.appointment ORDER BY id";
        (await graph.RowsAsync(shown)).ShouldBe([
            "BRANCH_COMMITTEE_MEMBER ORGANIZATION_MEMBER 组织委员 Member for organization",
            "BRANCH_COMMITTEE_MEMBER PUBLICITY_MEMBER 宣传委员 Member for publicity",
            "BRANCH_COMMITTEE_MEMBER",
        ]);
        (await graph.ImportAsync("appointments", list)).UnchangedCount.ShouldBe(3);
        // A narrower word that no rule set names becomes the usual post, and that is said; a rule set's own is kept.
        var general = (await graph.ImportAsync("appointments", Posts + "合成-1,,纪检委员,合成丁党支部,2024-01-01\n")).Discrepancies;
        general.ShouldHaveSingleItem().Code.ShouldBe("POST_GENERAL");
        general[0].MessageIn(Language.Chinese).ShouldContain("“纪检委员”按“支委”登记");
        general[0].IsDifference.ShouldBeFalse();
        report.Discrepancies.ShouldBeEmpty();
        // Held from another day on, it is held twice.
        (await graph.ImportAsync("appointments", Posts + "合成-1,,宣传委员,合成丁党支部,2024-06-01\n"))
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("POST_HELD_ALREADY");
    }

    [Theory]
    [InlineData(
        "branches",
        Branches + "合成甲学会党支部,俱乐部,已成立,2024-03-01,合成甲学会\n",
        "FORM_UNKNOWN 组织形式",
        "党的工作小组、流动党支部、产业链党支部。"
    )]
    // Before the city's rules there are the usual ones alone.
    [InlineData(
        "branches",
        Branches + "合成甲学会党支部,流动党支部,已成立,2020-03-01,合成甲学会\n",
        "FORM_UNKNOWN 组织形式",
        "当日没有组织形式 流动党支部，可以填写：党委、党总支、党支部、联合党支部、功能型特设党支部、党的工作小组。"
    )]
    [InlineData(
        "appointments",
        Posts + "合成-1,甲,干事,合成丁党支部,2024-01-01\n",
        "POST_UNKNOWN 职务",
        "专职党务干部、组织委员、宣传委员。"
    )]
    public async Task Another_word_is_refused_with_those_of_the_day(string kind, string list, string expected, string sentence)
    {
        await using var graph = await StartAsync();
        var before = await graph.FingerprintAsync();
        var problem = (await graph.ImportAsync(kind, list)).Problems.ShouldHaveSingleItem();
        $"{problem.Code} {problem.Field}".ShouldBe(expected);
        problem.Message(Language.Chinese).ShouldContain(sentence);
        (await graph.FingerprintAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_published_list_knows_a_form_by_the_end_of_a_name()
    {
        await using var graph = await StartAsync();
        const string text =
            "# committee: 合成科技社团党委\n# region: 410400\n# document-title: 合成名单\n# title: 合成名单\n# issued-on: 2024-05-01\n"
            + "B类党支部（3个）：\n合成甲学会流动党支部\n合成乙学会产业链党支部\n合成戊学会党支部\n";
        var reading = RosterReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "list.txt");
        reading.Problems.ShouldBeEmpty();
        (await RosterImporter.ImportAsync(graph.Source, reading.File!)).InsertedCount.ShouldBe(3);
        const string shown = """
            SELECT concat_ws(' ', b.name, b.form, b.form_code, (SELECT string_agg(s.name, '+' ORDER BY NOT t.is_lead) FROM graph.branch_society t JOIN graph.society s ON s.id = t.society_id WHERE t.branch_id = b.id))
            FROM graph.branch b WHERE b.id > 1 ORDER BY b.id
            """;
        // Its society is known by name: 合成甲学会流动 is none.
        (await graph.RowsAsync(shown)).ShouldBe([
            "合成甲学会流动党支部 BRANCH MOBILE_BRANCH 合成甲学会",
            "合成乙学会产业链党支部 JOINT_BRANCH CHAIN_BRANCH 合成乙学会",
            "合成戊学会党支部 BRANCH 合成戊学会",
        ]);
        (await RosterImporter.ImportAsync(graph.Source, reading.File!)).UnchangedCount.ShouldBe(3);
    }
}
