using System.Net;
using System.Text.RegularExpressions;
using SocietyParty.Etl.Access;
using SocietyParty.Graph.Tests.Service.Start;

namespace SocietyParty.Graph.Tests.Access.Identity;

/// <summary>The first way in: a link that the program shows whoever starts it.</summary>
public sealed partial class OwnerLinkTests
{
    [Fact]
    public async Task A_start_shows_a_link_that_signs_its_owner_in_once()
    {
        var folder = Directory.CreateTempSubdirectory("societyparty-owner-").FullName;
        try
        {
            await using var program = ServiceProcess.Start(
                ["--data", folder, "--urls", ServiceProcess.AnyAddress],
                new Dictionary<string, string?> { ["Access__Mode"] = "SignIn" }
            );
            await program.ReadyAsync();
            var link = new Uri(Link().Match(program.Output).Value);
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
            using var nobody = await client.GetAsync(new Uri(link, "/graphql?query={__typename}"));
            nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            // To look at the link is not to use it.
            (await client.GetStringAsync(link)).ShouldContain("form method=\"post\"");
            using var used = await UseAsync(client, link);
            used.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(link, "/graphql?query={whoAmI{actor,role}}"));
            var (name, value) = SignInService.CookieOf(used);
            request.Headers.Add(name, value);
            using var answer = await client.SendAsync(request);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("\"actor\":\"owner\",\"role\":\"SYSTEM_ADMINISTRATOR\"");
            using var again = await UseAsync(client, link);
            again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Each_start_has_its_own_link_and_an_owner_without_a_role_has_none()
    {
        await using var service = await SignInService.StartAsync();
        var first = (await OwnerLink.MakeAsync(service.Graph)).ShouldNotBeNull();
        var second = (await OwnerLink.MakeAsync(service.Graph)).ShouldNotBeNull();
        (await UseAsync(service.Client, new Uri(service.Address, $"/sign-in/link?code={first}"))).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized
        );
        service.Clock.Advance(TimeSpan.FromMinutes(61));
        (await UseAsync(service.Client, new Uri(service.Address, $"/sign-in/link?code={second}"))).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized
        );
        await service.ExecuteAsync("UPDATE access.role_grant SET revoked_at = now(), revoked_by = 'chen'");
        (await OwnerLink.MakeAsync(service.Graph)).ShouldBeNull();
    }

    [Fact]
    public async Task An_account_that_somebody_called_owner_gets_nothing()
    {
        await using var service = await SignInService.StartAsync();
        await service.AccountAsync(OwnerLink.Owner);
        (await OwnerLink.MakeAsync(service.Graph)).ShouldBeNull();
        (await service.ScalarAsync<long>("SELECT count(*) FROM access.role_grant")).ShouldBe(0);
    }

    private static Task<HttpResponseMessage> UseAsync(HttpClient client, Uri link)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(link, "/sign-in/link"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = link.Query["?code=".Length..] }),
        };
        request.Headers.Add("Origin", link.GetLeftPart(UriPartial.Authority));
        return client.SendAsync(request);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/sign-in/link\?code=[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
