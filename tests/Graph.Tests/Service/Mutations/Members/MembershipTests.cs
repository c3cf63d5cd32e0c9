using System.Text.Json;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Service.Mutations.Members;

/// <summary>Memberships end and return, and what counts members knows it.</summary>
public sealed partial class MembershipTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task Whoever_died_is_counted_until_that_day_and_leaves_the_posts_vacant()
    {
        var steps = new MemberSteps(city, "去世");
        var society = await steps.SocietyAsync();
        var (branch, other) = (await steps.BranchAsync(society: society), await steps.BranchAsync("他"));
        var person = await steps.PersonAsync();
        var member = await steps.MemberAsync(branch, person: person);
        await AppointAsync(person, branch, "2021-01-01");
        await city.DoneAsync(
            "joinOrganizationLife",
            new
            {
                member,
                branch = other,
                validFrom = "2023-01-01",
            }
        );
        await city.DoneAsync(
            "setDuesStandard",
            new
            {
                member,
                monthlyAmount = 30,
                validFrom = "2022-01-01",
            }
        );
        await city.DoneAsync(
            "requestTransfer",
            new
            {
                member,
                toBranch = other,
                requestedOn = "2024-04-01",
            }
        );
        (await city.RefusedAsync("endMembership", End(member, "2020-02-29"))).ShouldBe(["MEMBERSHIP_END_TOO_EARLY"]);
        (await CountAsync(society)).ShouldBe((1, true, true));

        var ended = await city.ChangeAsync(
            "endMembership",
            End(member, "2024-03-11"),
            "status version end { reason endedOn note restoredOn } branch { id } organizationLives { validTo } "
                + "transfers { state closedOn }"
        );
        Codes(ended, "warnings")
            .ShouldBe(["POST_ENDED 002 §3", "ORGANIZATION_LIFE_ENDED 002 §5", "DUES_STANDARD_ENDED 000 §三", "TRANSFER_CANCELLED 002 §5"]);
        ended
            .GetProperty("member")
            .ToString()
            .ShouldBe(
                $$$"""{"status":"FULL","version":2,"end":{"reason":"DECEASED","endedOn":"2024-03-11","note":"合成","restoredOn":null},"branch":{"id":"{{{branch}}}"},"organizationLives":[{"validTo":"2024-03-11"}],"transfers":[{"state":"CANCELLED","closedOn":"2024-04-01"}]}"""
            );
        (await CountAsync(society)).ShouldBe((0, false, true));
        (
            await city.QueryAsync(
                "query($branch: ID!) { branch(id: $branch) { members { totalCount } "
                    + "then: members(asOf: \"2024-03-10\") { totalCount } "
                    + "after: members(asOf: \"2024-03-11\") { totalCount } secretary { id } "
                    + "was: secretary(asOf: \"2024-03-10\") { validTo } "
                    + "team { teamCount } derivedCategory { memberCount } } }",
                new { branch }
            )
        )
            .GetProperty("branch")
            .ToString()
            .ShouldBe(
                """{"members":{"totalCount":0},"then":{"totalCount":1},"after":{"totalCount":0},"secretary":null,"was":{"validTo":"2024-03-11"},"team":{"teamCount":0},"derivedCategory":{"memberCount":0}}"""
            );
        (await city.RefusedAsync("endMembership", End(member, "2024-05-01"))).ShouldBe(["MEMBERSHIP_ENDED"]);
        // Nobody is left behind by a branch whose only member died.
        await city.DoneAsync("dissolveBranch", new { branch, dissolvedOn = "2024-06-01" });
    }

    [Fact]
    public async Task An_end_that_was_a_mistake_is_taken_back_and_a_member_returns()
    {
        var steps = new MemberSteps(city, "恢复");
        var branch = await steps.BranchAsync();
        var person = await steps.PersonAsync();
        var member = await steps.MemberAsync(branch, person: person);
        await AppointAsync(person, branch, "2021-01-01");
        (await city.RefusedAsync("restoreMembership", Back(member, "2024-03-11"))).ShouldBe(["MEMBERSHIP_NOT_ENDED"]);
        await city.DoneAsync("endMembership", End(member, "2024-03-11"));
        (await city.RefusedAsync("restoreMembership", Back(member, "2024-03-10"))).ShouldBe(["MEMBERSHIP_RESTORED_BEFORE_END"]);
        (await city.RefusedAsync("restoreMembership", Back(member, "2024-03-12"))).ShouldBe(["MEMBERSHIP_END_IS_FINAL"]);
        (
            await city.RefusedAsync(
                "restoreMembership",
                new
                {
                    member,
                    restoredOn = "2024-03-11",
                    reason = " ",
                }
            )
        ).ShouldBe(["TEXT_INVALID"]);
        Codes(await city.ChangeAsync("restoreMembership", Back(member, "2024-03-11")), "warnings").ShouldBe(["POSTS_NOT_RESTORED"]);
        (await AsOfAsync(branch, "2024-03-10", "2024-03-11", "2024-03-12")).ShouldBe([1, 1, 1]);
        await AppointAsync(person, branch, "2024-03-11");

        // An earlier day was the right one.
        await city.DoneAsync("endMembership", End(member, "2024-02-01", "EXPELLED"));
        await city.DoneAsync("restoreMembership", Back(member, "2024-05-01"));
        (await AsOfAsync(branch, "2024-01-31", "2024-02-01", "2024-04-30", "2024-05-01")).ShouldBe([1, 0, 0, 1]);
        (await city.RefusedAsync("endMembership", End(member, "2024-04-30"))).ShouldBe(["MEMBERSHIP_END_TOO_EARLY"]);
        (
            await city.QueryAsync(
                "query($member: ID!) { member(id: $member) { end { endedOn } ends { reason endedOn restoredOn restoredReason } } }",
                new { member }
            )
        )
            .GetProperty("member")
            .ToString()
            .ShouldBe(
                """{"end":null,"ends":[{"reason":"DECEASED","endedOn":"2024-03-11","restoredOn":"2024-03-11","restoredReason":"合成"},{"reason":"EXPELLED","endedOn":"2024-02-01","restoredOn":"2024-05-01","restoredReason":"合成"}]}"""
            );
    }

    [Fact]
    public async Task What_was_entered_in_error_counts_on_no_day()
    {
        var steps = new MemberSteps(city, "误录");
        var branch = await steps.BranchAsync();
        var member = MemberSteps.KeyOf(
            await city.DoneAsync(
                "registerMember",
                new
                {
                    person = await steps.PersonAsync(),
                    branch,
                    status = "FULL",
                    affiliationPlace = "合成某处",
                }
            )
        );
        await city.DoneAsync("endMembership", End(member, "2020-01-15", "ENTERED_IN_ERROR"));
        (await AsOfAsync(branch, "2020-03-01", "2024-01-01")).ShouldBe([0, 0]);
        (
            await city.QueryAsync(
                "query($member: ID!) { member(id: $member) { end { endedOn } affiliation { place } affiliationHistory { validTo } } }",
                new { member }
            )
        )
            .GetProperty("member")
            .ToString()
            .ShouldBe("""{"end":{"endedOn":"2020-01-15"},"affiliation":null,"affiliationHistory":[]}""");
        await city.DoneAsync("restoreMembership", Back(member, "2020-01-15"));
        (await AsOfAsync(branch, "2020-03-01", "2024-01-01")).ShouldBe([1, 1]);
    }

    [Fact]
    public async Task Dues_and_attendance_are_recorded_of_the_days_before()
    {
        var steps = new MemberSteps(city, "此前");
        var branch = await steps.BranchOfAAsync();
        var member = await steps.MemberAsync(branch, affiliationBranch: branch);
        await city.DoneAsync("endMembership", End(member, "2024-03-11", "LEFT"));
        object Dues(string firstMonth) =>
            new
            {
                member,
                firstMonth,
                monthCount = 1,
                amount = 20,
                paidOn = "2024-05-01",
            };
        (await city.RefusedAsync("recordDues", Dues("2024-04-01"))).ShouldBe(["DUES_AFTER_MEMBERSHIP 000 §三"]);
        await city.DoneAsync("recordDues", Dues("2024-03-01"));
        object Held(string heldOn) =>
            new
            {
                branch,
                kind = "THEME_PARTY_DAY",
                title = $"合成主题党日{heldOn}",
                heldOn,
                attendance = new[] { new { member, attended = true } },
            };
        (await city.RefusedAsync("recordActivity", Held("2024-03-11"))).ShouldBe(["MEMBER_OF_ANOTHER_BRANCH 004 组织建设-2"]);
        await city.DoneAsync("recordActivity", Held("2024-03-10"));
    }

    [Fact]
    public async Task A_status_of_a_past_day_is_asked_for_with_the_members_of_that_day()
    {
        var steps = new MemberSteps(city, "当日");
        var branch = await steps.BranchOfAAsync();
        var member = await steps.MemberAsync(branch, affiliationBranch: branch, status: "PROBATIONARY", joinedOn: "2022-03-01");
        await city.DoneAsync("convertMember", new { member, convertedOn = "2023-03-01" });
        await steps.TransferAsync(member, await steps.BranchAsync("后"), "2024-01-01");
        const string Asked =
            "(where: { status: { eq: PROBATIONARY } }, order: [{ joinedOn: DESC }]) { totalCount "
            + "nodes { id status statusSince branch { id } } }";
        var then = await city.QueryAsync(
            "query($branch: ID!) { branch(id: $branch) { early: members"
                + Asked.Replace("(", "(asOf: \"2023-02-28\", ", StringComparison.Ordinal)
                + " later: members"
                + Asked.Replace("(", "(asOf: \"2023-03-01\", ", StringComparison.Ordinal)
                + " all: members(asOf: \"2023-12-31\") { totalCount } now: members { totalCount } } }",
            new { branch }
        );
        then.GetProperty("branch")
            .ToString()
            .ShouldBe(
                $$$"""{"early":{"totalCount":1,"nodes":[{"id":"{{{member}}}","status":"PROBATIONARY","statusSince":"2022-03-01","branch":{"id":"{{{branch}}}"}}]},"later":{"totalCount":0,"nodes":[]},"all":{"totalCount":2},"now":{"totalCount":1}}"""
            );
    }

    [Theory]
    [InlineData("DECEASED", "2024-03-11")]
    [InlineData("LEFT", "2099-01-01")]
    public async Task Who_left_the_party_goes_on_in_a_council_and_who_died_does_not(string reason, string validTo)
    {
        var steps = new MemberSteps(city, $"理事{reason}");
        var society = await steps.SocietyAsync();
        var person = await steps.PersonAsync();
        var member = await steps.MemberAsync(await steps.BranchAsync(society: society), person: person);
        var councilTerm = MemberSteps.KeyOf(
            await city.DoneAsync(
                "startCouncilTerm",
                new
                {
                    society,
                    startedOn = "2023-01-01",
                    endsOn = "2099-01-01",
                }
            )
        );
        await city.DoneAsync(
            "appoint",
            new
            {
                person,
                post = "COUNCIL_CHAIR",
                councilTerm,
                validFrom = "2023-01-01",
            }
        );
        (await city.DoneAsync("endMembership", End(member, "2024-03-11", reason), "person { appointments { validTo } }"))
            .GetProperty("person")
            .ToString()
            .ShouldBe($$"""{"appointments":[{"validTo":"{{validTo}}"}]}""");
    }

    [Fact]
    public async Task An_exported_list_has_the_members_who_are_there()
    {
        var steps = new MemberSteps(city, "导出");
        var branch = await steps.BranchAsync();
        await steps.MemberAsync(branch);
        await city.DoneAsync("endMembership", End(await steps.MemberAsync(branch), "2024-03-11"));
        using var client = new HttpClient { BaseAddress = city.Address };
        var of = Uri.EscapeDataString(MutationFixture.Id("Committee", 1));
        var file = await client.GetStringAsync(new Uri($"/export/members?of={of}&format=csv", UriKind.Relative));
        file.ShouldContain("合成-人员-导出-1,");
        file.ShouldNotContain("合成-人员-导出-2,");
    }

    [Fact]
    public async Task Of_two_ends_at_once_one_stands_and_no_end_is_to_come()
    {
        var steps = new MemberSteps(city, "同时");
        var member = await steps.MemberAsync(await steps.BranchAsync());
        (await city.RefusedAsync("endMembership", End(member, "2199-01-01"))).ShouldBe(["DAY_TO_COME"]);
        (await city.RefusedAsync("restoreMembership", Back(member, "2199-01-01"))).ShouldBe(["DAY_TO_COME"]);
        var both = await Task.WhenAll(
            Enumerable.Range(1, 3).Select(day => city.ChangeAsync("endMembership", End(member, $"2024-03-0{day}")))
        );
        both.Count(payload => payload.GetProperty("errors").GetArrayLength() == 0).ShouldBe(1);
        both.SelectMany(payload => Codes(payload, "errors")).ShouldBe(["MEMBERSHIP_ENDED", "MEMBERSHIP_ENDED"]);
    }

    private static object End(string member, string endedOn, string reason = "DECEASED") =>
        new
        {
            member,
            endedOn,
            reason,
            note = "合成",
        };

    private static object Back(string member, string restoredOn) =>
        new
        {
            member,
            restoredOn,
            reason = "合成",
        };

    private static IEnumerable<string> Codes(JsonElement payload, string list) =>
        payload.GetProperty(list).EnumerateArray().Select(MutationFixture.Shown);

    private Task<JsonElement> AppointAsync(string person, string branch, string validFrom) =>
        city.DoneAsync(
            "appoint",
            new
            {
                person,
                post = "BRANCH_SECRETARY",
                branch,
                validFrom,
            }
        );

    /// <summary>How many members a branch had on days.</summary>
    private async Task<int[]> AsOfAsync(string branch, params string[] days)
    {
        var fields = string.Join(' ', days.Select((day, i) => $"d{i}: members(asOf: \"{day}\") {{ totalCount }}"));
        var found = await city.QueryAsync($"query($branch: ID!) {{ branch(id: $branch) {{ {fields} }} }}", new { branch });
        return [.. found.GetProperty("branch").EnumerateObject().Select(day => day.Value.GetProperty("totalCount").GetInt32())];
    }

    /// <summary>Full members, whether it is strongly covered, and whether it has an organization that counts.</summary>
    private async Task<(int, bool, bool)> CountAsync(string society)
    {
        var coverage = (
            await city.QueryAsync(
                "query($id: ID!) { society(id: $id) { coverage { fullMembers isStrong isNominal } } }",
                new { id = society }
            )
        )
            .GetProperty("society")
            .GetProperty("coverage");
        return (
            coverage.GetProperty("fullMembers").GetInt32(),
            coverage.GetProperty("isStrong").GetBoolean(),
            coverage.GetProperty("isNominal").GetBoolean()
        );
    }

    private Task<string> StrongAsync(string society) =>
        city.ScalarAsync<string>(
            "SELECT graph.strong_during(s.id, r.coverage)::text FROM graph.society s JOIN graph.committee c ON c.id = s.committee_id "
                + "JOIN graph.coverage_rule r ON r.region_code = c.region_code WHERE s.id = @key",
            new { key = GlobalId.TryParse(society, out _, out var key) ? key : 0 }
        );
}
