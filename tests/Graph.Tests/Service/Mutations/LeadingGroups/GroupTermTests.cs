using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.LeadingGroups;

/// <summary>A group lives as long as the term of its council (003).</summary>
public sealed class GroupTermTests(LaterFixture city) : IClassFixture<LaterFixture>
{
    [Fact]
    public async Task A_group_ends_with_its_councils_term_and_is_re_elected_with_it()
    {
        var council = await Council.NewAsync(city);
        var group = await council.ApprovedAsync();
        (await city.RefusedAsync("expireLeadingGroup", new { leadingGroup = group, asOf = "2027-12-31" })).ShouldBe([
            "TERM_NOT_OVER 003 第六条",
        ]);
        await city.ExecuteAsync("UPDATE graph.council_term SET ends_on = '2025-01-01' WHERE id = @Term", new { council.Term });
        var next = await Council.TermAsync(city, council.Society, 2, "2025-01-01", "2029-01-01");
        await council.AppointAsync(council.Members[0], "COUNCIL_CHAIR", next);

        var second = await city.DoneAsync(
            "submitLeadingGroup",
            council.Submission(council.Seats(0, 1, 2), "2025-01-05", "2025-01-10"),
            """
            society {
              leadingGroups { status expiredOn seats(asOf: "2024-12-31") { role } }
              before: leadingGroup(asOf: "2024-12-31") { status }
              after: leadingGroup(asOf: "2025-01-05") { status }
            }
            """
        );
        second
            .GetProperty("society")
            .ToString()
            .ShouldBe(
                """{"leadingGroups":[{"status":"SUBMITTED","expiredOn":null,"seats":[]},{"status":"EXPIRED","expiredOn":"2025-01-01","seats":[{"role":"LEADER"},{"role":"MEMBER"},{"role":"MEMBER"},{"role":"MEMBER"},{"role":"MEMBER"}]}],"before":{"status":"EXPIRED"},"after":{"status":"SUBMITTED"}}"""
            );
        (await city.RefusedAsync("expireLeadingGroup", new { leadingGroup = group, asOf = "2025-02-01" })).ShouldBe([
            "WRONG_STAGE 003 第六条",
        ]);
        (
            await city.RefusedAsync(
                "changeLeadingGroup",
                new
                {
                    leadingGroup = group,
                    submittedOn = "2025-02-01",
                    seats = council.Seats(0),
                    reason = "合成",
                }
            )
        ).ShouldBe(["WRONG_STAGE 003 第六条"]);
    }

    [Fact]
    public async Task Approval_after_the_term_is_refused_and_an_ended_group_can_be_expired()
    {
        var council = await Council.NewAsync(city);
        var group = (await city.DoneAsync("submitLeadingGroup", council.Submission(council.Seats(0)))).GetProperty("id").GetString()!;
        (await city.RefusedAsync("approveLeadingGroup", new { leadingGroup = group, approvedOn = "2028-01-01" })).ShouldBe([
            "TERM_OVER 003 第六条",
        ]);
        (
            await city.DoneAsync(
                "expireLeadingGroup",
                new { leadingGroup = group, asOf = "2028-02-01" },
                "status expiredOn compositions { status }"
            )
        )
            .ToString()
            .ShouldBe("""{"status":"EXPIRED","expiredOn":"2028-01-01","compositions":[{"status":"RETURNED"}]}""");
    }

    [Fact]
    public async Task A_returned_group_is_discussed_anew()
    {
        var council = await Council.NewAsync(city);
        var group = (await city.DoneAsync("submitLeadingGroup", council.Submission(council.Seats(0, 1, 2)))).GetProperty("id").GetString();
        await city.DoneAsync(
            "returnLeadingGroup",
            new
            {
                leadingGroup = group,
                returnedOn = "2024-02-20",
                reason = "合成理由",
            }
        );
        (await city.RefusedAsync("submitLeadingGroup", council.Submission(council.Seats(0, 1, 3), "2024-02-15", "2024-03-05"))).ShouldBe([
            "DISCUSSED_BEFORE_RETURN 003 第六条",
        ]);
        (
            await city.DoneAsync(
                "submitLeadingGroup",
                council.Submission(council.Seats(0, 1, 3), "2024-03-01", "2024-03-05"),
                "status discussedOn discussedAnewOn returnedOn"
            )
        )
            .ToString()
            .ShouldBe("""{"status":"SUBMITTED","discussedOn":"2024-02-01","discussedAnewOn":"2024-03-01","returnedOn":"2024-02-20"}""");
        // Of the days before, it is the group that it was.
        (
            await city.ScalarAsync<bool>(
                "SELECT valid_during @> date '2024-02-15' FROM graph.leading_group WHERE council_term_id = @Term",
                new { council.Term }
            )
        ).ShouldBeTrue();
        (await city.DoneAsync("approveLeadingGroup", new { leadingGroup = group, approvedOn = "2024-03-10" }, "status"))
            .ToString()
            .ShouldBe("""{"status":"APPROVED"}""");
    }
}
