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
}
