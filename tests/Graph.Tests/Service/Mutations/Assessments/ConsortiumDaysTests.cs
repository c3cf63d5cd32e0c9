using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Assessments;

/// <summary>Consortia and supervision teams whose members change by day (004 第六条（二）): the past stays as a ranking saw it.</summary>
public sealed class ConsortiumDaysTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private const string Clause = "004 第六条（二）";

    private async Task<string> TeamAsync(RoundSteps year, string name) =>
        (await city.DoneAsync("createSupervisionTeam", new { committee = year.Committee, name })).GetProperty("id").GetString()!;

    private async Task<string> ConsortiumAsync(RoundSteps year, string name, string team, string from, params int[] branches) => (
            await city.DoneAsync(
                "createConsortium",
                new
                {
                    committee = year.Committee,
                    name,
                    branches = branches.Select(at => year.Branches[at]),
                    supervisionTeam = team,
                    validFrom = from,
                },
                actor: "创建人"
            )
        ).GetProperty("id").GetString()!;

    private static object Join(string consortium, string validFrom, params string[] branches) =>
        new
        {
            consortium,
            branches,
            validFrom,
        };

    private static object Leave(string consortium, string leftOn, params string[] branches) =>
        new
        {
            consortium,
            branches,
            leftOn,
        };

    private static object Supervise(string consortium, string? supervisionTeam, string validFrom) =>
        new
        {
            consortium,
            supervisionTeam,
            validFrom,
        };

    private static object Rank(RoundSteps year, string team, params string[] consortia) =>
        new
        {
            round = year.Round,
            supervisionTeam = team,
            consortia,
            rankedOn = "2026-02-01",
        };

    private Task<JsonElement> NodeAsync(string type, string id, string selection, string? day = null) =>
        city.QueryAsync(
            $"query ($id: ID!{(day is null ? "" : ", $day: Date!")}) {{ node(id: $id) {{ ... on {type} {{ {selection} }} }} }}",
            day is null ? new { id } : new { id, day }
        );

    private async Task<string> BranchesAsync(string consortium, string day) =>
        Names(
            await NodeAsync("Consortium", consortium, "branches(asOf: $day, order: [{ name: ASC }]) { nodes { name } }", day),
            "branches",
            "nodes"
        );

    private async Task<string?> TeamOnAsync(string consortium, string day) =>
        (await NodeAsync("Consortium", consortium, "supervisionTeam(asOf: $day) { name }", day))
            .GetProperty("node")
            .GetProperty("supervisionTeam")
            is { ValueKind: JsonValueKind.Object } team
            ? team.GetProperty("name").GetString()
            : null;

    private static string Names(JsonElement data, params string[] path) =>
        string.Join(
            ' ',
            path.Aggregate(data.GetProperty("node"), (at, name) => at.GetProperty(name))
                .EnumerateArray()
                .Select(one => one.GetProperty("name").GetString())
        );

    private static IEnumerable<string> Warned(JsonElement payload) =>
        payload.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown);

    [Fact]
    public async Task Branches_join_and_leave_by_day_and_the_past_stays()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成日", 3);
        var team = await TeamAsync(year, "合成日督导团");
        var consortium = await ConsortiumAsync(year, "合成日联合体", team, "2024-02-01", 0);
        (await city.DoneAsync("joinConsortium", Join(consortium, "2024-02-29", year.Branches[1]), "version", "甲"))
            .ToString()
            .ShouldBe("""{"version":2}""");
        (await BranchesAsync(consortium, "2024-01-31")).ShouldBe("");
        (await BranchesAsync(consortium, "2024-02-28")).ShouldBe("合成日1党支部");
        (await BranchesAsync(consortium, "2024-02-29")).ShouldBe("合成日1党支部 合成日2党支部");
        (await BranchesAsync(consortium, "2024-03-01")).ShouldBe("合成日1党支部 合成日2党支部");

        (await city.RefusedAsync("joinConsortium", Join(consortium, "2024-02-28", year.Branches[1]))).ShouldBe([
            "CONSORTIUM_JOINED_ALREADY",
        ]);
        (await city.RefusedAsync("joinConsortium", Join(consortium, "2024-05-01", year.Branches[1]))).ShouldBe([
            "CONSORTIUM_JOINED_ALREADY",
        ]);
        (await city.RefusedAsync("joinConsortium", Join(consortium, "2024-05-01"))).ShouldBe(["BRANCHES_MISSING"]);
        (await city.RefusedAsync("joinConsortium", Join(consortium, "2024-05-01", year.Branches[2], year.Branches[2]))).ShouldBe([
            "BRANCH_NAMED_TWICE",
        ]);
        (await city.RefusedAsync("joinConsortium", Join(consortium, "2024-01-31", year.Branches[2]))).ShouldBe([
            $"BRANCH_NOT_ESTABLISHED {Clause}",
        ]);
        (await city.RefusedAsync("joinConsortium", Join(consortium, "2024-05-01", MutationFixture.Id("Branch", 1)))).ShouldBe([
            $"OF_ANOTHER_COMMITTEE {Clause}",
        ]);
        // Another branch may join while somebody reads, but not on top of what was not read.
        (
            await city.RefusedAsync(
                "joinConsortium",
                new
                {
                    consortium,
                    branches = new[] { year.Branches[2] },
                    validFrom = "2024-05-01",
                    version = 1,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);

        Warned(await city.ChangeAsync("leaveConsortium", Leave(consortium, "2025-07-01", year.Branches[1]), actor: "乙")).ShouldBeEmpty();
        (await BranchesAsync(consortium, "2025-06-30")).ShouldBe("合成日1党支部 合成日2党支部");
        (await BranchesAsync(consortium, "2025-07-01")).ShouldBe("合成日1党支部");
        (await city.RefusedAsync("leaveConsortium", Leave(consortium, "2025-07-01", year.Branches[1]))).ShouldBe(["NOT_IN_CONSORTIUM"]);
        (await city.RefusedAsync("leaveConsortium", Leave(consortium, "2024-01-31", year.Branches[0]))).ShouldBe(["NOT_IN_CONSORTIUM"]);
        (await city.RefusedAsync("leaveConsortium", Leave(consortium, "2126-01-01", year.Branches[0]))).ShouldBe(["DAY_TO_COME"]);
        // It comes back on the day on which it left, and so has two periods beside each other.
        await city.DoneAsync("joinConsortium", Join(consortium, "2025-07-01", year.Branches[1]), "id", "丙");
        // What was entered in error for a day never held.
        await city.DoneAsync("joinConsortium", Join(consortium, "2025-08-01", year.Branches[2]));
        await city.DoneAsync("leaveConsortium", Leave(consortium, "2025-08-01", year.Branches[2]));
        Warned(await city.ChangeAsync("leaveConsortium", Leave(consortium, "2025-09-01", year.Branches[0], year.Branches[1]), actor: "丁"))
            .ShouldBe([$"CONSORTIUM_LEFT_EMPTY {Clause}"]);
        (await NodeAsync("Consortium", consortium, "memberships { branch { name } validFrom validTo enteredBy endedBy }"))
            .GetProperty("node")
            .GetProperty("memberships")
            .ToString()
            .ShouldBe(
                """[{"branch":{"name":"合成日2党支部"},"validFrom":"2025-07-01","validTo":"2025-09-01","enteredBy":"丙","endedBy":"丁"},{"branch":{"name":"合成日2党支部"},"validFrom":"2024-02-29","validTo":"2025-07-01","enteredBy":"甲","endedBy":"乙"},{"branch":{"name":"合成日1党支部"},"validFrom":"2024-02-01","validTo":"2025-09-01","enteredBy":"创建人","endedBy":"丁"}]"""
            );
        Names(await NodeAsync("Branch", year.Branches[1], "consortia(asOf: $day) { name }", "2025-08-31"), "consortia")
            .ShouldBe("合成日联合体");
        Names(await NodeAsync("Branch", year.Branches[1], "consortia(asOf: $day) { name }", "2025-09-01"), "consortia").ShouldBe("");
    }

    [Fact]
    public async Task A_dissolved_branch_is_in_no_consortium_from_that_day_on()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成散", 2);
        var consortium = await ConsortiumAsync(year, "合成散联合体", await TeamAsync(year, "合成散督导团"), "2024-02-01", 0, 1);
        await city.DoneAsync("dissolveBranch", new { branch = year.Branches[1], dissolvedOn = "2024-02-29" });
        (await BranchesAsync(consortium, "2024-02-28")).ShouldBe("合成散1党支部 合成散2党支部");
        (await BranchesAsync(consortium, "2024-02-29")).ShouldBe("合成散1党支部");
        (await city.RefusedAsync("joinConsortium", Join(consortium, "2024-03-01", year.Branches[1]))).ShouldBe([
            $"BRANCH_NOT_ESTABLISHED {Clause}",
        ]);
    }

    [Fact]
    public async Task Teams_take_over_consortia_by_day()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成接", 1);
        var (first, second) = (await TeamAsync(year, "合成接一团"), await TeamAsync(year, "合成接二团"));
        var consortium = await ConsortiumAsync(year, "合成接联合体", first, "2024-02-01", 0);
        await city.DoneAsync("assignSupervisionTeam", Supervise(consortium, second, "2024-02-29"), "id", "甲");
        (await TeamOnAsync(consortium, "2024-01-31")).ShouldBeNull();
        (await TeamOnAsync(consortium, "2024-02-28")).ShouldBe("合成接一团");
        (await TeamOnAsync(consortium, "2024-02-29")).ShouldBe("合成接二团");
        Names(await NodeAsync("SupervisionTeam", first, "consortia(asOf: $day) { name }", "2024-02-28"), "consortia")
            .ShouldBe("合成接联合体");
        Names(await NodeAsync("SupervisionTeam", first, "consortia(asOf: $day) { name }", "2024-02-29"), "consortia").ShouldBe("");
        (await city.RefusedAsync("assignSupervisionTeam", Supervise(consortium, first, "2024-02-28"))).ShouldBe([
            "HOLDS_BEFORE_LAST_CHANGE",
        ]);
        Warned(await city.ChangeAsync("assignSupervisionTeam", Supervise(consortium, second, "2025-01-01")))
            .ShouldBe(["NOTHING_TO_CHANGE"]);
        await city.DoneAsync("assignSupervisionTeam", Supervise(consortium, null, "2025-03-01"), "id", "乙");
        (await TeamOnAsync(consortium, "2025-03-01")).ShouldBeNull();
        (await city.RefusedAsync("assignSupervisionTeam", Supervise(consortium, first, "2025-02-28"))).ShouldBe([
            "HOLDS_BEFORE_LAST_CHANGE",
        ]);
        var other = await RoundSteps.WithBranchesAsync(city, "合成接外", 1);
        (
            await city.RefusedAsync("assignSupervisionTeam", Supervise(consortium, await TeamAsync(other, "合成接外团"), "2025-03-01"))
        ).ShouldBe([$"OF_ANOTHER_COMMITTEE {Clause}"]);
        (await NodeAsync("Consortium", consortium, "supervisions { supervisionTeam { name } validFrom validTo enteredBy endedBy }"))
            .GetProperty("node")
            .GetProperty("supervisions")
            .ToString()
            .ShouldBe(
                """[{"supervisionTeam":{"name":"合成接二团"},"validFrom":"2024-02-29","validTo":"2025-03-01","enteredBy":"甲","endedBy":"乙"},{"supervisionTeam":{"name":"合成接一团"},"validFrom":"2024-02-01","validTo":"2024-02-29","enteredBy":"创建人","endedBy":"甲"}]"""
            );
    }

    [Fact]
    public async Task A_ranking_is_of_the_cut_off_day_and_nothing_of_that_day_changes_behind_it()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成排", 4);
        var (team, other) = (await TeamAsync(year, "合成排督导团"), await TeamAsync(year, "合成排别团"));
        var (one, gone, late) = (
            await ConsortiumAsync(year, "合成排一", team, "2024-02-01", 0, 1),
            await ConsortiumAsync(year, "合成排二", team, "2024-02-01", 2),
            await ConsortiumAsync(year, "合成排三", other, "2024-02-01", 3)
        );
        // On 2025-12-31 the second one is empty, and the third still another team's.
        await city.DoneAsync("leaveConsortium", Leave(gone, "2025-12-31", year.Branches[2]));
        await city.DoneAsync("assignSupervisionTeam", Supervise(late, team, "2026-01-01"));
        await year.OpenAsync();
        foreach (var at in (int[])[0, 1, 2])
        {
            await year.SubmitAsync(at);
        }

        (await city.RefusedAsync("rankConsortia", Rank(year, team, one, late))).ShouldBe([$"CONSORTIUM_OF_ANOTHER_TEAM {Clause}"]);
        var stages = await city.DoneAsync("rankConsortia", Rank(year, team, one), "entries { nodes { branch { name } stage } }");
        stages
            .GetProperty("entries")
            .GetProperty("nodes")
            .EnumerateArray()
            .OrderBy(entry => entry.GetProperty("branch").GetProperty("name").GetString())
            .Select(entry => entry.GetProperty("stage").GetString())
            .ShouldBe(["SUPERVISED", "SUPERVISED", "SELF", "SELF"]);

        // By the cut-off day nothing changes any more; from the day after it does.
        (await city.RefusedAsync("leaveConsortium", Leave(one, "2025-12-31", year.Branches[0]))).ShouldBe([
            $"RANKED_ALREADY {Clause}",
            $"CONSORTIUM_ASSESSED {Clause}",
        ]);
        (await city.RefusedAsync("joinConsortium", Join(one, "2025-12-31", year.Branches[3]))).ShouldBe([$"RANKED_ALREADY {Clause}"]);
        (await city.RefusedAsync("assignSupervisionTeam", Supervise(one, other, "2025-12-31"))).ShouldBe([$"RANKED_ALREADY {Clause}"]);
        // Its team has ranked without it, so nobody could rank who joins it now.
        (await city.RefusedAsync("joinConsortium", Join(gone, "2025-12-31", year.Branches[2]))).ShouldBe([$"RANKED_ALREADY {Clause}"]);
        await city.DoneAsync("leaveConsortium", Leave(one, "2026-01-01", year.Branches[0]));
        await city.DoneAsync("joinConsortium", Join(gone, "2026-01-01", year.Branches[2]));

        // Who went on without a consortium is in none on that day; one that another team has still to rank takes it from the next day on.
        await year.ActiveAsync(2, 1);
        await year.DebriefAsync(2, 1m);
        (await city.RefusedAsync("joinConsortium", Join(late, "2025-12-31", year.Branches[2]))).ShouldBe([$"CONSORTIUM_ASSESSED {Clause}"]);
        await city.DoneAsync("joinConsortium", Join(late, "2026-01-01", year.Branches[2]));
    }
}
