namespace SocietyParty.Graph.Tests.Service.Mutations.Organizations;

/// <summary>A society from its founding to its cancellation, over HTTP.</summary>
public sealed class SocietyDaysMutationTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private const string Shown =
        "foundedOn cancelledOn cancelReason operatingState version restorations { cancelledOn cancelReason reason }";
    private static readonly string Committee = MutationFixture.Id("Committee", 1);

    [Fact]
    public async Task A_society_is_founded_cancelled_and_restored_and_keeps_what_was_wrong()
    {
        var found = await city.DoneAsync(
            "foundSociety",
            new
            {
                name = "合成日期学会",
                committee = Committee,
                foundedOn = "2020-03-10",
            },
            "id foundedOn version"
        );
        var society = found.GetProperty("id").GetString();
        found.GetProperty("foundedOn").GetString().ShouldBe("2020-03-10");

        (
            await CodesAsync(
                "cancelSociety",
                new
                {
                    society,
                    cancelledOn = "2020-03-09",
                    reason = "注销登记",
                    version = 1,
                }
            )
        ).ShouldBe("CANCELLED_BEFORE_FOUNDING");
        (
            await CodesAsync(
                "cancelSociety",
                new
                {
                    society,
                    cancelledOn = "2020-03-10",
                    reason = "注销登记",
                    version = 1,
                }
            )
        ).ShouldBe("CANCELLED_BEFORE_FOUNDING");
        (
            await CodesAsync(
                "restoreSociety",
                new
                {
                    society,
                    reason = "有误",
                    version = 1,
                }
            )
        ).ShouldBe("SOCIETY_NOT_CANCELLED");
        var cancelled = await city.DoneAsync(
            "cancelSociety",
            new
            {
                society,
                cancelledOn = "2020-03-11",
                reason = "注销登记",
                version = 1,
            },
            Shown
        );
        cancelled
            .ToString()
            .ShouldBe(
                """{"foundedOn":"2020-03-10","cancelledOn":"2020-03-11","cancelReason":"注销登记","operatingState":"CANCELLED","version":2,"restorations":[]}"""
            );
        (
            await CodesAsync(
                "cancelSociety",
                new
                {
                    society,
                    cancelledOn = "2020-03-12",
                    reason = "注销登记",
                    version = 2,
                }
            )
        ).ShouldBe("SOCIETY_CANCELLED_ALREADY");
        (
            await CodesAsync(
                "updateSociety",
                new
                {
                    society,
                    foundedOn = "2020-03-11",
                    version = 2,
                }
            )
        ).ShouldBe("FOUNDED_AFTER_CANCELLATION");

        (
            await city.DoneAsync(
                "restoreSociety",
                new
                {
                    society,
                    reason = "注销有误",
                    version = 2,
                },
                Shown
            )
        ).ToString().ShouldBe("""{"foundedOn":"2020-03-10","cancelledOn":null,"cancelReason":null,"operatingState":"OPERATING","version":3,"restorations":[{"cancelledOn":"2020-03-11","cancelReason":"注销登记","reason":"注销有误"}]}""");
    }

    [Theory]
    [InlineData("2020-02-28", "", "")]
    [InlineData("2020-02-29", "0/1 LATE", "1")]
    [InlineData("2020-03-01", "0/1 LATE", "1")]
    [InlineData("2022-05-19", "0/1 LATE", "1")]
    [InlineData("2022-05-20", "", "")]
    [InlineData("2022-05-21", "", "")]
    public async Task Coverage_counts_it_on_its_days_alone(string day, string target, string uncovered)
    {
        // A committee that has nothing else; the target of its city's rules was due at the end of 2019.
        await city.ExecuteAsync(
            """
            INSERT INTO graph.committee (name, region_code) SELECT '合成覆盖党委', '410400'
                WHERE NOT EXISTS (SELECT FROM graph.committee WHERE name = '合成覆盖党委');
            INSERT INTO graph.society (name, committee_id, level, founded_on, cancelled_on)
                SELECT '合成覆盖学会', id, 'MUNICIPAL', '2020-02-29', '2022-05-20' FROM graph.committee AS c
                WHERE name = '合成覆盖党委' AND NOT EXISTS (SELECT FROM graph.society AS s WHERE s.committee_id = c.id);
            """
        );
        var committee = await city.ScalarAsync<long>("SELECT id FROM graph.committee WHERE name = '合成覆盖党委'");
        var answer = await city.QueryAsync(
            "query($id: ID!, $day: Date) { committee(id: $id) { coverageTargets(asOf: $day) { measure numerator denominator state } } "
                + "uncoveredSocieties(asOf: $day, where: { committee: { name: { eq: \"合成覆盖党委\" } } }) { totalCount } }",
            new { id = MutationFixture.Id("Committee", committee), day }
        );
        string.Join(
                ' ',
                answer
                    .GetProperty("committee")
                    .GetProperty("coverageTargets")
                    .EnumerateArray()
                    .Where(one => one.GetProperty("measure").GetString() == "ORGANIZATION")
                    .Select(one =>
                        $"{one.GetProperty("numerator")}/{one.GetProperty("denominator")} {one.GetProperty("state").GetString()}"
                    )
            )
            .ShouldBe(target);
        answer.GetProperty("uncoveredSocieties").GetProperty("totalCount").GetInt32().ShouldBe(uncovered.Length);
    }

    [Fact]
    public async Task What_it_owes_ends_with_it_and_the_days_before_stay_as_they_were()
    {
        // Whether a leading group is wanted is for the city to say.
        await city.FollowAsync("500000");
        var found = await city.DoneAsync("foundSociety", new { name = "合成欠账学会", committee = Committee }, "id");
        var society = found.GetProperty("id").GetString();
        await city.ExecuteAsync(
            """
            INSERT INTO graph.council_term (society_id, term_number, started_on, ends_on)
                SELECT id, 1, '2022-01-01', '2027-01-01' FROM graph.society WHERE name = '合成欠账学会';
            WITH target AS (
                INSERT INTO graph.work_target (committee_id, year, kind, target, due_on, clause) VALUES (1, 2022, 'FUND_REPORT', 2, '2023-01-15', '001 §11') RETURNING id
            )
            INSERT INTO graph.duty (kind, committee_id, work_target_id, society_id, period, begins_on, ends_on, due_on, target, clause)
                SELECT 'FUND_REPORT', 1, t.id, s.id, '2022Q' || q, make_date(2022, q * 3 - 2, 1), make_date(2022, q * 3, 1), make_date(2022, q * 3 + 1, 15), 1, '001 §11'
                FROM target AS t, graph.society AS s, generate_series(1, 2) AS q WHERE s.name = '合成欠账学会';
            """
        );
        (await OwesAsync("2024-02-28")).ShouldBe("LEADING_GROUP_MISSING 2027-01-01 2022Q1 2022Q2");
        await city.DoneAsync(
            "cancelSociety",
            new
            {
                society,
                cancelledOn = "2024-02-29",
                reason = "注销登记",
                version = 1,
            }
        );
        (await OwesAsync("2024-02-28")).ShouldBe("LEADING_GROUP_MISSING 2024-02-29 2022Q1 2022Q2");
        (await OwesAsync("2024-02-29")).ShouldBe("");
        (await OwesAsync("2024-03-01")).ShouldBe("");
        await city.DoneAsync(
            "restoreSociety",
            new
            {
                society,
                reason = "有误",
                version = 2,
            }
        );
        (await OwesAsync("2024-03-01")).ShouldBe("LEADING_GROUP_MISSING 2027-01-01 2022Q1 2022Q2");

        async Task<string> OwesAsync(string day)
        {
            var answer = await city.QueryAsync(
                "query($id: ID!, $day: Date) { society(id: $id) { name leadingGroupBreaches(asOf: $day) { code until } } "
                    + "duties(asOf: $day, where: { society: { name: { eq: \"合成欠账学会\" } } }, order: [{ dueOn: ASC }]) "
                    + "{ nodes { period } } }",
                new { id = society, day }
            );
            return string.Join(
                ' ',
                answer
                    .GetProperty("society")
                    .GetProperty("leadingGroupBreaches")
                    .EnumerateArray()
                    .Select(breach => $"{breach.GetProperty("code").GetString()} {breach.GetProperty("until").GetString() ?? "null"}")
                    .Concat(
                        answer
                            .GetProperty("duties")
                            .GetProperty("nodes")
                            .EnumerateArray()
                            .Select(duty => duty.GetProperty("period").GetString()!)
                    )
            );
        }
    }

    private async Task<string> CodesAsync(string mutation, object input) =>
        string.Join(
            ' ',
            (await city.ChangeAsync(mutation, input)).GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString())
        );
}
