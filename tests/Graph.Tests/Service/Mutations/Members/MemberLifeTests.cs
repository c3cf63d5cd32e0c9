using Npgsql;

namespace SocietyParty.Graph.Tests.Service.Mutations.Members;

/// <summary>From applicant to full member, and what categories forbid (000 §三).</summary>
public sealed class MemberLifeTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task An_applicant_becomes_a_probationary_and_then_a_full_member()
    {
        var steps = new MemberSteps(city, "发展");
        var (branch, person) = (await steps.BranchOfAAsync(), await steps.PersonAsync());
        var applicant = MemberSteps.KeyOf(
            await city.DoneAsync(
                "registerApplicant",
                new
                {
                    person,
                    branch,
                    cultivatedSince = "2022-01-10",
                }
            )
        );
        (
            await city.RefusedAsync(
                "registerApplicant",
                new
                {
                    person,
                    branch,
                    cultivatedSince = "2022-02-10",
                }
            )
        ).ShouldBe(["PERSON_IS_APPLICANT"]);
        (
            await city.RefusedAsync(
                "registerMember",
                new
                {
                    person,
                    branch,
                    status = "FULL",
                }
            )
        ).ShouldBe(["PERSON_IS_APPLICANT"]);
        (await city.RefusedAsync("developMember", new { applicant, acceptedOn = "2022-01-09" })).ShouldBe(["BEFORE_CULTIVATION"]);

        var developed = await city.DoneAsync(
            "developMember",
            new { applicant, acceptedOn = "2024-05-01" },
            "id status statusSince branch { id } affiliation { branch { id } validFrom } person { applications { state closedOn "
                + "member { status } } }"
        );
        developed
            .GetProperty("person")
            .ToString()
            .ShouldBe("""{"applications":[{"state":"DEVELOPED","closedOn":"2024-05-01","member":{"status":"PROBATIONARY"}}]}""");
        developed.GetProperty("affiliation").GetProperty("branch").GetProperty("id").GetString().ShouldBe(branch);
        var member = MemberSteps.KeyOf(developed);
        (await city.RefusedAsync("developMember", new { applicant, acceptedOn = "2024-06-01" })).ShouldBe(["WRONG_STAGE"]);
        (
            await city.RefusedAsync(
                "registerApplicant",
                new
                {
                    person,
                    branch,
                    cultivatedSince = "2024-06-01",
                }
            )
        ).ShouldBe(["PERSON_IS_MEMBER"]);

        (await city.RefusedAsync("convertMember", new { member, convertedOn = "2025-04-30" })).ShouldBe([
            "PROBATION_NOT_OVER 中国共产党章程 第七条",
        ]);
        (
            await city.DoneAsync(
                "convertMember",
                new { member, convertedOn = "2025-05-01" },
                "status statusHistory { status validFrom validTo }"
            )
        )
            .ToString()
            .ShouldBe(
                """{"status":"FULL","statusHistory":[{"status":"FULL","validFrom":"2025-05-01","validTo":null},{"status":"PROBATIONARY","validFrom":"2024-05-01","validTo":"2025-05-01"}]}"""
            );
        (await city.RefusedAsync("convertMember", new { member, convertedOn = "2026-05-01" })).ShouldBe(["WRONG_STAGE"]);
    }

    [Fact]
    public async Task A_category_C_branch_cultivates_and_does_nothing_else_of_the_kind()
    {
        var steps = new MemberSteps(city, "功能");
        var branch = await steps.BranchAsync();
        var member = await steps.MemberAsync(branch, status: "PROBATIONARY", joinedOn: "2020-03-01");
        await steps.ReclassifyAsync(branch, "C", "2021-01-01");

        var applicant = MemberSteps.KeyOf(
            await city.DoneAsync(
                "registerApplicant",
                new
                {
                    person = await steps.PersonAsync(),
                    branch,
                    cultivatedSince = "2022-01-10",
                }
            )
        );
        (await city.RefusedAsync("developMember", new { applicant, acceptedOn = "2024-05-01" })).ShouldBe([
            "CATEGORY_FORBIDS_DEVELOPING_MEMBERS 000 §三",
        ]);
        (await city.RefusedAsync("convertMember", new { member, convertedOn = "2024-05-01" })).ShouldBe([
            "CATEGORY_FORBIDS_CONVERTING_PROBATIONARY 000 §三",
        ]);
        (
            await city.RefusedAsync(
                "recordDues",
                new
                {
                    member,
                    firstMonth = "2024-01-01",
                    monthCount = 3,
                    amount = 60,
                    paidOn = "2024-04-01",
                }
            )
        ).ShouldBe(["CATEGORY_FORBIDS_COLLECTING_DUES 000 §三"]);
        (await city.DoneAsync("endApplication", new { applicant, endedOn = "2024-06-01" }, "state closedOn"))
            .ToString()
            .ShouldBe("""{"state":"ENDED","closedOn":"2024-06-01"}""");

        // On a day before there was a category, nothing is allowed.
        (
            await city.RefusedAsync(
                "registerApplicant",
                new
                {
                    person = await steps.PersonAsync(),
                    branch,
                    cultivatedSince = "2020-06-10",
                }
            )
        ).ShouldBe(["CATEGORY_FORBIDS_CULTIVATING_APPLICANTS 000 §二（未分类，默认不允许）"]);
        var permissions = await city.QueryAsync(
            "query($branch: ID!) { branch(id: $branch) { permissions { permission isAllowed clause } } }",
            new { branch }
        );
        permissions
            .GetProperty("branch")
            .GetProperty("permissions")
            .EnumerateArray()
            .Select(one => $"{one.GetProperty("permission")} {one.GetProperty("isAllowed")} {one.GetProperty("clause")}")
            .ShouldBe([
                "COLLECT_DUES False 000 §三",
                "CONVERT_PROBATIONARY False 000 §三",
                "CULTIVATE_APPLICANTS True 000 §三",
                "DEVELOP_MEMBERS False 000 §三",
            ]);
    }

    [Fact]
    public async Task What_is_recorded_of_a_day_before_a_transfer_was_for_the_branch_before()
    {
        var steps = new MemberSteps(city, "旧支部");
        var branch = await steps.BranchAsync();
        var member = await steps.MemberAsync(branch);
        await steps.ReclassifyAsync(branch, "C", "2021-01-01");
        await steps.TransferAsync(member, await steps.BranchOfAAsync(), "2022-01-01");

        (
            await city.RefusedAsync(
                "recordDues",
                new
                {
                    member,
                    firstMonth = "2021-04-01",
                    monthCount = 3,
                    amount = 60,
                    paidOn = "2021-06-15",
                }
            )
        ).ShouldBe(["CATEGORY_FORBIDS_COLLECTING_DUES 000 §三"]);
        await city.DoneAsync(
            "recordDues",
            new
            {
                member,
                firstMonth = "2022-01-01",
                monthCount = 3,
                amount = 60,
                paidOn = "2022-04-01",
            }
        );
    }

    [Fact]
    public async Task A_branch_is_dissolved_when_nobody_is_left_in_it()
    {
        var steps = new MemberSteps(city, "撤销");
        var branch = await steps.BranchOfAAsync();
        var person = await steps.PersonAsync();
        var member = await steps.MemberAsync(branch, affiliationBranch: branch, person: person);
        var applicant = MemberSteps.KeyOf(
            await city.DoneAsync(
                "registerApplicant",
                new
                {
                    person = await steps.PersonAsync(),
                    branch,
                    cultivatedSince = "2022-01-10",
                }
            )
        );
        await city.DoneAsync(
            "appoint",
            new
            {
                person,
                post = "BRANCH_SECRETARY",
                branch,
                validFrom = "2022-01-01",
            }
        );
        (await city.RefusedAsync("dissolveBranch", new { branch, dissolvedOn = "2023-01-01" })).ShouldBe([
            "BRANCH_HAS_MEMBERS",
            "BRANCH_HAS_APPLICANTS",
        ]);

        await city.DoneAsync("endApplication", new { applicant, endedOn = "2022-12-01" });
        var other = await steps.BranchOfAAsync("B");
        await steps.TransferAsync(member, other, "2022-12-01");
        var all = await city.QueryAsync("query($id: ID!) { branch(id: $id) { members { nodes { id } } } }", new { id = branch });
        foreach (var left in all.GetProperty("branch").GetProperty("members").GetProperty("nodes").EnumerateArray())
        {
            await steps.TransferAsync(MemberSteps.KeyOf(left), other, "2022-12-01");
        }

        (
            await city.DoneAsync(
                "dissolveBranch",
                new { branch, dissolvedOn = "2023-01-01" },
                "status then: secretary(asOf: \"2022-11-30\") { post } secretary(asOf: \"2022-12-01\") { post }"
            )
        )
            .ToString()
            .ShouldBe("""{"status":"DISSOLVED","then":{"post":"BRANCH_SECRETARY"},"secretary":null}""");
    }

    [Fact]
    public async Task Whoever_is_a_member_is_no_applicant_whatever_two_connections_do()
    {
        var steps = new MemberSteps(city, "谁");
        await steps.BranchAsync();
        await using var first = await city.Database.OpenConnectionAsync();
        await using var second = await city.Database.OpenConnectionAsync();
        await ExecuteAsync(first, "INSERT INTO graph.person (person_ref) VALUES ('合成-人员-谁')");
        const string BecomesMember =
            "INSERT INTO graph.member (person_id, member_ref, branch_id, status) SELECT id, person_ref, (SELECT max(id) FROM "
            + "graph.branch), 'FULL' FROM graph.person WHERE person_ref = '合成-人员-谁'";
        const string BecomesApplicant =
            "INSERT INTO graph.applicant (person_id, branch_id, cultivated_since, state) SELECT id, (SELECT max(id) FROM "
            + "graph.branch), '2024-01-01', 'CULTIVATED' FROM graph.person WHERE person_ref = '合成-人员-谁'";

        await using var transaction = await first.BeginTransactionAsync();
        await ExecuteAsync(first, BecomesMember);
        var waiting = ExecuteAsync(second, BecomesApplicant);
        await transaction.CommitAsync();
        (await Should.ThrowAsync<PostgresException>(() => waiting)).ConstraintName.ShouldBe("applicant_is_no_member");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
