using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using SocietyParty.Etl.Access;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Access.Identity;

/// <summary>A real OpenID Connect provider beside the service.</summary>
public sealed class ProviderFixture : IAsyncLifetime
{
    internal ProviderHost Provider { get; private set; } = null!;

    internal SignInService Service { get; private set; } = null!;

    internal ForgedTokens Tokens => new(Provider, DateTimeOffset.UtcNow);

    public async Task InitializeAsync()
    {
        Provider = await ProviderHost.StartAsync();
        Service = await SignInService.StartAsync(
            new AccessSettings { Provider = new(Provider.Address, ProviderHost.Client, ProviderHost.ClientSecret, ProviderHost.Audience) }
        );
        await AccountStore.CreateAsync(Service.Graph, "wang.fang", provider: (Provider.Issuer, ProviderHost.Subject));
        await GrantStore.GrantAsync(Service.Graph, "wang.fang", "RESEARCHER");
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        await Provider.DisposeAsync();
    }
}

/// <summary>Tokens of the organization's provider, and people who sign in there.</summary>
public sealed class ProviderTests(ProviderFixture fixture) : IClassFixture<ProviderFixture>
{
    private const string Query = "{ whoAmI { actor role } }";

    private SignInService Service => fixture.Service;

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    public async Task A_token_of_the_provider_is_taken(string algorithm)
    {
        using var answer = await Service.AskAsync(Query, SignInService.Bearer(fixture.Tokens.Good(algorithm)));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"actor\":\"wang.fang\",\"role\":\"RESEARCHER\"");
    }

    [Fact]
    public async Task A_token_that_the_provider_issues_is_taken()
    {
        using var client = new HttpClient();
        using var issued = await client.PostAsync(
            new Uri(fixture.Provider.Address + "/token"),
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials",
                    ["client_id"] = ProviderHost.Client,
                    ["client_secret"] = ProviderHost.ClientSecret,
                }
            )
        );
        var token = (await issued.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
        using var answer = await Service.AskAsync(Query, SignInService.Bearer(token));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("wang.fang");
    }

    public static TheoryData<string> Forgeries => [.. new ForgedTokens(null!, default).All.Keys];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_token_is_refused(string kind)
    {
        using var answer = await Service.AskAsync(Query, SignInService.Bearer(fixture.Tokens.All[kind]()));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SignInService.CodeAsync(answer)).ShouldBe("SP-ACCESS-002");
        using var socket = await SocketClient.ConnectAsync(Service.Address);
        await socket.SendAsync(
            JsonSerializer.Serialize(
                new { type = "connection_init", payload = new { authorization = $"Bearer {fixture.Tokens.All[kind]()}" } }
            )
        );
        (await socket.ReceiveAsync()).ValueKind.ShouldBe(JsonValueKind.Undefined);
        socket.Closed!.Value.Code.ShouldBe(4403);
    }

    [Fact]
    public void There_are_more_than_thirty_two_forgeries() => Forgeries.Count.ShouldBeGreaterThan(32);

    [Fact]
    public async Task A_person_signs_in_at_the_provider()
    {
        var (callback, cookies) = await ProviderAnswerAsync("/analysis");
        using var back = await Service.SendAsync(HttpMethod.Get, callback.PathAndQuery, null, cookies);
        back.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await back.Content.ReadAsStringAsync());
        back.Headers.Location!.ToString().ShouldBe("/analysis");
        var session = back.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("sp-session=", StringComparison.Ordinal));
        using var answer = await Service.AskAsync(Query, ("Cookie", session.Split(';')[0]), Service.Own);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"actor\":\"wang.fang\"");
        // The provider's answer works in the browser that asked, which has forgotten its question now.
        back.Headers.GetValues("Set-Cookie").Count(set => set.Contains("01 Jan 1970", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        var (other, _) = await ProviderAnswerAsync("/analysis");
        using var elsewhere = await Service.SendAsync(HttpMethod.Get, other.PathAndQuery);
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Who_has_no_account_here_is_told_what_to_ask_for()
    {
        await Service.ExecuteAsync("UPDATE access.account SET issuer_subject = 'moved' WHERE name = 'wang.fang'");
        try
        {
            var (callback, cookies) = await ProviderAnswerAsync("/");
            using var back = await Service.SendAsync(HttpMethod.Get, callback.PathAndQuery, null, cookies);
            back.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            var page = await back.Content.ReadAsStringAsync();
            page.ShouldContain("SP-ACCESS-007");
            page.ShouldContain(ProviderHost.Subject);
        }
        finally
        {
            await Service.ExecuteAsync($"UPDATE access.account SET issuer_subject = '{ProviderHost.Subject}' WHERE name = 'wang.fang'");
        }
    }

    private async Task<(Uri Callback, (string, string) Cookies)> ProviderAnswerAsync(string to)
    {
        using var led = await Service.SendAsync(HttpMethod.Get, "/sign-in/provider?to=" + Uri.EscapeDataString(to));
        led.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        led.Headers.Location!.ToString().ShouldStartWith(fixture.Provider.Address + "/authorize?");
        led.Headers.Location.Query.ShouldContain("code_challenge=");
        var cookies = string.Join("; ", led.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var back = await browser.GetAsync(led.Headers.Location);
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect, await back.Content.ReadAsStringAsync());
        return (back.Headers.Location!, ("Cookie", cookies));
    }
}

/// <summary>A provider that changes its keys; with a service of its own.</summary>
public sealed class KeyRotationTests(ProviderFixture fixture) : IClassFixture<ProviderFixture>
{
    [Fact]
    public async Task New_keys_are_taken_and_withdrawn_ones_are_not()
    {
        var before = fixture.Tokens.Good("RS256");
        (await StatusAsync(before)).ShouldBe(HttpStatusCode.OK);
        using var next = RSA.Create(2048);
        fixture.Provider.Rotate(next, "rsa-2");
        var after = fixture.Tokens.Rotated(next, "rsa-2");
        // The first that names an unknown key has the keys asked for.
        await Eventually.BeAsync(async () => await StatusAsync(after) == HttpStatusCode.OK);
        (await StatusAsync(before)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var answer = await fixture.Service.AskAsync("{ __typename }", SignInService.Bearer(token));
        return answer.StatusCode;
    }
}
