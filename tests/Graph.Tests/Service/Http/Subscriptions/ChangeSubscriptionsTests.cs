using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Service.Http.Subscriptions;

/// <summary>The events of activities, assessments and duties.</summary>
public sealed class ChangeSubscriptionsTests
{
    private const string Activities =
        "subscription ($committee: ID, $branch: ID) { activityChanged(committee: $committee, branch: $branch) { kind id activity { "
        + "title } } }";

    private const string Duties = "subscription ($committee: ID) { dutiesChanged(committee: $committee) { kind committee { id } } }";

    private const string Meeting =
        "INSERT INTO graph.committee_meeting (committee_id, kind, held_on, subject) VALUES (1, 'COMMITTEE_MEETING', '2024-01-01', '议题')";

    [Fact]
    public async Task An_activity_is_told_from_its_beginning_to_its_end()
    {
        await using var service = await OpenService.StartAsync();
        using var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SubscribeAsync("a", Activities, new { branch = GlobalId.Format("Branch", 1) });

        // Of another branch first: it is not told.
        await service.ExecuteAsync(Activity(2, "别的"));
        await service.ExecuteAsync(Activity(1, "学习"));
        var id = await service.IdAsync("Activity", "SELECT max(id) FROM graph.activity");
        (await client.NextAsync("a")).GetRawText().ShouldBe(Told("CREATED", $"\"{id}\"", """{"title":"学习"}"""));
        await service.ExecuteAsync("UPDATE graph.activity SET title = '座谈' WHERE branch_id = 1");
        (await client.NextAsync("a")).GetRawText().ShouldBe(Told("CHANGED", $"\"{id}\"", """{"title":"座谈"}"""));
        await service.ExecuteAsync("DELETE FROM graph.activity WHERE branch_id = 1");
        (await client.NextAsync("a")).GetRawText().ShouldBe(Told("DELETED", $"\"{id}\"", "null"));
        await service.ExecuteAsync(
            "INSERT INTO graph.activity (branch_id, kind, title, held_on) SELECT 1, 'OTHER', '第' || n, '2024-01-01' "
                + "FROM generate_series(1, 101) AS n"
        );
        (await client.NextAsync("a")).GetRawText().ShouldBe(Told("MANY", "null", "null"));
    }

    [Fact]
    public async Task An_entry_is_told_whatever_of_it_changes_once_a_transaction()
    {
        await using var service = await OpenService.StartAsync();
        await service.ExecuteAsync(
            """
            INSERT INTO graph.assessment_scheme (rule_set_code, content) VALUES ('default', '{}');
            INSERT INTO graph.assessment_round (committee_id, year, scheme_id, cut_off_on, opened_on)
            SELECT 1, 2024, min(id), '2024-12-31', '2024-12-01' FROM graph.assessment_scheme
            """
        );
        using var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SubscribeAsync(
            "a",
            "subscription ($committee: ID) { assessmentChanged(committee: $committee) { kind entry { branch { id } } } }",
            new { committee = GlobalId.Format("Committee", 1) }
        );
        await service.ExecuteAsync(
            "INSERT INTO graph.assessment_entry (round_id, branch_id, year) SELECT max(id), 1, 2024 FROM graph.assessment_round"
        );
        var branch = GlobalId.Format("Branch", 1);
        (await client.NextAsync("a"))
            .GetRawText()
            .ShouldBe(
                """{"data":{"assessmentChanged":{"kind":"CREATED","entry":{"branch":{"id":"#"}}}}}""".Replace(
                    "#",
                    branch,
                    StringComparison.Ordinal
                )
            );
        await service.ExecuteAsync(
            """
            INSERT INTO graph.fail_finding (entry_id, fail_rule, clause, found_on, evidence) SELECT max(id), 'A', '004', '2024-12-02', '一' FROM graph.assessment_entry;
            INSERT INTO graph.fail_finding (entry_id, fail_rule, clause, found_on, evidence) SELECT max(id), 'B', '004', '2024-12-02', '二' FROM graph.assessment_entry;
            """
        );
        (await client.NextAsync("a"))
            .GetProperty("data")
            .GetProperty("assessmentChanged")
            .GetProperty("kind")
            .GetString()
            .ShouldBe("CHANGED");
        await service.ExecuteAsync("DELETE FROM graph.fail_finding; DELETE FROM graph.assessment_entry");
        var last = (await client.NextAsync("a")).GetProperty("data").GetProperty("assessmentChanged");
        // The part's change came first, and the event of the whole goes out beside it.
        last.GetProperty("kind").GetString().ShouldBe("CHANGED");
        (await client.NextAsync("a"))
            .GetProperty("data")
            .GetProperty("assessmentChanged")
            .GetProperty("kind")
            .GetString()
            .ShouldBe("DELETED");
    }

    [Fact]
    public async Task Duties_are_told_by_their_committee()
    {
        await using var service = await OpenService.StartAsync();
        using var client = await service.SocketAsync();
        await client.InitAsync();
        var committee = GlobalId.Format("Committee", 1);
        await client.SubscribeAsync("other", Duties, new { committee = GlobalId.Format("Committee", 2) });
        await client.SubscribeAsync("mine", Duties, new { committee });
        await service.ExecuteAsync(Meeting);
        await service.ExecuteAsync(
            "INSERT INTO graph.community_check_in (branch_id, community, checked_in_on) VALUES (1, '某社区', '2024-02-01'), "
                + "(2, '某社区', '2024-02-01')"
        );
        var changed = """{"data":{"dutiesChanged":{"kind":"CHANGED","committee":{"id":"#"}}}}""".Replace(
            "#",
            committee,
            StringComparison.Ordinal
        );
        (await client.NextAsync("mine")).GetRawText().ShouldBe(changed);
        (await client.NextAsync("mine")).GetRawText().ShouldBe(changed);
        await service.ExecuteAsync("TRUNCATE graph.committee_meeting");
        new[] { await client.ReceiveAsync(), await client.ReceiveAsync() }
            .Select(message => message.GetProperty("payload").GetRawText())
            .ShouldAllBe(payload => payload == """{"data":{"dutiesChanged":{"kind":"MANY","committee":null}}}""");
    }

    private static string Activity(int branch, string title) =>
        $"INSERT INTO graph.activity (branch_id, kind, title, held_on) VALUES ({branch}, 'OTHER', '{title}', '2024-01-01')";

    private static string Told(string kind, string id, string activity) =>
        "{\"data\":{\"activityChanged\":{\"kind\":\"" + kind + "\",\"id\":" + id + ",\"activity\":" + activity + "}}}";
}
