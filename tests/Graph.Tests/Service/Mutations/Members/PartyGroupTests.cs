using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Members;

/// <summary>党小组 Party groups of a branch and who is in them, by day.</summary>
public sealed class PartyGroupTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private const string Charter = "中国共产党章程 第八条";
    private const string Regulations = "中国共产党支部工作条例（试行） 第十三条";

    private async Task<string> FormAsync(string branch, string name, string formedOn) =>
        MemberSteps.KeyOf(
            await city.DoneAsync(
                "formPartyGroup",
                new
                {
                    branch,
                    name,
                    formedOn,
                }
            )
        );

    private static object Join(string partyGroup, string member, string validFrom, bool? isLeader = null) =>
        new
        {
            partyGroup,
            member,
            isLeader,
            validFrom,
        };

    private static object Leave(string partyGroup, string member, string leftOn) =>
        new
        {
            partyGroup,
            member,
            leftOn,
        };

    /// <summary>How many are in it on a day, and whether one leads it.</summary>
    private async Task<string> OnAsync(string partyGroup, string day)
    {
        var group = (
            await city.QueryAsync(
                "query ($id: ID!, $day: Date!) { node(id: $id) { ... on PartyGroup { members(asOf: $day) { isLeader } "
                    + "leader(asOf: $day) { isLeader } } } }",
                new { id = partyGroup, day }
            )
        ).GetProperty("node");
        var members = group.GetProperty("members").EnumerateArray().Select(one => one.GetProperty("isLeader").GetBoolean()).ToList();
        members.Contains(true).ShouldBe(group.GetProperty("leader").ValueKind == JsonValueKind.Object);
        return members.Count + (members is [true, ..] ? "*" : "");
    }

    private async Task<string?> GroupOfAsync(string member, string day) =>
        (
            await city.QueryAsync(
                "query ($id: ID!, $day: Date!) { member(id: $id) { partyGroup(asOf: $day) { partyGroup { name } } } }",
                new { id = member, day }
            )
        )
            .GetProperty("member")
            .GetProperty("partyGroup")
            is { ValueKind: JsonValueKind.Object } part
            ? part.GetProperty("partyGroup").GetProperty("name").GetString()
            : null;

    [Fact]
    public async Task Members_are_in_one_group_by_day_and_one_leads_it()
    {
        var steps = new MemberSteps(city, "小组");
        var branch = await steps.BranchAsync();
        var (a, b) = (await steps.MemberAsync(branch), await steps.MemberAsync(branch));
        var first = await FormAsync(branch, "第一党小组", "2024-02-29");
        var second = await FormAsync(branch, "第二党小组", "2024-02-29");
        await city.DoneAsync("joinPartyGroup", Join(first, a, "2024-02-29", true), "id", "甲");
        await city.DoneAsync("joinPartyGroup", Join(first, b, "2024-03-01"));
        (await OnAsync(first, "2024-02-28")).ShouldBe("0");
        (await OnAsync(first, "2024-02-29")).ShouldBe("1*");
        (await OnAsync(first, "2024-03-01")).ShouldBe("2*");
        (await city.RefusedAsync("joinPartyGroup", Join(first, b, "2024-02-28"))).ShouldBe([
            "PARTY_GROUP_NOT_THERE",
            "PARTY_GROUP_JOINED_ALREADY",
        ]);
        (await city.RefusedAsync("joinPartyGroup", Join(first, b, "2024-05-01"))).ShouldBe(["PARTY_GROUP_JOINED_ALREADY"]);
        (await city.RefusedAsync("joinPartyGroup", Join(second, b, "2024-05-01"))).ShouldBe([$"PARTY_GROUP_IN_ANOTHER {Charter}"]);
        (await city.RefusedAsync("joinPartyGroup", Join(first, b, "2024-05-01", true))).ShouldBe([$"PARTY_GROUP_HAS_LEADER {Regulations}"]);

        // They change places, then one goes to the other group on the day on which it leaves.
        await city.DoneAsync("joinPartyGroup", Join(first, a, "2024-06-01"));
        await city.DoneAsync("joinPartyGroup", Join(first, b, "2024-06-01", true), "id", "乙");
        await city.DoneAsync("leavePartyGroup", Leave(first, a, "2024-07-01"), "id", "丙");
        await city.DoneAsync("joinPartyGroup", Join(second, a, "2024-07-01"));
        (await GroupOfAsync(a, "2024-02-28")).ShouldBeNull();
        (await GroupOfAsync(a, "2024-06-30")).ShouldBe("第一党小组");
        (await GroupOfAsync(a, "2024-07-01")).ShouldBe("第二党小组");
        (await OnAsync(first, "2024-06-30")).ShouldBe("2*");
        (await OnAsync(first, "2024-07-01")).ShouldBe("1*");
        (await city.RefusedAsync("leavePartyGroup", Leave(first, a, "2024-07-01"))).ShouldBe(["NOT_IN_PARTY_GROUP"]);
        (
            await city.QueryAsync(
                "query ($id: ID!) { node(id: $id) { ... on PartyGroup { branch { name } formedOn "
                    + "memberHistory { isLeader validFrom validTo endedBy } } } }",
                new { id = first }
            )
        )
            .GetProperty("node")
            .ToString()
            .ShouldBe(
                """{"branch":{"name":"合成小组党支部"},"formedOn":"2024-02-29","memberHistory":[{"isLeader":false,"validFrom":"2024-06-01","validTo":"2024-07-01","endedBy":"丙"},{"isLeader":true,"validFrom":"2024-06-01","validTo":null,"endedBy":null},{"isLeader":false,"validFrom":"2024-03-01","validTo":"2024-06-01","endedBy":"乙"},{"isLeader":true,"validFrom":"2024-02-29","validTo":"2024-06-01","endedBy":"unknown"}]}"""
            );

        // The group ends, and what its member has in it.
        (await city.RefusedAsync("dissolvePartyGroup", new { partyGroup = first, dissolvedOn = "2024-02-29" })).ShouldBe(["PERIOD_EMPTY"]);
        await city.DoneAsync("dissolvePartyGroup", new { partyGroup = first, dissolvedOn = "2025-01-01" });
        (await OnAsync(first, "2024-12-31")).ShouldBe("1*");
        (await OnAsync(first, "2025-01-01")).ShouldBe("0");
        (await city.RefusedAsync("dissolvePartyGroup", new { partyGroup = first, dissolvedOn = "2025-01-01" })).ShouldBe([
            "PARTY_GROUP_NOT_THERE",
        ]);
        (await city.RefusedAsync("joinPartyGroup", Join(first, b, "2025-01-01"))).ShouldBe(["PARTY_GROUP_NOT_THERE"]);
        async Task<string> Groups(string day) =>
            string.Join(
                ' ',
                (
                    await city.QueryAsync(
                        "query ($id: ID!, $day: Date!) { branch(id: $id) { partyGroups(asOf: $day) { name } } }",
                        new { id = branch, day }
                    )
                )
                    .GetProperty("branch")
                    .GetProperty("partyGroups")
                    .EnumerateArray()
                    .Select(group => group.GetProperty("name").GetString())
            );
        (await Groups("2024-02-28")).ShouldBe("");
        (await Groups("2024-12-31")).ShouldBe("第一党小组 第二党小组");
        (await Groups("2025-01-01")).ShouldBe("第二党小组");
        // Its name is free again.
        await FormAsync(branch, "第一党小组", "2025-01-01");
    }

    [Fact]
    public async Task A_group_is_of_a_branch_that_stands_and_has_members_of_that_branch()
    {
        var steps = new MemberSteps(city, "组外");
        var branch = await steps.BranchAsync();
        var other = await steps.BranchAsync("别");
        var group = await FormAsync(branch, "第一党小组", "2024-02-29");
        object Form(string of, string name, string formedOn) =>
            new
            {
                branch = of,
                name,
                formedOn,
            };
        (await city.RefusedAsync("formPartyGroup", Form(branch, "第一党小组", "2024-05-01"))).ShouldBe(["PARTY_GROUP_NAME_TAKEN"]);
        (await city.RefusedAsync("formPartyGroup", Form(branch, "早党小组", "2020-01-31"))).ShouldBe([
            $"BRANCH_NOT_ESTABLISHED {Regulations}",
        ]);
        (await city.RefusedAsync("formPartyGroup", Form(branch, " ", "2024-05-01"))).ShouldBe(["NAME_INVALID"]);
        await city.ExecuteAsync("UPDATE graph.branch SET form = 'WORK_GROUP' WHERE name = '合成组外别党支部'");
        (await city.RefusedAsync("formPartyGroup", Form(other, "组", "2024-05-01"))).ShouldBe([$"PARTY_GROUP_FORM {Regulations}"]);

        var stranger = await steps.MemberAsync(other);
        (await city.RefusedAsync("joinPartyGroup", Join(group, stranger, "2024-05-01"))).ShouldBe([
            $"PARTY_GROUP_OF_ANOTHER_BRANCH {Charter}",
        ]);
        var young = await steps.MemberAsync(branch, status: "PROBATIONARY");
        var payload = await city.ChangeAsync("joinPartyGroup", Join(group, young, "2024-05-01", true));
        payload
            .GetProperty("warnings")
            .EnumerateArray()
            .Select(MutationFixture.Shown)
            .ShouldBe(["PARTY_GROUP_LEADER_PROBATIONARY 中国共产党章程 第七条"]);
        (
            await city.RefusedAsync(
                "joinPartyGroup",
                new
                {
                    partyGroup = group,
                    member = young,
                    validFrom = "2024-06-01",
                    version = 1,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
    }

    [Fact]
    public async Task Who_leaves_the_branch_or_the_party_leaves_the_group_and_the_branch_takes_its_groups_along()
    {
        var steps = new MemberSteps(city, "组终");
        var (branch, other) = (await steps.BranchOfAAsync("甲"), await steps.BranchOfAAsync("乙"));
        var (going, gone, mistaken) = (
            await steps.MemberAsync(branch, affiliationBranch: branch),
            await steps.MemberAsync(branch, affiliationBranch: branch),
            await steps.MemberAsync(branch, affiliationBranch: branch)
        );
        var group = await FormAsync(branch, "第一党小组", "2023-01-01");
        foreach (var member in (string[])[going, gone, mistaken])
        {
            await city.DoneAsync("joinPartyGroup", Join(group, member, "2023-01-01"));
        }

        await steps.TransferAsync(going, other, "2024-02-29");
        (await OnAsync(group, "2024-02-28")).ShouldBe("3");
        (await OnAsync(group, "2024-02-29")).ShouldBe("2");
        (await GroupOfAsync(going, "2024-02-28")).ShouldBe("第一党小组");
        (await GroupOfAsync(going, "2024-02-29")).ShouldBeNull();
        // It joins a group of the other branch from the day on which it belongs to that.
        var others = await FormAsync(other, "第一党小组", "2023-01-01");
        (await city.RefusedAsync("joinPartyGroup", Join(others, going, "2024-02-28"))).ShouldBe([
            $"PARTY_GROUP_OF_ANOTHER_BRANCH {Charter}",
            $"PARTY_GROUP_IN_ANOTHER {Charter}",
        ]);
        await city.DoneAsync("joinPartyGroup", Join(others, going, "2024-02-29"));
        object End(string member, string endedOn, string reason) =>
            new
            {
                member,
                endedOn,
                reason,
            };
        await city.DoneAsync("endMembership", End(gone, "2024-06-01", "LEFT"));
        (await OnAsync(group, "2024-05-31")).ShouldBe("2");
        (await OnAsync(group, "2024-06-01")).ShouldBe("1");
        (await city.RefusedAsync("joinPartyGroup", Join(group, gone, "2024-06-01"))).ShouldBe(["MEMBERSHIP_ENDED"]);
        // It never was a membership, so it never was in the group.
        await city.DoneAsync("endMembership", End(mistaken, "2024-06-01", "ENTERED_IN_ERROR"));
        (await OnAsync(group, "2024-05-31")).ShouldBe("1");
        (await OnAsync(group, "2023-01-01")).ShouldBe("2");

        foreach (
            var key in await city.ScalarAsync<long[]>(
                "SELECT array_agg(m.id) FROM graph.member m JOIN graph.branch b ON b.id = m.branch_id "
                    + "WHERE b.name = '合成组终甲党支部' AND m.is_present"
            )
        )
        {
            await steps.TransferAsync(MutationFixture.Id("Member", key), other, "2024-07-01");
        }

        await city.DoneAsync("dissolveBranch", new { branch, dissolvedOn = "2024-08-01" });
        (await city.QueryAsync("query ($id: ID!) { node(id: $id) { ... on PartyGroup { dissolvedOn } } }", new { id = group }))
            .ToString()
            .ShouldBe("""{"node":{"dissolvedOn":"2024-08-01"}}""");
    }
}
