using System.Net;
using OtpNet;
using SocietyParty.Etl.Access;

namespace SocietyParty.Graph.Tests.Access.Identity;

/// <summary>Signing in with a local account, in a browser without scripts.</summary>
public sealed class SignInPageTests : IAsyncLifetime
{
    private const string Query = "{ whoAmI { actor role } }";

    private SignInService service = null!;

    public async Task InitializeAsync() => service = await SignInService.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "密码", "登录")]
    [InlineData("en-GB", "Password", "Sign in")]
    public async Task The_page_is_in_both_languages_and_has_no_script(string language, string password, string button)
    {
        using var response = await service.SendAsync(HttpMethod.Get, "/sign-in", null, ("Accept-Language", language));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain(password);
        page.ShouldContain($"<button>{button}</button>");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("<style");
        page.ShouldNotContain("style=");
        page.ShouldNotContain("http://");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe-inline");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var style = await service.SendAsync(HttpMethod.Get, "/sign-in/style.css");
        style.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
    }

    [Theory]
    [InlineData("Li.Wei")]
    [InlineData("ＬＩ.ＷＥＩ")]
    public async Task A_name_in_other_letters_signs_in_the_same_account(string written)
    {
        var password = await service.AccountAsync("li.wei", "RESEARCHER");
        using var response = await service.SignInAsync(written, password);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var answer = await service.AskAsync(Query, SignInService.CookieOf(response), service.Own);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"actor\":\"li.wei\"");
    }

    [Fact]
    public async Task A_person_signs_in_is_answered_and_signs_out()
    {
        var password = await service.AccountAsync("li.wei", "RESEARCHER");
        using var response = await service.SignInAsync("li.wei", password, to: "/registers/branches?category=A");
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        response.Headers.Location!.ToString().ShouldBe("/registers/branches?category=A");
        var set = response.Headers.GetValues("Set-Cookie").Single();
        set.ShouldStartWith("sp-session=");
        set.ShouldContain("httponly", Case.Insensitive);
        set.ShouldContain("samesite=lax", Case.Insensitive);
        // On this machine's own address there is no TLS.
        set.ShouldNotContain("secure", Case.Insensitive);
        var cookie = SignInService.CookieOf(response);
        using var answer = await service.AskAsync(Query, cookie, service.Own);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"whoAmI\":{\"actor\":\"li.wei\",\"role\":\"RESEARCHER\"}");
        using var gone = await service.SendAsync(HttpMethod.Post, "/sign-out", null, cookie, service.Own);
        gone.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        // Whoever kept the cookie has nothing.
        using var after = await service.AskAsync(Query, cookie, service.Own);
        after.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.RecordedAsync(2)).ShouldBe(["li.wei SIGN_OUT li.wei", "li.wei SIGN_IN li.wei"]);
    }

    [Theory]
    [InlineData("graph.example.org")]
    [InlineData("192.0.2.7:5080")]
    public async Task Beyond_this_machine_the_cookie_goes_over_TLS_alone(string host)
    {
        var password = await service.AccountAsync("li.wei", "RESEARCHER");
        using var response = await service.SignInAsync("li.wei", password, "", "/", ("Host", host), ("Origin", $"https://{host}"));
        var set = response.Headers.GetValues("Set-Cookie").Single();
        set.ShouldStartWith("__Host-sp-session=");
        set.ShouldContain("secure", Case.Insensitive);
        set.ShouldContain("path=/", Case.Insensitive);
        set.ShouldNotContain("domain", Case.Insensitive);
    }

    [Theory]
    [InlineData("li.wei", "wrong password")]
    [InlineData("nobody", "wrong password")]
    [InlineData("", "")]
    public async Task Every_failure_looks_the_same(string name, string password)
    {
        await service.AccountAsync("li.wei", "RESEARCHER");
        using var response = await service.SignInAsync(name, password, "", "/", service.Own, ("Accept-Language", "en"));
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("the account, the password or the code is wrong, or there were too many tries");
        page.ShouldNotContain("wrong password");
    }

    [Fact]
    public async Task Too_many_tries_lock_the_account_for_a_while_that_grows()
    {
        var password = await service.AccountAsync("li.wei", "RESEARCHER");
        await FailAsync(5);
        (await StatusAsync(password)).ShouldBe(HttpStatusCode.Unauthorized);
        service.Clock.Advance(TimeSpan.FromSeconds(59));
        (await StatusAsync(password)).ShouldBe(HttpStatusCode.Unauthorized);
        service.Clock.Advance(TimeSpan.FromSeconds(2));
        await FailAsync(1);
        service.Clock.Advance(TimeSpan.FromSeconds(61));
        (await StatusAsync(password)).ShouldBe(HttpStatusCode.Unauthorized);
        service.Clock.Advance(TimeSpan.FromSeconds(60));
        (await StatusAsync(password)).ShouldBe(HttpStatusCode.SeeOther);
        // And the count begins anew.
        await FailAsync(4);
        (await StatusAsync(password)).ShouldBe(HttpStatusCode.SeeOther);
        (await service.RecordedAsync(2)).ShouldBe(["li.wei SIGN_IN li.wei", "li.wei SIGN_IN_FAILED li.wei"]);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_keeps_nobody_locked_until_it_is_there_again()
    {
        var password = await service.AccountAsync("li.wei", "RESEARCHER");
        await FailAsync(5);
        (await StatusAsync(password)).ShouldBe(HttpStatusCode.Unauthorized);
        service.Clock.AdjustTime(service.Clock.GetUtcNow().AddDays(-1));
        (await StatusAsync(password)).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Many_tries_at_the_same_moment_are_no_more_than_one_after_the_other()
    {
        var password = await service.AccountAsync("li.wei", "RESEARCHER");
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => StatusAsync("wrong")));
        (await service.ScalarAsync<int>("SELECT failed_count FROM access.account")).ShouldBe(5);
        (await StatusAsync(password)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_address_that_tries_on_and_on_has_to_wait()
    {
        HttpStatusCode last = default;
        for (var i = 0; i < 21; i++)
        {
            using var response = await service.SignInAsync($"nobody{i}", "x");
            last = response.StatusCode;
        }

        last.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task With_a_second_factor_a_code_is_needed_and_taken_once()
    {
        var password = await service.AccountAsync("li.wei", "RESEARCHER");
        var link = (await AccountStore.SetSecondFactorAsync(service.Graph, "li.wei", true))!;
        var secret = System.Web.HttpUtility.ParseQueryString(new Uri(link).Query)["secret"]!;
        string Code() => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(service.Clock.GetUtcNow().UtcDateTime);
        (await StatusAsync(password)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(password, "000000")).ShouldBe(HttpStatusCode.Unauthorized);
        var code = Code();
        (await StatusAsync("wrong", code)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(password, code)).ShouldBe(HttpStatusCode.SeeOther);
        (await StatusAsync(password, code)).ShouldBe(HttpStatusCode.Unauthorized);
        service.Clock.Advance(TimeSpan.FromSeconds(60));
        (await StatusAsync(password, Code())).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_session_ends_without_use_and_in_any_case()
    {
        var cookie = await service.CookieAsync("li.wei", await service.AccountAsync("li.wei", "RESEARCHER"));
        // Each use keeps it, up to its last hour.
        for (var i = 0; i < 13; i++)
        {
            service.Clock.Advance(TimeSpan.FromMinutes(50));
            (await StatusAsync(cookie)).ShouldBe(HttpStatusCode.OK, $"{i}");
        }

        service.Clock.Advance(TimeSpan.FromMinutes(80));
        (await StatusAsync(cookie)).ShouldBe(HttpStatusCode.Unauthorized);
        var idle = await service.CookieAsync("wang.fang", await service.AccountAsync("wang.fang", "RESEARCHER"));
        service.Clock.Advance(TimeSpan.FromMinutes(61));
        (await StatusAsync(idle)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_new_password_ends_every_session_of_the_account()
    {
        var cookie = await service.CookieAsync("li.wei", await service.AccountAsync("li.wei", "RESEARCHER"));
        (await StatusAsync(cookie)).ShouldBe(HttpStatusCode.OK);
        var password = await AccountStore.ResetPasswordAsync(service.Graph, "li.wei");
        (await StatusAsync(cookie)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(await service.CookieAsync("li.wei", password))).ShouldBe(HttpStatusCode.OK);
        await AccountStore.SetDisabledAsync(service.Graph, "li.wei", true);
        (await StatusAsync(password, "")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("X-Nothing", "")]
    public async Task Another_sites_page_changes_nothing_with_the_cookie(string header, string value)
    {
        var password = await service.AccountAsync("li.wei", "SYSTEM_ADMINISTRATOR");
        var cookie = await service.CookieAsync("li.wei", password);
        using var asked = await service.AskAsync(Query, cookie, (header, value));
        asked.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SignInService.CodeAsync(asked)).ShouldBe("SP-ACCESS-006");
        using var entered = await service.SignInAsync("li.wei", password, "", "/", (header, value));
        entered.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var left = await service.SendAsync(HttpMethod.Post, "/sign-out", null, cookie, (header, value));
        left.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        // Signed in as before.
        using var own = await service.AskAsync(Query, cookie, ("Sec-Fetch-Site", "same-origin"));
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/registers\r\nSet-Cookie: a=b")]
    [InlineData("/sign-in/role")]
    public async Task Nobody_is_led_to_another_site(string to)
    {
        using var response = await service.SignInAsync("li.wei", await service.AccountAsync("li.wei", "RESEARCHER"), to: to);
        response.Headers.Location!.ToString().ShouldBe("/");
        using var page = await service.SendAsync(HttpMethod.Get, "/sign-in?to=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));
        (await page.Content.ReadAsStringAsync()).ShouldNotContain("<script");
    }

    [Fact]
    public async Task Of_several_roles_a_person_chooses_one()
    {
        var cookie = await service.CookieAsync("li.wei", await service.AccountAsync("li.wei", "RESEARCHER", "SYSTEM_ADMINISTRATOR"));
        using var led = await service.SendAsync(HttpMethod.Get, "/analysis", null, cookie, ("Accept", "text/html"));
        led.Headers.Location!.ToString().ShouldBe("/sign-in/role?to=%2Fanalysis");
        using var program = await service.AskAsync(Query, cookie, service.Own);
        (await SignInService.CodeAsync(program)).ShouldBe("SP-ACCESS-003");
        using var page = await service.SendAsync(HttpMethod.Get, "/sign-in/role?to=%2Fanalysis", null, cookie);
        var text = await page.Content.ReadAsStringAsync();
        text.ShouldContain("研究人员");
        text.ShouldContain("系统管理员");
        var grant = await service.ScalarAsync<long>("SELECT id FROM access.role_grant WHERE role = 'RESEARCHER'");
        (await ChooseAsync(cookie, $"{grant}")).Headers.Location!.ToString().ShouldBe("/analysis");
        using var chosen = await service.AskAsync(Query, cookie, service.Own);
        (await chosen.Content.ReadAsStringAsync()).ShouldContain("RESEARCHER");
        // Another's role, one that was taken back, and none at all.
        await service.AccountAsync("other", "SYSTEM_ADMINISTRATOR");
        foreach (var wrong in (string[])["", "x", "0", $"{await service.ScalarAsync<long>("SELECT max(id) FROM access.role_grant")}"])
        {
            (await ChooseAsync(cookie, wrong)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, wrong);
        }
    }

    [Fact]
    public async Task What_is_left_of_the_roles_is_taken_and_without_any_it_is_said_so()
    {
        var cookie = await service.CookieAsync("li.wei", await service.AccountAsync("li.wei", "RESEARCHER", "SYSTEM_ADMINISTRATOR"));
        await RevokeAsync("RESEARCHER");
        using var left = await service.AskAsync(Query, cookie, service.Own);
        (await left.Content.ReadAsStringAsync()).ShouldContain("SYSTEM_ADMINISTRATOR");
        // The one that was chosen goes, and of two others none is meant.
        await ChooseAsync(cookie, $"{await service.ScalarAsync<long>("SELECT max(id) FROM access.role_grant")}");
        await GrantStore.GrantAsync(service.Graph, "li.wei", "RESEARCHER");
        await GrantStore.GrantAsync(service.Graph, "li.wei", "COMMITTEE_ADMINISTRATOR", "1");
        await RevokeAsync("SYSTEM_ADMINISTRATOR");
        using var open = await service.AskAsync(Query, cookie, service.Own);
        (await SignInService.CodeAsync(open)).ShouldBe("SP-ACCESS-003");
        await RevokeAsync("RESEARCHER");
        await RevokeAsync("COMMITTEE_ADMINISTRATOR");
        using var none = await service.AskAsync(Query, cookie, service.Own);
        none.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SignInService.CodeAsync(none)).ShouldBe("SP-ACCESS-004");
        using var fresh = await service.AskAsync(
            Query,
            await service.CookieAsync("wang.fang", await service.AccountAsync("wang.fang")),
            service.Own
        );
        (await SignInService.CodeAsync(fresh)).ShouldBe("SP-ACCESS-004");
        // A person is led to the page that says so and has the way out.
        using var led = await service.SendAsync(HttpMethod.Get, "/analysis", null, cookie, ("Accept", "text/html"));
        led.Headers.Location!.ToString().ShouldBe("/sign-in/role?to=%2Fanalysis");
    }

    private Task RevokeAsync(string role) =>
        service.ExecuteAsync($"UPDATE access.role_grant SET revoked_at = now(), revoked_by = 'tests' WHERE role = '{role}'");

    [Fact]
    public async Task Signing_in_takes_no_session_on()
    {
        var password = await service.AccountAsync("li.wei", "RESEARCHER");
        var before = await service.CookieAsync("li.wei", password);
        using var response = await service.SignInAsync("li.wei", password, "", "/", before, service.Own);
        var after = SignInService.CookieOf(response);
        after.ShouldNotBe(before);
        (await StatusAsync(before)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(after)).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> ChooseAsync((string, string) cookie, string grant) =>
        await service.SendAsync(
            HttpMethod.Post,
            "/sign-in/role",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["grant"] = grant, ["to"] = "/analysis" }),
            cookie,
            service.Own
        );

    private async Task FailAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await StatusAsync("wrong")).ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    private async Task<HttpStatusCode> StatusAsync(string password, string code = "")
    {
        using var response = await service.SignInAsync("li.wei", password, code);
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> StatusAsync((string, string) cookie)
    {
        using var response = await service.AskAsync(Query, cookie, service.Own);
        return response.StatusCode;
    }
}
