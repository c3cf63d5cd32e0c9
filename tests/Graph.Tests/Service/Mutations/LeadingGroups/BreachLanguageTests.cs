using System.Net.Http.Json;
using System.Text.Json;
using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Service.Mutations.LeadingGroups;

/// <summary>What the database finds broken is said in the caller's language, too.</summary>
public sealed class BreachLanguageTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task A_breach_is_said_in_the_callers_language()
    {
        await city.FollowAsync("500000");
        var society = await new MemberSteps(city, "语言").SocietyAsync();
        await city.DoneAsync(
            "startCouncilTerm",
            new
            {
                society,
                startedOn = "2023-01-01",
                endsOn = "2030-01-01",
            }
        );
        // The plan of a document is kept, and with it no language.
        foreach (
            var (accepted, message) in new[]
            {
                ("zh-CN", "该科技社团的理事会还没有建立领导小组。"),
                ("en", "The society's council has no leading group."),
                ("zh", "该科技社团的理事会还没有建立领导小组。"),
            }
        )
        {
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(city.Address, "/graphql"))
            {
                Content = JsonContent.Create(
                    new
                    {
                        query = "query($id: ID!) { society(id: $id) { leadingGroupBreaches { message } } }",
                        variables = new { id = society },
                    }
                ),
            };
            request.Headers.AcceptLanguage.ParseAdd(accepted);
            using var response = await http.SendAsync(request);
            (await response.Content.ReadFromJsonAsync<JsonElement>())
                .GetProperty("data")
                .GetProperty("society")
                .GetProperty("leadingGroupBreaches")
                .EnumerateArray()
                .Select(breach => breach.GetProperty("message").GetString())
                .ShouldBe([message]);
        }
    }
}
