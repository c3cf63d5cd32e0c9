using System.Net;
using System.Text.Json;
using SocietyParty.Graph.Tests.Access;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using SocietyParty.Service.Queries.Replicas;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Service.Machines;

/// <summary>Queries are answered by two real standbys of a real primary.</summary>
[Collection(ReplicaCollection.Name)]
public sealed class ReplicaTests(ReplicaServersFixture fixture)
{
    private const string Pause = "SELECT pg_wal_replay_pause()";
    private const string Resume = "SELECT pg_wal_replay_resume()";

    [Fact]
    public async Task Queries_are_spread_and_a_client_sees_its_own_change_at_once()
    {
        await using var all = await ReplicaFixture.StartAsync(fixture.Servers);
        var before = await all.NameAsync();

        // The first stands still: half of the answers are from before the change.
        await all.Standbys[0].ExecuteAsync(Pause);
        var (header, cookie) = await all.RenameAsync("新名称一");
        cookie.ShouldContain("httponly", Case.Insensitive);
        await Eventually.BeAsync(async () => await all.NameAsync() == "新名称一");
        var names = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            names.Add(await all.NameAsync());
        }

        names.Count(name => name == before).ShouldBe(5);
        names.Count(name => name == "新名称一").ShouldBe(5);

        // Whoever changed it sees it each time, by the header and by the cookie.
        for (var i = 0; i < 6; i++)
        {
            (await all.NameAsync(("X-Read-After", header))).ShouldBe("新名称一");
            (await all.NameAsync(("Cookie", cookie.Split(';')[0]))).ShouldBe("新名称一");
        }

        // Both stand still: the primary answers, after the wait; what is no place in its log is answered by it at once.
        await all.Standbys[1].ExecuteAsync(Pause);
        (header, _) = await all.RenameAsync("新名称二");
        (await all.NameAsync(("X-Read-After", header))).ShouldBe("新名称二");
        (await all.NameAsync(("X-Read-After", "nonsense"))).ShouldBe("新名称二");
        (await all.NameAsync(("X-Read-After", "77/0/1"))).ShouldBe("新名称二");
        (await all.NameAsync()).ShouldNotBe("新名称二");

        // One that goes on while the query waits.
        (header, _) = await all.RenameAsync("新名称三");
        var asked = all.NameAsync(("X-Read-After", header));
        await all.Standbys[0].ExecuteAsync(Resume);
        await all.Standbys[1].ExecuteAsync(Resume);
        (await asked).ShouldBe("新名称三");
    }

    [Fact]
    public async Task A_mutation_and_a_query_of_one_request_agree()
    {
        await using var all = await ReplicaFixture.StartAsync(fixture.Servers);
        await all.Standbys[0].ExecuteAsync(Pause);
        await all.Standbys[1].ExecuteAsync(Pause);
        var (header, _) = await all.RenameAsync("读后写");
        // What is read beside a change, and after it, is the primary's.
        var beside = await all.AskAsync(
            "mutation ($input: FoundSocietyInput!) { foundSociety(input: $input) { society { name } errors { code } "
                + "query { branches(first: 1) { nodes { name } } } } }",
            new { input = new { name = "副本学会", committee = GlobalId.Format("Committee", 1) } }
        );
        beside.ShouldContain("副本学会", customMessage: beside);
        beside.ShouldContain("读后写", customMessage: beside);
        header.ShouldNotBe("primary");
        await all.Standbys[0].ExecuteAsync(Resume);
        await all.Standbys[1].ExecuteAsync(Resume);
    }

    [Fact]
    public async Task One_that_lags_is_left_out_and_comes_back()
    {
        await using var all = await ReplicaFixture.StartAsync(fixture.Servers, lagMs: 1_000);
        await all.Standbys[0].ExecuteAsync(Pause);
        await all.RenameAsync("落后");
        await Eventually.BeAsync(() =>
            all.Replicas.All[0].State == ReplicaState.Lagging && all.Replicas.All[1].State == ReplicaState.Serving
        );
        for (var i = 0; i < 6; i++)
        {
            (await all.NameAsync()).ShouldBe("落后");
        }

        (await ReadyAsync(all)).ShouldBe((1, 2));
        await all.Standbys[0].ExecuteAsync(Resume);
        await Eventually.BeAsync(() => all.Replicas.ServingCount == 2);
        (await ReadyAsync(all)).ShouldBe((2, 2));

        // Where nobody writes nobody lags.
        await Task.Delay(1_500);
        all.Replicas.ServingCount.ShouldBe(2);
    }

    [Fact]
    public async Task One_is_killed_under_load_and_nobody_notices()
    {
        await using var all = await ReplicaFixture.StartAsync(fixture.Servers);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => ReadAsync(all, stop.Token)).ToArray();
        await Task.Delay(300);
        all.Standbys[0].Kill();
        await Eventually.BeAsync(() => all.Replicas.All[0].State == ReplicaState.Unreachable);
        await Task.Delay(300);
        await all.Standbys[0].RestartAsync();
        await Eventually.BeAsync(() => all.Replicas.ServingCount == 2);
        await stop.CancelAsync();
        (await Task.WhenAll(readers)).Sum().ShouldBeGreaterThan(20);

        // Without any of them the primary answers, and the service is ready.
        all.Standbys[0].Kill();
        all.Standbys[1].Kill();
        await Eventually.BeAsync(() => all.Replicas.ServingCount == 0);
        (await all.NameAsync()).ShouldNotBeEmpty();
        (await ReadyAsync(all)).ShouldBe((0, 2));
        await all.Standbys[0].RestartAsync();
        await all.Standbys[1].RestartAsync();
        await Eventually.BeAsync(() => all.Replicas.ServingCount == 2);
    }

    [Theory]
    [InlineData("SystemAdministrator")]
    [InlineData("CommitteeAdministrator 1")]
    [InlineData("BranchSecretary 2")]
    [InlineData("Supervisor 3")]
    [InlineData("Member 1")]
    [InlineData("Researcher")]
    [InlineData("Anonymous")]
    public async Task A_role_sees_at_a_replica_what_it_sees_at_the_primary(string role)
    {
        await using var all = await ReplicaFixture.StartAsync(fixture.Servers);
        (string, string) who = (HeaderAccess.Name, role);
        const string Question =
            "{ branches(first: 50) { totalCount nodes { name members { totalCount } } } committees { totalCount } societies { totalCount } "
            + "coverage(by: [LEVEL]) { totalCount } }";
        var atPrimary = await all.AskAsync(Question, null, who, ReplicaFixture.AtPrimary);
        atPrimary.ShouldContain("\"data\"");
        foreach (var _ in all.Standbys)
        {
            (await all.AskAsync(Question, null, who)).ShouldBe(atPrimary);
        }
    }

    private static async Task<int> ReadAsync(ReplicaFixture all, CancellationToken stop)
    {
        var answers = 0;
        while (!stop.IsCancellationRequested)
        {
            using var response = await all.SendAsync("{ branches(first: 20) { totalCount nodes { name society { name } } } }");
            response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(CancellationToken.None));
            answers++;
        }

        return answers;
    }

    private static async Task<(int Serving, int Of)> ReadyAsync(ReplicaFixture all)
    {
        using var response = await all.Client.GetAsync("/readyz");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var replicas = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()).GetProperty("replicas");
        return (replicas.GetProperty("serving").GetInt32(), replicas.GetProperty("of").GetInt32());
    }
}
