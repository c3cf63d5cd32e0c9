namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>What the star tells after a slip and its repair is what it tells where the slip never was, with a load between them.</summary>
public sealed class MendingTests
{
    private const string Year = """
        INSERT INTO graph.work_target (committee_id, kind, year, target, due_on, clause)
        SELECT 1, kind, 2022, 2, '2022-12-31', '001' FROM unnest(ARRAY['COMMUNITY_CHECK_IN', 'COMMITTEE_MEETING', 'FUND_REPORT']) AS kind;
        INSERT INTO graph.duty (kind, committee_id, work_target_id, society_id, period, begins_on, ends_on, due_on, target, clause)
        SELECT t.kind, 1, t.id, CASE WHEN t.kind = 'FUND_REPORT' THEN 3 END, '2022', '2022-01-01', '2023-01-01', '2022-12-31', 2, '001'
        FROM graph.work_target AS t;
        INSERT INTO graph.activity (branch_id, kind, title, held_on, expected_count, attended_count)
        SELECT 1, 'OTHER', '学习' || i, date '2022-01-10' + 30 * i, 10, 8 FROM generate_series(0, 3) AS i;
        INSERT INTO graph.ledger_entry (society_id, aspect, is_clear, statement, counted, valid_during)
        VALUES (3, 'PARTY_MEMBERS', true, '二名', 2, '[2022-01-05,)');
        """;

    /// <summary>A slip, and what the mutation that repairs it leaves.</summary>
    private static readonly (string Slip, string Repair)[] Repairs =
    [
        (
            "INSERT INTO graph.community_check_in (branch_id, community, checked_in_on) VALUES (2, '社区', '2022-03-10')",
            "DELETE FROM graph.community_check_in"
        ),
        (
            "INSERT INTO graph.committee_meeting (committee_id, kind, held_on, subject) "
                + "VALUES (1, 'COMMITTEE_MEETING', '2022-02-10', '议题')",
            "DELETE FROM graph.committee_meeting"
        ),
        (
            "INSERT INTO graph.fund_report (society_id, period, submitted_on) VALUES (3, '2022', '2022-04-10')",
            "DELETE FROM graph.fund_report"
        ),
        (
            """
            INSERT INTO graph.event_filing (society_id, event, held_on, filed_on) VALUES (3, '年会', '2022-05-10', '2022-04-10');
            INSERT INTO graph.duty (kind, committee_id, society_id, event_filing_id, period, begins_on, ends_on, due_on, target, clause)
            SELECT 'EVENT_FILING', 1, 3, id, '2022-05-10', '2022-05-03', '2022-05-04', '2022-05-03', 1, '004' FROM graph.event_filing;
            """,
            "DELETE FROM graph.duty WHERE event_filing_id IS NOT NULL; DELETE FROM graph.event_filing"
        ),
        (
            "INSERT INTO graph.activity (branch_id, kind, title, held_on, expected_count, attended_count) "
                + "VALUES (1, 'OTHER', '误录', '2022-03-03', 10, 1)",
            "DELETE FROM graph.activity WHERE title = '误录'"
        ),
        (
            "UPDATE graph.activity SET held_on = '2022-05-30', attended_count = 2 WHERE title = '学习2'",
            "UPDATE graph.activity SET held_on = '2022-03-11', attended_count = 8 WHERE title = '学习2'"
        ),
        (
            """
            UPDATE graph.ledger_entry SET valid_during = '[2022-01-05,2022-03-05)';
            INSERT INTO graph.ledger_entry (society_id, aspect, is_clear, statement, counted, valid_during)
            VALUES (3, 'PARTY_MEMBERS', true, '五十名', 50, '[2022-03-05,)');
            """,
            "DELETE FROM graph.ledger_entry WHERE counted = 50; UPDATE graph.ledger_entry SET valid_during = '[2022-01-05,)'"
        ),
    ];

    [Fact]
    public async Task A_load_after_a_repair_gives_the_star_of_a_graph_without_the_slip()
    {
        await using var mended = await NewAsync();
        await using var never = await NewAsync();
        await never.LoadAsync(LoadDatabase.June15, new DateOnly(2022, 1, 1));
        var right = await never.StarAsync();
        await mended.LoadAsync(LoadDatabase.June15, new DateOnly(2022, 1, 1));
        foreach (var (slip, repair) in Repairs)
        {
            await mended.ExecuteAsync(slip);
            await mended.LoadAsync(LoadDatabase.June15);
            (await mended.StarAsync()).ShouldNotBe(right, slip);
            await mended.ExecuteAsync(repair);
            await mended.LoadAsync(LoadDatabase.June15);
            (await mended.StarAsync()).ShouldBe(right, slip);
        }
    }

    private static async Task<LoadDatabase> NewAsync()
    {
        var database = await GraphHistory.StartAsync();
        await database.ExecuteAsync(
            "UPDATE graph.branch SET status = 'ESTABLISHED', status_since = '2021-06-01'; "
                + "INSERT INTO graph.branch_category_period (branch_id, category, valid_during) "
                + "SELECT id, 'B', '[2021-06-01,)' FROM graph.branch;"
        );
        await database.ExecuteAsync(Year);
        return database;
    }
}
