using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocietyParty.Rules.Sentences;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary>What is wrong with a request is said in its language, with the engine's own words behind.</summary>
[Collection(ServiceCollection.Name)]
public sealed partial class EngineWordsTests(ServiceFixture service)
{
    [Theory]
    [InlineData("{ societies(where: { name: { eq: 3 } }) { totalCount } }", "SP-VALIDATE-", "查询语句不符合接口的约定")]
    [InlineData("{ societies(where: { chiar: { eq: \"x\" } }) { totalCount } }", "SP-VALIDATE-", "查询语句不符合接口的约定")]
    [InlineData("{ societies { totalCount ", "SP-SYNTAX-", "查询语句的写法不正确")]
    [InlineData("{ societies(where: { committee: { id: { eq: \"x\" } } }) { totalCount } }", "SP-ID-001", "编号不是本系统给出的编号")]
    [InlineData("{ societies(first: -1) { totalCount } }", "SP-PAGE-001", "每页条数或者翻页方式不正确")]
    [InlineData("{ societies(after: \"x\") { totalCount } }", "SP-CURSOR-001", "翻页的位置无效")]
    [InlineData("{ scores(by: [YEAR, YEAR]) { totalCount } }", "SP-GROUP-001", "分组不正确")]
    [InlineData("{ coverage(by: [], ruleSet: \"no-such\") { totalCount } }", "SP-INDICATOR-002", "数据仓库中没有这个规则集")]
    [InlineData("query($day: Date!) { uncoveredSocieties(asOf: $day) { totalCount } }", "SP-VARIABLE-", "填写的内容不符合要求")]
    public async Task A_refusal_is_said_in_the_language_of_the_request(string query, string code, string chinese)
    {
        var said = await ErrorAsync(query, "zh-CN,zh;q=0.9,en;q=0.8");
        var english = await ErrorAsync(query, "en");
        said.Code.ShouldStartWith(code);
        english.Code.ShouldBe(said.Code);
        said.Message.ShouldStartWith(chinese);
        said.Message.ShouldEndWith($"（{english.Message}）");
        english.Message.ShouldNotContain("。");
    }

    private async Task<(string Code, string Message)> ErrorAsync(string query, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("Accept-Language", language);
        using var response = await service.Client.SendAsync(request);
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        return (error.GetProperty("extensions").GetProperty("code").GetString()!, error.GetProperty("message").GetString()!);
    }

    /// <summary>A code that is added has words of its own, or those of its kind.</summary>
    [Fact]
    public void Every_error_of_a_request_has_words()
    {
        var repository = Path.GetFullPath(Path.Combine(Golden.ProjectFolder(), "..", ".."));
        string[] folders = ["api/GraphQL", "api/Sql", "api/Service/Queries", "api/Service/Trust", "schema/warehouse/views"];
        var codes = folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(repository, folder), "*.*", SearchOption.AllDirectories))
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".sql", StringComparison.Ordinal))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => match.Groups["code"].Value))
            // Schema and settings are checked before anybody asks.
            .Where(code =>
                !code.StartsWith("SP-SCHEMA-", StringComparison.Ordinal) && !code.StartsWith("SP-START-", StringComparison.Ordinal)
            )
            .Distinct()
            .ToList();
        codes.Count.ShouldBeGreaterThan(60);
        var texts = SentenceBook.Of(Language.Chinese).Texts;
        codes
            .Where(code => !texts.ContainsKey($"Engine.{code}") && !texts.ContainsKey($"Engine.{code[..code.LastIndexOf('-')]}"))
            .ShouldBeEmpty();
    }

    [GeneratedRegex("""["'](?<code>SP-[A-Z]+-[0-9]{3})["']""")]
    private static partial Regex Code();
}
