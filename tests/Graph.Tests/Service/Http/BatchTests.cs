using System.Net;
using System.Text;
using System.Text.Json;
using Npgsql;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;

namespace SocietyParty.Graph.Tests.Service.Http;

/// <summary>Several operations in one request: off unless switched on, answered in order.</summary>
public sealed class BatchTests
{
    private const string Requests =
        """[{"query":"{ a: __typename }"},{"query":"{ nothing }"},{"query":"query ($n: Int) { branches(first: $n) { nodes { id } } }","variables":{"n":0}}]""";
    private const string Variables =
        """{"query":"query ($c: BranchCategory!) { branches(where: { category: { eq: $c } }) { totalCount } }","variables":[{"c":"A"},{"c":"B"},{"c":"D"},{"c":"C"}]}""";

    [Theory]
    [InlineData(Requests, "Switches__RequestBatching=true")]
    [InlineData(Variables, "Switches__VariableBatching=true")]
    public async Task A_batch_is_refused_with_the_switch_that_allows_it(string body, string hint)
    {
        await using var service = await OpenService.StartAsync();
        var (status, answer) = await PostAsync(service, body);
        var error = answer.GetProperty("errors")[0];
        (status, error.GetProperty("extensions").GetProperty("code").GetString()).ShouldBe((HttpStatusCode.BadRequest, "SP-HTTP-005"));
        error.GetProperty("message").GetString()!.ShouldContain(hint);
    }

    [Fact]
    public async Task Each_switch_allows_its_kind_only_and_results_come_in_order()
    {
        await using var requests = await OpenService.StartAsync(options: new() { Switches = new(RequestBatching: true) });
        (await PostAsync(requests, Variables)).Status.ShouldBe(HttpStatusCode.BadRequest);
        var list = (await PostAsync(requests, Requests)).Answer;
        list.GetArrayLength().ShouldBe(3);
        list[0].GetRawText().ShouldBe("""{"data":{"a":"Query"}}""");
        list[1].TryGetProperty("data", out _).ShouldBeFalse();
        list[2].GetRawText().ShouldBe("""{"data":{"branches":{"nodes":[]}}}""");

        await using var variables = await OpenService.StartAsync(options: new() { Switches = new(VariableBatching: true) });
        (await PostAsync(variables, Requests)).Status.ShouldBe(HttpStatusCode.BadRequest);
        list = (await PostAsync(variables, Variables)).Answer;
        list.EnumerateArray()
            .Select(item =>
                item.TryGetProperty("data", out var data) ? data.GetProperty("branches").GetProperty("totalCount").GetInt32() : -1
            )
            .ShouldBe([4, 44, -1, 61]);
    }

    [Fact]
    public async Task A_statement_that_fails_is_told_in_its_own_place()
    {
        await using var service = await OpenService.StartAsync(
            options: new()
            {
                Switches = new(RequestBatching: true),
                Http = new() { StatementMsMax = 200 },
            }
        );
        await using var connection = await service.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var locking = new NpgsqlCommand("LOCK TABLE graph.assessment", connection))
        {
            await locking.ExecuteNonQueryAsync();
        }

        var (status, list) = await PostAsync(
            service,
            """[{"query":"{ a: __typename }"},{"query":"{ b: branches { nodes { latestAssessment { year } } } }"},{"query":"{ branches(first: 0) { nodes { id } } }"}]"""
        );
        status.ShouldBe(HttpStatusCode.OK);
        list[0].GetRawText().ShouldBe("""{"data":{"a":"Query"}}""");
        var error = list[1].GetProperty("errors")[0];
        (error.GetProperty("extensions").GetProperty("code").GetString(), error.GetProperty("path")[0].GetString()).ShouldBe(
            ("SP-LIMIT-003", "b")
        );
        list[2].GetRawText().ShouldBe("""{"data":{"branches":{"nodes":[]}}}""");
    }

    [Theory]
    [InlineData("[]", "SP-HTTP-005")]
    [InlineData("""[{"query":"{ __typename }"},3]""", "SP-HTTP-002")]
    [InlineData("""[[{"query":"{ __typename }"}]]""", "SP-HTTP-005")]
    [InlineData(
        """[{"query":"{ __typename }"},{"query":"{ __typename }"},{"query":"{ __typename }"},{"query":"{ __typename }"}]""",
        "SP-LIMIT-101"
    )]
    [InlineData("""{"query":"{ __typename }","variables":[]}""", "SP-HTTP-005")]
    [InlineData("""{"query":"{ __typename }","variables":[{},{},{},{}]}""", "SP-LIMIT-101")]
    [InlineData("""{"query":"{ __typename }","variables":[3]}""", "SP-HTTP-004")]
    [InlineData("""[{"query":"{ __typename }","variables":[{}]}]""", "SP-HTTP-004")]
    public async Task A_malformed_batch_is_refused_as_a_whole(string body, string code)
    {
        await using var service = await OpenService.StartAsync(
            new() { BatchMax = 3 },
            new() { Switches = new(RequestBatching: true, VariableBatching: true) }
        );
        var (status, answer) = await PostAsync(service, body);
        (status, answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()).ShouldBe(
            (HttpStatusCode.BadRequest, code)
        );
    }

    [Fact]
    public async Task A_batch_at_its_limit_is_answered()
    {
        await using var service = await OpenService.StartAsync(
            new() { BatchMax = 2 },
            new() { Switches = new(RequestBatching: true, VariableBatching: true) }
        );
        foreach (
            var body in (string[])
                ["""[{"query":"{ __typename }"},{"query":"{ __typename }"}]""", """{"query":"{ __typename }","variables":[{},{}]}"""]
        )
        {
            (await PostAsync(service, body))
                .Answer.GetRawText()
                .ShouldBe("""[{"data":{"__typename":"Query"}},{"data":{"__typename":"Query"}}]""");
        }
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(OpenService service, string body)
    {
        using var response = await service.Client.PostAsync("/graphql", new StringContent(body, Encoding.UTF8, "application/json"));
        return (response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()));
    }
}
