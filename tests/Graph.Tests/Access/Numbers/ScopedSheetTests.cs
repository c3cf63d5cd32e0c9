using System.Text;
using Dapper;
using Npgsql;
using SocietyParty.Graph.Tests.Service;

namespace SocietyParty.Graph.Tests.Access.Numbers;

/// <summary>Sheets of one committee's administrator: into the own subtree; of what is not in sight nothing is said.</summary>
[Collection(AccessCollection.Name)]
public sealed class ScopedSheetTests(AccessFixture city)
{
    private long Other => city.Committee + 1;

    [Fact]
    public async Task A_sheet_goes_into_the_own_committee_alone()
    {
        await using var host = await ServiceHost.StartAsync(city.Spare, city.Options, new HeaderAccess());
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add(HeaderAccess.Name, $"CommitteeAdministrator {city.Committee}");
        await using var database = NpgsqlDataSource.Create(city.Spare);
        await using var connection = await database.OpenConnectionAsync();
        var name = await NameAsync(connection, city.Committee);
        var before = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM graph.society");

        const string societies = "社团名称,层级\n合成自己导入的学会,市级";
        (await ImportAsync(client, $"societies?committee={Uri.EscapeDataString(name)}", societies)).ShouldStartWith("200");
        (await connection.ExecuteScalarAsync<long>("SELECT committee_id FROM graph.society WHERE name = '合成自己导入的学会'")).ShouldBe(
            city.Committee
        );
        // The only one that is in sight needs no name.
        (await ImportAsync(client, "societies", "社团名称,层级\n合成另一个学会,市级")).ShouldStartWith("200");

        // Another committee is one that there is not.
        var other = await ImportAsync(client, $"societies?committee={Uri.EscapeDataString(await NameAsync(connection, Other))}", societies);
        var unknown = await ImportAsync(client, "societies?committee=没有的党委", societies);
        other.ShouldStartWith("422");
        CodesOf(other).ShouldBe(CodesOf(unknown));
        other.ShouldNotContain($"\"{await NameAsync(connection, Other)}\",");
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM graph.society")).ShouldBe(before + 2);
    }

    private static string CodesOf(string answer) =>
        string.Join(' ', System.Text.RegularExpressions.Regex.Matches(answer, "SP-[A-Z]+-[0-9]+"));

    private static async Task<string> NameAsync(NpgsqlConnection connection, long committee) =>
        (await connection.ExecuteScalarAsync<string>("SELECT name FROM graph.committee WHERE id = @committee", new { committee }))!;

    private static async Task<string> ImportAsync(HttpClient client, string address, string csv)
    {
        using var sheet = new StringContent(csv, Encoding.UTF8, "text/csv");
        using var answer = await client.PostAsync(new Uri($"/import/{address}", UriKind.Relative), sheet);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }
}
