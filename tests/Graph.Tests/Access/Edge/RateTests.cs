using System.Net;
using System.Text.Json;
using SocietyParty.Graph.Tests.Access.Identity;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Access.Edge;

/// <summary>How often one caller and one address may ask, whatever they ask.</summary>
public sealed class RateTests
{
    private const string Query = "{ whoAmI { actor } }";
    private const string Code = "SP-LIMIT-108";

    [Fact]
    public async Task A_token_that_asks_too_often_has_to_wait_and_another_has_not()
    {
        await using var service = await SignInService.StartAsync(options: new() { Rates = new(PerCaller: 3) });
        var busy = SignInService.Bearer(await service.TokenAsync("busy"));
        var other = SignInService.Bearer(await service.TokenAsync("other"));
        foreach (var path in (string[])["/graphql?sdl", "/export/societies", "/nowhere"])
        {
            using var answer = await service.SendAsync(HttpMethod.Get, path, null, busy);
            answer.StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests, path);
        }

        using var refused = await service.AskAsync(Query, busy);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await SignInService.CodeAsync(refused)).ShouldBe(Code);
        using var page = await service.SendAsync(
            HttpMethod.Get,
            "/analysis",
            null,
            busy,
            ("Accept", "text/html"),
            ("Accept-Language", "zh")
        );
        page.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await page.Content.ReadAsStringAsync()).ShouldContain("请求过于频繁");
        using var fine = await service.AskAsync(Query, other);
        fine.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_that_asks_too_often_has_to_wait_whoever_asks_and_probes_have_not()
    {
        await using var service = await SignInService.StartAsync(options: new() { Rates = new(PerAddress: 4) });
        var token = SignInService.Bearer(await service.TokenAsync());
        for (var i = 0; i < 4; i++)
        {
            using var guess = await service.AskAsync(Query, SignInService.Bearer($"spt_guess{i}"));
            guess.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using var refused = await service.AskAsync(Query, token);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        using var form = await service.SendAsync(HttpMethod.Get, "/sign-in");
        form.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        // Of another address, as a trusted proxy says.
        using var elsewhere = await service.AskAsync(
            Query,
            token,
            ("X-Proxy-Secret", SignInService.ProxySecret),
            ("X-Forwarded-For", "203.0.113.9")
        );
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.OK);
        // As anybody may say.
        using var claimed = await service.AskAsync(Query, token, ("X-Forwarded-For", "203.0.113.10"));
        claimed.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        using var probe = await service.SendAsync(HttpMethod.Get, "/healthz");
        probe.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Operations_over_a_socket_count_too()
    {
        await using var service = await SignInService.StartAsync(options: new() { Rates = new(PerCaller: 2) });
        var token = await service.TokenAsync();
        using var socket = await SocketClient.ConnectAsync(service.Address);
        await socket.SendAsync(
            JsonSerializer.Serialize(new { type = "connection_init", payload = new { authorization = $"Bearer {token}" } })
        );
        (await socket.ReceiveAsync()).GetProperty("type").GetString().ShouldBe("connection_ack");
        for (var i = 0; i < 3; i++)
        {
            await socket.SendAsync(
                JsonSerializer.Serialize(
                    new
                    {
                        id = $"{i}",
                        type = "subscribe",
                        payload = new { query = Query },
                    }
                )
            );
        }

        var said = new List<string>();
        while (said.Count < 5)
        {
            said.Add((await socket.ReceiveAsync()).GetRawText());
        }

        said.Count(message => message.Contains("\"type\":\"next\"", StringComparison.Ordinal)).ShouldBe(2);
        said.Single(message => message.Contains("\"type\":\"error\"", StringComparison.Ordinal)).ShouldContain(Code);
    }

    [Fact]
    public async Task Where_nobody_signs_in_nobody_is_counted()
    {
        await using var service = await OpenService.StartAsync(options: new ServiceOptions { Rates = new(1, 1) });
        for (var i = 0; i < 5; i++)
        {
            using var answer = await service.Client.GetAsync(new Uri("/graphql?query={__typename}", UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }
}
