using System.Net.Http.Headers;
using System.Net.Http.Json;
using Dapper;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>
/// Events of rows in sight arrive, of others none, over both transports. An event that must not come is one that is not before the next
/// that must: they come in the order in which things changed.
/// </summary>
[Collection(AccessWritesCollection.Name)]
public sealed class ScopedEventsTests(AccessFixture city)
{
    private const string Branches = "subscription { branchChanged { kind branch { id } } }";
    private const string Activities = "subscription { activityChanged { kind activity { title } } }";

    private long Other => city.Committee + 1;

    private string Administrator => $"CommitteeAdministrator {city.Committee}";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Events_of_another_committee_do_not_arrive(bool isSocket)
    {
        var (own, foreign) = (await BranchAsync(city.Committee), await BranchAsync(Other));
        using var branches = await ListenAsync(isSocket, Administrator, Branches);
        await TouchAsync(foreign);
        await TouchAsync(own);
        await TouchAsync(foreign);
        await TouchAsync(own);
        (await branches.NextAsync()).ShouldBe(Told(own));
        (await branches.NextAsync()).ShouldBe(Told(own));

        using var activities = await ListenAsync(isSocket, Administrator, Activities);
        await ActivityAsync(foreign, "合成别家活动");
        await ActivityAsync(own, "合成自家活动");
        (await activities.NextAsync()).ShouldBe("""{"data":{"activityChanged":{"kind":"CREATED","activity":{"title":"合成自家活动"}}}}""");
    }

