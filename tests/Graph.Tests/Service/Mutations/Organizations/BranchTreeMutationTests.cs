using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Organizations;

/// <summary>A society's own organization leads those of its offices and sub-societies, by day (002 §3).</summary>
public sealed class BranchTreeMutationTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private async Task<string> SocietyAsync(string name, string? committee = null) =>
        (await city.DoneAsync("foundSociety", new { name, committee = committee ?? MutationFixture.Id("Committee", 1) }))
            .GetProperty("id")
            .GetString()!;

    private async Task<string> BranchAsync(string name, string form, string society, string since = "2019-01-01", bool stands = true)
    {
        var branch = (
            await city.DoneAsync(
                "proposeBranch",
                new
                {
                    name,
                    form,
                    societies = new[] { society },
                    proposedOn = since,
                }
            )
        ).GetProperty("id").GetString()!;
        if (stands)
        {
            await city.DoneAsync("establishBranch", new { branch, establishedOn = since });
        }

        return branch;
    }

    private static object Move(string branch, string? upperBranch, string? holdsFrom = null) =>
        new
        {
            branch,
            upperBranch,
            holdsFrom,
        };

    private async Task<string?> ParentAsync(string branch, string day) =>
        (
            await city.QueryAsync(
                "query ($id: ID!, $day: Date!) { branch(id: $id) { parent(asOf: $day) { name } } }",
                new { id = branch, day }
            )
        )
            .GetProperty("branch")
            .GetProperty("parent")
            is { ValueKind: JsonValueKind.Object } parent
            ? parent.GetProperty("name").GetString()
            : null;

    private async Task<string> BelowAsync(string branch, string day) =>
        string.Join(
            ' ',
            (
                await city.QueryAsync(
                    "query ($id: ID!, $day: Date!) { branch(id: $id) { branches(asOf: $day, order: [{ name: ASC }]) { nodes { name } } } }",
                    new { id = branch, day }
                )
            )
                .GetProperty("branch")
                .GetProperty("branches")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node => node.GetProperty("name").GetString())
        );

    private static IEnumerable<string> Warned(JsonElement payload) =>
        payload.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown);

    [Fact]
    public async Task A_branch_stands_under_one_organization_by_day_and_its_past_stays()
    {
        var society = await SocietyAsync("合成树学会");
        var committee = await BranchAsync("合成树党委", "PARTY_COMMITTEE", society);
        var general = await BranchAsync("合成树党总支", "GENERAL_BRANCH", society);
        var branch = await BranchAsync("合成树秘书处党支部", "BRANCH", society, "2020-01-01");

        var moved = await city.DoneAsync("moveBranch", Move(branch, general, "2024-02-29"), "version parent { name }", "经办人甲");
        moved.ToString().ShouldBe("""{"version":3,"parent":{"name":"合成树党总支"}}""");
        await city.DoneAsync("moveBranch", Move(general, committee, "2024-02-29"));
        (await ParentAsync(branch, "2024-02-28")).ShouldBeNull();
        (await ParentAsync(branch, "2024-02-29")).ShouldBe("合成树党总支");
        (await ParentAsync(branch, "2024-03-01")).ShouldBe("合成树党总支");
        (await BelowAsync(general, "2024-02-28")).ShouldBe("");
        (await BelowAsync(general, "2024-02-29")).ShouldBe("合成树秘书处党支部");
        (await BelowAsync(committee, "2024-02-29")).ShouldBe("合成树党总支");

        // It stands under one at a time: another place ends this one, and the days before keep it.
        await city.DoneAsync("moveBranch", Move(branch, committee, "2025-07-01"), "id", "经办人乙");
        (await ParentAsync(branch, "2025-06-30")).ShouldBe("合成树党总支");
        (await ParentAsync(branch, "2025-07-01")).ShouldBe("合成树党委");
        (await BelowAsync(committee, "2025-07-01")).ShouldBe("合成树党总支 合成树秘书处党支部");
        (await city.RefusedAsync("moveBranch", Move(branch, general, "2025-06-30"))).ShouldBe(["HOLDS_BEFORE_LAST_CHANGE"]);
        Warned(await city.ChangeAsync("moveBranch", Move(branch, committee, "2025-08-01"))).ShouldBe(["NOTHING_TO_CHANGE"]);

        // And out again.
        await city.DoneAsync("moveBranch", Move(branch, null, "2026-01-01"), "id", "经办人丙");
        (await ParentAsync(branch, "2025-12-31")).ShouldBe("合成树党委");
        (await ParentAsync(branch, "2026-01-01")).ShouldBeNull();
        (await city.RefusedAsync("moveBranch", Move(branch, general, "2025-12-31"))).ShouldBe(["HOLDS_BEFORE_LAST_CHANGE"]);
        Warned(await city.ChangeAsync("moveBranch", Move(branch, null, "2026-02-01"))).ShouldBe(["NOTHING_TO_CHANGE"]);
        var history = await city.QueryAsync(
            "query ($id: ID!) { branch(id: $id) { placements { parent { name } validFrom validTo enteredBy endedBy } } }",
            new { id = branch }
        );
        history
            .GetProperty("branch")
            .GetProperty("placements")
            .ToString()
            .ShouldBe(
                """[{"parent":{"name":"合成树党委"},"validFrom":"2025-07-01","validTo":"2026-01-01","enteredBy":"经办人乙","endedBy":"经办人丙"},{"parent":{"name":"合成树党总支"},"validFrom":"2024-02-29","validTo":"2025-07-01","enteredBy":"经办人甲","endedBy":"经办人乙"}]"""
            );
    }

    [Fact]
    public async Task What_was_entered_for_a_day_is_replaced_on_that_day()
    {
        var society = await SocietyAsync("合成改学会");
        var committee = await BranchAsync("合成改党委", "PARTY_COMMITTEE", society);
        var general = await BranchAsync("合成改党总支", "GENERAL_BRANCH", society);
        var branch = await BranchAsync("合成改党支部", "BRANCH", society);
        await city.DoneAsync("moveBranch", Move(branch, committee, "2024-02-29"));
        await city.DoneAsync("moveBranch", Move(branch, general, "2024-02-29"));
        (await ParentAsync(branch, "2024-02-29")).ShouldBe("合成改党总支");
        (await BelowAsync(committee, "2024-02-29")).ShouldBe("");
        await city.DoneAsync("moveBranch", Move(branch, null, "2024-02-29"));
        (await ParentAsync(branch, "2024-02-29")).ShouldBeNull();
    }

    [Fact]
    public async Task What_no_tree_allows_is_refused()
    {
        var society = await SocietyAsync("合成拒学会");
        var committee = await BranchAsync("合成拒党委", "PARTY_COMMITTEE", society, "2019-06-01");
        var general = await BranchAsync("合成拒党总支", "GENERAL_BRANCH", society);
        var branch = await BranchAsync("合成拒党支部", "BRANCH", society, "2020-01-01");
        (await city.RefusedAsync("moveBranch", Move(branch, general, "2019-12-31"))).ShouldBe(["PLACE_BEFORE_BRANCH"]);
        (await city.RefusedAsync("moveBranch", Move(branch, null, "2019-12-31"))).ShouldBe(["PLACE_BEFORE_BRANCH"]);
        (await city.RefusedAsync("moveBranch", Move(general, committee, "2019-05-31"))).ShouldBe(["BRANCH_NOT_ESTABLISHED 002 §3"]);
        (await city.RefusedAsync("moveBranch", Move(branch, branch, "2024-01-01"))).ShouldBe(["BRANCH_ABOVE_ITSELF"]);
        (await city.RefusedAsync("moveBranch", Move(general, branch, "2024-01-01"))).ShouldBe(["FORM_CANNOT_LEAD 002 §3"]);
        (await city.RefusedAsync("moveBranch", Move(committee, general, "2024-01-01"))).ShouldBe(["FORM_CANNOT_LEAD 002 §3"]);
        (await city.RefusedAsync("moveBranch", Move(branch, general, "2126-01-01"))).ShouldBe(["DAY_TO_COME"]);
        (await city.RefusedAsync("moveBranch", Move(branch, MutationFixture.Id("Branch", 999_999)))).ShouldBe(["NOT_FOUND"]);
        await city.DoneAsync("moveBranch", Move(general, committee, "2024-01-01"));
        // Its own lower one would lead it: a circle, whatever their forms.
        (await city.RefusedAsync("moveBranch", Move(committee, general, "2024-01-01"))).ShouldBe(["BRANCH_ABOVE_ITSELF"]);
        (
            await city.RefusedAsync(
                "moveBranch",
                new
                {
                    branch,
                    upperBranch = general,
                    version = 1,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);

        var other = MutationFixture.Id(
            "Committee",
            await city.ScalarAsync<long>("INSERT INTO graph.committee (name, region_code) VALUES ('合成别党委', '500000') RETURNING id")
        );
        var foreign = await BranchAsync("合成别党总支", "GENERAL_BRANCH", await SocietyAsync("合成别学会", other));
        (await city.RefusedAsync("moveBranch", Move(branch, foreign, "2024-01-01"))).ShouldBe(["OF_ANOTHER_COMMITTEE 002 §3"]);
        var neighbour = await BranchAsync("合成邻党总支", "GENERAL_BRANCH", await SocietyAsync("合成邻学会"));
        Warned(await city.ChangeAsync("moveBranch", Move(branch, neighbour, "2024-01-01")))
            .ShouldBe(["UPPER_BRANCH_OF_ANOTHER_SOCIETY 002 §3"]);
    }

    [Fact]
    public async Task Who_leads_others_is_not_dissolved_and_a_place_ends_with_the_branch()
    {
        var society = await SocietyAsync("合成终学会");
        var general = await BranchAsync("合成终党总支", "GENERAL_BRANCH", society);
        var branch = await BranchAsync("合成终党支部", "BRANCH", society);
        await city.DoneAsync("moveBranch", Move(branch, general, "2020-02-29"));
        (await city.RefusedAsync("dissolveBranch", new { branch = general, dissolvedOn = "2024-03-01" })).ShouldBe([
            "BRANCH_HAS_BRANCHES 002 §3",
        ]);
        await city.DoneAsync("dissolveBranch", new { branch, dissolvedOn = "2024-02-29" });
        (await ParentAsync(branch, "2024-02-28")).ShouldBe("合成终党总支");
        (await ParentAsync(branch, "2024-02-29")).ShouldBeNull();
        (await BelowAsync(general, "2024-02-28")).ShouldBe("合成终党支部");
        (await city.RefusedAsync("moveBranch", Move(branch, general, "2024-03-01"))).ShouldBe(["WRONG_STAGE 002 §3"]);
        // On the day before, it led somebody; from that day on it does not.
        (await city.RefusedAsync("dissolveBranch", new { branch = general, dissolvedOn = "2024-02-28" })).ShouldBe([
            "BRANCH_HAS_BRANCHES 002 §3",
        ]);
        await city.DoneAsync("dissolveBranch", new { branch = general, dissolvedOn = "2024-02-29" });
        (await city.RefusedAsync("moveBranch", Move(await BranchAsync("合成终二党支部", "BRANCH", society), general))).ShouldBe([
            "WRONG_STAGE 002 §3",
        ]);
    }

    [Fact]
    public async Task The_table_itself_refuses_a_circle_and_two_places_at_once()
    {
        var society = await SocietyAsync("合成表学会");
        var a = await BranchAsync("合成表党委", "PARTY_COMMITTEE", society);
        var b = await BranchAsync("合成表党总支", "GENERAL_BRANCH", society);
        await city.DoneAsync("moveBranch", Move(b, a, "2024-01-01"));
        const string Insert = """
            INSERT INTO graph.branch_parent (branch_id, parent_id, valid_during)
            SELECT l.id, u.id, @days::daterange FROM graph.branch l, graph.branch u WHERE l.name = @lower AND u.name = @upper
            """;
        async Task<string?> Refused(string lower, string upper, string days) =>
            (
                await Should.ThrowAsync<Npgsql.PostgresException>(() =>
                    city.ExecuteAsync(
                        Insert,
                        new
                        {
                            lower,
                            upper,
                            days,
                        }
                    )
                )
            ).ConstraintName;
        (await Refused("合成表党委", "合成表党总支", "[2025-01-01,2025-01-02)")).ShouldBe("branch_parent_no_cycle");
        (await Refused("合成表党委", "合成表党委", "[2020-01-01,2020-01-02)")).ShouldNotBeNull();
        (await Refused("合成表党总支", "合成表党委", "[2025-01-01,2025-01-02)")).ShouldBe("branch_parent_one_at_a_time");
        // Before the one leads the other, it may be the other way round: each day has its own tree.
        await city.ExecuteAsync(
            Insert,
            new
            {
                lower = "合成表党委",
                upper = "合成表党总支",
                days = "[2023-01-01,2024-01-01)",
            }
        );
    }

    [Fact]
    public async Task Branches_are_found_and_grouped_by_who_leads_them()
    {
        var society = await SocietyAsync("合成组学会");
        var general = await BranchAsync("合成组党总支", "GENERAL_BRANCH", society);
        foreach (var name in (string[])["合成组一党支部", "合成组二党支部"])
        {
            await city.DoneAsync("moveBranch", Move(await BranchAsync(name, "BRANCH", society), general, "2024-01-01"));
        }

        var data = await city.QueryAsync(
            """
            query ($g: ID!) {
              branches(where: { parent: { id: { eq: $g } } }) { totalCount }
              top: branches(where: { name: { startsWith: "合成组" }, parent: null }) { nodes { name } }
              leading: branches(where: { branches: { some: { name: { eq: "合成组一党支部" } } } }) { nodes { name branches { totalCount } } }
              society: branches(where: { name: { startsWith: "合成组" } }) { groups(by: [PARENT], order: [{ count: DESC }]) { nodes { key { parent { name } } count } } }
            }
            """,
            new { g = general }
        );
        data.ToString()
            .ShouldBe(
                """{"branches":{"totalCount":2},"top":{"nodes":[{"name":"合成组党总支"}]},"leading":{"nodes":[{"name":"合成组党总支","branches":{"totalCount":2}}]},"society":{"groups":{"nodes":[{"key":{"parent":{"name":"合成组党总支"}},"count":2},{"key":{"parent":null},"count":1}]}}}"""
            );
    }
}
