using FsCheck;
using FsCheck.Fluent;
using SocietyParty.Graph.Tests.Rules;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>Small histories of a graph, of every kind of change that a star shows.</summary>
internal static class GraphHistory
{
    public static readonly DateOnly Last = new(2022, 8, 20);

    private static readonly DateOnly First = new(2022, 1, 1);

    /// <summary>A change that became known on its day.</summary>
    public sealed record Event(DateOnly Day, string Sql);

    /// <summary>
    /// Four societies with a branch each, unclassified since ever, one of them with a leading group, and two without; two committees.
    /// Evidence is due of all of them.
    /// </summary>
    public static async Task<LoadDatabase> StartAsync()
    {
        var database = await LoadDatabase.WithSocietiesAsync(6);
        await database.ExecuteAsync(
            """
            INSERT INTO graph.committee (name, region_code) VALUES ('上级', '100000');
            INSERT INTO graph.supporting_unit (name) VALUES ('大学'), ('医院');
            INSERT INTO graph.branch (name, committee_id, form, status) SELECT '党支部' || i, 1, 'BRANCH', 'PROPOSED' FROM generate_series(1, 4) AS i;
            INSERT INTO graph.branch_society (branch_id, society_id) SELECT i, i FROM generate_series(1, 4) AS i;
            INSERT INTO graph.council_term (society_id, term_number, started_on, ends_on) VALUES (3, 1, '2020-01-01', '2026-01-01');
            INSERT INTO graph.leading_group (council_term_id, status, discussed_on, submitted_on, approved_on)
            VALUES (1, 'APPROVED', '2020-02-10', '2020-02-20', '2020-03-01');
            """
        );
        await MadeUpEvidence.DefineAsync(database.Source);
        return database;
    }

