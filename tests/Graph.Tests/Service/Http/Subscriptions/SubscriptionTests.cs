using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Service.Http.Subscriptions;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Http.Subscriptions;

/// <summary>The events that subscribers get for changes in PostgreSQL.</summary>
public sealed class SubscriptionTests
{
    private const string Branches =
        "subscription ($committee: ID, $branch: ID) { branchChanged(committee: $committee, branch: $branch) { kind id branch { "
        + "name status category } } }";

    private const string EndFeed =
        $"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = '{EventFeed.ApplicationName}' "
        + "AND datname = current_database()";

    [Fact]
    public async Task A_change_is_told_with_the_branch_as_it_is_after_the_commit()
    {
        await using var service = await OpenService.StartAsync();
        using var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SubscribeAsync("a", Branches);
        var branch = await service.IdAsync("Branch", "SELECT min(id) FROM graph.branch WHERE status = 'ESTABLISHED'");

        await service.ExecuteAsync(
            "UPDATE graph.branch SET name = '新名' WHERE id = (SELECT min(id) FROM graph.branch WHERE status = 'ESTABLISHED')"
        );
        var told = (await client.NextAsync("a")).GetProperty("data").GetProperty("branchChanged");
        (Text(told, "kind"), Text(told, "id"), Text(told.GetProperty("branch"), "name")).ShouldBe(("CHANGED", branch, "新名"));
    }

    [Fact]
    public async Task A_branch_that_is_gone_is_told_by_its_identity()
    {
        await using var service = await OpenService.StartAsync();
        await service.ExecuteAsync(
            "INSERT INTO graph.branch (name, committee_id, form, status) SELECT '暂设', min(id), 'BRANCH', 'PROPOSED' FROM graph.committee"
        );
        var branch = await service.IdAsync("Branch", "SELECT id FROM graph.branch WHERE name = '暂设'");
        using var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SubscribeAsync("a", Branches, new { branch });

        await service.ExecuteAsync("DELETE FROM graph.branch WHERE name = '暂设'");
        (await client.NextAsync("a"))
            .GetRawText()
            .ShouldBe($$$$"""{"data":{"branchChanged":{"kind":"DELETED","id":"{{{{branch}}}}","branch":null}}}""");
    }

    [Fact]
    public async Task Many_changes_at_once_are_told_as_one_event_without_a_branch()
    {
        await using var service = await OpenService.StartAsync();
        using var client = await service.SocketAsync();
        await client.InitAsync();
        var branch = await service.IdAsync("Branch", "SELECT min(id) FROM graph.branch");
        await client.SubscribeAsync("all", Branches);
        await client.SubscribeAsync("one", Branches, new { branch });

        await service.ExecuteAsync("UPDATE graph.branch SET name = name || '。'");
        const string many = """{"data":{"branchChanged":{"kind":"MANY","id":null,"branch":null}}}""";
        var told = new[] { await client.ReceiveAsync(), await client.ReceiveAsync() };
        told.Select(message => message.GetProperty("payload").GetRawText()).ShouldBe([many, many]);
        told.Select(message => Text(message, "id")).Order().ShouldBe(["all", "one"]);
    }

    [Fact]
    public async Task A_subscriber_hears_of_the_committee_and_the_branch_that_it_asks_for()
    {
        await using var service = await OpenService.StartAsync();
        await service.ExecuteAsync(
            "INSERT INTO graph.committee (name, region_code) SELECT '另一党委', region_code FROM graph.committee LIMIT 1"
        );
        var (first, other) = (
            await service.IdAsync("Committee", "SELECT min(id) FROM graph.committee"),
            await service.IdAsync("Committee", "SELECT max(id) FROM graph.committee")
        );
        using var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SubscribeAsync("other", Branches, new { committee = other });
        await client.SubscribeAsync("first", Branches, new { committee = first });

        // Told to the committee that it leaves and to the one that it enters.
        await service.ExecuteAsync(
            "UPDATE graph.branch SET committee_id = (SELECT max(id) FROM graph.committee) WHERE id = (SELECT min(id) FROM graph.branch)"
        );
        new[] { await client.ReceiveAsync(), await client.ReceiveAsync() }
            .Select(message => Text(message, "id"))
            .Order()
            .ShouldBe(["first", "other"]);
        // Told to one of them only: what it hears next is the second change.
        await service.ExecuteAsync(
            "UPDATE graph.branch SET name = '甲' WHERE id = (SELECT min(id) FROM graph.branch WHERE committee_id = (SELECT "
                + "min(id) FROM graph.committee))"
        );
        await service.ExecuteAsync("UPDATE graph.branch SET name = '乙' WHERE committee_id = (SELECT max(id) FROM graph.committee)");
        var told = new[] { await client.ReceiveAsync(), await client.ReceiveAsync() };
        told.Select(message =>
                (
                    Text(message, "id"),
                    Text(message.GetProperty("payload").GetProperty("data").GetProperty("branchChanged").GetProperty("branch"), "name")
                )
            )
            .Order()
            .ShouldBe([("first", "甲"), ("other", "乙")]);
    }

    [Fact]
    public async Task A_load_is_told_when_it_is_published()
    {
        await using var service = await OpenService.StartAsync();
        using var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SubscribeAsync("a", "subscription { coverageLoaded { asOf rows ruleSets { code isDefault } loadedAt } }");

        // A load that breaks at its last step tells nothing; the next one does.
        var broken = new LoadOptions(SampleDatabase.AsOf.AddDays(1))
        {
            BeforeStep = (step, _) => step == LoadPipeline.CommitStep ? throw new InvalidOperationException("broken") : Task.CompletedTask,
        };
        await Should.ThrowAsync<InvalidOperationException>(() => LoadPipeline.RunAsync(service.Database, broken));
        (await LoadPipeline.RunAsync(service.Database, new LoadOptions(SampleDatabase.AsOf.AddDays(2)))).Problem.ShouldBeNull();
        var told = (await client.NextAsync("a")).GetProperty("data").GetProperty("coverageLoaded");
        Text(told, "asOf").ShouldBe("2026-07-02");
        told.GetProperty("rows").GetInt64().ShouldBeGreaterThan(0);
        told.GetProperty("ruleSets").EnumerateArray().Select(set => Text(set, "code")).ShouldContain("default");
    }

