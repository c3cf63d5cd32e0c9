using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Npgsql;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using SocietyParty.Graph.Tests.Service.Start;
using SocietyParty.Schema;

namespace SocietyParty.Graph.Tests.Service.Telemetry;

/// <summary>The program with a collector beside it: what is exported, and what never is.</summary>
public sealed class ServiceTelemetryTests
{
    // Each stands in one place of one request, and nowhere else in the world.
    private const string InDocument = "QX7-DOC";
    private const string InVariable = "QX7-VAR";
    private const string InAddress = "QX7-GET";
    private const string InAlias = "QX7_ALIAS";
    private const string InRefused = "QX7-BAD";
    private const string InMutation = "QX7-MUT";
    private const string Name = "钱未知";
    private const string InSheet = "QX7-CSV";

    [Fact]
    public async Task Requests_statements_loads_imports_and_subscriptions_are_exported_without_anything_of_people()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        var graph = await SampleDatabase.NewAsync();
        await using (
            var service = ServiceProcess.Start(
                ["--urls", ServiceProcess.AnyAddress],
                new Dictionary<string, string?>(collector.Environment) { ["ConnectionStrings__Graph"] = graph }
            )
        )
        {
            await service.ReadyAsync();
            await UseAsync(service.Address, graph);
            await collector.NumberAsync("societyparty.subscription.subscribers");
            (await service.InterruptAsync()).ShouldBe(0);
        }

        var spans = collector.Spans;
        spans.ShouldAllBe(span => span.Service == "societyparty-graph" && span.Version == ProgramVersion.Text);

        var query = spans.Single(span => span.Tags.GetValueOrDefault("graphql.operation.name") == "People");
        query.Name.ShouldBe("graphql query");
        query.Tags["graphql.operation.type"].ShouldBe("query");
        query.Tags["graphql.document.hash"].Length.ShouldBe(64);
        Inside(spans, query).Select(span => span.Name).ShouldBe(["parse", "validate", "coerce", "bind", "cost", "plan", "write", "run"]);
        var run = Inside(spans, query).Last();
        var statement = Inside(spans, run).Single();
        (statement.Source, statement.Tags["db.npgsql.data_source"], statement.Tags.ContainsKey("db.query.text")).ShouldBe(
            ("Npgsql", "reads", false)
        );
        var request = spans.Single(span => span.Id == query.Parent);
        (request.Tags["http.route"], request.Tags["http.response.status_code"]).ShouldBe(("/graphql", "200"));
        request.Tags.ShouldNotContainKey("url.query");

        var mutation = spans.Single(span => span.Name == "graphql mutation");
        Inside(spans, mutation)
            .Select(span => span.Tags.GetValueOrDefault("db.query.text", ""))
            .ShouldContain(text => text.Contains("INSERT INTO graph.person", StringComparison.Ordinal) && text.Contains("@p0"));
        spans.ShouldContain(span => span.Name == "graphql subscription");
        spans
            .Where(span => span.Tags.GetValueOrDefault("error.type", "").StartsWith("SP-VALIDATE", StringComparison.Ordinal))
            .ShouldHaveSingleItem();
        spans.Single(span => span.Name == "import").Tags["societyparty.import.inserted"].ShouldBe("1");
        spans.ShouldContain(span => span.Name == "load" && span.Tags.ContainsKey("societyparty.load.run_id"));
        spans.ShouldNotContain(span => span.Tags.GetValueOrDefault("url.path") == "/healthz");

        var numbers = collector.Numbers;
        foreach (
            var expected in (string[])
                [
                    "http.server.request.duration",
                    "societyparty.operation.duration",
                    "societyparty.stage.duration",
                    "societyparty.load.duration",
                    "societyparty.load.rows",
                    "societyparty.import.rows",
                    "societyparty.subscription.connections",
                    "societyparty.subscription.subscribers",
                    "societyparty.subscription.events",
                    "societyparty.subscription.results",
                    "db.client.operation.duration",
                    "db.client.connection.count",
                    "dotnet.gc.collections",
                ]
        )
        {
            numbers.ShouldContain(expected);
        }

        foreach (var secret in (string[])[InDocument, InVariable, InAddress, InAlias, InRefused, InMutation, Name, InSheet])
        {
            collector.HasHeard(secret).ShouldBeFalse(secret);
        }

        collector.HasHeard(new NpgsqlConnectionStringBuilder(graph).Password!).ShouldBeFalse();
    }

    private static async Task UseAsync(string address, string graph)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address), Timeout = OpenService.Patience };
        (await client.GetAsync("/healthz")).IsSuccessStatusCode.ShouldBeTrue();
        await AskAsync(
            client,
            "query People { "
                + InAlias
                + ": persons(where: { reference: { eq: \""
                + InDocument
                + "\" } }) { totalCount nodes { reference } } }",
            null
        );
        await AskAsync(
            client,
            "query ($w: PersonFilterInput) { persons(where: $w) { totalCount } }",
            new { w = new { reference = new { eq = InVariable } } }
        );
        var asked = Uri.EscapeDataString("{ persons(where: { reference: { eq: \"" + InAddress + "\" } }) { totalCount } }");
        (await client.GetAsync("/graphql?query=" + asked)).IsSuccessStatusCode.ShouldBeTrue();
        await client.PostAsJsonAsync("/graphql", new { query = "{ nobody(named: \"" + InRefused + "\") { id } }" });

        using var listen = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "subscription { branchChanged { branch { name } } }" }),
        };
        listen.Headers.Accept.ParseAdd("text/event-stream");
        using var stream = await EventStreamClient.OpenAsync(await client.SendAsync(listen, HttpCompletionOption.ResponseHeadersRead));
        await using var database = NpgsqlDataSource.Create(graph);
        await using var rename = database.CreateCommand(
            """
            UPDATE graph.branch SET name = name || '一'
            WHERE id = (SELECT min(id) FROM graph.branch WHERE status = 'ESTABLISHED') RETURNING name
            """
        );
        var branch = (string)(await rename.ExecuteScalarAsync())!;
        (await stream.ReceiveAsync())!.Value.Name.ShouldBe("next");
        // What was sent is counted when more is asked for: a second event shows that it was.
        await rename.ExecuteScalarAsync();
        (await stream.ReceiveAsync())!.Value.Data.ShouldContain(branch + "一");

        var changed = await AskAsync(
            client,
            "mutation ($r: String!, $n: String) { registerPerson(input: { reference: $r, name: $n }) "
                + "{ person { reference } errors { code } } }",
            new { r = InMutation, n = Name }
        );
        changed.GetProperty("registerPerson").GetProperty("person").GetProperty("reference").GetString().ShouldBe(InMutation);

        using var sheet = new StringContent($"人员编号,所在党组织,党员状态\n{InSheet},{branch}一,正式党员\n", Encoding.UTF8, "text/csv");
        using var imported = await client.PostAsync($"/import/members?fileName={InSheet}.csv", sheet);
        (await imported.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("inserted").GetInt32().ShouldBe(1);
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, string query, object? variables)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        answer.TryGetProperty("data", out var data).ShouldBeTrue(answer.ToString());
        return data;
    }

    /// <summary>The spans right inside one, in the order in which they ended.</summary>
    private static IEnumerable<OtlpSpan> Inside(IReadOnlyList<OtlpSpan> spans, OtlpSpan outer) =>
        spans.Where(span => span.Parent == outer.Id && span.Trace == outer.Trace);
}
