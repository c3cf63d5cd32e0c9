using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Assessments;

/// <summary>Who is in a supervision team, by day (004 第六条（二）).</summary>
public sealed class SupervisionTeamTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private Task<JsonElement> TeamNodeAsync(string id, string selection, string? day = null) =>
        city.QueryAsync(
            $"query ($id: ID!{(day is null ? "" : ", $day: Date!")}) {{ node(id: $id) {{ ... on SupervisionTeam {{ {selection} }} }} }}",
            day is null ? new { id } : new { id, day }
        );

    [Fact]
    public async Task People_are_in_a_team_by_day_and_one_leads_it()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成员", 1);
        var team = (await city.DoneAsync("createSupervisionTeam", new { committee = year.Committee, name = "合成员督导团" }))
            .GetProperty("id")
            .GetString()!;
        async Task<string> Person(string reference) =>
            (await city.DoneAsync("registerPerson", new { reference, name = reference })).GetProperty("id").GetString()!;
        var (a, b) = (await Person("合成-督导-甲"), await Person("合成-督导-乙"));
        object In(string person, string validFrom, bool? isLeader = null) =>
            new
            {
                supervisionTeam = team,
                person,
                isLeader,
                validFrom,
            };
        object Out(string person, string leftOn) =>
            new
            {
                supervisionTeam = team,
                person,
                leftOn,
            };
        async Task<string> On(string day) =>
            string.Join(
                ' ',
                (await TeamNodeAsync(team, "members(asOf: $day) { person { reference } isLeader }", day))
                    .GetProperty("node")
                    .GetProperty("members")
                    .EnumerateArray()
                    .Select(one =>
                        one.GetProperty("person").GetProperty("reference").GetString()
                        + (one.GetProperty("isLeader").GetBoolean() ? "*" : "")
                    )
            );

        (await city.DoneAsync("joinSupervisionTeam", In(a, "2024-02-29", true), "version", "办")).ToString().ShouldBe("""{"version":2}""");
        await city.DoneAsync("joinSupervisionTeam", In(b, "2024-03-01"));
        (await On("2024-02-28")).ShouldBe("");
        (await On("2024-02-29")).ShouldBe("合成-督导-甲*");
        (await On("2024-03-01")).ShouldBe("合成-督导-甲* 合成-督导-乙");
        (await city.RefusedAsync("joinSupervisionTeam", In(b, "2024-05-01"))).ShouldBe(["TEAM_JOINED_ALREADY"]);
        (await city.RefusedAsync("joinSupervisionTeam", In(b, "2024-02-01"))).ShouldBe(["TEAM_JOINED_ALREADY"]);
        (await city.RefusedAsync("joinSupervisionTeam", In(b, "2024-05-01", true))).ShouldBe(["TEAM_HAS_LEADER"]);
        (
            await city.RefusedAsync(
                "leaveSupervisionTeam",
                new
                {
                    supervisionTeam = team,
                    person = a,
                    leftOn = "2025-01-01",
                    version = 1,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        // The leader becomes a member, and the member leads.
        await city.DoneAsync("joinSupervisionTeam", In(a, "2025-01-01"), "id", "改");
        await city.DoneAsync("joinSupervisionTeam", In(b, "2025-01-01", true), "id", "改");
        (await On("2024-12-31")).ShouldBe("合成-督导-甲* 合成-督导-乙");
        (await On("2025-01-01")).ShouldBe("合成-督导-乙* 合成-督导-甲");
        await city.DoneAsync("leaveSupervisionTeam", Out(a, "2025-07-01"), "id", "离");
        (await On("2025-06-30")).ShouldBe("合成-督导-乙* 合成-督导-甲");
        (await On("2025-07-01")).ShouldBe("合成-督导-乙*");
        (await city.RefusedAsync("leaveSupervisionTeam", Out(a, "2025-07-01"))).ShouldBe(["NOT_IN_TEAM"]);
        (await city.RefusedAsync("leaveSupervisionTeam", Out(b, "2126-01-01"))).ShouldBe(["DAY_TO_COME"]);
        (await TeamNodeAsync(team, "memberHistory { person { reference } isLeader validFrom validTo endedBy }"))
            .GetProperty("node")
            .GetProperty("memberHistory")
            .ToString()
            .ShouldBe(
                """[{"person":{"reference":"合成-督导-甲"},"isLeader":false,"validFrom":"2025-01-01","validTo":"2025-07-01","endedBy":"离"},{"person":{"reference":"合成-督导-乙"},"isLeader":true,"validFrom":"2025-01-01","validTo":null,"endedBy":null},{"person":{"reference":"合成-督导-乙"},"isLeader":false,"validFrom":"2024-03-01","validTo":"2025-01-01","endedBy":"改"},{"person":{"reference":"合成-督导-甲"},"isLeader":true,"validFrom":"2024-02-29","validTo":"2025-01-01","endedBy":"改"}]"""
            );

        // Who dies is in no team any more, whatever else the person was.
        var member = (
            await city.DoneAsync(
                "registerMember",
                new
                {
                    person = b,
                    branch = year.Branches[0],
                    status = "FULL",
                }
            )
        ).GetProperty("id").GetString();
        await city.DoneAsync(
            "endMembership",
            new
            {
                member,
                endedOn = "2025-10-01",
                reason = "DECEASED",
            }
        );
        (await On("2025-09-30")).ShouldBe("合成-督导-乙*");
        (await On("2025-10-01")).ShouldBe("");
        (await city.RefusedAsync("joinSupervisionTeam", In(b, "2025-11-01"))).ShouldBe(["MEMBERSHIP_ENDED"]);
    }
}