    [Fact]
    public async Task After_the_connection_to_the_database_was_lost_everybody_is_told_to_read_again()
    {
        await using var service = await OpenService.StartAsync();
        using var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SubscribeAsync("a", "subscription { branchChanged { kind } }");

        await service.ExecuteAsync(EndFeed);
        (await client.NextAsync("a")).GetRawText().ShouldBe("""{"data":{"branchChanged":{"kind":"MANY"}}}""");
        await service.ExecuteAsync("UPDATE graph.branch SET name = '又一' WHERE id = (SELECT min(id) FROM graph.branch)");
        (await client.NextAsync("a")).GetRawText().ShouldBe("""{"data":{"branchChanged":{"kind":"CHANGED"}}}""");
    }

    [Fact]
    public async Task A_load_during_a_loss_is_told_after_it()
    {
        await using var service = await OpenService.StartAsync();
        using var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SubscribeAsync("a", "subscription { coverageLoaded { asOf } }");

        await using (var kept = await service.Database.OpenConnectionAsync())
        {
            // Nobody new gets in, so nobody listens when the load is published.
            var cluster = await TestCluster.ClusterAsync();
            await ExecuteAsync(new NpgsqlConnection(cluster.ConnectionString), $"ALTER DATABASE {kept.Database} ALLOW_CONNECTIONS false");
            await ExecuteAsync(kept, EndFeed);
            await ExecuteAsync(
                kept,
                "INSERT INTO dw.load_run (command, as_of, finished_at, status) VALUES ('test', '2026-08-01', now(), 'SUCCEEDED')"
            );
            await ExecuteAsync(new NpgsqlConnection(cluster.ConnectionString), $"ALTER DATABASE {kept.Database} ALLOW_CONNECTIONS true");
        }

        (await client.NextAsync("a")).GetRawText().ShouldBe("""{"data":{"coverageLoaded":{"asOf":"2026-08-01"}}}""");
    }

    [Fact]
    public async Task An_event_that_cannot_be_answered_has_its_error_and_the_stream_goes_on()
    {
        await using var service = await OpenService.StartAsync(options: new() { Http = new(StatementMsMax: 200) });
        using var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SubscribeAsync("a", "subscription { branchChanged { branch { name latestAssessment { year } } } }");

        await using (var connection = await service.Database.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using (var locking = new NpgsqlCommand("LOCK TABLE graph.assessment", connection))
            {
                await locking.ExecuteNonQueryAsync();
            }

            await service.ExecuteAsync("UPDATE graph.branch SET name = '等待' WHERE id = (SELECT min(id) FROM graph.branch)");
            var failed = await client.NextAsync("a");
            failed.GetProperty("data").ValueKind.ShouldBe(JsonValueKind.Null);
            Text(failed.GetProperty("errors")[0].GetProperty("extensions"), "code").ShouldBe("SP-LIMIT-003");
        }

        await service.ExecuteAsync("UPDATE graph.branch SET name = '继续' WHERE id = (SELECT min(id) FROM graph.branch)");
        Text((await client.NextAsync("a")).GetProperty("data").GetProperty("branchChanged").GetProperty("branch"), "name").ShouldBe("继续");
    }

    [Fact]
    public async Task Subscribers_with_the_same_operation_cost_one_statement_an_event()
    {
        await using var service = await OpenService.StartAsync();
        var database = await service.ScalarAsync<string>("SELECT current_database()::text");
        const string query = "subscription ($branch: ID) { branchChanged(branch: $branch) { branch { name } } }";
        var branch = await service.IdAsync("Branch", "SELECT min(id) FROM graph.branch");
        using var socket = await service.SocketAsync();
        await socket.InitAsync();
        await socket.SubscribeAsync("a", query, new { branch });
        await socket.SubscribeAsync("b", query, new { branch });
        using var stream = await service.StreamAsync(query, new { branch });
        (service.Hub.GroupCount, service.Hub.SubscriberCount).ShouldBe((1, 3));

        var statements = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Other tests work on other databases meanwhile.
                if (activity.TagObjects.Any(tag => Equals(tag.Value, database)) && activity.GetTagItem("db.query.text") is string text)
                {
                    statements.Enqueue(text);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        for (var i = 0; i < 3; i++)
        {
            await service.ExecuteAsync($"UPDATE graph.branch SET name = '第{i}' WHERE id = (SELECT min(id) FROM graph.branch)");
            var told = new[] { await socket.ReceiveAsync(), await socket.ReceiveAsync() };
            told.Select(message => Text(message, "id")).Order().ShouldBe(["a", "b"]);
            (await stream.NextAsync())
                .GetProperty("data")
                .GetProperty("branchChanged")
                .GetProperty("branch")
                .GetProperty("name")
                .GetString()
                .ShouldBe($"第{i}");
        }

        statements.Count(text => text.StartsWith("UPDATE", StringComparison.Ordinal)).ShouldBe(3);
        statements.Count(text => !text.StartsWith("UPDATE", StringComparison.Ordinal)).ShouldBe(3);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        if (connection.State != System.Data.ConnectionState.Open)
        {
            await connection.OpenAsync();
        }

        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