    /// <summary>Changes in order of their days, one a day, and days of loads in any order.</summary>
    public static Gen<(List<Event> Events, List<DateOnly> Loads)> Random()
    {
        var day = Gen.Choose(0, Last.DayNumber - First.DayNumber).Select(First.AddDays);
        var thing = Gen.Choose(1, 4);
        var change = Gen.OneOf(
            from d in day
            from branch in thing
            from category in Gen.Elements("A", "B", "C", "UNCLASSIFIED")
            select Category(d, branch, category),
            from d in day
            from branch in thing
            from status in Gen.Elements("ESTABLISHED", "DISSOLVED", "PROPOSED")
            select Status(d, branch, status),
            from d in day
            from society in thing
            from unit in Gen.Choose(1, 2)
            select Period(d, "graph.society_supporting_unit", "society_id", society, "supporting_unit_id", unit),
            from d in day
            from society in thing
            select Instructor(d, society),
            from d in day
            from parent in Gen.Choose(0, 2)
            select Parent(d, parent == 2),
            from d in day
            from society in thing
            from kind in Gen.Elements("ASSOCIATION", "INSTITUTE")
            select Dated(d, $"UPDATE graph.society SET kind = '{kind}', name = '学会{society}{kind}' WHERE id = {society}"),
            from d in day
            from society in thing
            from committee in Gen.Choose(1, 2)
            select Dated(d, $"UPDATE graph.society SET committee_id = {committee} WHERE id = {society}"),
            from d in day
            from branch in thing
            from society in thing
            select Dated(
                d,
                $"UPDATE graph.branch_society SET society_id = {society} WHERE branch_id = {branch} AND society_id <> {society}"
            ),
            from d in day
            from branch in thing
            from back in Gen.Choose(0, 60)
            select new Event(
                d,
                "INSERT INTO graph.activity (branch_id, kind, title, held_on, expected_count, attended_count) "
                    + $"SELECT {branch}, 'OTHER', '学习', date '{d.AddDays(-back):yyyy-MM-dd}' - i, 10, 8 FROM generate_series(1, 6) AS i"
            ),
            from d in day
            from branch in thing
            select new Event(d, $"DELETE FROM graph.activity WHERE branch_id = {branch}"),
            from d in day
            from branch in thing
            select new Event(
                d,
                $"WITH p AS (INSERT INTO graph.person (person_ref, sex, birth_year) VALUES ('m{d:yyyyMMdd}', 'MALE', 1986) RETURNING id) "
                    + "INSERT INTO graph.member (branch_id, member_ref, person_id, status, joined_on) "
                    + $"SELECT {branch}, 'm{d:yyyyMMdd}', id, 'FULL', '{d:yyyy-MM-dd}' FROM p"
            ),
            from d in day
            from branch in thing
            select Dated(d, $"UPDATE graph.member SET branch_id = {branch} WHERE branch_id <> {branch}"),
            from d in day
            from status in Gen.Elements("FULL", "PROBATIONARY")
            select Dated(d, $"UPDATE graph.member SET status = '{status}', status_since = '{d:yyyy-MM-dd}' WHERE status <> '{status}'"),
            from d in day
            from back in Gen.Choose(0, 60)
            from reason in Gen.Elements("DECEASED", "MOVED_AWAY", "ENTERED_IN_ERROR")
            select new Event(
                d,
                "INSERT INTO graph.ended_membership (member_id, reason, ended_on) "
                    + $"SELECT m.id, '{reason}', '{d.AddDays(-back):yyyy-MM-dd}' FROM graph.member AS m WHERE m.is_present AND NOT EXISTS ("
                    + "SELECT FROM graph.ended_membership AS e WHERE e.member_id = m.id "
                    + $"AND e.restored_on > '{d.AddDays(-back):yyyy-MM-dd}')"
            ),
            from d in day
            from isMistake in Gen.Elements("true", "false")
            select new Event(
                d,
                $"UPDATE graph.ended_membership SET restored_on = CASE WHEN {isMistake} THEN ended_on "
                    + $"ELSE greatest(ended_on, '{d:yyyy-MM-dd}') END WHERE is_open"
            ),
            // What was wrong since ever, also about branches that a member has left.
            from d in day
            from correction in Gen.Elements(
                "UPDATE graph.person SET birth_year = birth_year - 1",
                "UPDATE graph.member SET joined_on = joined_on - 40",
                "DELETE FROM graph.member WHERE id = (SELECT min(id) FROM graph.member)"
            )
            select new Event(d, correction),
            from d in day
            from society in thing
            select new Event(
                d,
                "INSERT INTO graph.ledger_entry (society_id, aspect, is_clear, statement, counted, valid_during) "
                    + $"SELECT {society}, 'PARTY_MEMBERS', true, '五名', 5, '[{d:yyyy-MM-dd},)' "
                    + $"WHERE NOT EXISTS (SELECT FROM graph.ledger_entry WHERE society_id = {society})"
            ),
            from d in day
            from society in thing
            select new Event(
                d,
                $"INSERT INTO graph.event_filing (society_id, event, held_on, filed_on) VALUES ({society}, '论坛{d:yyyyMMdd}', "
                    + $"'{d.AddDays(9):yyyy-MM-dd}', '{d:yyyy-MM-dd}')"
            ),
            from d in day
            from society in Gen.Choose(5, 6)
            select new Event(d, $"DELETE FROM graph.society WHERE id = {society}"),
            // Founded and cancelled, also on days that are over; unknown again, and restored.
            from d in day
            from back in Gen.Choose(0, 90)
            from society in thing
            select new Event(
                d,
                $"UPDATE graph.society SET founded_on = '{d.AddDays(-back):yyyy-MM-dd}' WHERE id = {society} "
                    + $"AND coalesce(cancelled_on > '{d.AddDays(-back):yyyy-MM-dd}', true)"
            ),
            from d in day
            from back in Gen.Choose(0, 90)
            from society in thing
            select new Event(
                d,
                $"UPDATE graph.society SET cancelled_on = '{d.AddDays(-back):yyyy-MM-dd}' WHERE id = {society} "
                    + $"AND coalesce(founded_on < '{d.AddDays(-back):yyyy-MM-dd}', true)"
            ),
            from d in day
            from correction in Gen.Elements("founded_on = NULL", "cancelled_on = NULL")
            from society in thing
            select new Event(d, $"UPDATE graph.society SET {correction} WHERE id = {society}"),
            // Evidence of a day that is over or to come, recorded, and void later.
            from d in day
            from ahead in Gen.Choose(-200, 30)
            from one in thing
            from record in Gen.Elements(
                "BRIEF branch {\"inTime\": true}",
                "BRIEF branch {\"inTime\": true}",
                "SERVICE society {\"hours\": 6}",
                "YEAR_REPORT committee {\"year\": 2021}",
                "GROUP_YEAR_REPORT leading_group {\"year\": 2021}"
            )
            select Evidence(d, record.Split(' ', 3), one, d.AddDays(ahead)),
            from d in day
            from state in Gen.Elements(
                "status = 'APPROVED', expired_on = NULL",
                "status = 'EXPIRED', expired_on = '2022-05-01'",
                "approved_on = '2021-03-01'"
            )
            select new Event(d, $"UPDATE graph.leading_group SET {state}"),
            // Slips and their repairs, as the mutations leave them: what is void is gone, what stood before it lasts again.
            from d in day
            from branch in thing
            select new Event(
                d,
                $"INSERT INTO graph.community_check_in (branch_id, community, checked_in_on) VALUES ({branch}, "
                    + $"'社区{d:yyyyMMdd}', '{d.AddDays(-20):yyyy-MM-dd}')"
            ),
            from d in day
            from repair in Gen.Elements(
                "DELETE FROM graph.community_check_in WHERE id = (SELECT max(id) FROM graph.community_check_in)",
                "UPDATE graph.community_check_in SET checked_in_on = checked_in_on - 40 WHERE id = (SELECT max(id) FROM "
                    + "graph.community_check_in)",
                "DELETE FROM graph.event_filing WHERE id = (SELECT max(id) FROM graph.event_filing)",
                "UPDATE graph.event_filing SET held_on = held_on - 70, filed_on = NULL WHERE id = (SELECT max(id) FROM "
                    + "graph.event_filing)",
                "UPDATE graph.activity SET held_on = held_on - 35, attended_count = 5 WHERE id = (SELECT max(id) FROM graph.activity)",
                "UPDATE graph.evidence_record SET voided_on = held_on, void_reason = '误录' WHERE id = (SELECT max(id) FROM "
                    + "graph.evidence_record WHERE voided_on IS NULL)",
                "UPDATE graph.ledger_entry SET counted = counted + 1",
                "DELETE FROM graph.ledger_entry WHERE id = (SELECT max(id) FROM graph.ledger_entry)"
            )
            select new Event(d, repair)
        );
        // One change a day: two on a day have no order of their own.
        var histories =
            from size in Gen.Choose(3, 14)
            from events in Gen.ListOf(change, size)
            from count in Gen.Choose(1, 5)
            from loads in Gen.ListOf(day, count)
            select (events.DistinctBy(one => one.Day).OrderBy(one => one.Day).ToList(), loads.ToList());
        return histories;
    }

