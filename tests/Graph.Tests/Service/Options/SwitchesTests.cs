using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Npgsql;
using SocietyParty.Graph.Tests.Sample;

namespace SocietyParty.Graph.Tests.Service.Options;

public sealed class SwitchesTests
{
    [Fact]
    public async Task What_is_switched_off_says_so_and_the_rest_works()
    {
        await using var service = await ServiceRun.StartAsync(new() { Switches = new(Introspection: false, GraphiQL: false) });
        foreach (
            var (query, code) in ((string, string)[])
                [
                    ("{ __schema { types { name } } }", "SP-VALIDATE-902"),
                    ("query ($n: Int) { branches(frst: $n) { totalCount } }", "SP-VALIDATE"),
                    ("{ branchs { totalCount } }", "SP-VALIDATE"),
                ]
        )
        {
            var error = (await service.PostAsync(new { query })).GetProperty("errors")[0];
            error.GetProperty("extensions").GetProperty("code").GetString()!.ShouldStartWith(code);
            error.GetProperty("message").GetString()!.ShouldNotContain("Did you mean");
        }

        var filter = await service.PostAsync(
            new
            {
                query = "query ($w: BranchFilterInput) { branches(where: $w) { totalCount } }",
                variables = new { w = new { nam = new { eq = "a" } } },
            }
        );
        filter.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldNotContain("Did you mean");
        (await service.PostAsync(new { query = "{ __typename branches(first: 1) { nodes { __typename } } }" }))
            .GetProperty("data")
            .GetProperty("__typename")
            .GetString()
            .ShouldBe("Query");

        foreach (var path in (string[])["/graphql", "/altair/index.html", "/altair/main.js"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
            using var response = await service.Client.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await response.Content.ReadAsStringAsync()).ShouldContain("page for queries is switched off");
        }
    }

    [Fact]
    public async Task The_cost_is_told_to_who_asks()
    {
        await using var service = await ServiceRun.StartAsync(new() { Cost = new(TypeCostMax: 100) });
        var query = "query ($n: Int) { branches(first: $n) { nodes { society { name } } } }";
        var plain = await service.PostAsync(new { query, variables = new { n = 10 } });
        plain.TryGetProperty("extensions", out _).ShouldBeFalse();
        var reported = await service.PostAsync(new { query, variables = new { n = 10 } }, "report");
        JsonSerializer.Serialize(reported.GetProperty("extensions")).ShouldBe("""{"operationCost":{"fieldCost":21,"typeCost":22}}""");
        reported.GetProperty("data").GetProperty("branches").GetProperty("nodes").GetArrayLength().ShouldBe(10);
        (await service.PostAsync(new { query, variables = new { n = 49 } }, "validate"))
            .ToString()
            .ShouldBe("""{"extensions":{"operationCost":{"fieldCost":60,"typeCost":100}}}""");
        var refused = (await service.PostAsync(new { query, variables = new { n = 50 } }, "report"))
            .GetProperty("errors")[0]
            .GetProperty("extensions");
        refused.ToString().ShouldBe("""{"code":"SP-LIMIT-021","typeCost":102,"typeCostMax":100}""");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        await using var service = await ServiceRun.StartAsync(new() { Http = new(BodyBytesMax: 1_000) });
        var error = (await service.PostAsync(new { query = "{ branches { totalCount } }" + new string(' ', 1_000) })).GetProperty("errors")[
            0
        ];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-HTTP-003");
        error.GetProperty("message").GetString()!.ShouldContain("Limits__BodyBytesMax");
    }

    [Fact]
    public async Task A_statement_over_its_time_is_told_with_its_fields()
    {
        var graph = await SampleDatabase.NewAsync();
        await using var service = await ServiceRun.StartAsync(new() { Http = new(StatementMsMax: 100) }, graph);
        await using var blocker = new NpgsqlConnection(graph);
        await blocker.OpenAsync();
        // Whoever waits for a lock takes as long as it likes.
        await using var transaction = await blocker.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("LOCK TABLE graph.branch IN ACCESS EXCLUSIVE MODE", blocker, transaction);
        await command.ExecuteNonQueryAsync();
        var error = (await service.PostAsync(new { query = "{ all: branches { totalCount } }" })).GetProperty("errors")[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-LIMIT-003");
        error.GetProperty("path")[0].GetString().ShouldBe("all");
    }
}
