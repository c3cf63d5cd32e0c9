using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SocietyParty.Etl.Report.Editions;
using SocietyParty.Graph.Tests.Etl.Load;
using SocietyParty.Graph.Tests.Etl.Report;

namespace SocietyParty.Graph.Tests.Service.Http.Reports;

/// <summary>An office takes its reports with a browser.</summary>
public sealed class ReportPageTests : IAsyncLifetime, IDisposable
{
    private LoadDatabase city = null!;
    private ServiceHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        city = await ReportCity.CopyAsync();
        host = await ServiceHost.StartAsync(city.ConnectionString);
        client = new HttpClient { BaseAddress = host.Address };
    }

    public void Dispose() => client.Dispose();

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await city.DisposeAsync();
    }

    [Fact]
    public async Task The_page_offers_drafts_and_the_files_of_issued_editions_byte_for_byte()
    {
        (await client.GetStringAsync("/reports")).ShouldContain("还没有发布的版次");
        var style = new ReportStyle("report.zh.md", ReportSentences.Shipped("zh"), Template: null, WithByteOrderMark: true);
        var (edition, files) = await EditionStore.IssueAsync(city.Source, await ReportCity.CollectAsync(city), style, "<党建处>");

        using var page = await client.GetAsync("/reports");
        var text = await page.Content.ReadAsStringAsync();
        // From where the page lies, so that it holds behind a proxy that takes a part of the path away.
        text.ShouldContain($"href=\"reports/{edition.Id}/report.docx\"");
        text.ShouldContain("&lt;党建处&gt;");
        text.ShouldNotContain("<党建处>");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");

        foreach (var file in files)
        {
            using var answer = await client.GetAsync($"/reports/{edition.Id}/{file.Name}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, file.Name);
            (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(file.Content, file.Name);
        }
    }

    [Fact]
    public async Task A_draft_is_made_when_it_is_asked_for()
    {
        using var answer = await client.GetAsync("/reports/draft/report.xlsx?year=2026&committee=330101&language=en");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("draft-2026-report.xlsx");
        (await answer.Content.ReadAsByteArrayAsync()).Take(2).ShouldBe("PK"u8.ToArray());
    }

    [Theory]
    [InlineData("/reports/draft/report.docx", HttpStatusCode.BadRequest, "请给出年份")]
    [InlineData("/reports/draft/report.docx?year=2026&language=fr", HttpStatusCode.BadRequest, "语言只有")]
    [InlineData("/reports/draft/report.docx?year=2019", HttpStatusCode.UnprocessableEntity, "没有入库的月份")]
    [InlineData("/reports/draft/report.docx?year=2026&committee=没有", HttpStatusCode.UnprocessableEntity, "有：")]
    // No key, though a part of one committee's name.
    [InlineData("/reports/draft/report.docx?year=2026&committee=30103", HttpStatusCode.UnprocessableEntity, "没有名称含“30103”的党委")]
    [InlineData("/reports/draft/report.docx?year=2026&committee=科技社团党委", HttpStatusCode.UnprocessableEntity, "请填写其中一个的编号")]
    [InlineData("/reports/draft/report.pdf?year=2026", HttpStatusCode.NotFound, "report.docx")]
    [InlineData("/reports/7/report.docx", HttpStatusCode.NotFound, "没有这个版次")]
    public async Task What_cannot_be_done_is_said_in_Chinese(string path, HttpStatusCode status, string words)
    {
        using var answer = await client.GetAsync(path);
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(words);
    }

    [Fact]
    public async Task An_edition_is_issued_by_a_request_that_names_who_issues_it()
    {
        using var answer = await client.PostAsJsonAsync(
            "/reports/editions",
            new
            {
                year = 2026,
                committee = "330101",
                issuedBy = "党建处",
            }
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var file = await client.GetAsync(answer.Headers.Location);
        (await file.Content.ReadAsByteArrayAsync()).Take(2).ShouldBe("PK"u8.ToArray());

        var told = await client.GetFromJsonAsync<JsonElement>("/reports/editions");
        var edition = told.GetProperty("editions").EnumerateArray().Single();
        edition.GetProperty("issuedBy").GetString().ShouldBe("党建处");
        edition.GetProperty("number").GetInt32().ShouldBe(1);
        told.GetProperty("years").EnumerateArray().First().GetInt32().ShouldBe(2026);
        told.GetProperty("committees").GetArrayLength().ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("""{ "year": 2026, "committee": 1, "issuedBy": "党建处" }""")]
    [InlineData("""{ "year": 2026, "committee": "1", "issuedBy": "党建处" }""")]
    public async Task A_key_may_be_a_number_or_a_text(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/reports/editions", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_cannot_be_read_is_named()
    {
        using var content = new StringContent("""{ "year": 2026, "language": 5 }""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/reports/editions", content);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("$.language");
    }

    [Theory]
    [InlineData("""{ "year": 2026 }""", "application/json", HttpStatusCode.UnprocessableEntity, "SP-REPORT-111")]
    [InlineData("""{ "issuedBy": "党建处" }""", "application/json", HttpStatusCode.BadRequest, "SP-REPORT-108")]
    [InlineData("""{ "year": 2019, "issuedBy": "党建处" }""", "application/json", HttpStatusCode.UnprocessableEntity, "SP-REPORT-103")]
    [InlineData("year=2026", "application/json", HttpStatusCode.BadRequest, "SP-REPORT-112")]
    // What a form of another site could send.
    [InlineData("""{ "year": 2026, "issuedBy": "党建处" }""", "text/plain", HttpStatusCode.UnsupportedMediaType, "SP-REPORT-112")]
    public async Task What_cannot_be_issued_is_refused(string body, string type, HttpStatusCode status, string code)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await client.PostAsync("/reports/editions", content);
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe(code);
        (await EditionStore.ListAsync(city.Source)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_gets_the_list_and_refusals_as_JSON()
    {
        var list = await client.GetFromJsonAsync<JsonElement>("/reports/editions");
        list.GetProperty("years").EnumerateArray().ShouldNotBeEmpty();
        list.GetProperty("editions").EnumerateArray().ShouldBeEmpty();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/reports/draft/report.docx");
        request.Headers.Add("accept", "application/json, */*;q=0.5");
        using var refused = await client.SendAsync(request);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        error.GetProperty("code").GetString().ShouldBe("SP-REPORT-108");
        error.GetProperty("message").GetString()!.ShouldContain("请给出年份");
    }

    [Fact]
    public async Task A_graph_that_changed_since_its_load_is_refused()
    {
        await city.ExecuteAsync("UPDATE graph.society SET name = '新名' WHERE id = 1");
        using var answer = await client.GetAsync("/reports/draft/report.docx?year=2026");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("要等下次入库后");
    }
}