    private static Event Dated(DateOnly day, string sql) =>
        new(day, $"SET graph.holds_from = '{day:yyyy-MM-dd}'; {sql}; RESET graph.holds_from;");

    private static Event Category(DateOnly day, int branch, string category) =>
        new(
            day,
            $"""
            UPDATE graph.branch_category_period SET valid_during = daterange(lower(valid_during), '{day:yyyy-MM-dd}') WHERE branch_id = {branch} AND upper_inf(valid_during);
            INSERT INTO graph.branch_category_period (branch_id, category, valid_during) VALUES ({branch}, '{category}', '[{day:yyyy-MM-dd},)');
            """
        );

    private static Event Evidence(DateOnly day, string[] record, int thing, DateOnly heldOn) =>
        new(
            day,
            $"INSERT INTO graph.evidence_record (kind, rule_set_code, kept_by_id, {record[1]}_id, nature, held_on, content, is_met, "
                + "evidence) "
                + $"VALUES ('{record[0]}', 'made-up-city', 1, {(record[1] is "branch" or "society" ? thing : 1)}, 'EVENT', "
                + $"'{heldOn:yyyy-MM-dd}', '{record[2]}', true, '合成')"
        );

    private static Event Status(DateOnly day, int branch, string status) =>
        new(
            day,
            $"UPDATE graph.branch SET status = '{status}', status_since = '{day:yyyy-MM-dd}' WHERE id = {branch} AND status <> '{status}'"
        );

    private static Event Period(DateOnly day, string table, string key, int id, string other, int value) =>
        new(
            day,
            $"""
            UPDATE {table} SET valid_during = daterange(lower(valid_during), '{day:yyyy-MM-dd}') WHERE {key} = {id} AND upper_inf(valid_during);
            INSERT INTO {table} ({key}, {other}, valid_during) VALUES ({id}, {value}, '[{day:yyyy-MM-dd},)');
            """
        );

    private static Event Instructor(DateOnly day, int society) =>
        new(
            day,
            $"INSERT INTO graph.instructor_assignment (society_id, instructor_ref, valid_during) VALUES ({society}, "
                + $"'p{day:yyyyMMdd}', '[{day:yyyy-MM-dd},{day.AddDays(40):yyyy-MM-dd})')"
        );

    private static Event Parent(DateOnly day, bool ends) =>
        ends
            ? new(
                day,
                $"UPDATE graph.committee_parent SET valid_during = daterange(lower(valid_during), '{day:yyyy-MM-dd}') WHERE "
                    + "upper_inf(valid_during)"
            )
            : Period(day, "graph.committee_parent", "committee_id", 1, "parent_id", 2);
}
