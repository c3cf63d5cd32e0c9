using System.Text.Json;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Etl.Load;
using SocietyParty.Rules;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Rules.LeadingGroups;

/// <summary>
/// The view that finds breaches says what the rules in C# say, in Suzhou and in the made-up city.
/// </summary>
public sealed class BreachesInSqlTests
{
    private static readonly (string Region, LeadingGroupRules Rules)[] Regions =
    [
        ("320500", RuleFiles.Of<LeadingGroupRules>("suzhou-2020")),
        (
            "410400",
            JsonElement.Parse(MadeUpCityTests.Text).GetProperty(LeadingGroupRules.Key).Deserialize<LeadingGroupRules>(RuleSet.Json)!
        ),
    ];

    [Fact]
    public async Task Composition_is_judged_alike()
    {
        await using var database = await DatabaseAsync();
        var expected = new List<string>();
        var cases = 0;
        foreach (var (region, rules) in Regions)
        {
            foreach (var size in new[] { 1, 2, 3, 7, 8, 9, 10 })
            {
                foreach (var leader in new[] { "CHAIR", "VICE", "NONE", "OUTSIDER" })
                {
                    foreach (var chairInParty in new[] { true, false })
                    {
                        cases++;
                        var group = await GroupAsync(database, region, size, leader, chairInParty);
                        var isMember = leader switch
                        {
                            "CHAIR" => chairInParty,
                            "OUTSIDER" => false,
                            _ => true,
                        };
                        Seat[] seats =
                        [
                            new(SeatRole.Leader, isMember, leader == "CHAIR", leader == "VICE"),
                            .. Enumerable.Repeat(new Seat(SeatRole.Member, true), size - 1),
                        ];
                        expected.AddRange(
                            GroupComposition
                                .Breaches(seats, new Council(chairInParty, HasViceChairInParty: leader == "VICE"), rules)
                                .Select(breach =>
                                    $"{group} {breach.Code} {breach.Severity.ToString().ToUpperInvariant()} {breach.Clause} "
                                    + $"{breach.Sentence} {breach.Sentence.In(Language.Chinese)}"
                                )
                        );
                    }
                }
            }
        }

        cases.ShouldBe(112);
        expected.Count.ShouldBeGreaterThan(100);
        (
            await database.LinesAsync(
                """
                SELECT concat_ws(' ', leading_group_id, code, severity, clause, message, message_zh) FROM graph.leading_group_breach
                WHERE code IN ('LEADING_GROUP_TOO_LARGE', 'LEADING_GROUP_EVEN', 'SEAT_HOLDER_NOT_IN_PARTY', 'LEADER_MISSING', 'NO_ELIGIBLE_LEADER', 'LEADER_NOT_ELIGIBLE')
                """
            )
        ).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task Quorum_is_judged_alike()
    {
        await using var database = await DatabaseAsync();
        var expected = new List<string>();
        foreach (var (region, rules) in Regions)
        {
            foreach (var size in new[] { 3, 4, 5, 6, 7 })
            {
                var group = await GroupAsync(database, region, size, "CHAIR", chairInParty: true);
                for (var present = 0; present <= size; present++)
                {
                    var meeting = await MeetingAsync(database, group, present, "2023-05-10");
                    if (MeetingQuorum.Breach(size, present, rules) is { } breach)
                    {
                        expected.Add($"{meeting} {breach.Severity.ToString().ToUpperInvariant()} {breach.Clause}");
                    }
                }
            }
        }

        expected.Count.ShouldBeGreaterThan(20);
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', meeting_id, severity, clause) FROM graph.leading_group_breach WHERE code = 'NOT_QUORATE'"
            )
        ).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task Half_years_without_a_meeting_are_judged_alike()
    {
        await using var database = await DatabaseAsync();
        var expected = new List<string>();
        foreach (var (region, rules) in Regions)
        {
            foreach (
                var days in new[]
                {
                    "",
                    "2023-02-01",
                    "2023-02-01 2023-06-30 2023-07-01 2024-01-01",
                    "2022-07-01 2022-12-31 2023-01-01 2023-03-03 2023-12-31 2024-06-30",
                }
            )
            {
                var group = await GroupAsync(database, region, 3, "CHAIR", chairInParty: true);
                var held = days.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                foreach (var day in held)
                {
                    await MeetingAsync(database, group, 3, day);
                }

                expected.AddRange(
                    MeetingCadence
                        .Breaches(new(2022, 2, 1), new(2024, 7, 1), [.. held.Select(DateOnly.Parse)], new(2026, 1, 1), rules)
                        .Select(found =>
                            $"{group} {found.HalfYear.First:yyyy-MM-dd} {found.HalfYear.Next.First:yyyy-MM-dd} "
                            + $"{found.Breach.Sentence} {found.Breach.Sentence.In(Language.Chinese)}"
                        )
                );
            }
        }

        expected.Count.ShouldBeGreaterThan(15);
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', leading_group_id, since, until, message, message_zh) FROM graph.leading_group_breach WHERE code = "
                    + "'NO_MEETING_IN_HALF_YEAR'"
            )
        ).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_missing_or_over_is_found_with_its_days()
    {
        await using var database = await DatabaseAsync();
        var group = await GroupAsync(database, "320500", 3, "CHAIR", chairInParty: true);
        var meeting = await MeetingAsync(database, group, 3, "2023-05-10");
        await database.ExecuteAsync(
            $"""
            UPDATE graph.leading_group SET status = 'DISCUSSED', approved_on = NULL, contact_person_id = NULL WHERE id = {group};
            UPDATE graph.leading_group_meeting SET state = 'DECIDED', minutes_signed_on = NULL, minutes_signer_seat_id = NULL WHERE id = {meeting};
            INSERT INTO graph.council_term (society_id, term_number, started_on, ends_on)
            SELECT society_id, 2, ends_on, '2026-01-01' FROM graph.council_term ORDER BY id LIMIT 1;
            INSERT INTO graph.society (name, committee_id, level) VALUES ('合成学会无小组', 1, 'PROVINCIAL');
            INSERT INTO graph.council_term (society_id, term_number, started_on, ends_on) SELECT max(id), 1, '2023-01-01', '2028-01-01' FROM graph.society;
            """
        );
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', code, since, coalesce(until::text, '-'), severity, clause) FROM "
                    + "graph.leading_group_breach WHERE code NOT LIKE 'NO_MEETING%' ORDER BY 1"
            )
        ).ShouldBe([
            "CONTACT_MISSING 2022-01-10 - WARNING 003 第九条",
            "LEADING_GROUP_MISSING 2023-01-01 2028-01-01 WARNING 003 第二条",
            "LEADING_GROUP_NOT_APPROVED 2022-01-10 - ERROR 003 第六条",
            "LEADING_GROUP_NOT_REELECTED 2024-07-01 2026-01-01 ERROR 003 第六条",
            "LEADING_GROUP_PAST_ITS_TERM 2024-07-01 - ERROR 003 第六条",
            "MINUTES_NOT_SIGNED 2023-06-10 - WARNING 003 第二十条 （原文没有写明期限，30天是本系统的默认值）",
        ]);
    }

    private static async Task<LoadDatabase> DatabaseAsync()
    {
        var database = await LoadDatabase.CreateAsync();
        (
            await RuleSetLoader.LoadAsync(
                database.Source,
                [.. RuleSetFile.Embedded(), new RuleSetFile("rules/410400/made-up-city.json", MadeUpCityTests.Text)]
            )
        ).Problems.ShouldBeEmpty();
        await database.ExecuteAsync(
            """
            INSERT INTO graph.committee (name, region_code) VALUES ('合成党委甲', '320500'), ('合成党委乙', '410400');
            INSERT INTO graph.branch (name, committee_id, form, status) VALUES ('合成党支部', 1, 'BRANCH', 'ESTABLISHED');
            INSERT INTO graph.person (person_ref) SELECT '合成-' || i FROM generate_series(1, 30) AS i;
            INSERT INTO graph.member (branch_id, person_id, member_ref, status) SELECT 1, i, '合成-' || i, 'FULL' FROM generate_series(1, 20) AS i;
            """
        );
        return database;
    }

    /// <summary>People 1 to 20 are party members, 21 to 30 are none. The group is in office from 2022-02-01 to 2024-06-30.</summary>
    private static Task<long> GroupAsync(LoadDatabase database, string region, int size, string leader, bool chairInParty)
    {
        var chair = chairInParty ? 1 : 21;
        var first = leader switch
        {
            "CHAIR" => chair,
            "VICE" => 2,
            "OUTSIDER" => 22,
            _ => 3,
        };
        var vice = leader == "VICE" ? "UNION ALL SELECT 2, 'COUNCIL_VICE_CHAIR', id, daterange('2022-01-01', NULL) FROM term" : "";
        return database.ScalarAsync<long>(
            $"""
            WITH society AS (
                INSERT INTO graph.society (name, committee_id, level)
                SELECT '合成学会-' || (SELECT count(*) FROM graph.society), id, 'MUNICIPAL' FROM graph.committee WHERE region_code = '{region}' RETURNING id
            ), term AS (
                INSERT INTO graph.council_term (society_id, term_number, started_on, ends_on) SELECT id, 1, '2022-01-01', '2024-07-01' FROM society RETURNING id
            ), post AS (
                INSERT INTO graph.appointment (person_id, post, council_term_id, valid_during)
                SELECT {chair}, 'COUNCIL_CHAIR', id, daterange('2022-01-01', NULL) FROM term {vice}
            ), formed AS (
                INSERT INTO graph.leading_group (council_term_id, status, discussed_on, submitted_on, approved_on, contact_person_id)
                SELECT id, 'APPROVED', '2022-01-10', '2022-01-20', '2022-02-01', 1 FROM term RETURNING id
            ), composition AS (
                INSERT INTO graph.leading_group_composition (leading_group_id, number, status, submitted_on, decided_on, valid_during)
                SELECT id, 1, 'APPROVED', '2022-01-20', '2022-02-01', '[2022-02-01,)' FROM formed RETURNING id
            ), seat AS (
                INSERT INTO graph.leading_group_seat (composition_id, person_id, role)
                SELECT id, person, CASE WHEN person = {first} THEN 'LEADER' ELSE 'MEMBER' END
                FROM composition, unnest({first} || ARRAY(SELECT i FROM generate_series(4, {size + 2}) AS i)) AS person
            )
            SELECT id FROM formed
            """
        );
    }

    private static Task<long> MeetingAsync(LoadDatabase database, long group, int present, string day) =>
        database.ScalarAsync<long>(
            $"""
            WITH seat AS (
                SELECT s.id, s.composition_id, s.role, row_number() OVER (ORDER BY s.id) AS place
                FROM graph.leading_group_seat AS s JOIN graph.leading_group_composition AS c ON c.id = s.composition_id WHERE c.leading_group_id = {group}
            ), meeting AS (
                INSERT INTO graph.leading_group_meeting (leading_group_id, composition_id, held_on, state, chair_seat_id, minutes_keeper_id, minutes_signed_on, minutes_signer_seat_id)
                SELECT {group}, composition_id, '{day}', 'MINUTES_SIGNED', id, 1, '{day}', id FROM seat WHERE role = 'LEADER' RETURNING id
            ), attendance AS (
                INSERT INTO graph.leading_group_attendance (meeting_id, composition_id, seat_id, status)
                SELECT meeting.id, composition_id, seat.id, CASE WHEN place <= {present} THEN 'PRESENT' ELSE 'EXCUSED' END FROM meeting, seat
            )
            SELECT id FROM meeting
            """
        );
}
