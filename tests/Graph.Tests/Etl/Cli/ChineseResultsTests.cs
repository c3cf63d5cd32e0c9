using System.Text.RegularExpressions;
using SocietyParty.Etl.Access;
using SocietyParty.Graph.Tests.Etl.Load;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.Rules.Sentences;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Cli;

/// <summary>What commands print for a person who reads Chinese: no sentence of it is English.</summary>
public sealed partial class ChineseResultsTests
{
    [Fact]
    public async Task Each_command_of_the_warehouse_says_its_result_in_Chinese()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.ExecuteAsync(
            "INSERT INTO dw.load_run (command, as_of, status, error, finished_at) VALUES ('load', '2022-06-01', 'FAILED', '…', now())"
        );
        (await SaidAsync(database, 0, "status")).ShouldContain("还没有装载过，请运行 load。");
        (await SaidAsync(database, 1, "reconcile")).ShouldContain("SP-LOAD-203 还没有装载过。请先运行 load。");
        (await SaidAsync(database, 1, "report", "--year", "2022", "--out", Path.GetTempPath())).ShouldContain(
            "SP-REPORT-101 还没有装载过。"
        );
        var load = await SaidAsync(database, 0, "load", "--as-of", "2022-06-15", "--from", "2022-05");
        load.ShouldContain("2022-05 至 2022-06，截至2022年6月15日，写入");
        load.ShouldContain("已全部重新装载。这是首次装载。");
        var status = await SaidAsync(database, 0, "status");
        status.ShouldContain("数据仓库的数据截至2022年6月15日");
        status.ShouldContain("│ 成功");
        status.ShouldContain("第1次装载失败：…");
        (await SaidAsync(database, 0, "check")).ShouldContain("汇总与明细一致");
        (await SaidAsync(database, 0, "reconcile")).ShouldContain("0张不一致");
        var explained = await SaidAsync(database, 0, "explain", "I01");
        explained.ShouldContain("定义          ");
        explained.ShouldContain("事实表        coverage_monthly（科技社团×月份×规则集，定期快照），可加性：不能跨时间或跨规则集相加");
        explained.ShouldContain("PROVINCE（省）");
        (await SaidAsync(database, 1, "explain", "I99")).ShouldContain("SP-INDICATOR-001 没有指标“I99”。可选的有：I01、");
        (await SaidAsync(database, 1, "explain", "i01", "--by", "MOON")).ShouldContain(
            "SP-INDICATOR-005 I01 不能按“MOON”分组。可以按：COMMITTEE、COMMITTEE_TREE、"
        );
        (await SaidAsync(database, 1, "unload", "2021-01")).ShouldContain(
            "SP-LOAD-107 2021-01 没有装载。已装载的月份可用命令 status 查看。"
        );
        (await SaidAsync(database, 0, "unload", "2022-05")).ShouldContain("有月份要移出");
        (await SaidAsync(database, 0, "report", "list")).ShouldContain("还没有发布过");
        (await SaidAsync(database, 1, "report", "files", "7")).ShouldContain("SP-REPORT-106 没有编号为7的版次。");
        (await SaidAsync(database, 0, "person", "due")).ShouldContain("没有人的资料到期");
        (await SaidAsync(database, 1, "reader", "revoke", "nobody")).ShouldContain("SP-READER-203 没有账号 nobody。");
    }

    [Fact]
    public async Task Lists_of_accounts_and_tokens_call_roles_what_an_office_does()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await using var graph = Npgsql.NpgsqlDataSource.Create(database.ConnectionString);
        await AccountStore.CreateAsync(graph, "li.wei");
        await GrantStore.GrantAsync(graph, "li.wei", "RESEARCHER", null);
        await GrantStore.GrantAsync(graph, "li.wei", "SYSTEM_ADMINISTRATOR", null);
        await TokenStore.CreateAsync(graph, "nightly", "RESEARCHER", null, 30);
        foreach (var list in (string[])["account", "token"])
        {
            var said = await SaidAsync(database, 0, list, "list");
            said.ShouldContain(EnumWords.Of("RESEARCHER", Language.Chinese, "AccessRole"));
            said.ShouldNotContain("RESEARCHER", Case.Insensitive);
            said.ShouldNotContain("ADMINISTRATOR", Case.Insensitive);
        }

        (await SaidAsync(database, 0, "audit", "list")).ShouldContain("令牌");
    }

    [Fact]
    public async Task Every_indicator_can_be_explained_in_Chinese()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await SaidAsync(database, 0, "load", "--as-of", "2022-06-15");
        foreach (var kind in new[] { "I03", "I05", "I08", "I12", "I17", "I20" })
        {
            await SaidAsync(database, 0, "explain", kind);
        }

        var facts = await database.LinesAsync("SELECT name || ' ' || kind || ' ' || additivity FROM dw.fact");
        var times = await database.LinesAsync("SELECT DISTINCT time_rule FROM mart.indicator");
        var known = SentenceBook.Of(Language.Chinese).Texts;
        foreach (var fact in facts.Select(line => line.Split(' ')))
        {
            new[] { $"FactGrain.{fact[0]}", $"FactKind.{fact[1]}", $"Additivity.{fact[2]}" }.ShouldAllBe(key => known.ContainsKey(key));
        }

        times.Select(time => $"TimeRule.{time}").ShouldAllBe(key => known.ContainsKey(key));
    }

    [Theory]
    [InlineData("status --data NONE", "SP-CLI-105 “", "中没有数据，本命令也不会新建。请先启动一次服务")]
    [InlineData("status --connection Host", "SP-CLI-101 连接字符串不正确：", "请写成“Host=…")]
    [InlineData("status --connection Host=127.0.0.1;Port=1", "SP-CLI-102 数据库拒绝了请求：", "请检查连接字符串")]
    [InlineData(
        "generate --connection Host=x --database-port 30000",
        "SP-CLI-106 --database-port 只用于自带的数据库",
        "请去掉 --database-port"
    )]
    [InlineData("regions find 不存在", "行政区划表里没有“不存在”。", "")]
    [InlineData("regions load NONE --as-of 2026-01-01", "SP-REGIONS-001 没有文件“", "请选择 CSV 文件")]
    [InlineData("rules check NONE", "SP-RULES-002 没有文件或文件夹“", "请用 --rules 或环境变量 Rules__Folder")]
    [InlineData("report --year 2022 --template NONE --out OUT", "SP-REPORT-107 文件“", "请检查文件位置。")]
    [InlineData("template societies --output NONE/x/y.csv", "/x/y.csv”无法写入：没有这个文件夹。", "请用 --output 换一个位置。")]
    public async Task What_ends_a_command_is_said_in_Chinese(string line, string wrong, string todo)
    {
        var folder = Path.Combine(Path.GetTempPath(), "societyparty-none-" + Guid.NewGuid().ToString("N"));
        string[] arguments = [.. line.Replace("NONE", folder).Replace("OUT", Path.GetTempPath()).Split(' '), "--lang", "zh"];
        var run = await ProgramRun.RunAsync(ProgramRun.Etl, arguments);
        run.Status.ShouldBe(1, run.Errors);
        run.Errors.ShouldContain(wrong);
        run.Errors.ShouldContain(todo);
    }

    [Fact]
    public async Task A_region_that_a_newer_list_brought_is_found_where_a_database_is_named()
    {
        await using var database = await LoadDatabase.CreateAsync();
        await database.ExecuteAsync(
            "INSERT INTO graph.region (code, name, parent_code, listed_from) VALUES ('330199', '合成新区', '330100', '2026-01-01')"
        );
        var own = await ProgramRun.RunAsync(ProgramRun.Etl, ["regions", "find", "合成新区"]);
        own.Status.ShouldBe(1);
        var run = await ProgramRun.RunAsync(ProgramRun.Etl, ["regions", "find", "合成新区", "--connection", database.ConnectionString]);
        run.Status.ShouldBe(0, run.Errors);
        run.Text.Trim().ShouldBe("330199  浙江省杭州市合成新区");
    }

    private static async Task<string> SaidAsync(LoadDatabase database, int status, params string[] arguments)
    {
        var run = await ProgramRun.RunAsync(ProgramRun.Etl, [.. arguments, "--lang", "zh", "--connection", database.ConnectionString]);
        run.Status.ShouldBe(status, run.Errors);
        var said = run.Text + run.Errors;
        // Behind it stands SQL.
        EnglishWords().Matches(said.Split("\nSQL ")[0]).Select(match => match.Value).ShouldBeEmpty(string.Join(' ', arguments));
        return said;
    }

    [GeneratedRegex(@"[A-Za-z]+ [a-z]+ [a-z]+")]
    private static partial Regex EnglishWords();
}
