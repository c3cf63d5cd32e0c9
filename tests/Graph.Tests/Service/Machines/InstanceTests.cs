using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using SocietyParty.Etl.Access;
using SocietyParty.Graph.Tests.Access.Identity;
using SocietyParty.Graph.Tests.Sample;

namespace SocietyParty.Graph.Tests.Service.Machines;

/// <summary>Two processes over one database keep nothing that the other one would need: either may be killed at any moment.</summary>
public sealed class InstanceTests : IAsyncLifetime
{
    private const string WhoAmI = "{ whoAmI { actor } }";
    private const string Subscription = "subscription { branchChanged { kind branch { id name } } }";
    private const string Rename =
        "mutation ($input: UpdateBranchInput!) { updateBranch(input: $input) { branch { name version } errors { code } } }";
    private const string Registered = "query Count { branches { totalCount } }";

    private readonly string documents = Directory.CreateTempSubdirectory("societyparty-documents-").FullName;
    private string graph = "";
    private NpgsqlDataSource database = null!;
    private ProviderHost provider = null!;

    public async Task InitializeAsync()
    {
        graph = await SampleDatabase.NewAsync();
        database = NpgsqlDataSource.Create(graph);
        provider = await ProviderHost.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(documents, "count.graphql"), Registered);
    }

    public async Task DisposeAsync()
    {
        await provider.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(documents, recursive: true);
    }

    [Fact]
    public async Task What_one_was_asked_the_other_goes_on_with()
    {
        var password = (await AccountStore.CreateAsync(database, "li.wei", by: "tests"))!;
        await GrantStore.GrantAsync(database, "li.wei", "SYSTEM_ADMINISTRATOR", by: "tests");
        var first = await StartAsync();
        await using var second = await StartAsync();
        await using var _ = first;

        // A cookie of the first is one of the second.
        using var signedIn = await first.SignInAsync("li.wei", password);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var cookie = SignInService.CookieOf(signedIn);
        (await second.AskAsync(WhoAmI, null, cookie)).ShouldContain("\"actor\":\"li.wei\"");

        // A change at the first is an event at the second.
        using var events = await second.StreamAsync(Subscription, cookie);
        var branch = (await first.DataAsync("{ branches(first: 1) { nodes { id version } } }", null, cookie))
            .GetProperty("branches")
            .GetProperty("nodes")[0];
        var input = new
        {
            branch = branch.GetProperty("id").GetString(),
            version = branch.GetProperty("version").GetInt32(),
            name = "两台机器支部",
            idempotencyKey = "rename-1",
        };
        var changed = await first.DataAsync(Rename, new { input }, cookie);
        changed.GetProperty("updateBranch").GetProperty("errors").GetArrayLength().ShouldBe(0, changed.GetRawText());
        (await events.NextAsync()).GetRawText().ShouldContain("两台机器支部");

        // The first dies before its answer arrived, as far as its client knows: the same request at the second is the same change.
        await first.KillAsync();
        (await second.DataAsync(Rename, new { input }, cookie)).GetRawText().ShouldBe(changed.GetRawText());
        (await ScalarAsync("SELECT count(*) FROM graph.change WHERE idempotency_key = 'rename-1'")).ShouldBe(1);
        (await second.AskAsync(Rename, new { input = input with { name = "别的" } }, cookie)).ShouldContain("IDEMPOTENCY_KEY_USED");

        // Signing out at one that began later ends what the second holds open.
        await using var third = await StartAsync();
        using var gone = await third.SendAsync(HttpMethod.Post, "/sign-out", null, cookie);
        gone.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await events.EndsAsync()).ShouldBeTrue();
        (await second.AskAsync(WhoAmI, null, cookie)).ShouldContain("SP-ACCESS-001");
    }

    [Fact]
    public async Task A_question_to_the_provider_is_answered_at_the_other()
    {
        await AccountStore.CreateAsync(database, "wang.fang", provider: (provider.Issuer, ProviderHost.Subject));
        await GrantStore.GrantAsync(database, "wang.fang", "RESEARCHER");
        // Both at once: of two that make a first key at the same moment each would know its own alone.
        var both = await Task.WhenAll(StartAsync(), StartAsync());
        await using var first = both[0];
        await using var second = both[1];
        (await ScalarAsync("SELECT count(*) FROM access.protection_key")).ShouldBe(1);
        foreach (var (asked, answered) in new[] { (first, second), (second, first) })
        {
            using var led = await asked.SendAsync(HttpMethod.Get, "/sign-in/provider?to=/analysis");
            var cookies = string.Join("; ", led.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]));
            using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            using var back = await browser.GetAsync(led.Headers.Location);
            using var signedIn = await answered.SendAsync(HttpMethod.Get, back.Headers.Location!.PathAndQuery, null, ("Cookie", cookies));
            signedIn.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await signedIn.Content.ReadAsStringAsync());
            signedIn.Headers.Location!.ToString().ShouldBe("/analysis");
        }
    }

    [Fact]
    public async Task A_registered_document_and_wrong_passwords_count_at_both()
    {
        await AccountStore.CreateAsync(database, "li.wei", by: "tests");
        var token = SignInService.Bearer(await TokenStore.CreateAsync(database, "program", "SYSTEM_ADMINISTRATOR", null, 30, by: "tests"));
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Registered)));
        foreach (var instance in new[] { first, second })
        {
            using var named = await instance.SendAsync(
                HttpMethod.Post,
                "/graphql",
                JsonContent.Create(new { documentId = $"sha256:{hash}" }),
                token
            );
            (await named.Content.ReadAsStringAsync()).ShouldContain("totalCount");
        }

        for (var tries = 0; tries < 6; tries++)
        {
            using var wrong = await (tries % 2 == 0 ? first : second).SignInAsync("li.wei", "a wrong password");
            wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        // Five, wherever they were tried; the sixth was not looked at.
        (await ScalarAsync("SELECT failed_count FROM access.account WHERE name = 'li.wei' AND locked_until > now()")).ShouldBe(5);
    }

    private Task<Instance> StartAsync() =>
        Instance.StartAsync(
            graph,
            ("Access__Mode", "SignIn"),
            ("Access__Oidc__Authority", provider.Address),
            ("Access__Oidc__ClientId", ProviderHost.Client),
            ("Access__Oidc__ClientSecret", ProviderHost.ClientSecret),
            ("TrustedDocuments__Folder", documents)
        );

    private async Task<long> ScalarAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
