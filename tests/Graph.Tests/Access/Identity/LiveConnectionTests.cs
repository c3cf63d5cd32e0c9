using System.Net;
using System.Text.Json;
using SocietyParty.Etl.Access;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;

namespace SocietyParty.Graph.Tests.Access.Identity;

/// <summary>Sockets and event streams are open as long as who opened them may, and no longer.</summary>
public sealed class LiveConnectionTests : IAsyncLifetime
{
    private const string Subscription = "subscription { branchChanged { kind } }";
    private const int Forbidden = 4403;

    private SignInService service = null!;

    public async Task InitializeAsync() => service = await SignInService.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("""{"type":"connection_init"}""")]
    [InlineData("""{"type":"connection_init","payload":{}}""")]
    [InlineData("""{"type":"connection_init","payload":{"authorization":5}}""")]
    [InlineData("""{"type":"connection_init","payload":{"authorization":"spt_x"}}""")]
    [InlineData("""{"type":"connection_init","payload":{"authorization":"Bearer spt_x"}}""")]
    public async Task A_socket_that_says_nobody_is_closed(string init)
    {
        using var socket = await SocketClient.ConnectAsync(service.Address);
        await socket.SendAsync(init);
        (await socket.ReceiveAsync()).ValueKind.ShouldBe(JsonValueKind.Undefined);
        socket.Closed!.Value.Code.ShouldBe(Forbidden);
    }

    [Fact]
    public async Task A_socket_asks_for_nothing_before_it_says_who_it_is()
    {
        using var socket = await SocketClient.ConnectAsync(service.Address);
        await socket.SendAsync(
            JsonSerializer.Serialize(
                new
                {
                    id = "1",
                    type = "subscribe",
                    payload = new { query = "{ committees { totalCount } }" },
                }
            )
        );
        (await socket.ReceiveAsync()).ValueKind.ShouldBe(JsonValueKind.Undefined);
        socket.Closed!.Value.Code.ShouldBe(4401);
    }

    [Fact]
    public async Task A_socket_whose_header_is_refused_does_not_open()
    {
        await Should.ThrowAsync<System.Net.WebSockets.WebSocketException>(() =>
            SocketClient.ConnectAsync(service.Address, authorization: "Bearer spt_unknown")
        );
    }

    public static TheoryData<string> Endings =>
        [
            "UPDATE access.token SET revoked_at = now()",
            "DELETE FROM access.token",
            "UPDATE access.role_grant SET revoked_at = now()",
            "UPDATE access.account SET disabled_at = now()",
        ];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task What_is_taken_back_closes_the_socket(string sql)
    {
        using var socket = await OpenAsync(await service.TokenAsync());
        var other = await service.TokenAsync("other");
        await socket.SubscribeAsync("1", Subscription);
        await service.ExecuteAsync(sql + Only(sql));
        (await socket.ReceiveAsync()).ValueKind.ShouldBe(JsonValueKind.Undefined);
        socket.Closed!.Value.Code.ShouldBe(Forbidden);
        await Eventually.BeAsync(() => service.Watched == 0);
        // Another's is open still.
        using var open = await OpenAsync(other);
        await open.SubscribeAsync("1", Subscription);
    }

    [Fact]
    public async Task An_expired_token_closes_the_socket()
    {
        var token = await service.TokenAsync(days: 1);
        using var socket = await OpenAsync(token);
        await socket.SubscribeAsync("1", Subscription);
        service.Clock.Advance(TimeSpan.FromHours(23));
        // Still there: what is asked is answered.
        await socket.SubscribeAsync("2", Subscription);
        service.Clock.Advance(TimeSpan.FromHours(2));
        (await socket.ReceiveAsync()).ValueKind.ShouldBe(JsonValueKind.Undefined);
        socket.Closed!.Value.Code.ShouldBe(Forbidden);
    }

    [Fact]
    public async Task A_revoked_token_breaks_its_event_stream_off()
    {
        var token = await service.TokenAsync();
        var response = await service.StreamAsync(Subscription, SignInService.Bearer(token));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var stream = await EventStreamClient.OpenAsync(response);
        await service.ExecuteAsync("SELECT pg_notify('branch_changed', 'MANY')");
        (await stream.NextAsync()).ToString().ShouldContain("MANY");
        await TokenStore.RevokeAsync(service.Graph, "program");
        await Should.ThrowAsync<IOException>(async () =>
        {
            while (await stream.ReceiveAsync() is not null)
            {
                // Signs of life.
            }
        });
        using var again = await service.StreamAsync(Subscription, SignInService.Bearer(token));
        again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_out_closes_what_the_browser_holds_open()
    {
        var cookie = await service.CookieAsync("owner", await service.AccountAsync("owner", "SYSTEM_ADMINISTRATOR"));
        var response = await service.StreamAsync(Subscription, cookie, service.Own);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var stream = await EventStreamClient.OpenAsync(response);
        using var gone = await service.SendAsync(HttpMethod.Post, "/sign-out", null, cookie, service.Own);
        await Should.ThrowAsync<IOException>(async () =>
        {
            while (await stream.ReceiveAsync() is not null)
            {
                // Signs of life.
            }
        });
    }

    [Fact]
    public async Task What_changed_while_the_channel_was_lost_is_found_when_it_is_back()
    {
        using var socket = await OpenAsync(await service.TokenAsync());
        await socket.SubscribeAsync("1", Subscription);
        // Nobody hears of it: the trigger is off.
        await service.ExecuteAsync(
            "ALTER TABLE access.token DISABLE TRIGGER token_is_audited; UPDATE access.token SET revoked_at = now(); "
                + "ALTER TABLE access.token ENABLE TRIGGER token_is_audited"
        );
        await service.ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'SocietyParty.Graph events' "
                + "AND datname = current_database()"
        );
        JsonElement message;
        do
        {
            // First the subscriber hears that it may have missed something.
            message = await socket.ReceiveAsync();
        } while (message.ValueKind != JsonValueKind.Undefined);

        socket.Closed!.Value.Code.ShouldBe(Forbidden);
    }

    private async Task<SocketClient> OpenAsync(string token)
    {
        var socket = await SocketClient.ConnectAsync(service.Address);
        await socket.SendAsync($$$"""{"type":"connection_init","payload":{"authorization":"Bearer {{{token}}}"}}""");
        (await socket.ReceiveAsync()).GetProperty("type").GetString().ShouldBe("connection_ack");
        return socket;
    }

    /// <summary>The program's alone.</summary>
    private static string Only(string sql)
    {
        const string account = "(SELECT id FROM access.account WHERE name = 'program')";
        return sql.Contains("access.token", StringComparison.Ordinal) ? " WHERE name = 'program'"
            : sql.Contains("role_grant", StringComparison.Ordinal) ? $" WHERE account_id = {account}"
            : " WHERE name = 'program'";
    }
}
