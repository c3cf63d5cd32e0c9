using System.Text.Json;

namespace SocietyParty.Scenarios;

public sealed partial class Slips
{
    private async Task MembershipIsRestoredAsync()
    {
        var member = hasty.Members[3];
        await hasty.DoAsync(
            "endMembership",
            "member",
            new
            {
                member,
                endedOn = "2027-07-01",
                reason = "LEFT",
            }
        );
        await ShouldBeSeenAsync();
        (
            await hasty.RefusedAsync(
                "restoreMembership",
                "member",
                new
                {
                    member,
                    restoredOn = "2027-06-30",
                    reason = "弄错了人",
                }
            )
        ).ShouldHaveSingleItem().ShouldStartWith("MEMBERSHIP_RESTORED_BEFORE_END");
        var restored = await hasty.DoAsync(
            "restoreMembership",
            "member",
            new
            {
                member,
                restoredOn = "2027-07-01",
                reason = "弄错了人",
            },
            "end { reason } ends { reason endedOn restoredOn restoredReason }"
        );
        restored
            .ToString()
            .ShouldBe(
                """{"end":null,"ends":[{"reason":"LEFT","endedOn":"2027-07-01","restoredOn":"2027-07-01","restoredReason":"弄错了人"}]}"""
            );
        await ShouldBeMendedAsync();
    }

    /// <summary>Both offices transfer the secretary; one of them has a successor on that day.</summary>
    private async Task SecretaryIsReplacedAsync()
    {
        await BothAsync(async office =>
        {
            var transfer = await office.KeyAsync(
                "requestTransfer",
                "affiliationTransfer",
                new
                {
                    member = office.Members[2],
                    toPlace = "合成-外地机关党委",
                    requestedOn = "2027-08-20",
                }
            );
            (
                await office.WarnedAsync("completeTransfer", "affiliationTransfer", new { transfer, completedOn = "2027-09-01" })
            ).ShouldNotBeEmpty("the post that ends is named");
        });
        await careful.SecretaryAsync(1, "2027-09-01");
        await ShouldBeSeenAsync();
        (await PostAsync()).ShouldBe("False, 合成-办-2, vacant");

        await hasty.SecretaryAsync(1, "2027-09-01");
        await ShouldBeMendedAsync();
        (await PostAsync()).ShouldBe("True, 合成-办-2, 合成-办-1");
        var left = await hasty.AskAsync(
            "query($m: ID!) { member(id: $m) { end { reason endedOn } transfers { state closedOn } } }",
            new { m = hasty.Members[2] }
        );
        left.GetProperty("member")
            .ToString()
            .ShouldBe(
                """{"end":{"reason":"MOVED_AWAY","endedOn":"2027-09-01"},"transfers":[{"state":"COMPLETED","closedOn":"2027-09-01"}]}"""
            );
    }

    /// <summary>Whether the hasty clerk's society is strongly covered, and who was secretary before the transfer and on its day.</summary>
    private async Task<string> PostAsync()
    {
        var answer = await hasty.AskAsync(
            """
            query($s: ID!, $b: ID!) {
              society(id: $s) { coverage { isNominal isStrong } }
              branch(id: $b) {
                before: secretary(asOf: "2027-08-31") { person { reference } } after: secretary(asOf: "2027-09-01") { person { reference } }
              }
            }
            """,
            new { s = hasty.Society, b = hasty.Branch }
        );
        string Secretary(string day) =>
            answer.GetProperty("branch").GetProperty(day) is { ValueKind: JsonValueKind.Object } post
                ? post.GetProperty("person").GetProperty("reference").GetString()!
                : "vacant";
        var coverage = answer.GetProperty("society").GetProperty("coverage");
        coverage.GetProperty("isNominal").GetBoolean().ShouldBeTrue();
        return $"{coverage.GetProperty("isStrong")}, {Secretary("before")}, {Secretary("after")}";
    }
}
