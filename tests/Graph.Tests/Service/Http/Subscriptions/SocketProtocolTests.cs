using System.Net;
using System.Net.WebSockets;
using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Http.Subscriptions;

/// <summary>graphql-transport-ws, message by message.</summary>
public sealed class SocketProtocolTests : IAsyncLifetime
{
    private const string Init = """{"type":"connection_init"}""";
    private const string Subscribe = """{"id":"1","type":"subscribe","payload":{"query":"subscription { branchChanged { kind } }"}}""";

    private OpenService service = null!;

    public async Task InitializeAsync() => service = await OpenService.StartAsync(new() { OperationsMax = 2, MessageBytesMax = 2_000 });

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData(4400, "nonsense")]
    [InlineData(4400, "[]")]
    [InlineData(4400, """{"type":"start"}""")]
    [InlineData(4400, """{"type":"connection_init","payload":3}""")]
    [InlineData(4400, Init, """{"type":"subscribe","payload":{"query":"{ __typename }"}}""")]
    [InlineData(4400, Init, """{"type":"subscribe","id":"","payload":{"query":"{ __typename }"}}""")]
    [InlineData(4400, Init, """{"type":"subscribe","id":"1"}""")]
    [InlineData(4400, Init, """{"type":"subscribe","id":"1","payload":{"query":7}}""")]
    [InlineData(4400, Init, """{"type":"complete"}""")]
    [InlineData(4401, Subscribe)]
    [InlineData(4409, Init, Subscribe, Subscribe)]
    [InlineData(4429, Init, Init)]
    public async Task What_a_client_may_not_say_closes_the_socket(int code, params string[] messages)
    {
        using var client = await service.SocketAsync();
        foreach (var message in messages)
        {
            await client.SendAsync(message);
        }

        await ReadToCloseAsync(client);
        client.Closed!.Value.Code.ShouldBe(code, client.Closed.Value.Reason);
    }

    [Fact]
    public async Task A_binary_or_oversized_message_closes_the_socket()
    {
        using var binary = await service.SocketAsync();
        await binary.SendAsync(Init, WebSocketMessageType.Binary);
        await ReadToCloseAsync(binary);
        binary.Closed!.Value.Code.ShouldBe(4400);
        using var large = await service.SocketAsync();
        await large.SendAsync(Init.PadRight(2_000));
        (await large.ReceiveAsync()).GetRawText().ShouldBe("""{"type":"connection_ack"}""");
        await large.SendAsync("""{"type":"ping"}""".PadRight(2_001));
        await ReadToCloseAsync(large);
        large.Closed!.Value.Code.ShouldBe(1009);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task Another_subprotocol_is_closed(string? protocol)
    {
        try
        {
            using var client = await SocketClient.ConnectAsync(service.Address, protocol);
            await ReadToCloseAsync(client);
            client.Closed!.Value.Code.ShouldBe(4406);
        }
        catch (WebSocketException refused) when (protocol is not null)
        {
            // A client that wanted a protocol gives up by itself when none is chosen.
            refused.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_socket_that_does_not_initialise_is_closed()
    {
        await using var impatient = await OpenService.StartAsync(new() { InitMs = 1 });
        using var client = await impatient.SocketAsync();
        await ReadToCloseAsync(client);
        client.Closed!.Value.Code.ShouldBe(4408);
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_payload()
    {
        using var client = await service.SocketAsync();
        client.SubProtocol.ShouldBe("graphql-transport-ws");
        await client.SendAsync("""{"type":"ping","payload":{"a":1}}""");
        (await client.ReceiveAsync()).GetRawText().ShouldBe("""{"type":"pong","payload":{"a":1}}""");
    }

    [Fact]
    public async Task A_query_gives_one_result_and_completes()
    {
        using var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SendAsync(
            """{"id":"q","type":"subscribe","payload":{"query":"query ($n: Int) { branches(first: $n) { totalCount } }","variables":{"n":1}}}"""
        );
        (await client.ReceiveAsync())
            .GetRawText()
            .ShouldBe("""{"id":"q","type":"next","payload":{"data":{"branches":{"totalCount":109}}}}""");
        (await client.ReceiveAsync()).GetRawText().ShouldBe("""{"id":"q","type":"complete"}""");
    }

    [Theory]
    [InlineData("{ nothing }", "SP-VALIDATE")]
    [InlineData("{", "SP-SYNTAX")]
    [InlineData("subscription { branchChanged { kind } coverageLoaded { asOf } }", "SP-VALIDATE-204")]
    [InlineData("subscription { branchChanged(branch: \"nonsense\") { kind } }", "SP-ID-001")]
    [InlineData("subscription { branchChanged(branch: \"U29jaWV0eTox\") { kind } }", "SP-ID-002")]
    [InlineData("subscription { branchChanged { branch { members(first: 501) { nodes { status } } } } }", "SP-PAGE-002")]
    public async Task An_operation_that_cannot_start_is_an_error_and_the_socket_lives(string query, string code)
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
        var error = await client.ReceiveAsync();
        error.GetProperty("type").GetString().ShouldBe("error", error.ToString());
        error.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString()!.ShouldStartWith(code);
        await client.SubscribeAsync("x", "subscription { branchChanged { kind } }");
    }

    [Fact]
    public async Task One_operation_more_than_the_limit_is_an_error_until_another_is_completed()
    {
        using var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SubscribeAsync("1", "subscription { branchChanged { kind } }");
        await client.SubscribeAsync("2", "subscription { branchChanged { kind } }");
        await client.SendAsync(Subscribe.Replace("\"1\"", "\"3\"", StringComparison.Ordinal));
        (await client.ReceiveAsync())
            .GetProperty("payload")[0]
            .GetProperty("extensions")
            .GetProperty("code")
            .GetString()
            .ShouldBe("SP-LIMIT-103");
        await client.SendAsync("""{"id":"1","type":"complete"}""");
        await client.SubscribeAsync("3", "subscription { branchChanged { kind } }");
    }

    [Fact]
    public async Task Who_completes_or_leaves_is_told_nothing_more_and_leaves_nothing_behind()
    {
        using var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SubscribeAsync("a", "subscription { a: branchChanged { kind } }");
        await client.SubscribeAsync("b", "subscription { b: branchChanged { kind } }");
        service.Hub.GroupCount.ShouldBe(2);
        await client.SendAsync("""{"id":"a","type":"complete"}""");
        await Eventually.BeAsync(() => service.Hub.GroupCount == 1);
        await service.ExecuteAsync("UPDATE graph.branch SET name = '一' WHERE id = (SELECT min(id) FROM graph.branch)");
        (await client.NextAsync("b")).GetRawText().ShouldBe("""{"data":{"b":{"kind":"CHANGED"}}}""");
        client.Abort();
        await Eventually.BeAsync(() => service.Hub.GroupCount == 0 && service.Connections.Count == 0);
    }

    [Fact]
    public async Task The_service_says_goodbye_when_it_stops()
    {
        await using var stopped = await OpenService.StartAsync();
        using var client = await stopped.SocketAsync();
        await client.InitAsync();
        var stopping = stopped.StopAsync();
        await ReadToCloseAsync(client);
        client.Closed!.Value.Code.ShouldBe(1001);
        await stopping;
    }

    [Theory]
    [InlineData("http://example.org", null)]
    [InlineData("null", null)]
    [InlineData("https://maps.example.org", "https://maps.example.org")]
    public async Task A_page_of_another_origin_opens_no_connection_unless_it_is_allowed(string origin, string? allowed)
    {
        await using var guarded = await OpenService.StartAsync(options: new() { Switches = new(AllowedOrigins: allowed ?? "") });
        using var stream = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        stream.Headers.Add("Accept", "text/event-stream");
        stream.Headers.Add("Origin", origin);
        using var answer = await guarded.Client.SendAsync(stream);
        answer.StatusCode.ShouldBe(allowed is null ? HttpStatusCode.Forbidden : HttpStatusCode.OK);
        if (allowed is null)
        {
            (
                await Should.ThrowAsync<WebSocketException>(() => SocketClient.ConnectAsync(guarded.Address, origin: origin))
            ).Message.ShouldContain("403");
        }
        else
        {
            (await SocketClient.ConnectAsync(guarded.Address, origin: origin)).Dispose();
        }
    }

    [Fact]
    public async Task A_page_of_the_service_itself_may_connect()
    {
        using var client = await SocketClient.ConnectAsync(service.Address, origin: service.Address.GetLeftPart(UriPartial.Authority));
        await client.InitAsync();
    }

    [Fact]
    public async Task One_connection_more_than_the_limit_is_refused_until_another_leaves()
    {
        await using var small = await OpenService.StartAsync(new() { ConnectionsMax = 2 });
        using var stream = await small.StreamAsync("subscription { branchChanged { kind } }");
        stream.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var socket = await small.SocketAsync())
        {
            (await Should.ThrowAsync<WebSocketException>(small.SocketAsync)).Message.ShouldContain("503");
            using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
            request.Headers.Add("Accept", "text/event-stream");
            using var refused = await small.Client.SendAsync(request);
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("SP-LIMIT-102");
            socket.Abort();
        }

        await Eventually.BeAsync(() => small.Connections.Count == 1);
        (await small.SocketAsync()).Dispose();
    }

    private static async Task ReadToCloseAsync(SocketClient client)
    {
        while (client.Closed is null)
        {
            await client.ReceiveAsync();
        }
    }
}
