using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>What the first committee's administrator is answered, whatever is asked, holds nothing of another committee.</summary>
[Collection(AccessCollection.Name)]
public sealed partial class CanaryTests(AccessFixture city)
{
    private string Administrator => $"CommitteeAdministrator {city.Committee}";

    [Fact]
    public void Every_text_of_the_others_holds_the_marker()
    {
        // Of what everybody knows, and of people.
        string[] some = ["activity.title", "branch.name", "committee.name", "member.member_ref", "person.person_ref", "society.name"];
        some.Except(city.Marked).ShouldBeEmpty();
        city.Marked.Count.ShouldBeGreaterThan(25, string.Join(' ', city.Marked));
    }

    [Fact]
    public async Task No_root_field_and_no_relation_shows_it()
    {
        var asked = 0;
        var shown = 0;
        var refused = new SortedSet<string>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var (name, text) in Questions.All().Concat(Questions.ByIdentity()))
        {
            asked++;
            var answer = await city.TextAsync(Administrator, text);
            if (answer.Contains(AccessFixture.Marker, StringComparison.Ordinal) || Escaped(answer))
            {
                wrong.Add($"{name}: {text}");
            }

            using var read = JsonDocument.Parse(answer);
            if (read.RootElement.TryGetProperty("errors", out var errors))
            {
                refused.Add($"{Key().Replace(name, "")}: {string.Join(' ', errors.EnumerateArray().Select(Code).Distinct())}");
            }
            else if (answer.Contains("合成", StringComparison.Ordinal))
            {
                shown++;
            }
        }

        wrong.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(300);
        // Own rows come through, or nothing would be proven.
        shown.ShouldBeGreaterThan(60);
        Golden.Match("Access/Golden/refused.txt", string.Join('\n', refused) + "\n");
        Golden.Match("Access/Golden/left_out.txt", string.Join('\n', Questions.LeftOut) + "\n");
    }

    [Fact]
    public async Task Whoever_sees_everything_sees_the_marker()
    {
        (await city.TextAsync(null, "{ societies(first: 100) { nodes { name } } }")).ShouldContain(AccessFixture.Marker);
    }

    [Fact]
    public async Task Answers_are_the_same_without_the_others_rows()
    {
        await using var alone = await ServiceHost.StartAsync(await AloneAsync(), city.Options, new HeaderAccess());
        using var client = new HttpClient { BaseAddress = alone.Address };
        client.DefaultRequestHeaders.Add(HeaderAccess.Name, Administrator);
        var different = new List<string>();
        // Averages of others are of their rows: what they leave open, PeerSummaryTests asks.
        foreach (var (name, text) in Questions.All().Where(one => !one.Text.Contains("peerComparisons", StringComparison.Ordinal)))
        {
            using var response = await client.PostAsync("/graphql", System.Net.Http.Json.JsonContent.Create(new { query = text }));
            var answer = await response.Content.ReadAsStringAsync();
            if (Timeless(answer) != Timeless(await city.TextAsync(Administrator, text)))
            {
                different.Add($"{name}: {text}");
            }
        }

        different.ShouldBeEmpty();
    }

    /// <summary>The same city without what is not the committee's.</summary>
    private async Task<string> AloneAsync()
    {
        var alone = city.Copy;
        await using var connection = new NpgsqlConnection(alone);
        await connection.OpenAsync();
        await connection.ExecuteAsync(Marking.Remove, new { committee = city.Committee });
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM graph.committee")).ShouldBe(1);
        await AccessFixture.LoadAsync(alone);
        return alone;
    }

    private static string Code(JsonElement error) => error.GetProperty("extensions").GetProperty("code").GetString()!;

    // Two loads at two moments, of which one wrote more rows.
    private static string Timeless(string answer) => OfLoad().Replace(answer, "");

    private static bool Escaped(string answer) => answer.Contains("\\u522b\\u5bb6", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("\"(loadedAt|freshness|rows)\":[^,}]+")]
    private static partial Regex OfLoad();

    [GeneratedRegex(" [0-9]+$")]
    private static partial Regex Key();
}
