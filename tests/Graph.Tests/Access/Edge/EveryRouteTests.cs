using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using SocietyParty.Graph.Tests.Access.Identity;

namespace SocietyParty.Graph.Tests.Access.Edge;

/// <summary>What holds of every endpoint there is, so that a new one is looked at, too.</summary>
public sealed partial class EveryRouteTests : IAsyncLifetime
{
    private SignInService service = null!;
    private (string Name, string Value) cookie;

    public async Task InitializeAsync()
    {
        service = await SignInService.StartAsync();
        cookie = await service.CookieAsync("li.wei", await service.AccountAsync("li.wei", "SYSTEM_ADMINISTRATOR"));
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("X-Nothing", "")]
    public async Task Another_sites_page_changes_nothing_with_the_cookie(string header, string value)
    {
        var asked = 0;
        foreach (var (method, path) in Routes().Where(route => route.Method is not ("GET" or "HEAD" or "OPTIONS")))
        {
            using var answer = await service.SendAsync(
                new HttpMethod(method),
                path,
                new StringContent("{}", Encoding.UTF8, "application/json"),
                cookie,
                (header, value)
            );
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
            (await SignInService.CodeAsync(answer)).ShouldBe("SP-ACCESS-006", $"{method} {path}");
            asked++;
        }

        asked.ShouldBeGreaterThanOrEqualTo(8);
    }

    [Fact]
    public async Task Every_answer_says_what_browsers_shall_keep_to()
    {
        foreach (var (method, path) in Routes().Append(("GET", "/nowhere")).Append(("GET", "/altair/nowhere")))
        {
            foreach (var accept in (string[])["text/html", "application/json"])
            {
                using var answer = await service.SendAsync(new HttpMethod(method), path, null, cookie, service.Own, ("Accept", accept));
                var where = $"{method} {path} {accept} {(int)answer.StatusCode}";
                One(answer.Headers, "X-Content-Type-Options", where).ShouldBe("nosniff", where);
                One(answer.Headers, "Referrer-Policy", where).ShouldNotBeEmpty(where);
                answer.Headers.Contains("Server").ShouldBeFalse(where);
                answer.Headers.CacheControl.ShouldNotBeNull(where);
                var policy = One(answer.Headers, "Content-Security-Policy", where);
                policy.ShouldContain("frame-ancestors 'none'", Case.Sensitive, where);
                Scripts(policy).ShouldNotContain("unsafe", Case.Sensitive, where);
                if (answer.Content.Headers.ContentType?.MediaType == "text/html")
                {
                    var page = await answer.Content.ReadAsStringAsync();
                    InlineScript().IsMatch(page).ShouldBeFalse($"{where}: {page}");
                }
            }
        }
    }

    [Fact]
    public async Task Headers_beyond_the_limit_are_refused()
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/healthz", null, ("X-Padding", new string('a', 33_000)));
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
        using var fine = await service.SendAsync(HttpMethod.Get, "/healthz", null, ("X-Padding", new string('a', 30_000)));
        fine.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static string One(HttpResponseHeaders headers, string name, string where) =>
        headers.TryGetValues(name, out var values) ? values.Single() : throw new ShouldAssertException($"{where}: no {name}");

    private static string Scripts(string policy) =>
        policy.Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(part => part.StartsWith("script-src", StringComparison.Ordinal))
        ?? policy.Split(';', StringSplitOptions.TrimEntries).First(part => part.StartsWith("default-src", StringComparison.Ordinal));

    private List<(string Method, string Path)> Routes() =>
        service
            .Routes.SelectMany(route =>
                (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method =>
                    (
                        Method: method,
                        Path: "/"
                            + string.Join(
                                '/',
                                route.RoutePattern.PathSegments.Select(segment =>
                                    segment.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : "1"
                                )
                            )
                    )
                )
            )
            .ToList();

    // A script without a source, an address that is a script, or a handler written into an element.
    [GeneratedRegex(@"<script(?![^>]*\ssrc=)|javascript:|<[^>]+\son[a-z]+\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();
}
