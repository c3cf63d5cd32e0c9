using System.Text.Json;
using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Service.Mutations.Organizations;

/// <summary>The service on the day before a leap day.</summary>
public sealed class LeapFixture : MutationFixture
{
    protected override DateOnly? Today => new(2024, 2, 28);
}

/// <summary>A temporary organization ends by itself on its day, everywhere (中国共产党支部工作条例（试行） 第九条).</summary>
public sealed class TemporaryBranchMutationTests(LeapFixture city) : IClassFixture<LeapFixture>
{
    private const string Clause = "中国共产党支部工作条例（试行） 第九条";

    private static object Proposal(string name, string society, string? endsOn, string? endsReason = "合成科技救灾") =>
        new
        {
            name,
            form = "BRANCH",
            societies = new[] { society },
            proposedOn = "2023-12-01",
            endsOn,
            endsReason,
        };

    private static object End(string branch, string endsOn, string reason = "合成任务完成") =>
        new
        {
            branch,
            endsOn,
            reason,
        };

    private async Task<string> TemporaryAsync(string name, string society, string endsOn)
    {
        var branch = MemberSteps.KeyOf(await city.DoneAsync("proposeBranch", Proposal(name, society, endsOn), actor: "经办人甲"));
        await city.DoneAsync("establishBranch", new { branch, establishedOn = "2024-01-01" });
        return branch;
    }

    private async Task<string> ShownAsync(string branch) =>
        (await city.QueryAsync("query ($id: ID!) { branch(id: $id) { status statusSince endsOn } }", new { id = branch }))
            .GetProperty("branch")
            .ToString();

    private Task<string> StatusesAsync(string name) =>
        city.ScalarAsync<string>(
            """
            SELECT string_agg(p.status || ' ' || p.valid_during::text, '; ' ORDER BY p.valid_during)
            FROM graph.branch_status_period p JOIN graph.branch b ON b.id = p.branch_id WHERE b.name = @name AND NOT isempty(p.valid_during)
            """,
            new { name }
        );

    private Task<bool> IsUncoveredAsync(string society, string day) =>
        city.ScalarAsync<bool>(
            "SELECT EXISTS (SELECT FROM graph.uncovered_society_on(@day::date) u "
                + "JOIN graph.society s ON s.id = u.society_id WHERE s.name = @society)",
            new { society, day }
        );

    // As the first request of a day does it.
    private Task<int> TurnAsync(string day) => city.ScalarAsync<int>($"SET graph.today = '{day}'; SELECT graph.end_temporary_branches()");

