using FsCheck;
using FsCheck.Fluent;
using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>
/// However loads follow one another, the star is the one that a single load into an empty warehouse gives: over random
/// small histories of branches, categories, instructors, supporting units and the committee tree, of names, kinds and moves,
/// activities, members, ledgers and events, backdated and deleted.
/// </summary>
public sealed class SequenceTests
{
    private const int HistoryCount = 12;
    private static readonly DateOnly First = new(2022, 1, 1);
    private static readonly DateOnly Last = new(2022, 8, 20);

    /// <summary>A change that became known on its day.</summary>
    private sealed record Event(DateOnly Day, string Sql);

    [Fact]
    public async Task Loads_between_the_events_of_a_history_give_the_star_of_a_rebuild()
    {
        foreach (var (events, loads) in RandomHistories().Sample(HistoryCount, new Rnd(20220615, 1), 8))
        {
            await using var stepwise = await StartAsync();
            await using var rebuilt = await StartAsync();
            var queue = new Queue<Event>(events.OrderBy(one => one.Day));
            foreach (var asOf in loads.Order().Append(Last))
            {
                while (queue.TryPeek(out var next) && next.Day <= asOf)
                {
                    await stepwise.ExecuteAsync(queue.Dequeue().Sql);
                }

                await stepwise.LoadAsync(asOf);
            }

            foreach (var one in events.OrderBy(one => one.Day))
            {
                await rebuilt.ExecuteAsync(one.Sql);
            }

            await RebuildAsync(rebuilt, stepwise);
            (await stepwise.StarAsync()).ShouldBe(
                await rebuilt.StarAsync(),
                $"{string.Join('\n', events.OrderBy(one => one.Day))}\nloads {string.Join(", ", loads.Order())}"
            );
        }
    }

    [Fact]
    public async Task Loads_of_one_graph_in_any_order_give_the_star_of_a_rebuild()
    {
        foreach (var (events, loads) in RandomHistories().Sample(HistoryCount, new Rnd(20220616, 1), 8))
        {
            await using var stepwise = await StartAsync();
            await using var rebuilt = await StartAsync();
            foreach (var one in events.OrderBy(one => one.Day))
            {
                await stepwise.ExecuteAsync(one.Sql);
                await rebuilt.ExecuteAsync(one.Sql);
            }

            // Not sorted, every third one with months before it; the last one completes what the others left open.
            for (var i = 0; i < loads.Count; i++)
            {
                await stepwise.LoadAsync(loads[i], i % 3 == 0 ? loads[i].AddMonths(-2) : null);
            }

            await stepwise.LoadAsync(Last);

            await RebuildAsync(rebuilt, stepwise);
            (await stepwise.StarAsync()).ShouldBe(await rebuilt.StarAsync());
        }
    }

    /// <summary>One load of all months, less those that the other warehouse was never asked for.</summary>
    private static async Task RebuildAsync(LoadDatabase rebuilt, LoadDatabase other)
    {
        var months = (await StatusReader.ReadAsync(other.Source)).Months.Select(month => month.Month).ToHashSet();
        await rebuilt.LoadAsync(Last, new DateOnly(2021, 11, 1));
        var others = (await StatusReader.ReadAsync(rebuilt.Source))
            .Months.Select(month => month.Month)
            .Where(month => !months.Contains(month))
            .ToList();
        if (others.Count > 0)
        {
            (await LoadPipeline.UnloadAsync(rebuilt.Source, others)).Problem.ShouldBeNull();
        }
    }

    /// <summary>Four societies with a branch each, unclassified since ever, and two without; two committees.</summary>
    private static async Task<LoadDatabase> StartAsync()
    {
        var database = await LoadDatabase.WithSocietiesAsync(6);
        await database.ExecuteAsync(
            """
            INSERT INTO graph.committee (name, region_code) VALUES ('上级', '100000');
            INSERT INTO graph.supporting_unit (name) VALUES ('大学'), ('医院');
            INSERT INTO graph.branch (name, committee_id, form, status) SELECT '党支部' || i, 1, 'BRANCH', 'PROPOSED' FROM generate_series(1, 4) AS i;
            INSERT INTO graph.branch_society (branch_id, society_id) SELECT i, i FROM generate_series(1, 4) AS i;
            """
        );
        return database;
    }

    private static Gen<(List<Event> Events, List<DateOnly> Loads)> RandomHistories()
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
            select new Event(d, $"DELETE FROM graph.society WHERE id = {society}")
        );
        // One change a day: two on a day have no order of their own.
        var histories =
            from size in Gen.Choose(3, 14)
            from events in Gen.ListOf(change, size)
            from count in Gen.Choose(1, 5)
            from loads in Gen.ListOf(day, count)
            select (events.DistinctBy(one => one.Day).ToList(), loads.ToList());
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
