using System.Text.Json;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Service.Http;

/// <summary>What a service does not answer it answers over no connection.</summary>
public sealed class ClosedServiceTests : IDisposable
{
    private const string Known = "subscription Known { branchChanged { kind } }";

    private readonly string folder = Directory.CreateTempSubdirectory("societyparty-closed-").FullName;

    public static TheoryData<string> Ways => ["get", "post", "event stream", "event stream by get", "socket"];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_document_that_is_not_registered_is_refused_over_every_connection(string way)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "known.graphql"), Known);
        await using var service = await OpenService.StartAsync(options: new() { Trusted = new TrustOptions(folder, Only: true) });
        (await CodeAsync(service, way, "{ __typename }")).ShouldBe("SP-TRUST-003");
        (await CodeAsync(service, way, Known.Replace("kind", "id", StringComparison.Ordinal))).ShouldBe("SP-TRUST-003");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Introspection_that_is_switched_off_is_refused_over_every_connection(string way)
    {
        await using var service = await OpenService.StartAsync(options: new() { Switches = new(Introspection: false) });
        (await CodeAsync(service, way, "{ __schema { types { name } } }")).ShouldBe("SP-VALIDATE-902");
    }

    [Theory]
    [InlineData("post")]
    [InlineData("socket")]
    public async Task A_service_that_only_reads_refuses_changes(string way)
    {
        await using var service = await OpenService.StartAsync(options: new() { Switches = new(Mutations: false) });
        (await CodeAsync(service, way, "mutation { registerSupportingUnit(input: { name: \"合成\" }) { errors { code } } }")).ShouldBe(
            "SP-MUTATION-001"
        );
    }

    [Fact]
    public async Task A_registered_subscription_is_answered_by_its_name_and_by_its_text()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "known.graphql"), Known);
        await using var service = await OpenService.StartAsync(options: new() { Trusted = new TrustOptions(folder, Only: true) });
        using var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SendAsync("""{"id":"named","type":"subscribe","payload":{"documentId":"known"}}""");
        await client.SubscribeAsync("text", Known);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?documentId=known");
        request.Headers.Add("Accept", "text/event-stream");
        using var stream = await EventStreamClient.OpenAsync(
            await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead)
        );
        service.Hub.SubscriberCount.ShouldBe(3);

        await service.ExecuteAsync("UPDATE graph.branch SET name = '甲' WHERE id = (SELECT min(id) FROM graph.branch)");
        new[] { await client.ReceiveAsync(), await client.ReceiveAsync() }
            .Select(message => message.GetProperty("id").GetString())
            .Order()
            .ShouldBe(["named", "text"]);
        (await stream.NextAsync()).GetRawText().ShouldBe("""{"data":{"branchChanged":{"kind":"CHANGED"}}}""");
    }

    /// <summary>The code of the only error.</summary>
    private static async Task<string?> CodeAsync(OpenService service, string way, string query)
    {
        var errors = way switch
        {
            "socket" => await SocketAsync(service, query),
            "event stream" => await StreamAsync(await service.StreamAsync(query)),
            "event stream by get" => await StreamAsync(await GetStreamAsync(service, query)),
            "post" => await PostAsync(service, query),
            _ => JsonSerializer.Deserialize<JsonElement>(await GetAsync(service, query)).GetProperty("errors"),
        };
        return errors.EnumerateArray().Single().GetProperty("extensions").GetProperty("code").GetString();
    }

    private static async Task<JsonElement> SocketAsync(OpenService service, string query)
    {
        using var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SendAsync(
            JsonSerializer.Serialize(
                new
                {
                    id = "x",
                    type = "subscribe",
                    payload = new { query },
                }
            )
        );
        var answer = await client.ReceiveAsync();
        answer.GetProperty("type").GetString().ShouldBe("error", answer.ToString());
        return answer.GetProperty("payload");
    }

    private static async Task<JsonElement> StreamAsync(EventStreamClient stream)
    {
        using (stream)
        {
            return (await stream.NextAsync()).GetProperty("errors");
        }
    }

    private static async Task<EventStreamClient> GetStreamAsync(OpenService service, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query));
        request.Headers.Add("Accept", "text/event-stream");
        return await EventStreamClient.OpenAsync(await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

    private static async Task<JsonElement> PostAsync(OpenService service, string query)
    {
        using var response = await service.Client.PostAsync("/graphql", System.Net.Http.Json.JsonContent.Create(new { query }));
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()).GetProperty("errors");
    }

    private static async Task<string> GetAsync(OpenService service, string query)
    {
        using var response = await service.Client.GetAsync("/graphql?query=" + Uri.EscapeDataString(query));
        return await response.Content.ReadAsStringAsync();
    }
}
