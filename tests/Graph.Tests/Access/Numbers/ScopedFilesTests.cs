using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;

namespace SocietyParty.Graph.Tests.Access.Numbers;

/// <summary>Reports of one committee's administrator: of the own subtree, and nothing of another one's.</summary>
[Collection(AccessCollection.Name)]
public sealed class ScopedFilesTests(AccessFixture city)
{
    private const string Year = "2026";

    private long Other => city.Committee + 1;

    [Fact]
    public async Task A_draft_is_of_the_own_committee()
    {
        using var client = As($"CommitteeAdministrator {city.Committee}");
        foreach (var committee in new[] { "", $"&committee={city.Committee}" })
        {
            using var answer = await client.GetAsync(
                new Uri($"/reports/draft/report.json?year={Year}&language=zh{committee}", UriKind.Relative)
            );
            var text = Regex.Unescape(await answer.Content.ReadAsStringAsync());
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
            text.ShouldNotContain(AccessFixture.Marker);
            text.ShouldContain(await NameAsync(city.Committee));
        }
    }

    [Fact]
    public async Task It_is_the_draft_that_whoever_sees_everything_gets_of_that_committee()
    {
        var address = new Uri($"/reports/draft/report.json?year={Year}&language=zh&committee={city.Committee}", UriKind.Relative);
        using var own = As($"CommitteeAdministrator {city.Committee}");
        using var all = As(null);
        var told = await own.GetStringAsync(address);
        told.ShouldBe(await all.GetStringAsync(address));
        told.Length.ShouldBeGreaterThan(2_000);
    }

    [Fact]
    public async Task Another_committees_report_is_one_that_there_is_not()
    {
        using var client = As($"CommitteeAdministrator {city.Committee}");
        // Of a part of a name the own one is found: the whole one is another's alone.
        var name = await NameAsync(Other);
        const string nobodys = "没有的党委";
        var unknown = await DraftAsync(client, nobodys);
        var other = await DraftAsync(client, name);
        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        other.Text.ShouldContain("SP-REPORT-104");
        other.Text.Replace(name, "", StringComparison.Ordinal).ShouldBe(unknown.Text.Replace(nobodys, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Editions_are_seen_where_their_committee_is()
    {
        using var own = As($"CommitteeAdministrator {city.Committee}");
        using var another = As($"CommitteeAdministrator {Other}");
        using var root = As("CommitteeAdministrator 1");
        using var issued = await own.PostAsJsonAsync(
            "/reports/editions",
            new
            {
                year = 2026,
                committee = $"{city.Committee}",
                language = "zh",
                issuedBy = "党建处",
            }
        );
        issued.StatusCode.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.Created], await issued.Content.ReadAsStringAsync());
        var id = await city.ScalarAsync<long>("SELECT max(id) FROM dw.report_edition");
        foreach (var (client, sees) in new[] { (own, true), (root, true), (another, false) })
        {
            (await client.GetStringAsync(new Uri("/reports/editions", UriKind.Relative)))
                .Contains(await NameAsync(city.Committee) + "\"", StringComparison.Ordinal)
                .ShouldBe(sees);
            using var file = await client.GetAsync(new Uri($"/reports/{id}/report.json", UriKind.Relative));
            file.StatusCode.ShouldBe(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        }

        using var unseen = await another.PostAsJsonAsync(
            "/reports/editions",
            new
            {
                year = 2026,
                committee = await NameAsync(city.Committee),
                language = "zh",
                issuedBy = "党建处",
            }
        );
        unseen.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("BranchSecretary 5")]
    [InlineData("Supervisor 1")]
    [InlineData("Member 7")]
    [InlineData("Researcher")]
    public async Task Neither_is_for_other_roles(string access)
    {
        using var client = As(access);
        using var report = await client.GetAsync(new Uri($"/reports/draft/report.json?year={Year}", UriKind.Relative));
        report.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var sheet = new StringContent("社团名称", Encoding.UTF8, "text/csv");
        using var import = await client.PostAsync(new Uri("/import/societies", UriKind.Relative), sheet);
        import.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<string> NameAsync(long committee) =>
        await city.ScalarAsync<string>("SELECT name FROM graph.committee WHERE id = @committee", new { committee });

    private HttpClient As(string? access)
    {
        var client = new HttpClient { BaseAddress = city.Address };
        if (access is not null)
        {
            client.DefaultRequestHeaders.Add(HeaderAccess.Name, access);
        }

        return client;
    }

    private static async Task<(HttpStatusCode Status, string Text)> DraftAsync(HttpClient client, string committee)
    {
        using var answer = await client.GetAsync(
            new Uri($"/reports/draft/report.json?year={Year}&language=zh&committee={Uri.EscapeDataString(committee)}", UriKind.Relative)
        );
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
