using System.Text.Json;
using System.Text.Json.Nodes;
using SocietyParty.Graph.Tests.Etl.Generate;
using SocietyParty.Graph.Tests.Etl.Load;
using SocietyParty.Graph.Tests.Etl.WhatIf;
using SocietyParty.Graph.Tests.Rules;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Http;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary><c>whatIf</c> over HTTP: the same figures as on the command line.</summary>
public sealed class ReplayQueryTests : IAsyncLifetime
{
    private const string Asked = "query ($draft: String!, $from: Date! = \"2022-05-01\", $to: Date! = \"2022-06-30\") ";

    private LoadDatabase database = null!;
    private ServiceHost service = null!;

    public async Task InitializeAsync()
    {
        database = await LoadDatabase.WithSampleAsync();
        service = await ServiceHost.StartAsync(database.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    private static string Draft() =>
        DraftFile.Text("coverage", coverage => coverage["organization"]!["forms"] = new JsonArray("BRANCH"), of: "chongqing-2022");

    [Fact]
    public async Task A_draft_is_replayed_beside_other_fields()
    {
        var data = await service.DataAsync(
            Asked
                + """
                {
                  before: committees { totalCount }
                  replay: whatIf(ruleSet: $draft, from: $from, to: $to) {
                    __typename
                    errors { code }
                    report {
                      ruleSetCode inPlaceOf sections
                      days { on: day organization { numeratorBefore denominatorBefore numeratorAfter denominatorAfter } }
                      counts { societies categories }
                      societies(limit: 1) { __typename societyId society committeeId coverage isCoveredBefore isCoveredAfter firstDay dayCount }
                    }
                  }
                }
                """,
            new { draft = Draft() }
        );
        const string Expected = """
            {"before":{"totalCount":1},"replay":{"__typename":"WhatIf","errors":[],"report":{"ruleSetCode":"draft-2027","inPlaceOf":["chongqing-2022"],"sections":["coverage"],"days":[{"on":"2022-05-31","organization":{"numeratorBefore":107,"denominatorBefore":109,"numeratorAfter":46,"denominatorAfter":109}},{"on":"2022-06-30","organization":{"numeratorBefore":107,"denominatorBefore":109,"numeratorAfter":46,"denominatorAfter":109}}],"counts":{"societies":122,"categories":0},"societies":[{"__typename":"WhatIfSociety","societyId":"SOCIETY","society":"学会49","committeeId":"COMMITTEE","coverage":"ORGANIZATION","isCoveredBefore":true,"isCoveredAfter":false,"firstDay":"2022-05-31","dayCount":2}]}}}
            """;
        data.GetRawText()
            .ShouldBe(
                Expected
                    .Replace("SOCIETY", GlobalId.Format("Society", 49), StringComparison.Ordinal)
                    .Replace("COMMITTEE", GlobalId.Format("Committee", 1), StringComparison.Ordinal)
            );
    }

    [Fact]
    public async Task Nothing_is_touched_and_a_known_rule_set_goes_by_its_code()
    {
        const string Rows =
            "SELECT md5(string_agg(r.xmin::text || r.xmax || r, '|' ORDER BY r.id)) || (SELECT count(*) FROM graph.touched) "
            + "FROM graph.rule_set AS r";
        var before = await database.ScalarAsync<string>(Rows);
        var data = await service.DataAsync(
            Asked
                + "{ a: whatIf(ruleSet: $draft, from: $from, to: $to) { report { counts { societies } } } "
                + "b: whatIf(ruleSet: \"chongqing-2022\", from: $from, to: $to) { report { counts { societies } inPlaceOf } } }",
            new { draft = Draft() }
        );
        data.GetRawText()
            .ShouldBe(
                """{"a":{"report":{"counts":{"societies":122}}},"b":{"report":{"counts":{"societies":0},"inPlaceOf":["chongqing-2022"]}}}"""
            );
        (await database.ScalarAsync<string>(Rows)).ShouldBe(before);
    }

    [Theory]
    [InlineData("{}", null, null, "SP-RULES-001", "$")]
    [InlineData("{ \"code\": ", null, null, "SP-RULES-001", "$")]
    [InlineData("none-2020", null, null, "SP-RULES-005", null)]
    [InlineData("default", "2022-07-01", null, "SP-REPLAY-001", null)]
    [InlineData("default", "2010-01-01", null, "SP-REPLAY-002", null)]
    public async Task What_is_refused_is_among_the_errors(string ruleSet, string? from, string? to, string code, string? path)
    {
        var data = await service.DataAsync(
            Asked + "{ whatIf(ruleSet: $draft, from: $from, to: $to) { errors { code path message hint } report { title } } }",
            new
            {
                draft = ruleSet,
                from = from ?? "2022-05-01",
                to = to ?? "2022-06-30",
            }
        );
        var replay = data.GetProperty("whatIf");
        replay.GetProperty("report").ValueKind.ShouldBe(JsonValueKind.Null);
        var error = replay.GetProperty("errors")[0];
        error.GetProperty("code").GetString().ShouldBe(code);
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        error.GetProperty("hint").GetString().ShouldNotBeNullOrEmpty();
        (error.GetProperty("path").GetString()?[..1]).ShouldBe(path);
    }

    [Fact]
    public async Task A_committee_is_named_by_its_identity()
    {
        const string Query =
            Asked + "{ whatIf(ruleSet: $draft, from: $from, to: $to, committee: \"ID\") { report { counts { societies } } } }";
        var data = await service.DataAsync(
            Query.Replace("ID", GlobalId.Format("Committee", 1), StringComparison.Ordinal),
            new { draft = Draft() }
        );
        data.GetProperty("whatIf").GetProperty("report").GetProperty("counts").GetProperty("societies").GetInt32().ShouldBe(122);
        var answer = await service.AskAsync(
            Query.Replace("ID", GlobalId.Format("Society", 1), StringComparison.Ordinal),
            new { draft = Draft() }
        );
        var error = answer.GetProperty("errors")[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-ID-001");
        error.GetProperty("path")[0].GetString().ShouldBe("whatIf");
    }

    /// <summary>An identity is a key: what its digits are part of is another committee.</summary>
    [Fact]
    public async Task A_committee_that_is_not_there_is_none_whose_name_has_its_digits()
    {
        await database.ExecuteAsync("UPDATE graph.committee SET name = name || '第3'");
        var data = await service.DataAsync(
            Asked
                + $"{{ whatIf(ruleSet: $draft, from: $from, to: $to, committee: \"{GlobalId.Format("Committee", 3)}\") "
                + "{ errors { code message } report { title } } }",
            new { draft = Draft() }
        );
        data.GetProperty("whatIf").GetProperty("report").ValueKind.ShouldBe(JsonValueKind.Null);
        var error = data.GetProperty("whatIf").GetProperty("errors").EnumerateArray().Single();
        error.GetProperty("code").GetString().ShouldBe("SP-REPLAY-003");
        error.GetProperty("message").GetString()!.ShouldContain(GlobalId.Format("Committee", 3));
    }

    /// <summary>Every field of the contract, of a city in which every list has rows.</summary>
    [Fact]
    public async Task Every_field_is_answered()
    {
        await using var city = await ServiceHost.StartAsync(await City.ConnectionStringAsync());
        var schema = WebHost.SchemaOfContract();
        var selection = Selection((ObjectType)schema.Types.Single(type => type.Name == "WhatIf"));
        selection.ShouldContain("lateDaysAfter");
        var set = JsonNode.Parse(ReplayedCityTests.Draft())!;
        set["workPoints"] = JsonNode.Parse(CityRules.Content.GetProperty("workPoints").GetRawText());
        set["workPoints"]!["committeeMeetings"]!["everyMonths"]!["value"] = 6;
        set["assessment"]!["grades"]!["bands"]![0]!["from"]!["value"] = 85;
        var data = await city.DataAsync(
            $"query ($draft: String!) {{ whatIf(ruleSet: $draft, from: \"2024-01-01\", to: \"2026-06-30\") {selection} }}",
            new { draft = set.ToJsonString() }
        );
        var report = data.GetProperty("whatIf").GetProperty("report");
        foreach (var list in new[] { "categories", "societies", "committees", "activities", "suggestions", "results", "duties" })
        {
            report.GetProperty(list).GetArrayLength().ShouldBeGreaterThan(0, list);
            report
                .GetProperty("counts")
                .GetProperty(list)
                .GetInt32()
                .ShouldBeGreaterThanOrEqualTo(report.GetProperty(list).GetArrayLength());
        }
    }

    private static string Selection(ObjectType type) =>
        "{ "
        + string.Join(
            ' ',
            type.Fields.Select(field => field.Type.Named is ObjectType inner ? $"{field.Name} {Selection(inner)}" : field.Name)
        )
        + " }";
}
