using System.Net;
using OfficePages = SocietyParty.Service.Http.Pages;

namespace SocietyParty.Graph.Tests.Service.Http;

/// <summary>HEAD wherever GET is, the icon that browsers ask for, and the language that a browser reads.</summary>
[Collection(ServiceCollection.Name)]
public sealed class BrowserTests(ServiceFixture service)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/favicon.ico")]
    [InlineData("/health")]
    [InlineData("/livez")]
    [InlineData("/readyz")]
    [InlineData("/graphql?query=%7B__typename%7D")]
    [InlineData("/graphql?sdl")]
    [InlineData("/templates/societies.xlsx")]
    [InlineData("/templates/nothing.xlsx")]
    [InlineData("/reports")]
    [InlineData("/reports/draft/report.docx")]
    public async Task Head_gives_what_get_gives_without_its_body(string path)
    {
        using var get = await service.Client.GetAsync(path);
        using var asked = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await service.Client.SendAsync(asked);
        head.StatusCode.ShouldBe(get.StatusCode);
        head.StatusCode.ShouldNotBe(HttpStatusCode.MethodNotAllowed);
        head.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/nope")]
    [InlineData("/registers/xyz")]
    public async Task A_browser_at_an_address_that_nothing_has_gets_the_page_that_says_so(string path)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, path);
        asked.Headers.Accept.ParseAdd("text/html");
        using var page = await service.Client.SendAsync(asked);
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var start = await service.Client.GetAsync("/");
        (await page.Content.ReadAsStringAsync()).ShouldBe(
            OfficePages.HasOffice ? await start.Content.ReadAsStringAsync() : "",
            "the office's document, which shows what is missing"
        );
        using var other = await service.Client.GetAsync(path);
        (other.StatusCode, await other.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.NotFound, ""));
    }

    [Fact]
    public async Task Head_changes_nothing_either()
    {
        var path =
            "/graphql?query=" + Uri.EscapeDataString("mutation { registerSupportingUnit(input: { name: \"x\" }) { errors { code } } }");
        using var asked = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await service.Client.SendAsync(asked);
        head.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData(null, "lang=\"zh-CN\"", "请给出年份")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "lang=\"zh-CN\"", "请给出年份")]
    [InlineData("en-GB,en;q=0.9,zh-CN;q=0.8", "lang=\"en\"", "Give a year")]
    [InlineData("en,zh", "lang=\"en\"", "Give a year")]
    [InlineData("fr-FR,fr;q=0.9", "lang=\"zh-CN\"", "请给出年份")]
    public async Task A_browser_gets_its_language_where_there_are_two(string? accepted, string language, string sentence)
    {
        foreach (
            var (path, words) in new[]
            {
                ("/reports", language),
                ("/reports/draft/report.docx", language),
                ("/reports/draft/report.docx", sentence),
            }
        )
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, path);
            if (accepted is not null)
            {
                asked.Headers.TryAddWithoutValidation("Accept-Language", accepted);
            }

            using var response = await service.Client.SendAsync(asked);
            response.Headers.Vary.ShouldContain("Accept-Language");
            (await response.Content.ReadAsStringAsync()).ShouldContain(words);
        }
    }
}
