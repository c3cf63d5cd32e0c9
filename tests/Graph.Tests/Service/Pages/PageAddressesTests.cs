using System.Net;
using System.Text.RegularExpressions;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Pages;

/// <summary>An address that somebody kept or sent opens again; one that is none is not found.</summary>
[Collection(ServiceCollection.Name)]
public sealed partial class PageAddressesTests(ServiceFixture service)
{
    private static readonly string Sources = Path.GetFullPath(
        Path.Combine(Golden.ProjectFolder(), "..", "..", "api", "Service", "Web", "src")
    );

    [Fact]
    public async Task Every_route_of_the_pages_is_answered_with_a_page()
    {
        var lists = Register().Matches(Read("pages/registers/kinds.ts")).Select(match => match.Groups[1].Value).ToList();
        lists.Count.ShouldBe(9);
        var paths = Route()
            .Matches(Read("router.ts"))
            .Select(match => match.Groups[1].Value)
            .Where(path => !path.Contains('*'))
            .SelectMany(path => path.Contains(":list") ? lists.Select(list => path.Replace(":list", list)) : [path])
            .Select(path => Place().Replace(path, "U29jaWV0eToyMQ%3D%3D"))
            .ToList();
        paths.Count.ShouldBeGreaterThan(15);
        foreach (var path in paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "accept", "text/html" } } };
            using var answer = await service.Client.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html", path);
        }
    }

    [Theory]
    [InlineData("/registers/nothing")]
    [InlineData("/nothing")]
    [InlineData("/assessment/nothing")]
    [InlineData("/societies")]
    public async Task Any_other_address_is_not_found(string path)
    {
        using var answer = await service.Client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_offices_pages_allow_no_inline_script_and_no_inline_style()
    {
        using var answer = await service.Client.GetAsync("/");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(Sources, name));

    [GeneratedRegex(@"\{ path: '([^']+)'")]
    private static partial Regex Route();

    [GeneratedRegex(@"name: '([a-z-]+)',\r?\n  list:")]
    private static partial Regex Register();

    [GeneratedRegex(":[a-z]+")]
    private static partial Regex Place();
}
