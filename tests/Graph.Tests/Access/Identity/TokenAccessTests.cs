using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using SocietyParty.Etl.Access;

namespace SocietyParty.Graph.Tests.Access.Identity;

/// <summary>Where everybody signs in, a request shows a token, a cookie or a proxy's word, or gets nothing.</summary>
public sealed class TokenAccessTests : IAsyncLifetime
{
    private const string Query = "{ committees(first: 1) { totalCount } }";
    private const string Change =
        """mutation { registerSupportingUnit(input: { name: "试验单位" }) { supportingUnit { name } errors { code message } } }""";

    private SignInService service = null!;

    public async Task InitializeAsync() => service = await SignInService.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_program_with_a_token_is_answered_and_named_in_what_it_changes()
    {
        var token = await service.TokenAsync("nightly import");
        using var answer = await service.AskAsync(Query, SignInService.Bearer(token));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        // Whoever has a token does not choose a name.
        using var changed = await service.AskAsync(Change, SignInService.Bearer(token), ("X-Actor", "somebody"));
        (await changed.Content.ReadAsStringAsync()).ShouldContain("试验单位");
        (await service.ScalarAsync<string>("SELECT actor FROM graph.change ORDER BY id DESC LIMIT 1")).ShouldBe("nightly import");
        (await TokenStore.ListAsync(service.Graph)).Single().LastUsedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Nothing_is_answered_without_signing_in()
    {
        // Every route there is, so that a new one is protected, too, or is named here.
        string[] open = ["/health", "/healthz", "/readyz", "/favicon.ico"];
        var asked = 0;
        foreach (var route in service.Routes)
        {
            var path =
                "/"
                + string.Join(
                    '/',
                    route.RoutePattern.PathSegments.Select(segment =>
                        segment.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "1"
                    )
                );
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                if (open.Contains(path) || path.StartsWith("/sign-", StringComparison.Ordinal))
                {
                    continue;
                }

                using var response = await service.SendAsync(new HttpMethod(method), path, headers: ("X-Actor", "owner"));
                response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {path}");
                response.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer ");
                asked++;
            }
        }

        asked.ShouldBeGreaterThan(40);
        foreach (
            var path in (string[])["/graphql?sdl", "/graphql?query={__typename}", "/assets/index.js", "/altair/index.html", "/nowhere"]
        )
        {
            using var response = await service.SendAsync(HttpMethod.Get, path);
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
            (await SignInService.CodeAsync(response)).ShouldBe("SP-ACCESS-001");
        }

        foreach (var path in open)
        {
            using var response = await service.SendAsync(HttpMethod.Get, path);
            ((int)response.StatusCode).ShouldBeLessThan(300, path);
        }
    }

    [Fact]
    public async Task A_browser_is_led_to_the_page_and_back()
    {
        using var response = await service.SendAsync(HttpMethod.Get, "/registers/branches?category=A", null, ("Accept", "text/html"));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe("/sign-in?to=%2Fregisters%2Fbranches%3Fcategory%3DA");
    }

