using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocietyParty.Graph.Tests.Access.Identity;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using Xunit.Abstractions;

namespace SocietyParty.Graph.Tests.Access.Edge;

/// <summary>
/// The abuse list: whatever is sent, the service answers without failing, in its own words, and answers the next one as before. Nothing of
/// a stack, a statement, a driver or a path is in any answer.
/// </summary>
public sealed partial class AbuseTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const int AttacksMin = 100;

    // What would never end; a refusal takes milliseconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private SignInService service = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        service = await SignInService.StartAsync(options: new() { Rates = new(0, 0) });
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = service.Address,
            Timeout = Patience,
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await service.TokenAsync());
        client.DefaultRequestHeaders.Add(service.Own.Name, service.Own.Value);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Nothing_that_is_sent_makes_it_fail_wait_or_tell()
    {
        AttackList.All.Count.ShouldBeGreaterThanOrEqualTo(AttacksMin);
        AttackList.All.Select(attack => attack.Name).ShouldBeUnique();
        var wrong = new List<string>();
        var statuses = new SortedDictionary<int, int>();
        foreach (var attack in AttackList.All)
        {
            try
            {
                var (status, text) = await attack.SendAsync(client);
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
                if (status >= 500)
                {
                    wrong.Add($"{attack.Name}: {status} {Short(text)}");
                }

                if (Leak().Match(text) is { Success: true } leak)
                {
                    wrong.Add($"{attack.Name}: tells {leak.Value}");
                }

                if (
                    text.Contains("\nSet-Cookie: a=b", StringComparison.OrdinalIgnoreCase)
                    || text.Contains("<script>alert", StringComparison.Ordinal)
                )
                {
                    wrong.Add($"{attack.Name}: is passed on {Short(text)}");
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                wrong.Add($"{attack.Name}: {failure.Message} {failure.InnerException?.Message}");
            }
        }

        output.WriteLine($"{AttackList.All.Count} payloads: {string.Join(", ", statuses.Select(one => $"{one.Value} × {one.Key}"))}");
        wrong.ShouldBeEmpty();
        (await AnsweredAsync()).ShouldBeTrue();
    }

    private const string Init = """{"type":"connection_init"}""";
    private const string Subscribe = """{"type":"subscribe","id":"1","payload":{"query":"subscription{branchChanged{kind}}"}}""";

    public static TheoryData<string> Messages =>
        [
            "",
            "{",
            "null",
            "[]",
            """{"type":5}""",
            """{"type":"nothing"}""",
            """{"type":"subscribe","id":"1","payload":{"query":"{__typename}"}}""",
            """{"type":"connection_init"}|{"type":"connection_init"}""",
            """{"type":"connection_init"}|{"type":"subscribe","id":"1"}""",
            """{"type":"connection_init"}|{"type":"subscribe","id":"1","payload":{"query":"{"}}""",
            $"""{Init}|{Subscribe}|{Subscribe}""",
            """{"type":"connection_init"}|{"type":"complete","id":"nothing"}|{"type":"ping","payload":{"a":[[[[[]]]]]}}""",
        ];

    [Theory, MemberData(nameof(Messages))]
    public async Task A_socket_that_says_nonsense_is_answered_or_closed_in_words_of_the_protocol(string messages)
    {
        using var socket = await SocketClient.ConnectAsync(
            service.Address,
            authorization: client.DefaultRequestHeaders.Authorization!.ToString()
        );
        foreach (var message in messages.Split('|'))
        {
            await socket.SendAsync(message);
        }

        await socket.SendAsync(new string('a', 2_000_000));
        var said = new StringBuilder();
        while ((await socket.ReceiveAsync()) is { ValueKind: not JsonValueKind.Undefined } answer)
        {
            said.Append(answer.GetRawText());
        }

        socket.Closed.ShouldNotBeNull();
        said.Append(socket.Closed.Value.ToString());
        Leak().IsMatch(said.ToString()).ShouldBeFalse(said.ToString());
        socket.Closed.Value.Code.ShouldBeOneOf(1009, 4400, 4401, 4409, 4429);
        (await AnsweredAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_spreadsheet_would_run_is_exported_as_a_text()
    {
        const string Formula = "=HYPERLINK(\"http://evil.example\")";
        using var made = await service.AskAsync(
            "mutation { foundSociety(input: { name: "
                + JsonSerializer.Serialize(Formula)
                + ", committee: \""
                + Convert.ToBase64String(
                    Encoding.UTF8.GetBytes($"Committee:{await service.ScalarAsync<long>("SELECT min(id) FROM graph.committee")}")
                )
                + "\", kind: LEARNED_SOCIETY }) { errors { code } } }",
            ("Authorization", client.DefaultRequestHeaders.Authorization!.ToString())
        );
        (await made.Content.ReadAsStringAsync()).ShouldContain("\"errors\":[]");
        var file = await client.GetStringAsync(new Uri("/export/societies?format=csv", UriKind.Relative));
        file.ShouldContain("HYPERLINK");
        file.Split('\n').SelectMany(line => line.Split(',')).ShouldNotContain(cell => cell.TrimStart('"').StartsWith('='));
    }

    private async Task<bool> AnsweredAsync() =>
        (await (await client.GetAsync(new Uri("/graphql?query={__typename}", UriKind.Relative))).Content.ReadAsStringAsync()).Contains(
            "\"Query\"",
            StringComparison.Ordinal
        );

    private static string Short(string text) => text.Length > 300 ? text[..300] : text;

    [Theory]
    [InlineData("x\n   at SocietyParty.Service.Http.Pages.SendAsync()")]
    [InlineData("Npgsql.PostgresException (0x80004005): 42P01: relation \"graph.nothing\" does not exist")]
    [InlineData("{\"message\":\"SELECT id FROM graph.branch\"}")]
    [InlineData("Could not find file '/opt/societyparty/appsettings.json'")]
    [InlineData("root:x:0:0:root:/root:/bin/bash")]
    public void What_must_not_be_told_is_noticed(string text) => Leak().IsMatch(text).ShouldBeTrue();

    // A stack, an exception, a driver, a statement, a place in the sources or on the disk, the database's own words, a file of the machine.
    [GeneratedRegex(
        @"\n\s+at [A-Z]\w*\.|System\.\w+Exception|Npgsql|PostgresException|SqlState|SQLSTATE|\bSELECT .+ FROM |\.cs:line|\.csproj|"
            + @"/(work|home|root|opt|tmp|var)/\w|relation ""|syntax error at or near|pg_catalog|root:x:0|Kestrel"
    )]
    private static partial Regex Leak();
}
