using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.LeadingGroups;

/// <summary>A leading group from its submission to its end (003 第五条, 第六条).</summary>
public sealed class GroupLifeTests(LaterFixture city) : IClassFixture<LaterFixture>
{
    [Fact]
    public async Task A_group_is_submitted_approved_and_every_step_is_kept()
    {
        var council = await Council.NewAsync(city);
        var submitted = await city.DoneAsync(
            "submitLeadingGroup",
            council.Submission(council.Seats(0, 1, 2)),
            "id status version seats { role } compositions { number status seats { role } }",
            actor: "合成-党办"
        );
        submitted.GetProperty("status").GetString().ShouldBe("SUBMITTED");
        submitted.GetProperty("seats").GetArrayLength().ShouldBe(0, "nothing is approved yet");
        submitted
            .GetProperty("compositions")
            .ToString()
            .ShouldBe("""[{"number":1,"status":"SUBMITTED","seats":[{"role":"LEADER"},{"role":"MEMBER"},{"role":"MEMBER"}]}]""");
        var group = submitted.GetProperty("id").GetString()!;

        (
            await city.RefusedAsync(
                "approveLeadingGroup",
                new
                {
                    leadingGroup = group,
                    approvedOn = "2024-03-01",
                    version = 99,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        (await city.RefusedAsync("approveLeadingGroup", new { leadingGroup = group, approvedOn = "2024-02-09" })).ShouldBe([
            "DATE_TOO_EARLY",
        ]);
        var approved = await city.DoneAsync(
            "approveLeadingGroup",
            new { leadingGroup = group, approvedOn = "2024-03-01" },
            "status approvedOn before: seats(asOf: \"2024-02-29\") { role } seats(asOf: \"2024-03-01\") { role } history { "
                + "fromStatus toStatus movedOn actor }",
            actor: "合成-党委"
        );
        approved.GetProperty("before").GetArrayLength().ShouldBe(0);
        approved.GetProperty("seats").GetArrayLength().ShouldBe(3);
        approved
            .GetProperty("history")
            .EnumerateArray()
            .Select(step =>
                (
                    $"{step.GetProperty("fromStatus")} {step.GetProperty("toStatus")} {step.GetProperty("movedOn")} "
                    + $"{step.GetProperty("actor")}"
                ).Trim()
            )
            .ShouldBe([
                "DISCUSSED 2024-02-01 合成-党办",
                "DISCUSSED SUBMITTED 2024-02-10 合成-党办",
                "SUBMITTED APPROVED 2024-03-01 合成-党委",
            ]);

        (await city.RefusedAsync("approveLeadingGroup", new { leadingGroup = group, approvedOn = "2024-03-02" })).ShouldBe([
            "WRONG_STAGE 003 第六条",
        ]);
        (
            await city.RefusedAsync(
                "returnLeadingGroup",
                new
                {
                    leadingGroup = group,
                    returnedOn = "2024-03-02",
                    reason = "合成",
                }
            )
        ).ShouldBe(["WRONG_STAGE 003 第六条"]);
        (await city.RefusedAsync("submitLeadingGroup", council.Submission(council.Seats(0, 1, 2)))).ShouldBe(["WRONG_STAGE 003 第六条"]);
    }

    [Fact]
    public async Task Several_breaches_of_composition_come_together()
    {
        var council = await Council.NewAsync(city, members: 9);
        (
            await city.RefusedAsync(
                "submitLeadingGroup",
                council.Submission([.. council.Seats(1, 2, 3), Council.Seat(council.Outsider, "MEMBER")])
            )
        ).ShouldBe([
            "LEADING_GROUP_EVEN 003 第五条",
            "SEAT_HOLDER_NOT_IN_PARTY 003 第五条, 003 第十五条",
            "LEADER_NOT_ELIGIBLE 003 第五条",
        ]);
        (await city.RefusedAsync("submitLeadingGroup", council.Submission([Council.Seat(council.Members[0], "MEMBER")]))).ShouldBe([
            "LEADER_MISSING 003 第五条",
        ]);
        (await city.RefusedAsync("submitLeadingGroup", council.Submission(council.Seats(0, 1, 1)))).ShouldBe(["PERSON_SEATED_TWICE"]);
        (await city.RefusedAsync("submitLeadingGroup", council.Submission(council.Seats(0), submittedOn: "2024-01-31"))).ShouldBe([
            "SUBMITTED_BEFORE_DISCUSSED",
        ]);
        (await city.RefusedAsync("submitLeadingGroup", council.Submission(council.Seats(0), submittedOn: "2028-01-01"))).ShouldBe([
            "NO_COUNCIL_TERM 003 第六条",
        ]);

        var large = await city.ChangeAsync("submitLeadingGroup", council.Submission(council.Seats(0, 1, 2, 3, 4, 5, 6, 7, 8)));
        large.GetProperty("errors").GetArrayLength().ShouldBe(0);
        large.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["LEADING_GROUP_TOO_LARGE 003 第五条"]);
    }

    [Fact]
    public async Task Where_neither_chair_nor_vice_chair_is_a_member_nobody_can_lead()
    {
        var council = await Council.NewAsync(city);
        await council.DismissAsync("COUNCIL_CHAIR");
        await council.AppointAsync(council.Outsider, "COUNCIL_CHAIR");
        await city.DoneAsync("submitLeadingGroup", council.Submission(council.Seats(1, 2, 3)));

        var other = await Council.NewAsync(city);
        await other.DismissAsync("COUNCIL_CHAIR");
        await other.DismissAsync("COUNCIL_VICE_CHAIR");
        await other.AppointAsync(other.Outsider, "COUNCIL_CHAIR");
        (await city.RefusedAsync("submitLeadingGroup", other.Submission(other.Seats(1, 2, 3)))).ShouldBe(["NO_ELIGIBLE_LEADER 003 第五条"]);
    }

    [Fact]
    public async Task A_returned_group_is_submitted_again_and_a_returned_change_leaves_the_approved_seats()
    {
        var council = await Council.NewAsync(city);
        var group = (await city.DoneAsync("submitLeadingGroup", council.Submission(council.Seats(0, 1, 2)))).GetProperty("id").GetString()!;
        (
            await city.RefusedAsync(
                "returnLeadingGroup",
                new
                {
                    leadingGroup = group,
                    returnedOn = "2024-02-20",
                    reason = " ",
                }
            )
        ).ShouldBe(["TEXT_INVALID"]);
        (
            await city.DoneAsync(
                "returnLeadingGroup",
                new
                {
                    leadingGroup = group,
                    returnedOn = "2024-02-20",
                    reason = "合成理由",
                },
                "status"
            )
        ).ToString().ShouldBe("""{"status":"RETURNED"}""");
        (await city.RefusedAsync("approveLeadingGroup", new { leadingGroup = group, approvedOn = "2024-03-01" })).ShouldBe([
            "WRONG_STAGE 003 第六条",
        ]);
        (await city.RefusedAsync("submitLeadingGroup", council.Submission(council.Seats(0, 1, 3), submittedOn: "2024-02-19"))).ShouldBe([
            "DATE_TOO_EARLY",
        ]);
        await city.DoneAsync("submitLeadingGroup", council.Submission(council.Seats(0, 1, 3), submittedOn: "2024-02-25"));
        await city.DoneAsync("approveLeadingGroup", new { leadingGroup = group, approvedOn = "2024-03-01" });

        (
            await city.RefusedAsync(
                "changeLeadingGroup",
                new
                {
                    leadingGroup = group,
                    submittedOn = "2024-06-01",
                    seats = council.Seats(0, 1),
                    reason = "合成调整",
                }
            )
        ).ShouldBe(["LEADING_GROUP_EVEN 003 第五条"]);
        await city.DoneAsync(
            "changeLeadingGroup",
            new
            {
                leadingGroup = group,
                submittedOn = "2024-06-01",
                seats = council.Seats(0, 1, 2, 3, 4),
                reason = "合成调整",
            }
        );
        (
            await city.DoneAsync(
                "returnLeadingGroup",
                new
                {
                    leadingGroup = group,
                    returnedOn = "2024-06-10",
                    reason = "合成理由",
                },
                "status seats(asOf: \"2024-06-11\") { role }"
            )
        ).GetProperty("seats").GetArrayLength().ShouldBe(3);
        await city.DoneAsync(
            "changeLeadingGroup",
            new
            {
                leadingGroup = group,
                submittedOn = "2024-07-01",
                seats = council.Seats(0, 1, 2, 3, 4),
                reason = "合成调整",
            }
        );
        var changed = await city.DoneAsync(
            "approveLeadingGroup",
            new { leadingGroup = group, approvedOn = "2024-07-15" },
            "status approvedOn before: seats(asOf: \"2024-07-14\") { role } after: seats(asOf: \"2024-07-15\") { role } "
                + "compositions { number status reason validFrom validTo }"
        );
        changed.GetProperty("before").GetArrayLength().ShouldBe(3);
        changed.GetProperty("after").GetArrayLength().ShouldBe(5);
        changed.GetProperty("approvedOn").GetString().ShouldBe("2024-03-01");
        (await city.QueryAsync("query($id: ID!) { leadingGroup(id: $id) { history { fromStatus toStatus movedOn } } }", new { id = group }))
            .GetProperty("leadingGroup")
            .GetProperty("history")
            .EnumerateArray()
            .Select(step => $"{step.GetProperty("toStatus")} {step.GetProperty("movedOn")}")
            .Order(StringComparer.Ordinal)
            .ShouldContain("RETURNED 2024-06-10");
        changed
            .GetProperty("compositions")
            .EnumerateArray()
            .Select(one =>
                (
                    $"{one.GetProperty("number")} {one.GetProperty("status")} {one.GetProperty("validFrom")} "
                    + $"{one.GetProperty("validTo")}"
                ).TrimEnd()
            )
            .ShouldBe(["4 APPROVED 2024-07-15", "3 RETURNED", "2 APPROVED 2024-03-01 2024-07-15", "1 RETURNED"]);
    }

    [Fact]
    public async Task A_contact_is_named_and_local_rules_are_filed_once()
    {
        var council = await Council.NewAsync(city);
        var unnamed = await city.ChangeAsync(
            "submitLeadingGroup",
            new
            {
                society = council.SocietyId,
                discussedOn = "2024-02-01",
                submittedOn = "2024-02-10",
                seats = council.Seats(0),
            }
        );
        unnamed.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["CONTACT_MISSING 003 第九条"]);
        var group = unnamed.GetProperty("leadingGroup").GetProperty("id").GetString()!;
        (
            await city.DoneAsync(
                "nameLeadingGroupContact",
                new { leadingGroup = group, contact = MutationFixture.Id("Person", council.Outsider) },
                "contact { id }"
            )
        )
            .GetProperty("contact")
            .GetProperty("id")
            .GetString()
            .ShouldBe(MutationFixture.Id("Person", council.Outsider));

        var rules = new
        {
            leadingGroup = group,
            title = "合成工作制度",
            filedOn = "2024-04-01",
        };
        (await city.RefusedAsync("fileLocalRules", rules)).ShouldBe(["LEADING_GROUP_NOT_APPROVED 003 第六条"]);
        await city.DoneAsync("approveLeadingGroup", new { leadingGroup = group, approvedOn = "2024-03-01" });
        (await city.DoneAsync("fileLocalRules", rules, "localRules { title filedOn }"))
            .ToString()
            .ShouldBe("""{"localRules":[{"title":"合成工作制度","filedOn":"2024-04-01"}]}""");
        (await city.RefusedAsync("fileLocalRules", rules)).ShouldBe(["LOCAL_RULES_FILED 003 第二十一条"]);
    }

    [Fact]
    public async Task Of_two_submissions_at_once_one_is_done()
    {
        var council = await Council.NewAsync(city);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => city.ChangeAsync("submitLeadingGroup", council.Submission(council.Seats(0, 1, 2))))
        );
        answers.Count(answer => answer.GetProperty("errors").GetArrayLength() == 0).ShouldBe(1);
        (
            await city.ScalarAsync<long>(
                "SELECT count(*) FROM graph.leading_group_composition AS c JOIN graph.leading_group AS g ON g.id = "
                    + "c.leading_group_id WHERE g.council_term_id = @Term",
                new { council.Term }
            )
        ).ShouldBe(1);
        answers
            .SelectMany(answer =>
                answer.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
                    ? errors.EnumerateArray().Select(MutationFixture.Shown)
                    : []
            )
            .ShouldAllBe(shown => shown == "WRONG_STAGE 003 第六条" || shown == "LEADING_GROUP_EXISTS 003 第六条");
    }

    [Fact]
    public async Task Steps_cannot_be_rewritten()
    {
        var council = await Council.NewAsync(city);
        await council.ApprovedAsync();
        var refused = await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            city.ExecuteAsync("UPDATE graph.leading_group_stage SET actor = 'x'")
        );
        refused.ConstraintName.ShouldBe("leading_group_stage_is_kept");
    }
}