    [Theory]
    [InlineData("Bearer spt_unknownunknownunknownunknownunknownunknown")]
    [InlineData("Bearer spt_")]
    [InlineData("Bearer ")]
    [InlineData("Bearer")]
    [InlineData("Basic b3duZXI6b3duZXI=")]
    [InlineData("spt_unknown")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.")]
    public async Task What_is_no_token_is_refused(string header)
    {
        using var response = await service.AskAsync(Query, ("Authorization", header));
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldContain("invalid_token");
        (await SignInService.CodeAsync(response)).ShouldBe("SP-ACCESS-002");
    }

    [Fact]
    public async Task A_token_is_refused_from_its_end_on()
    {
        var token = await service.TokenAsync(days: 1);
        service.Clock.Advance(TimeSpan.FromHours(23));
        (await StatusAsync(SignInService.Bearer(token))).ShouldBe(HttpStatusCode.OK);
        service.Clock.Advance(TimeSpan.FromHours(2));
        (await StatusAsync(SignInService.Bearer(token))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("UPDATE access.token SET revoked_at = now()")]
    [InlineData("UPDATE access.role_grant SET revoked_at = now()")]
    [InlineData("UPDATE access.role_grant SET valid_from = valid_from - 2, valid_to = graph.today()")]
    [InlineData("UPDATE access.role_grant SET valid_from = graph.today() + 1")]
    [InlineData("UPDATE access.account SET disabled_at = now()")]
    public async Task What_is_taken_back_is_gone_at_once(string sql)
    {
        var token = await service.TokenAsync();
        (await StatusAsync(SignInService.Bearer(token))).ShouldBe(HttpStatusCode.OK);
        await service.ExecuteAsync(sql);
        (await StatusAsync(SignInService.Bearer(token))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_proxy_speaks_for_an_account_with_the_shared_secret_only()
    {
        await service.AccountAsync("王芳", "SYSTEM_ADMINISTRATOR");
        var actor = ("X-Actor", Uri.EscapeDataString("王芳"));
        (await StatusAsync(actor)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(actor, ("X-Proxy-Secret", SignInService.ProxySecret[..^1]))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(actor, ("X-Proxy-Secret", ""))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(actor, ("X-Proxy-Secret", SignInService.ProxySecret))).ShouldBe(HttpStatusCode.OK);
        // A name that no account has, and no name.
        (await StatusAsync(("X-Actor", "nobody"), ("X-Proxy-Secret", SignInService.ProxySecret))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(("X-Proxy-Secret", SignInService.ProxySecret))).ShouldBe(HttpStatusCode.Unauthorized);
        using var changed = await service.AskAsync(Change, actor, ("X-Proxy-Secret", SignInService.ProxySecret));
        (await service.ScalarAsync<string>("SELECT actor FROM graph.change ORDER BY id DESC LIMIT 1")).ShouldBe("王芳");
    }

    [Fact]
    public async Task Of_several_roles_one_is_named()
    {
        await service.AccountAsync("王芳", "SYSTEM_ADMINISTRATOR", "RESEARCHER");
        (string, string)[] proxy = [("X-Actor", Uri.EscapeDataString("王芳")), ("X-Proxy-Secret", SignInService.ProxySecret)];
        using var open = await service.AskAsync(Query, proxy);
        open.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SignInService.CodeAsync(open)).ShouldBe("SP-ACCESS-003");
        var grant = await service.ScalarAsync<long>("SELECT id FROM access.role_grant WHERE role = 'RESEARCHER'");
        using var named = await service.AskAsync(
            "{ whoAmI { role can roles { role number } } }",
            [.. proxy, ("X-Role", grant.ToString(System.Globalization.CultureInfo.InvariantCulture))]
        );
        var who = (await named.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("whoAmI");
        who.GetProperty("role").GetString().ShouldBe("RESEARCHER");
        who.GetProperty("roles").GetArrayLength().ShouldBe(2);
        // Somebody else's.
        await service.AccountAsync("李伟", "RESEARCHER");
        var other = await service.ScalarAsync<long>("SELECT max(id) FROM access.role_grant");
        using var foreign = await service.AskAsync(Query, [.. proxy, ("X-Role", $"{other}")]);
        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SignInService.CodeAsync(foreign)).ShouldBe("SP-ACCESS-004");
    }

    [Theory]
    [InlineData("RESEARCHER", false)]
    [InlineData("SYSTEM_ADMINISTRATOR", true)]
    public async Task A_token_says_what_it_can(string role, bool canToo)
    {
        const string ask = "{ whoAmI { can roles { can } } }";
        var token = SignInService.Bearer(await service.TokenAsync("program", role));
        using var answer = await service.AskAsync(ask, token);
        var who = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("whoAmI");
        string?[] can = [.. who.GetProperty("can").EnumerateArray().Select(right => right.GetString())];
        can.ShouldContain("EXPORT");
        // One that manages access takes others back.
        can.Contains("MAKE_TOKENS").ShouldBe(canToo);
        who.GetProperty("roles")[0].GetProperty("can").EnumerateArray().Select(right => right.GetString()).ShouldBe(can);
        var cookie = await service.CookieAsync("li.wei", await service.AccountAsync("li.wei", role));
        using var person = await service.AskAsync(ask, cookie, ("Sec-Fetch-Site", "same-origin"));
        (await person.Content.ReadAsStringAsync()).ShouldContain("MAKE_TOKENS");
    }

    [Fact]
    public async Task A_role_does_what_its_rights_say()
    {
        var researcher = SignInService.Bearer(await service.TokenAsync("research", "RESEARCHER"));
        using var change = await service.AskAsync(Change, researcher);
        change.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SignInService.CodeAsync(change)).ShouldBe("SP-ACCESS-005");
        using var sheet = await service.SendAsync(
            HttpMethod.Post,
            "/import/societies",
            new StringContent("名称", Encoding.UTF8, "text/csv"),
            researcher
        );
        sheet.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var report = await service.SendAsync(HttpMethod.Post, "/reports/editions", JsonContent.Create(new { }), researcher);
        report.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var editions = await service.SendAsync(HttpMethod.Get, "/reports/editions", null, researcher);
        editions.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await editions.Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("errors")[0]
            .GetProperty("code")
            .GetString()
            .ShouldBe("SP-ACCESS-113");
        using var export = await service.SendAsync(HttpMethod.Get, "/export/societies", null, researcher);
        export.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var member = await service.SendAsync(
            HttpMethod.Get,
            "/export/societies",
            null,
            SignInService.Bearer(await MemberTokenAsync())
        );
        member.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await service.ScalarAsync<long>("SELECT count(*) FROM graph.supporting_unit WHERE name = '试验单位'")).ShouldBe(0);
        (await service.RecordedAsync(20)).ShouldContain("research REFUSED SP-ACCESS-005");
    }

    [Fact]
    public async Task Refusals_are_recorded_once_a_minute_without_what_was_shown()
    {
        for (var i = 0; i < 3; i++)
        {
            (await StatusAsync(SignInService.Bearer("spt_guessed"))).ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await RefusalsAsync()).ShouldBe(1);
        service.Clock.Advance(TimeSpan.FromMinutes(2));
        (await StatusAsync(SignInService.Bearer("spt_guessed"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await RefusalsAsync()).ShouldBe(2);
        var detail = await service.ScalarAsync<string>("SELECT detail::text FROM graph.audit_event WHERE action = 'REFUSED' LIMIT 1");
        detail.ShouldNotContain("guessed");
        detail.ShouldContain("127.0.0.1");
        detail.ShouldContain("\"request\"");
        Task<long> RefusalsAsync() => service.ScalarAsync<long>("SELECT count(*) FROM graph.audit_event WHERE action = 'REFUSED'");
    }

    private async Task<string> MemberTokenAsync()
    {
        await service.ExecuteAsync(
            "WITH p AS (INSERT INTO graph.person (person_ref) VALUES ('试验人员') RETURNING id) "
                + "INSERT INTO graph.member (branch_id, member_ref, status, person_id) "
                + "SELECT (SELECT min(id) FROM graph.branch), '试验党员', 'FULL', p.id FROM p"
        );
        return await service.TokenAsync("member", "MEMBER", "试验党员");
    }

    private async Task<HttpStatusCode> StatusAsync(params (string Name, string Value)[] headers)
    {
        using var response = await service.AskAsync(Query, headers);
        return response.StatusCode;
    }
}
