using System.Text.RegularExpressions;
using SocietyParty.Graph.Tests.Etl.Load.Registers;
using SocietyParty.Sql.Planning.Values;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary>Registers over HTTP, against what was counted by hand and what <c>mart</c> tells.</summary>
public sealed partial class RegisterQueryTests(RegisterGraph graph) : IClassFixture<RegisterGraph>
{
    private async Task<ServiceHost> StartAsync() => await ServiceHost.StartAsync(graph.Database.ConnectionString);

    [Theory]
    [InlineData(
        "kind: ASSESSMENT, where: { committeeTree: { eq: $committee }, totalScore: { gte: 60 } }",
        """totalCount nodes { rank branch { name } committee { name } totalScore grade assessment { fixedScore } } groups(by: [GRADE], order: [{ meanTotalScore: DESC }]) { totalCount nodes { key { grade } count share meanTotalScore } }""",
        """{"totalCount":2,"nodes":[{"rank":1,"branch":{"name":"一"},"committee":{"name":"科技社团党委"},"totalScore":95.00,"grade":"EXCELLENT","assessment":{"fixedScore":90.00}},{"rank":2,"branch":{"name":"二"},"committee":{"name":"科技社团党委"},"totalScore":70.00,"grade":"QUALIFIED","assessment":{"fixedScore":70.00}}],"groups":{"totalCount":2,"nodes":[{"key":{"grade":"EXCELLENT"},"count":1,"share":0.5,"meanTotalScore":95},{"key":{"grade":"QUALIFIED"},"count":1,"share":0.5,"meanTotalScore":70}]}}"""
    )]
    [InlineData(
        "kind: FAILURE",
        """nodes { rank year on branch { name } failRule title gradeBasis } groups(by: [FAIL_RULE, SCORE_BAND]) { nodes { key { failRule scoreBand } count } }""",
        """{"nodes":[{"rank":1,"year":2022,"on":"2022-12-30","branch":{"name":"三"},"failRule":"NO_ACTIVITY","title":"党支部1年以上不开展党的活动","gradeBasis":"BAND"}],"groups":{"nodes":[{"key":{"failRule":"NO_ACTIVITY","scoreBand":50},"count":1}]}}"""
    )]
    [InlineData(
        "kind: BONUS, where: { claimStatus: { eq: ACCEPTED } }, order: [{ points: DESC }]",
        """nodes { on bonusItem bonusLevel points countedPoints bonusClaim { evidenceRef } } groups(by: [BONUS_LEVEL], having: { countedPoints: { gt: 0 } }) { nodes { key { bonusLevel } count points countedPoints } }""",
        """{"nodes":[{"on":"2022-11-11","bonusItem":"BONUS_1","bonusLevel":"CENTRAL","points":5.00,"countedPoints":5.00,"bonusClaim":{"evidenceRef":"甲"}},{"on":"2022-11-10","bonusItem":"BONUS_1","bonusLevel":"MUNICIPAL","points":2.00,"countedPoints":0.00,"bonusClaim":{"evidenceRef":"甲"}}],"groups":{"nodes":[{"key":{"bonusLevel":"CENTRAL"},"count":1,"points":5.00,"countedPoints":5.00}]}}"""
    )]
    [InlineData(
        "kind: UNCOVERED_SOCIETY, period: { to: \"2022-06-30\" }, where: { committee: { eq: $committee } }",
        """nodes { society { name } reason since asOf isWorked } groups(by: [REASON], order: [{ count: DESC }]) { nodes { key { reason } count } }""",
        """{"nodes":[{"society":{"name":"学会8"},"reason":"NO_MEMBERS","since":"2021-06-01","asOf":"2022-06-30","isWorked":true},{"society":{"name":"学会7"},"reason":"IN_PREPARATION","since":"2022-03-01","asOf":"2022-06-30","isWorked":false},{"society":{"name":"学会9"},"reason":"NO_MEMBERS","since":null,"asOf":"2022-06-30","isWorked":false},{"society":{"name":"学会10"},"reason":null,"since":null,"asOf":"2022-06-30","isWorked":false}],"groups":{"nodes":[{"key":{"reason":"NO_MEMBERS"},"count":2},{"key":{"reason":"IN_PREPARATION"},"count":1},{"key":{"reason":null},"count":1}]}}"""
    )]
    [InlineData(
        "kind: ASSESSMENT, where: { totalScore: { in: [95, 70.00] }, fixedScore: { nin: [70, 71.5] } }",
        "nodes { branch { name } totalScore }",
        """{"nodes":[{"branch":{"name":"一"},"totalScore":95.00}]}"""
    )]
    [InlineData(
        "kind: UNCOVERED_SOCIETY, period: { to: \"2022-06-30\" }, where: { since: { in: [\"2021-06-01\", \"2021-06-02\"] } }",
        "nodes { society { name } since }",
        """{"nodes":[{"society":{"name":"学会8"},"since":"2021-06-01"}]}"""
    )]
    [InlineData(
        "kind: CATEGORY_TRANSITION, period: { relative: THIS_YEAR }",
        "groups(by: [FROM_CATEGORY, TO_CATEGORY]) { nodes { key { fromCategory toCategory } count } }",
        """{"groups":{"nodes":[{"key":{"fromCategory":"A","toCategory":"A"},"count":1},{"key":{"fromCategory":"B","toCategory":"A"},"count":1},{"key":{"fromCategory":"C","toCategory":"C"},"count":2},{"key":{"fromCategory":"UNCLASSIFIED","toCategory":null},"count":1},{"key":{"fromCategory":null,"toCategory":"UNCLASSIFIED"},"count":1}]}}"""
    )]
    [InlineData(
        "kind: RECTIFICATION, where: { stage: { neq: CLOSED } }",
        "nodes { on kind stage society { name } rectification { problem } } groups(by: [KIND]) { nodes { key { kind } count closed } }",
        """{"nodes":[{"on":"2022-04-01","kind":null,"stage":"FOUND","society":{"name":"学会2"},"rectification":{"problem":"乙"}},{"on":"2022-05-01","kind":"ORGANIZATION_LIFE","stage":"FOUND","society":{"name":"学会3"},"rectification":{"problem":"丙"}}],"groups":{"nodes":[{"key":{"kind":"ORGANIZATION_LIFE"},"count":1,"closed":0},{"key":{"kind":null},"count":1,"closed":0}]}}"""
    )]
    [InlineData(
        "kind: MEMBER, where: { committeeTree: { eq: $committee } }",
        "groups(by: [MEMBER_STATUS]) { nodes { key { memberStatus } count isSuppressed } }",
        """{"groups":{"nodes":[{"key":{"memberStatus":"FULL"},"count":null,"isSuppressed":true},{"key":{"memberStatus":"PROBATIONARY"},"count":null,"isSuppressed":true}]}}"""
    )]
    public async Task A_register_is_told_as_it_was_counted_by_hand(string asked, string selected, string expected)
    {
        await using var service = await StartAsync();
        var committee = GlobalId.Format("Committee", 1);
        var uses = asked.Contains("$committee", StringComparison.Ordinal) ? "query($committee: ID!) " : "";
        var data = await service.DataAsync($"{uses}{{ register({asked}) {{ {selected} }} }}", uses.Length > 0 ? new { committee } : null);
        data.GetProperty("register").ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task Pages_of_rows_and_groups_go_both_ways()
    {
        await using var service = await StartAsync();
        const string Query = """
            query($after: String, $group: String) { register(kind: BONUS, order: [{ points: DESC }], first: 1, after: $after) {
                totalCount pageInfo { hasNextPage endCursor } nodes { points on }
                groups(by: [BONUS_ITEM], first: 1, after: $group) { totalCount pageInfo { hasNextPage endCursor } nodes { key { bonusItem } } } } }
            """;
        var (rows, groups) = (new List<string>(), new List<string>());
        string? after = null;
        string? group = null;
        var more = true;
        while (more)
        {
            var page = (await service.DataAsync(Query, new { after, group })).GetProperty("register");
            page.GetProperty("totalCount").GetInt32().ShouldBe(4);
            rows.AddRange(page.GetProperty("nodes").EnumerateArray().Select(row => row.GetProperty("on").GetString()!));
            more = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
            if (group is null || groups.Count < 3)
            {
                groups.AddRange(
                    page.GetProperty("groups")
                        .GetProperty("nodes")
                        .EnumerateArray()
                        .Select(row => row.GetProperty("key").GetProperty("bonusItem").GetString()!)
                );
                group = page.GetProperty("groups").GetProperty("pageInfo").GetProperty("endCursor").GetString();
            }
        }

        rows.ShouldBe(["2022-11-11", "2022-11-10", "2022-11-12", "2022-11-13"]);
        groups.ShouldBe(["BONUS_1", "BONUS_2", "BONUS_3"]);
        var last = await service.DataAsync("{ register(kind: BONUS, last: 1) { nodes { on } } }");
        last.GetProperty("register").GetProperty("nodes")[0].GetProperty("on").GetString().ShouldBe("2022-11-13");
    }

    [Theory]
    [InlineData("{ register(kind: BONUS) { groups(by: [GRADE]) { nodes { count } } } }", "SP-INDICATOR-005")]
    [InlineData("{ register(kind: MEMBER) { totalCount } }", "SP-INDICATOR-021")]
    [InlineData("{ register(kind: MEMBER, where: { category: { eq: A } }) { groups(by: []) { nodes { count } } } }", "SP-INDICATOR-005")]
    [InlineData("{ register(kind: UNCOVERED_SOCIETY, ruleSet: \"atlantis\") { totalCount } }", "SP-INDICATOR-002")]
    [InlineData("{ register(kind: BRANCH, knownAt: \"2001-01-01T00:00:00Z\") { totalCount } }", "SP-INDICATOR-003")]
    [InlineData("{ register(kind: BRANCH, where: { branch: { eq: \"Q29tbWl0dGVlOjE\" } }) { totalCount } }", "SP-ID-00")]
    public async Task What_a_register_does_not_have_is_an_error_of_the_query(string query, string code)
    {
        await using var service = await StartAsync();
        (await service.AskAsync(query))
            .GetProperty("errors")[0]
            .GetProperty("extensions")
            .GetProperty("code")
            .GetString()!
            .ShouldStartWith(code);
    }

    /// <summary>Before the first month that is loaded nothing is known: 0 of 0 would say that nothing was there.</summary>
    [Theory]
    [InlineData("coverage(by: [], asOf: \"1950-12-31\") { totalCount }")]
    [InlineData("coverage(by: [MONTH], asOf: \"1950-12-31\") { nodes { societies } }")]
    [InlineData("indicator(id: \"I01\") { values(period: { from: \"1950-01-01\", to: \"1950-12-01\" }) { nodes { numerator } } }")]
    public async Task A_day_before_the_first_month_says_which_months_are_loaded(string field)
    {
        await using var service = await StartAsync();
        var error = (await service.AskAsync($"{{ {field} }}")).GetProperty("errors")[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-INDICATOR-022");
        var months = await graph.Database.LinesAsync(
            "SELECT to_char(min(month), 'YYYY-MM') || ' to ' || to_char(max(month), 'YYYY-MM') FROM mart.coverage_month"
        );
        error.GetProperty("message").GetString().ShouldBe($"No month is loaded up to 1950-12-31. Loaded are {months[0]}.");
    }

    /// <summary>The page about registers shows what can be asked; here it is asked.</summary>
    [Fact]
    public async Task The_examples_of_the_page_are_answered()
    {
        await using var service = await StartAsync();
        var page = await File.ReadAllTextAsync(Path.Combine(Golden.ProjectFolder(), "..", "..", "schema", "README.md"));
        var examples = Example().Matches(page[page.IndexOf("## 11. Registers", StringComparison.Ordinal)..]);
        examples.Count.ShouldBe(7);
        foreach (Match example in examples)
        {
            var text = example.Groups["text"].Value;
            if (example.Groups["language"].Value == "sql")
            {
                foreach (var statement in text.Split(";\n"))
                {
                    (await graph.Database.ScalarAsync<long>($"SELECT count(*) FROM ({statement.TrimEnd(';')}) AS s")).ShouldBeGreaterThan(
                        0,
                        statement
                    );
                }

                continue;
            }

            var data = await service.DataAsync(text);
            foreach (var field in data.EnumerateObject())
            {
                field.Value.ToString().ShouldContain("\"nodes\":[{", Case.Sensitive, text);
            }
        }
    }

    [GeneratedRegex(@"```(?<language>graphql|sql)\n(?<text>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
