using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Service.Mutations.Mending;

/// <summary>Slips in dues, and their repairs (000 §三); nobody's own amount is shown.</summary>
public sealed class DuesMendingTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task A_payment_is_corrected_and_void_by_member_and_month()
    {
        var steps = new MemberSteps(city, "更正党费");
        var branch = await steps.BranchOfAAsync();
        var member = await steps.MemberAsync(branch, affiliationBranch: branch);
        async Task<string> DuesAsync() =>
            (
                await city.QueryAsync(
                    "query($branch: ID!) { branch(id: $branch) { dues { year quarter payerCount amount } } }",
                    new { branch }
                )
            )
                .GetProperty("branch")
                .ToString();
        var never = await DuesAsync();
        await city.DoneAsync(
            "recordDues",
            new
            {
                member,
                firstMonth = "2024-01-01",
                monthCount = 3,
                amount = 600,
                paidOn = "2024-03-20",
            }
        );
        (
            await city.RefusedAsync(
                "correctDues",
                new
                {
                    member,
                    month = "2024-04-01",
                    amount = 60,
                    reason = "x",
                }
            )
        ).ShouldBe(["DUES_NOT_PAID"]);
        (
            await city.RefusedAsync(
                "correctDues",
                new
                {
                    member,
                    month = "2024-02-01",
                    firstMonth = "2020-12-01",
                    reason = "x",
                }
            )
        ).ShouldBe(["CATEGORY_FORBIDS_COLLECTING_DUES 000 §二（未分类，默认不允许）"]);
        (
            await city.RefusedAsync(
                "correctDues",
                new
                {
                    member,
                    month = "2024-02-01",
                    amount = -1,
                    reason = "",
                }
            )
        ).ShouldBe(["TEXT_INVALID"]);
        await city.DoneAsync(
            "correctDues",
            new
            {
                member,
                month = "2024-02-17",
                amount = 60,
                reason = "多打一个零",
            }
        );
        (await DuesAsync()).ShouldBe("""{"dues":[{"year":2024,"quarter":1,"payerCount":1,"amount":60.00}]}""");
        await city.DoneAsync(
            "correctDues",
            new
            {
                member,
                month = "2024-03-01",
                firstMonth = "2024-04-01",
                reason = "是二季度的",
            }
        );
        (await DuesAsync()).ShouldBe("""{"dues":[{"year":2024,"quarter":2,"payerCount":1,"amount":60.00}]}""");
        await city.DoneAsync(
            "voidDues",
            new
            {
                member,
                month = "2024-05-01",
                reason = "记到别人名下",
            }
        );
        (await DuesAsync()).ShouldBe(never);
        (
            await city.RefusedAsync(
                "voidDues",
                new
                {
                    member,
                    month = "2024-05-01",
                    reason = "再次",
                }
            )
        ).ShouldBe(["DUES_NOT_PAID"]);

        var told = (
            await city.QueryAsync(
                "query($branch: ID!) { branch(id: $branch) { mendings(order: [{ changedOn: ASC }]) { nodes { kind action "
                    + "fields { name before after } } } } }",
                new { branch }
            )
        ).ToString();
        told.ShouldContain("""{"name":"firstMonth","before":"2024-01-01","after":"2024-04-01"}""");
        told.ShouldNotContain("amount");
        told.ShouldNotContain("60");
        (
            await city.ScalarAsync<string>(
                "SELECT string_agg((before ->> 'amount') || '→' || coalesce(after ->> 'amount', ''), ' ' ORDER BY id) FROM "
                    + "graph.mended_record WHERE kind = 'DUES_PAYMENT'"
            )
        ).ShouldBe("600.00→60.00 60.00→60.00 60.00→");
    }
}
