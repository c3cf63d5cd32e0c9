using Npgsql;

namespace SocietyParty.Graph.Tests.Service.Mutations.Members;

/// <summary>Dues of a month, and their standard.</summary>
public sealed class DuesTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task A_month_of_dues_is_paid_once_and_the_standard_is_told()
    {
        var steps = new MemberSteps(city, "党费");
        var branch = await steps.BranchOfAAsync();
        var member = await steps.MemberAsync(branch, affiliationBranch: branch);
        await city.DoneAsync(
            "setDuesStandard",
            new
            {
                member,
                monthlyAmount = 20,
                validFrom = "2023-01-01",
            }
        );
        (
            await city.RefusedAsync(
                "setDuesStandard",
                new
                {
                    member,
                    monthlyAmount = 30,
                    validFrom = "2023-01-01",
                }
            )
        ).ShouldBe(["DUES_STANDARD_DATE_TOO_EARLY"]);
        (
            await city.RefusedAsync(
                "recordDues",
                new
                {
                    member,
                    firstMonth = "2024-01-15",
                    monthCount = 13,
                    amount = -1,
                    paidOn = "2024-04-01",
                }
            )
        ).ShouldBe(["AMOUNT_WRONG", "MONTHS_WRONG"]);
        var paid = await city.ChangeAsync(
            "recordDues",
            new
            {
                member,
                firstMonth = "2024-01-15",
                monthCount = 3,
                amount = 60,
                paidOn = "2024-04-01",
            }
        );
        paid.GetProperty("warnings").GetArrayLength().ShouldBe(0);
        (
            await city.RefusedAsync(
                "recordDues",
                new
                {
                    member,
                    firstMonth = "2024-03-01",
                    monthCount = 1,
                    amount = 20,
                    paidOn = "2024-04-02",
                }
            )
        ).ShouldBe(["DUES_PAID_TWICE 000 §三"]);
        var other = await city.ChangeAsync(
            "recordDues",
            new
            {
                member,
                firstMonth = "2024-04-01",
                monthCount = 1,
                amount = 25.5,
                paidOn = "2024-04-02",
            }
        );
        other.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["DUES_DIFFER_FROM_STANDARD 000 §三"]);

        (await city.QueryAsync("query($branch: ID!) { branch(id: $branch) { dues { year quarter payerCount amount } } }", new { branch }))
            .GetProperty("branch")
            .ToString()
            .ShouldBe(
                """{"dues":[{"year":2024,"quarter":2,"payerCount":1,"amount":25.50},{"year":2024,"quarter":1,"payerCount":1,"amount":60.00}]}"""
            );
    }

    [Fact]
    public async Task Dues_are_for_months_in_which_the_branch_may_take_them_and_stand_in_their_quarters()
    {
        var steps = new MemberSteps(city, "党费月份");
        var branch = await steps.BranchAsync();
        var member = await steps.MemberAsync(branch, affiliationBranch: branch);
        var other = await steps.MemberAsync(branch, affiliationBranch: branch);
        await steps.ReclassifyAsync(branch, "A", "2021-01-01");

        (await city.RefusedAsync("recordDues", Dues(member, "2020-12-01", 12))).ShouldBe([
            "CATEGORY_FORBIDS_COLLECTING_DUES 000 §二（未分类，默认不允许）",
        ]);
        (await city.RefusedAsync("recordDues", Dues(member, "2020-02-01", 1))).ShouldBe([
            "DUES_BEFORE_MEMBERSHIP 000 §三",
            "CATEGORY_FORBIDS_COLLECTING_DUES 000 §二（未分类，默认不允许）",
        ]);
        (await city.RefusedAsync("recordDues", Dues(member, "2020-01-01", 1))).ShouldBe([
            "DUES_BEFORE_MEMBERSHIP 000 §三",
            "DUES_BEFORE_BRANCH 000 §三",
            "CATEGORY_FORBIDS_COLLECTING_DUES 000 §二（未分类，默认不允许）",
        ]);

        // A payment of a year stands in all its quarters, and no cent is lost.
        await city.DoneAsync("recordDues", Dues(member, "2021-02-01", 12, 100));
        await city.DoneAsync("recordDues", Dues(other, "2021-03-01", 2, 10));
        (await city.QueryAsync("query($branch: ID!) { branch(id: $branch) { dues { year quarter payerCount amount } } }", new { branch }))
            .GetProperty("branch")
            .GetProperty("dues")
            .EnumerateArray()
            .Select(quarter => quarter.ToString())
            .ShouldBe([
                """{"year":2022,"quarter":1,"payerCount":1,"amount":8.33}""",
                """{"year":2021,"quarter":4,"payerCount":1,"amount":25.00}""",
                """{"year":2021,"quarter":3,"payerCount":1,"amount":25.00}""",
                """{"year":2021,"quarter":2,"payerCount":2,"amount":30.00}""",
                """{"year":2021,"quarter":1,"payerCount":2,"amount":21.67}""",
            ]);
    }

    private static object Dues(string member, string firstMonth, int monthCount, decimal amount = 20) =>
        new
        {
            member,
            firstMonth,
            monthCount,
            amount,
            paidOn = "2021-06-30",
        };
}
