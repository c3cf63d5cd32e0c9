using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SocietyParty.Graph.Tests.Access.Identity;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;

namespace SocietyParty.Graph.Tests.Access.Records;

/// <summary>Who reads what of people, who takes a list as a file, who reads a report: recorded with from where and which request.</summary>
public sealed class ReadRecordTests : IAsyncLifetime
{
    private const string OfPeople = "SELECT count(*) FROM graph.audit_event WHERE action = 'READ_PEOPLE'";

    private const string OfMembers = "{ branches(first: 1) { nodes { members(first: 1) { nodes { status } } } } }";

    private SignInService service = null!;
    private (string, string) token;

    public async Task InitializeAsync()
    {
        service = await SignInService.StartAsync();
        token = SignInService.Bearer(await service.TokenAsync("reader"));
        await service.ExecuteAsync(
            "WITH p AS (INSERT INTO graph.person (person_ref) VALUES ('试验人员') RETURNING id) "
                + "INSERT INTO graph.member (branch_id, member_ref, status, person_id) "
                + "SELECT (SELECT min(id) FROM graph.branch), '试验党员', 'FULL', p.id FROM p"
        );
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData(
        "{ branches(first: 1) { nodes { members(first: 1) { nodes { status joinedOn } } } } }",
        "Member",
        "[\"Member.joinedOn\", \"Member.status\"]"
    )]
    [InlineData(
        "{ branches(first: 1) { nodes { members(first: 1) { nodes { affiliation { place validFrom } } } } } }",
        "Affiliation",
        "[\"Affiliation.place\", \"Affiliation.validFrom\"]"
    )]
    [InlineData(
        "query { branches(first: 1) { nodes { members(first: 1) { nodes { ...M } } } } } fragment M on Member { s: status }",
        "Member",
        "[\"Member.status\"]"
    )]
    public async Task What_is_read_of_people_is_recorded(string query, string subject, string fields)
    {
        using var answer = await service.AskAsync(query, token);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("\"errors\"");
        await Eventually.BeAsync(() => service.ScalarAsync<long>(OfPeople).Result == 1);
        (
            await service.ScalarAsync<string>(
                "SELECT concat_ws(' ', actor, subject, detail ->> 'address', detail ->> 'fields', detail ? 'request') "
                    + "FROM graph.audit_event WHERE action = 'READ_PEOPLE'"
            )
        ).ShouldBe($"reader {subject} 127.0.0.1 {fields} t");
    }

    [Fact]
    public async Task Whose_it_was_is_recorded_where_the_request_says_so()
    {
        var id = Convert.ToBase64String(
            System.Text.Encoding.UTF8.GetBytes($"Member:{await service.ScalarAsync<long>("SELECT min(id) FROM graph.member")}")
        );
        using var answer = await service.AskAsync($"{{ node(id: \"{id}\") {{ ... on Member {{ status }} }} }}", token);
        await Eventually.BeAsync(() => service.ScalarAsync<long>(OfPeople).Result == 1);
        (await service.ScalarAsync<string>("SELECT detail ->> 'of' FROM graph.audit_event WHERE action = 'READ_PEOPLE'")).ShouldBe(
            $"[\"{id}\"]"
        );
    }

    [Fact]
    public async Task Numbers_organizations_and_pseudonyms_are_of_nobody()
    {
        foreach (
            var query in (string[])
                [
                    "{ branches(first: 5) { nodes { name category } } }",
                    "{ branches(first: 1) { nodes { members { totalCount groups(by: [STATUS]) { nodes { count } } } } } }",
                    "{ branches(first: 1) { nodes { members(first: 5) { nodes { id person { reference } } } } } }",
                ]
        )
        {
            using var answer = await service.AskAsync(query, token);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("\"errors\"");
        }

        // What is recorded comes in its order, so that nothing before it is missing.
        using var last = await service.AskAsync(OfMembers, token);
        await Eventually.BeAsync(() => service.ScalarAsync<long>(OfPeople).Result > 0);
        (await service.ScalarAsync<long>(OfPeople)).ShouldBe(1);
    }

    [Fact]
    public async Task A_stop_of_the_service_writes_what_waits()
    {
        for (var i = 0; i < 20; i++)
        {
            using var answer = await service.AskAsync(OfMembers, token);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await service.StopAsync();
        (await service.ScalarAsync<long>(OfPeople)).ShouldBe(20);
    }

    [Fact]
    public async Task Exports_and_reports_are_recorded_before_they_are_sent()
    {
        using var head = await service.SendAsync(HttpMethod.Head, "/export/societies", null, token);
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var export = await service.SendAsync(HttpMethod.Get, "/export/societies?format=csv", null, token);
        export.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var report = await service.SendAsync(HttpMethod.Get, "/reports/draft/report.json?year=2026", null, token);
        using var member = await service.SendAsync(
            HttpMethod.Get,
            "/export/societies",
            null,
            SignInService.Bearer(await service.TokenAsync("member", "MEMBER", "试验党员"))
        );
        member.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var recorded = (await service.RecordedAsync(20)).Where(line =>
            line.Contains("EXPORT", StringComparison.Ordinal)
            || line.Contains("REPORT", StringComparison.Ordinal)
            || line.Contains("REFUSED", StringComparison.Ordinal)
        );
        recorded.ShouldBe(["member REFUSED SP-ACCESS-005", "reader REPORT draft/report.json", "reader EXPORT societies"]);
    }

    [Fact]
    public async Task Who_manages_access_reads_the_record_and_nobody_else()
    {
        using var researcher = await service.SendAsync(
            HttpMethod.Get,
            "/audit",
            null,
            SignInService.Bearer(await service.TokenAsync("research", "RESEARCHER"))
        );
        researcher.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var answer = await service.SendAsync(HttpMethod.Get, "/audit?action=TOKEN&count=1", null, token);
        var events = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("events");
        events.GetArrayLength().ShouldBe(1);
        events[0].GetProperty("subject").GetString().ShouldBe("research");
        using var older = await service.SendAsync(
            HttpMethod.Get,
            $"/audit?action=TOKEN&before={events[0].GetProperty("id").GetInt64()}",
            null,
            token
        );
        (await older.Content.ReadAsStringAsync()).ShouldNotContain("\"subject\":\"research\"");
    }
}
