using System.Net.Http.Headers;
using System.Net.Http.Json;
using Dapper;
using SocietyParty.Etl.Access;
using SocietyParty.Service.Http;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>From a token to the rows: what a role that somebody was given is about is what its bearer sees.</summary>
[Collection(AccessCollection.Name)]
public sealed class SignedInScopeTests(AccessFixture city)
{
    private const string Names = "{ societies(first: 100) { totalCount nodes { name } } }";

    [Fact]
    public async Task A_token_of_a_committee_shows_that_committee_alone()
    {
        await using var app = WebHost.Build(
            city.ConnectionString,
            "http://127.0.0.1:0",
            options: city.Options with
            {
                Access = new AccessSettings { Mode = AccessMode.SignIn },
            }
        );
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var administrator = await TokenStore.CreateAsync(
            city.Database,
            "committee",
            "COMMITTEE_ADMINISTRATOR",
            $"{city.Committee}",
            1,
            "tests"
        );
        var everybody = await TokenStore.CreateAsync(city.Database, "system", "SYSTEM_ADMINISTRATOR", null, 1, "tests");
        var own = await city.ScalarAsync<long>(
            "SELECT count(*) FROM graph.society WHERE committee_id = @Committee",
            new { city.Committee }
        );

        var answer = await AskAsync(client, administrator);
        own.ShouldBeGreaterThan(0);
        answer.ShouldContain($"\"societies\":{{\"totalCount\":{own},");
        answer.ShouldNotContain(AccessFixture.Marker);
        (await AskAsync(client, everybody)).ShouldContain(AccessFixture.Marker);
        // Where the role ends, so does what it shows.
        await TokenStore.RevokeAsync(city.Database, "committee", "tests");
        (await AskAsync(client, administrator)).ShouldContain("SP-ACCESS-002");
    }

    private static async Task<string> AskAsync(HttpClient client, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Names }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