    private static IEnumerable<string> Warned(JsonElement payload) =>
        payload.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown);

    [Fact]
    public async Task It_is_there_until_its_day_on_which_it_has_ended()
    {
        var steps = new MemberSteps(city, "临时到期");
        var society = await steps.SocietyAsync();
        var branch = await TemporaryAsync("合成临时到期党支部", society, "2024-02-29");
        var (general, home) = (await steps.BranchAsync("总"), await steps.BranchAsync("家"));
        await city.ExecuteAsync("UPDATE graph.branch SET form = 'GENERAL_BRANCH' WHERE name = '合成临时到期总党支部'");
        await city.DoneAsync(
            "moveBranch",
            new
            {
                branch,
                upperBranch = general,
                holdsFrom = "2024-01-01",
            }
        );
        var guest = await steps.MemberAsync(home);
        await city.DoneAsync(
            "joinOrganizationLife",
            new
            {
                member = guest,
                branch,
                validFrom = "2024-01-02",
            }
        );
        await city.DoneAsync(
            "appoint",
            new
            {
                person = (await city.QueryAsync("query($id: ID!) { member(id: $id) { person { id } } }", new { id = guest }))
                    .GetProperty("member")
                    .GetProperty("person")
                    .GetProperty("id")
                    .GetString(),
                post = "BRANCH_SECRETARY",
                branch,
                validFrom = "2024-01-03",
                sentFromAbove = true,
            }
        );

        // What holds on a day is known from the start: the day before, the day, the day after.
        (await ShownAsync(branch)).ShouldBe("""{"status":"ESTABLISHED","statusSince":"2024-01-01","endsOn":"2024-02-29"}""");
        (await StatusesAsync("合成临时到期党支部")).ShouldBe(
            "PROPOSED [2023-12-01,2024-01-01); ESTABLISHED [2024-01-01,2024-02-29); DISSOLVED [2024-02-29,)"
        );
        (await IsUncoveredAsync("合成临时到期学会", "2023-12-31")).ShouldBeTrue();
        (await IsUncoveredAsync("合成临时到期学会", "2024-02-28")).ShouldBeFalse();
        (await IsUncoveredAsync("合成临时到期学会", "2024-02-29")).ShouldBeTrue();
        (await IsUncoveredAsync("合成临时到期学会", "2024-03-01")).ShouldBeTrue();

        await TurnAsync("2024-02-28");
        (await ShownAsync(branch)).ShouldContain("ESTABLISHED");
        (await TurnAsync("2024-02-29")).ShouldBe(1);
        await TurnAsync("2024-03-01");
        (await ShownAsync(branch)).ShouldBe("""{"status":"DISSOLVED","statusSince":"2024-02-29","endsOn":"2024-02-29"}""");
        (await StatusesAsync("合成临时到期党支部")).ShouldBe(
            "PROPOSED [2023-12-01,2024-01-01); ESTABLISHED [2024-01-01,2024-02-29); DISSOLVED [2024-02-29,)"
        );
        (
            await city.ScalarAsync<string>(
                """
                SELECT concat_ws(' ', (SELECT max(valid_during::text) FROM graph.organization_life WHERE branch_id = b.id),
                    (SELECT max(valid_during::text) FROM graph.appointment WHERE branch_id = b.id),
                    (SELECT max(valid_during::text) FROM graph.branch_parent WHERE branch_id = b.id))
                FROM graph.branch b WHERE b.name = '合成临时到期党支部'
                """
            )
        ).ShouldBe("[2024-01-02,2024-02-29) [2024-01-03,2024-02-29) [2024-01-01,2024-02-29)");
    }

    [Fact]
    public async Task Its_day_is_moved_with_who_and_why()
    {
        var society = await new MemberSteps(city, "临时改期").SocietyAsync();
        const string name = "合成临时改期党支部";
        var branch = await TemporaryAsync(name, society, "2024-03-01");
        (await city.RefusedAsync("dissolveBranch", new { branch, dissolvedOn = "2024-02-01" })).ShouldBe([$"BRANCH_IS_TEMPORARY {Clause}"]);
        (await city.RefusedAsync("setBranchEnd", End(branch, "2024-01-01"))).ShouldBe(["ENDS_BEFORE_BRANCH"]);
        (await city.RefusedAsync("setBranchEnd", End(branch, "2024-05-01", " "))).ShouldNotBeEmpty();

        await city.DoneAsync("setBranchEnd", End(branch, "2025-02-28", "合成任务延长"), actor: "经办人乙");
        Warned(await city.ChangeAsync("setBranchEnd", End(branch, "2025-02-28"))).ShouldBe(["NOTHING_TO_CHANGE"]);
        (await StatusesAsync(name)).ShouldBe(
            "PROPOSED [2023-12-01,2024-01-01); ESTABLISHED [2024-01-01,2025-02-28); DISSOLVED [2025-02-28,)"
        );
        (await IsUncoveredAsync("合成临时改期学会", "2025-02-27")).ShouldBeFalse();

        // Today's day has come already: it ends with the change. The past stays.
        var ended = await city.DoneAsync("setBranchEnd", End(branch, "2024-02-28"), "endsOn", "经办人丙");
        ended.ToString().ShouldBe("""{"endsOn":"2024-02-28"}""");
        (await ShownAsync(branch)).ShouldBe("""{"status":"DISSOLVED","statusSince":"2024-02-28","endsOn":"2024-02-28"}""");
        (await StatusesAsync(name)).ShouldBe(
            "PROPOSED [2023-12-01,2024-01-01); ESTABLISHED [2024-01-01,2024-02-28); DISSOLVED [2024-02-28,)"
        );
        (await IsUncoveredAsync("合成临时改期学会", "2024-02-27")).ShouldBeFalse();
        (await city.RefusedAsync("setBranchEnd", End(branch, "2026-01-01"))).ShouldBe([$"WRONG_STAGE {Clause}"]);
        (await city.QueryAsync("query ($id: ID!) { branch(id: $id) { ends { endsOn reason enteredBy } } }", new { id = branch }))
            .GetProperty("branch")
            .GetProperty("ends")
            .ToString()
            .ShouldBe(
                """[{"endsOn":"2024-02-28","reason":"合成任务完成","enteredBy":"经办人丙"},{"endsOn":"2025-02-28","reason":"合成任务延长","enteredBy":"经办人乙"},{"endsOn":"2024-03-01","reason":"合成科技救灾","enteredBy":"经办人甲"}]"""
            );
    }

    [Fact]
    public async Task It_is_founded_with_a_day_to_come_and_a_task_and_takes_nobody()
    {
        var steps = new MemberSteps(city, "临时设立");
        var society = await steps.SocietyAsync();
        object With(string? endsOn, string? endsReason) => Proposal("合成临时设立党支部", society, endsOn, endsReason);
        (await city.RefusedAsync("proposeBranch", With("2024-02-28", "救灾"))).ShouldBe(["PROPOSAL_OVER"]);
        (await city.RefusedAsync("proposeBranch", With("2024-02-29", null))).ShouldBe(["ENDS_REASON_MISSING"]);
        (await city.RefusedAsync("proposeBranch", With(null, "救灾"))).ShouldBe(["ENDS_REASON_UNEXPECTED"]);

        var branch = await TemporaryAsync("合成临时设立党支部", society, "2024-03-01");
        var home = await steps.BranchAsync("家");
        var person = await steps.PersonAsync();
        (
            await city.RefusedAsync(
                "registerMember",
                new
                {
                    person,
                    branch,
                    status = "FULL",
                    joinedOn = "2015-07-01",
                    affiliationPlace = "合成某单位党委",
                }
            )
        ).ShouldBe([$"TEMPORARY_BRANCH_TAKES_NOBODY {Clause}"]);
        (
            await city.RefusedAsync(
                "registerApplicant",
                new
                {
                    person,
                    branch,
                    cultivatedSince = "2024-02-01",
                }
            )
        ).ShouldContain($"TEMPORARY_BRANCH_TAKES_NOBODY {Clause}");
        var member = await steps.MemberAsync(home);
        (
            await city.RefusedAsync(
                "requestTransfer",
                new
                {
                    member,
                    toBranch = branch,
                    requestedOn = "2024-02-01",
                }
            )
        ).ShouldContain($"TEMPORARY_BRANCH_TAKES_NOBODY {Clause}");
        (
            await city.RefusedAsync(
                "joinOrganizationLife",
                new
                {
                    member,
                    branch,
                    validFrom = "2024-03-01",
                }
            )
        ).ShouldBe([$"BRANCH_ENDS_BEFORE {Clause}"]);
        (
            await city.ScalarAsync<bool>(
                "SELECT bool_or(is_allowed) FROM graph.branch_permission p "
                    + "JOIN graph.branch b ON b.id = p.branch_id WHERE b.name = '合成临时设立党支部'"
            )
        ).ShouldBeFalse();
        (await city.RefusedAsync("setBranchEnd", End(home, "2024-03-01"))).ShouldBe([$"BRANCH_NOT_TEMPORARY {Clause}"]);
    }
}
