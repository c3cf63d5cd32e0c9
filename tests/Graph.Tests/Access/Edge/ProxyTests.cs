using System.Net;
using SocietyParty.Graph.Tests.Access.Identity;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Access.Edge;

/// <summary>What a proxy in front says, and whose word counts.</summary>
public sealed class ProxyTests
{
    private static readonly (string, string) Https = ("X-Forwarded-Proto", "https");
    private static readonly (string, string) Secret = ("X-Proxy-Secret", SignInService.ProxySecret);

    [Fact]
    public async Task Browsers_are_told_to_stay_with_TLS_when_they_came_over_it()
    {
        await using var service = await SignInService.StartAsync();
        (await HstsAsync(service, Secret, Https)).ShouldBe("max-age=31536000");
        // Nobody else's word counts, and on this machine's own name nothing is said.
        (await HstsAsync(service, Https)).ShouldBeNull();
        (await HstsAsync(service, Secret)).ShouldBeNull();
        await using var silent = await SignInService.StartAsync(options: new() { Edge = new(HstsDays: 0) });
        (await HstsAsync(silent, Secret, Https)).ShouldBeNull();
    }

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.7", "203.0.113.7", true)]
    [InlineData("127.0.0.0/8", "203.0.113.7", "203.0.113.7", true)]
    // What the client said itself stands before the proxy's word.
    [InlineData("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7", true)]
    // Two proxies in a row.
    [InlineData("127.0.0.1;10.0.0.5", "203.0.113.7, 10.0.0.5", "203.0.113.7", true)]
    [InlineData("10.0.0.5", "203.0.113.7", "127.0.0.1", false)]
    [InlineData("", "203.0.113.7", "127.0.0.1", false)]
    public async Task A_named_proxy_says_from_where_a_request_comes(string named, string forwarded, string address, bool isHttps)
    {
        await using var service = await SignInService.StartAsync(options: new() { Edge = new(Proxies: named) });
        using var failed = await service.SignInAsync("nobody", "x", "", "/", service.Own, ("X-Forwarded-For", forwarded), Https);
        failed.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.ScalarAsync<string>("SELECT detail ->> 'address' FROM graph.audit_event WHERE action = 'SIGN_IN_FAILED'")).ShouldBe(
            address
        );
        (await HstsAsync(service, Https)).ShouldBe(isHttps ? "max-age=31536000" : null);
        // It does not say who asks: that takes the secret.
        await service.AccountAsync("li.wei", "SYSTEM_ADMINISTRATOR");
        using var claimed = await service.AskAsync("{ whoAmI { actor } }", ("X-Actor", "li.wei"));
        claimed.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/graph")]
    [InlineData("")]
    public async Task Below_a_path_every_address_begins_with_it_whether_the_proxy_passes_it_on(string passed)
    {
        await using var service = await SignInService.StartAsync(options: new() { Edge = new("/graph") });
        using var led = await service.SendAsync(HttpMethod.Get, $"{passed}/analysis?by=KIND", null, ("Accept", "text/html"));
        led.Headers.Location!.ToString().ShouldBe("/graph/sign-in?to=%2Fgraph%2Fanalysis%3Fby%3DKIND");
        using var form = await service.SendAsync(HttpMethod.Get, $"{passed}/sign-in?to=%2Fgraph%2Fanalysis");
        var page = await form.Content.ReadAsStringAsync();
        page.ShouldContain("action=\"/graph/sign-in\"");
        page.ShouldContain("value=\"/graph/analysis\"");
        page.ShouldNotContain("=\"/sign-in");
        using var style = await service.SendAsync(HttpMethod.Get, $"{passed}/sign-in/style.css");
        style.StatusCode.ShouldBe(HttpStatusCode.OK);
        var password = await service.AccountAsync("li.wei", "SYSTEM_ADMINISTRATOR");
        foreach (
            var (to, expected) in (Dictionary<string, string>)
                new()
                {
                    ["/graph/analysis"] = "/graph/analysis",
                    ["/other"] = "/graph/",
                    ["/"] = "/graph/",
                }
        )
        {
            using var entered = await service.SignInAsync("li.wei", password, to: to);
            entered.Headers.Location!.ToString().ShouldBe(expected);
        }

        var cookie = await service.CookieAsync("li.wei", password);
        using var office = await service.SendAsync(HttpMethod.Get, $"{passed}/registers/societies", null, cookie, ("Accept", "text/html"));
        var html = await office.Content.ReadAsStringAsync();
        // Where the pages were not built, a page says so.
        if (html.Contains("/assets/", StringComparison.Ordinal))
        {
            html.ShouldContain("\"/graph/assets/");
            html.ShouldNotContain("\"./");
            html.ShouldNotContain("\"/assets/");
        }

        using var asked = await service.SendAsync(
            HttpMethod.Post,
            $"{passed}/graphql",
            System.Net.Http.Json.JsonContent.Create(new { query = "{ whoAmI { actor } }" }),
            cookie,
            service.Own
        );
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string?> HstsAsync(SignInService service, params (string, string)[] headers)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/sign-in", null, [("Host", "graph.example.org"), .. headers]);
        return answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values.Single() : null;
    }
}
