using System.Text.Json;
using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Service.Mutations.Organizations;

/// <summary>A party organization that was dissolved in error is there again as if it had never ended, over HTTP.</summary>
public sealed class RestoreBranchTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private const string Established =
        """[{"status":"ESTABLISHED","validFrom":"2020-02-01","validTo":null},{"status":"PROPOSED","validFrom":"2020-01-01","validTo":"2020-02-01"}]""";

    private Task<JsonElement> DissolveAsync(string branch, string dissolvedOn) =>
        city.DoneAsync("dissolveBranch", new { branch, dissolvedOn });

    private static object Back(string branch, int? version = null) =>
        new
        {
            branch,
            reason = "撤销有误",
            version,
        };

    private async Task<string[]> WarnedAsync(string branch)
    {
        var payload = await city.ChangeAsync("restoreBranch", Back(branch));
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.GetProperty("errors").ToString());
        return [.. payload.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown)];
    }

    private async Task<string> OnAsync(string branch, string selection, string? day = null) =>
        (
            await city.QueryAsync(
                $"query ($id: ID!{(day is null ? "" : ", $day: Date!")}) {{ branch(id: $id) {{ {selection} }} }}",
                day is null ? new { id = branch } : new { id = branch, day }
            )
        )
            .GetProperty("branch")
            .ToString();

    /// <summary>Periods of a table's rows that belong to a branch.</summary>
    private Task<string> PeriodsAsync(string table, string name) =>
        city.ScalarAsync<string>(
            $"""
            SELECT coalesce(string_agg(p.valid_during::text, ' ' ORDER BY p.valid_during), '') FROM graph.{table} AS p
            JOIN graph.branch AS b ON b.id = p.branch_id WHERE b.name = @name
            """,
            new { name }
        );

    [Fact]
    public async Task It_has_the_status_again_that_it_had_and_can_be_dissolved_again()
    {
        var branch = await new MemberSteps(city, "复一").BranchAsync();
        (await city.RefusedAsync("restoreBranch", Back(branch))).ShouldBe(["BRANCH_NOT_DISSOLVED"]);
        await DissolveAsync(branch, "2024-02-29");
        (await city.RefusedAsync("restoreBranch", Back(branch, 1))).ShouldBe(["VERSION_CONFLICT"]);
        (await city.RefusedAsync("restoreBranch", new { branch, reason = " " })).ShouldBe(["TEXT_INVALID"]);
        (
            await city.DoneAsync(
                "restoreBranch",
                Back(branch, 3),
                "status statusSince version statusHistory { status validFrom validTo } restorations { dissolvedOn reason restoredBy }",
                actor: "甲"
            )
        )
            .ToString()
            .ShouldBe(
                $$"""{"status":"ESTABLISHED","statusSince":"2020-02-01","version":4,"statusHistory":{{Established}},"restorations":[{"dissolvedOn":"2024-02-29","reason":"撤销有误","restoredBy":"甲"}]}"""
            );
        (await city.RefusedAsync("restoreBranch", Back(branch))).ShouldBe(["BRANCH_NOT_DISSOLVED"]);

        // Again, on another day, and back: nothing of the first time is left.
        await DissolveAsync(branch, "2024-03-01");
        (await OnAsync(branch, "statusHistory { status validFrom }")).ShouldBe(
            """{"statusHistory":[{"status":"DISSOLVED","validFrom":"2024-03-01"},{"status":"ESTABLISHED","validFrom":"2020-02-01"},{"status":"PROPOSED","validFrom":"2020-01-01"}]}"""
        );
        (await WarnedAsync(branch)).ShouldBeEmpty();
        (await OnAsync(branch, "statusHistory { status validFrom validTo } restorations { dissolvedOn }")).ShouldBe(
            $$"""{"statusHistory":{{Established}},"restorations":[{"dissolvedOn":"2024-02-29"},{"dissolvedOn":"2024-03-01"}]}"""
        );
        (await city.RefusedAsync("dissolveBranch", new { branch, dissolvedOn = "2020-01-31" })).ShouldBe(["STATUS_DATE_TOO_EARLY"]);
    }

    [Theory]
    [InlineData("早", false, "2020-01-01", "PROPOSED", "2020-01-01")]
    [InlineData("中", false, "2021-01-01", "PROPOSED", "2020-01-01")]
    // Dissolved on the day on which it was established: its period was empty.
    [InlineData("同", true, "2020-02-01", "ESTABLISHED", "2020-02-01")]
    [InlineData("后", true, "2020-02-02", "ESTABLISHED", "2020-02-01")]
    public async Task The_status_before_begins_when_it_began(string name, bool stands, string day, string status, string since)
    {
        var steps = new MemberSteps(city, "复始" + name);
        var branch = MemberSteps.KeyOf(
            await city.DoneAsync(
                "proposeBranch",
                new
                {
                    name = $"合成复始{name}党支部",
                    form = "BRANCH",
                    societies = new[] { await steps.SocietyAsync() },
                    proposedOn = "2020-01-01",
                }
            )
        );
        if (stands)
        {
            await city.DoneAsync("establishBranch", new { branch, establishedOn = "2020-02-01" });
        }

        await DissolveAsync(branch, day);
        (await city.DoneAsync("restoreBranch", Back(branch), "status statusSince statusHistory { status validFrom validTo }"))
            .ToString()
            .ShouldBe(
                $$"""{"status":"{{status}}","statusSince":"{{since}}","statusHistory":{{(stands ? Established : """[{"status":"PROPOSED","validFrom":"2020-01-01","validTo":null}]""")}}}"""
            );
    }

    [Fact]
    public async Task What_ended_with_it_comes_back_with_it_and_what_ended_before_does_not()
    {
        var steps = new MemberSteps(city, "复部");
        var society = await steps.SocietyAsync();
        var branch = await steps.BranchAsync(society: society);
        await AppointAsync(branch, "BRANCH_SECRETARY", await GuestAsync(steps), "2020-03-01", "2024-02-28");
        await AppointAsync(branch, "BRANCH_SECRETARY", await GuestAsync(steps), "2024-02-28");
        // This one ends on the very day, but not by the dissolution.
        await AppointAsync(branch, "DEPUTY_BRANCH_SECRETARY", await GuestAsync(steps), "2020-03-01", "2024-02-29");
        await LeadAsync(branch, steps, society);
        foreach (var (name, formedOn) in new[] { ("第一党小组", "2024-02-28"), ("第二党小组", "2024-02-29"), ("第三党小组", "2024-03-01") })
        {
            await city.DoneAsync(
                "formPartyGroup",
                new
                {
                    branch,
                    name,
                    formedOn,
                }
            );
        }

        await city.ExecuteAsync(
            """
            WITH made AS (INSERT INTO graph.consortium (committee_id, name) VALUES (1, '合成复部联合体') RETURNING id)
            INSERT INTO graph.consortium_branch (consortium_id, branch_id, valid_during)
            SELECT made.id, b.id, '[2023-01-01,)' FROM made, graph.branch AS b WHERE b.name = '合成复部党支部'
            """
        );
        var was = await AllAsync();
        was.ShouldBe(
            "[2020-03-01,2024-02-28) [2020-03-01,2024-02-29) [2024-02-28,) | [2021-01-01,) | [2023-01-01,) | "
                + "[2024-02-28,) [2024-02-29,) [2024-03-01,)"
        );
        await DissolveAsync(branch, "2024-02-29");
        (await AllAsync()).ShouldBe(
            "[2020-03-01,2024-02-28) [2020-03-01,2024-02-29) [2024-02-28,2024-02-29) | [2021-01-01,2024-02-29) | [2023-01-01,2024-02-29) | "
                + "[2024-02-28,2024-02-29)"
        );
        (await OnAsync(branch, "parent(asOf: $day) { name } partyGroups(asOf: $day) { name }", "2024-02-29")).ShouldBe(
            """{"parent":null,"partyGroups":[]}"""
        );
        (await WarnedAsync(branch)).ShouldBeEmpty();
        (await AllAsync()).ShouldBe(was);
        foreach (var (day, groups) in new[] { ("2024-02-28", 1), ("2024-02-29", 2), ("2024-03-01", 3) })
        {
            using var seen = JsonDocument.Parse(await OnAsync(branch, "parent(asOf: $day) { name } partyGroups(asOf: $day) { name }", day));
            seen.RootElement.GetProperty("parent").GetProperty("name").GetString().ShouldBe("合成复部党总支");
            seen.RootElement.GetProperty("partyGroups").GetArrayLength().ShouldBe(groups, day);
        }

        // Once more, after it lost its place: nothing is left of the first time.
        await city.DoneAsync("moveBranch", new { branch, holdsFrom = "2024-02-01" });
        await DissolveAsync(branch, "2024-02-28");
        (await WarnedAsync(branch)).ShouldBeEmpty();
        (await AllAsync()).ShouldBe(was.Replace("[2021-01-01,)", "[2021-01-01,2024-02-01)", StringComparison.Ordinal));

        async Task<string> AllAsync()
        {
            var periods = new List<string>();
            foreach (var table in new[] { "appointment", "branch_parent", "consortium_branch", "party_group" })
            {
                periods.Add(await PeriodsAsync(table, "合成复部党支部"));
            }

            return string.Join(" | ", periods);
        }
    }

    [Fact]
    public async Task What_changed_meanwhile_stays_and_is_told()
    {
        var steps = new MemberSteps(city, "复变");
        var society = await steps.SocietyAsync();
        var branch = await steps.BranchAsync(society: society);
        var (_, gone) = await AppointAsync(branch, "BRANCH_SECRETARY", await GuestAsync(steps), "2020-03-01");
        await AppointAsync(branch, "DEPUTY_BRANCH_SECRETARY", await GuestAsync(steps), "2020-03-01");
        var upper = await LeadAsync(branch, steps, society);
        await city.DoneAsync(
            "formPartyGroup",
            new
            {
                branch,
                name = "第一党小组",
                formedOn = "2024-01-01",
            }
        );
        await DissolveAsync(branch, "2024-02-29");
        await city.DoneAsync(
            "endMembership",
            new
            {
                member = gone,
                endedOn = "2024-03-01",
                reason = "DECEASED",
            }
        );
        await DissolveAsync(upper, "2024-03-01");
        await city.ExecuteAsync(
            "UPDATE graph.party_group AS g SET valid_during = '[2024-01-01,2024-02-01)' FROM graph.branch AS b "
                + "WHERE b.id = g.branch_id AND b.name = '合成复变党支部'"
        );
        (await WarnedAsync(branch)).ShouldBe(["BRANCH_PART_STAYS_ENDED", "BRANCH_PART_STAYS_ENDED", "BRANCH_PART_STAYS_ENDED"]);
        (await PeriodsAsync("appointment", "合成复变党支部")).ShouldBe("[2020-03-01,2024-02-29) [2020-03-01,)");
        (await PeriodsAsync("branch_parent", "合成复变党支部")).ShouldBe("[2021-01-01,2024-02-29)");
        (await PeriodsAsync("party_group", "合成复变党支部")).ShouldBe("[2024-01-01,2024-02-01)");
    }

    [Fact]
    public async Task What_ended_before_it_was_kept_is_told_of()
    {
        var steps = new MemberSteps(city, "复旧");
        var branch = await steps.BranchAsync();
        await AppointAsync(branch, "BRANCH_SECRETARY", await GuestAsync(steps), "2020-03-01");
        await DissolveAsync(branch, "2024-02-29");
        await city.ExecuteAsync("DELETE FROM graph.branch_ended_part");
        (await WarnedAsync(branch)).ShouldBe(["BRANCH_PARTS_NOT_KNOWN"]);
        (await PeriodsAsync("appointment", "合成复旧党支部")).ShouldBe("[2020-03-01,2024-02-29)");
        (await OnAsync(branch, "statusHistory { status validFrom validTo }")).ShouldBe($$"""{"statusHistory":{{Established}}}""");
    }

    [Fact]
    public async Task Whoever_took_its_place_stays()
    {
        var steps = new MemberSteps(city, "复挡");
        var society = await steps.SocietyAsync();
        var branch = await steps.BranchAsync("Ａ", society);
        await DissolveAsync(branch, "2024-02-29");
        var second = await steps.BranchAsync("乙", society);
        (await city.RefusedAsync("restoreBranch", Back(branch))).ShouldBe(["SOCIETY_HAS_BRANCH"]);
        await DissolveAsync(second, "2024-03-01");

        await city.ExecuteAsync(
            "INSERT INTO graph.branch (name, committee_id, form, status) VALUES ('合成复挡A党支部', 1, 'WORK_GROUP', 'ESTABLISHED')"
        );
        (await city.RefusedAsync("restoreBranch", Back(branch))).ShouldBe(["BRANCH_NAME_TAKEN"]);
        await city.ExecuteAsync("DELETE FROM graph.branch WHERE name = '合成复挡A党支部'");

        await city.DoneAsync(
            "cancelSociety",
            new
            {
                society,
                cancelledOn = "2024-03-02",
                reason = "注销登记",
                version = 1,
            }
        );
        (await city.RefusedAsync("restoreBranch", Back(branch))).ShouldBe(["SOCIETY_CANCELLED"]);
        await city.DoneAsync(
            "restoreSociety",
            new
            {
                society,
                reason = "注销有误",
                version = 2,
            }
        );
        (await WarnedAsync(branch)).ShouldBeEmpty();

        await city.ExecuteAsync(
            "INSERT INTO graph.branch (name, committee_id, form, status) VALUES ('合成复挡未知党支部', 1, 'BRANCH', 'DISSOLVED')"
        );
        var listed = await city.ScalarAsync<long>("SELECT id FROM graph.branch WHERE name = '合成复挡未知党支部'");
        (await city.RefusedAsync("restoreBranch", Back(MutationFixture.Id("Branch", listed)))).ShouldBe(["BRANCH_UNKNOWN_BEFORE_END"]);
    }

    /// <summary>A general branch of the society that leads the branch from 2021 on.</summary>
    private async Task<string> LeadAsync(string branch, MemberSteps steps, string society)
    {
        var upper = MemberSteps.KeyOf(
            await city.DoneAsync(
                "proposeBranch",
                new
                {
                    name = $"合成{steps.Name}党总支",
                    form = "GENERAL_BRANCH",
                    societies = new[] { society },
                    proposedOn = "2020-01-01",
                }
            )
        );
        await city.DoneAsync("establishBranch", new { branch = upper, establishedOn = "2020-01-01" });
        await city.DoneAsync(
            "moveBranch",
            new
            {
                branch,
                upperBranch = upper,
                holdsFrom = "2021-01-01",
            }
        );
        return upper;
    }

    private int guests;

    /// <summary>A member of another branch, and the person.</summary>
    private async Task<(string Person, string Member)> GuestAsync(MemberSteps steps)
    {
        var person = await steps.PersonAsync();
        return (person, await steps.MemberAsync(await steps.BranchAsync($"客{++guests}"), person: person));
    }

    private async Task<(string Person, string Member)> AppointAsync(
        string branch,
        string post,
        (string Person, string Member) guest,
        string validFrom,
        string? validTo = null
    )
    {
        await city.DoneAsync(
            "appoint",
            new
            {
                person = guest.Person,
                post,
                branch,
                validFrom,
                validTo,
                sentFromAbove = true,
            }
        );
        return guest;
    }
}