    /// <summary>Whoever had it hears once that it is gone, without a word of where; from then on nothing.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_moves_out_is_told_once_and_what_moves_in_from_then_on(bool isSocket)
    {
        var (moving, own) = (await BranchAsync(city.Committee), await BranchAsync(city.Committee, 1));
        using var before = await ListenAsync(isSocket, Administrator, Branches);
        using var after = await ListenAsync(isSocket, $"CommitteeAdministrator {Other}", Branches);
        await MoveAsync(moving, Other);
        await TouchAsync(moving);
        await TouchAsync(own);
        (await before.NextAsync()).ShouldBe("""{"data":{"branchChanged":{"kind":"CHANGED","branch":null}}}""");
        (await before.NextAsync()).ShouldBe(Told(own));
        (await after.NextAsync()).ShouldBe(Told(moving));
        (await after.NextAsync()).ShouldBe(Told(moving));
        await MoveAsync(moving, city.Committee);
        (await before.NextAsync()).ShouldBe(Told(moving));
        (await after.NextAsync()).ShouldBe("""{"data":{"branchChanged":{"kind":"CHANGED","branch":null}}}""");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_joint_branch_is_told_to_each_of_its_committees(bool isSocket)
    {
        var (joint, own) = (await BranchAsync(Other), await BranchAsync(city.Committee));
        var society = await city.ScalarAsync<long>(
            "SELECT max(id) FROM graph.society WHERE committee_id = @committee",
            new { committee = city.Committee }
        );
        using var branches = await ListenAsync(isSocket, Administrator, Branches);
        using var activities = await ListenAsync(isSocket, Administrator, Activities);
        await ExecuteAsync(
            "INSERT INTO graph.branch_society (branch_id, society_id, is_lead) VALUES (@joint, @society, false)",
            new { joint, society }
        );
        (await branches.NextAsync()).ShouldBe(Told(joint));
        await TouchAsync(joint);
        (await branches.NextAsync()).ShouldBe(Told(joint));
        await ActivityAsync(joint, "合成联合活动");
        (await activities.NextAsync()).ShouldContain("合成联合活动");
        await ExecuteAsync("DELETE FROM graph.branch_society WHERE branch_id = @joint AND society_id = @society", new { joint, society });
        (await branches.NextAsync()).ShouldBe("""{"data":{"branchChanged":{"kind":"CHANGED","branch":null}}}""");
        await TouchAsync(joint);
        await ActivityAsync(joint, "合成不再联合");
        await TouchAsync(own);
        await ActivityAsync(own, "合成自家");
        (await branches.NextAsync()).ShouldBe(Told(own));
        (await activities.NextAsync()).ShouldContain("合成自家");
    }

    /// <summary>A team's number is a branch's, too.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_team_and_a_branch_of_one_number_are_told_of_their_own(bool isSocket)
    {
        const string ofTeam = """
            SELECT b.branch_id FROM graph.consortium_supervision AS s JOIN graph.consortium_branch AS b USING (consortium_id)
            WHERE s.supervision_team_id = t.id AND s.valid_during @> graph.today() AND b.valid_during @> graph.today()
            """;
        await using var connection = await city.Database.OpenConnectionAsync();
        var number = await connection.ExecuteScalarAsync<long>(
            "SELECT min(t.id) FROM graph.supervision_team AS t JOIN graph.branch AS b ON b.id = t.id "
                + $"WHERE t.id NOT IN ({ofTeam}) AND EXISTS ({ofTeam})"
        );
        var supervised = await connection.ExecuteScalarAsync<long>(
            $"SELECT min(branch_id) FROM graph.supervision_team AS t, LATERAL ({ofTeam}) AS b WHERE t.id = @number",
            new { number }
        );
        using var secretary = await ListenAsync(isSocket, $"BranchSecretary {number}", Branches);
        using var supervisor = await ListenAsync(isSocket, $"Supervisor {number}", Branches);
        await TouchAsync(number);
        await TouchAsync(supervised);
        await TouchAsync(number);
        (await supervisor.NextAsync()).ShouldBe(Told(supervised));
        (await secretary.NextAsync()).ShouldBe(Told(number));
        (await secretary.NextAsync()).ShouldBe(Told(number));
    }

    private async Task<Listener> ListenAsync(bool isSocket, string access, string query)
    {
        if (isSocket)
        {
            var socket = await SocketClient.ConnectAsync(city.Address, header: (HeaderAccess.Name, access));
            await socket.InitAsync();
            await socket.SubscribeAsync("1", query);
            return new Listener(async () => (await socket.NextAsync("1")).GetRawText(), socket);
        }

        var client = new HttpClient { BaseAddress = city.Address, Timeout = OpenService.Patience };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.Add(HeaderAccess.Name, access);
        var stream = await EventStreamClient.OpenAsync(await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
        return new Listener(() => NextAsync(stream), stream, client);
    }

    private static async Task<string> NextAsync(EventStreamClient stream)
    {
        while (true)
        {
            var (name, data) = (await stream.ReceiveAsync())!.Value;
            if (name == "next")
            {
                return data;
            }
        }
    }

    private Task<long> BranchAsync(long committee, int skip = 0) =>
        city.ScalarAsync<long>(
            """
            SELECT b.id FROM graph.branch AS b WHERE b.committee_id = @committee
              AND NOT EXISTS (SELECT FROM graph.branch_society AS j WHERE j.branch_id = b.id AND j.society_place <> j.place)
            ORDER BY b.id DESC OFFSET @skip LIMIT 1
            """,
            new { committee, skip }
        );

    // With its societies: else it would be joint.
    private Task MoveAsync(long branch, long committee) =>
        ExecuteAsync(
            """
            UPDATE graph.society SET committee_id = @committee WHERE id IN (SELECT society_id FROM graph.branch_society WHERE branch_id = @branch);
            UPDATE graph.branch SET committee_id = @committee WHERE id = @branch;
            """,
            new { branch, committee }
        );

    private Task TouchAsync(long branch) => ExecuteAsync("UPDATE graph.branch SET name = name || '改' WHERE id = @branch", new { branch });

    private Task ActivityAsync(long branch, string title) =>
        ExecuteAsync(
            "INSERT INTO graph.activity (branch_id, kind, title, held_on) VALUES (@branch, 'OTHER', @title, '2026-01-05')",
            new { branch, title }
        );

    private async Task ExecuteAsync(string sql, object parameters)
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    private static string Told(long branch) =>
        """{"data":{"branchChanged":{"kind":"CHANGED","branch":{"id":"#"}}}}""".Replace(
            "#",
            GlobalId.Format("Branch", branch),
            StringComparison.Ordinal
        );

    private sealed class Listener(Func<Task<string>> next, params IDisposable[] held) : IDisposable
    {
        public Task<string> NextAsync() => next();

        public void Dispose()
        {
            foreach (var one in held)
            {
                one.Dispose();
            }
        }
    }
}
