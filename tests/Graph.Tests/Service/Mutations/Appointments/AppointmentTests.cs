using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Service.Mutations.Appointments;

/// <summary>Posts in branches and councils, and who holds both (004 班子建设-1).</summary>
public sealed class AppointmentTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task Whoever_leads_branch_and_council_is_cross_appointed()
    {
        var steps = new MemberSteps(city, "交叉");
        var society = await steps.SocietyAsync();
        var branch = await steps.BranchAsync(society: society);
        var (chair, other) = (await steps.PersonAsync(), await steps.PersonAsync());
        (
            await city.RefusedAsync(
                "appoint",
                new
                {
                    person = chair,
                    post = "BRANCH_SECRETARY",
                    branch,
                    validFrom = "2023-01-01",
                }
            )
        ).ShouldBe(["POST_NEEDS_PARTY_MEMBER 002 §3"]);
        await steps.MemberAsync(branch, person: chair);
        await steps.MemberAsync(branch, person: other);
        (
            await city.RefusedAsync(
                "appoint",
                new
                {
                    person = chair,
                    post = "BRANCH_SECRETARY",
                    branch,
                    society,
                    validFrom = "2023-01-01",
                    validTo = "2022-01-01",
                }
            )
        ).ShouldBe(["POST_PLACE", "PERIOD_EMPTY"]);
        await city.DoneAsync(
            "appoint",
            new
            {
                person = chair,
                post = "BRANCH_SECRETARY",
                branch,
                validFrom = "2023-01-01",
            }
        );
        (
            await city.RefusedAsync(
                "appoint",
                new
                {
                    person = other,
                    post = "BRANCH_SECRETARY",
                    branch,
                    validFrom = "2024-01-01",
                }
            )
        ).ShouldBe(["POST_TAKEN 004 班子建设-1"]);
        (
            await city.RefusedAsync(
                "appoint",
                new
                {
                    person = chair,
                    post = "BRANCH_SECRETARY",
                    branch,
                    validFrom = "2024-01-01",
                }
            )
        ).ShouldNotBeEmpty();
        await city.DoneAsync(
            "appoint",
            new
            {
                person = other,
                post = "BRANCH_COMMITTEE_MEMBER",
                branch,
                validFrom = "2023-01-01",
            }
        );

        var councilTerm = MemberSteps.KeyOf(
            await city.DoneAsync(
                "startCouncilTerm",
                new
                {
                    society,
                    startedOn = "2023-06-01",
                    endsOn = "2099-06-01",
                }
            )
        );
        (
            await city.RefusedAsync(
                "appoint",
                new
                {
                    person = chair,
                    post = "COUNCIL_CHAIR",
                    councilTerm,
                    validFrom = "2023-05-31",
                }
            )
        ).ShouldBe(["POST_OUTSIDE_TERM"]);
        (
            await city.RefusedAsync(
                "appoint",
                new
                {
                    person = chair,
                    post = "COUNCIL_CHAIR",
                    councilTerm,
                    validFrom = "2099-06-01",
                }
            )
        ).ShouldBe(["POST_OUTSIDE_TERM"]);
        await city.DoneAsync(
            "appoint",
            new
            {
                person = chair,
                post = "COUNCIL_CHAIR",
                councilTerm,
                validFrom = "2023-06-01",
            }
        );

        var asked = await city.QueryAsync(
            """
            query($branch: ID!) { branch(id: $branch) {
              secretary { person { id } post } before: secretary(asOf: "2022-12-31") { id } appointments { post }
              crossAppointments { branchPost councilPost validFrom validTo } team { teamCount crossAppointedCount crossAppointmentRate }
            } }
            """,
            new { branch }
        );
        asked
            .GetProperty("branch")
            .ToString()
            .ShouldBe(
                $$$"""{"secretary":{"person":{"id":"{{{chair}}}"},"post":"BRANCH_SECRETARY"},"before":null,"appointments":[{"post":"BRANCH_SECRETARY"},{"post":"BRANCH_COMMITTEE_MEMBER"}],"crossAppointments":[{"branchPost":"BRANCH_SECRETARY","councilPost":"COUNCIL_CHAIR","validFrom":"2023-06-01","validTo":"2099-06-01"}],"team":{"teamCount":2,"crossAppointedCount":1,"crossAppointmentRate":0.5}}"""
            );
    }

    [Fact]
    public async Task A_new_term_ends_the_one_before_it_and_its_posts()
    {
        var steps = new MemberSteps(city, "换届");
        var society = await steps.SocietyAsync();
        var first = MemberSteps.KeyOf(
            await city.DoneAsync(
                "startCouncilTerm",
                new
                {
                    society,
                    startedOn = "2019-01-01",
                    endsOn = "2024-01-01",
                    termNumber = 3,
                }
            )
        );
        await city.DoneAsync(
            "appoint",
            new
            {
                person = await steps.PersonAsync(),
                post = "COUNCIL_CHAIR",
                councilTerm = first,
                validFrom = "2019-01-01",
            }
        );
        (
            await city.RefusedAsync(
                "startCouncilTerm",
                new
                {
                    society,
                    startedOn = "2019-01-01",
                    endsOn = "2024-01-01",
                    termNumber = 3,
                }
            )
        ).ShouldBe(["COUNCIL_TERM_OVERLAPS", "COUNCIL_TERM_NUMBER_TAKEN"]);
        (
            await city.RefusedAsync(
                "startCouncilTerm",
                new
                {
                    society,
                    startedOn = "2023-01-01",
                    endsOn = "2023-01-01",
                    termNumber = 0,
                }
            )
        ).ShouldBe(["PERIOD_EMPTY", "COUNCIL_TERM_NUMBER_WRONG"]);
        var second = await city.DoneAsync(
            "startCouncilTerm",
            new
            {
                society,
                startedOn = "2023-10-01",
                endsOn = "2099-01-01",
            },
            "termNumber society { councilTerm { termNumber } then: councilTerm(asOf: \"2022-01-01\") { endsOn appointments { "
                + "post validTo } } }"
        );
        second
            .ToString()
            .ShouldBe(
                """{"termNumber":4,"society":{"councilTerm":{"termNumber":4},"then":{"endsOn":"2023-10-01","appointments":[{"post":"COUNCIL_CHAIR","validTo":"2023-10-01"}]}}}"""
            );
    }

    [Fact]
    public async Task A_post_ends_once_and_another_may_hold_it()
    {
        var steps = new MemberSteps(city, "免职");
        var branch = await steps.BranchAsync();
        var (one, other) = (await steps.PersonAsync(), await steps.PersonAsync());
        await steps.MemberAsync(branch, person: one);
        await steps.MemberAsync(branch, person: other);
        var appointment = MemberSteps.KeyOf(
            await city.DoneAsync(
                "appoint",
                new
                {
                    person = one,
                    post = "BRANCH_SECRETARY",
                    branch,
                    validFrom = "2022-01-01",
                }
            )
        );
        (await city.RefusedAsync("endAppointment", new { appointment, endsOn = "2022-01-01" })).ShouldBe(["PERIOD_EMPTY"]);
        (
            await city.RefusedAsync(
                "endAppointment",
                new
                {
                    appointment,
                    endsOn = "2023-01-01",
                    version = 2,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        (
            await city.DoneAsync(
                "endAppointment",
                new
                {
                    appointment,
                    endsOn = "2023-01-01",
                    version = 1,
                },
                "validFrom validTo version"
            )
        ).ToString().ShouldBe("""{"validFrom":"2022-01-01","validTo":"2023-01-01","version":2}""");
        (await city.RefusedAsync("endAppointment", new { appointment, endsOn = "2024-01-01" })).ShouldBe(["APPOINTMENT_OVER"]);
        await city.DoneAsync(
            "appoint",
            new
            {
                person = other,
                post = "BRANCH_SECRETARY",
                branch,
                validFrom = "2023-01-01",
            }
        );
    }

    [Fact]
    public async Task A_secretary_who_leads_no_society_is_warned_of_and_may_be_appointed()
    {
        var steps = new MemberSteps(city, "书记");
        var society = await steps.SocietyAsync();
        var branch = await steps.BranchAsync(society: society);
        var (chair, other) = (await steps.PersonAsync(), await steps.PersonAsync());
        await steps.MemberAsync(branch, person: chair);
        await steps.MemberAsync(branch, person: other);
        // Nobody knows yet who leads the society.
        (await WarnedAsync(other, "2021-01-01", "2022-01-01")).ShouldBeEmpty();

        var councilTerm = MemberSteps.KeyOf(
            await city.DoneAsync(
                "startCouncilTerm",
                new
                {
                    society,
                    startedOn = "2022-01-01",
                    endsOn = "2099-01-01",
                }
            )
        );
        await city.DoneAsync(
            "appoint",
            new
            {
                person = chair,
                post = "COUNCIL_CHAIR",
                councilTerm,
                validFrom = "2022-01-01",
            }
        );
        (await WarnedAsync(other, "2022-01-01", "2023-01-01")).ShouldBe(["SECRETARY_LEADS_NO_SOCIETY 002 §3"]);
        (await WarnedAsync(chair, "2023-01-01", null)).ShouldBeEmpty();

        async Task<string[]> WarnedAsync(string person, string validFrom, string? validTo)
        {
            var payload = await city.ChangeAsync(
                "appoint",
                new
                {
                    person,
                    post = "BRANCH_SECRETARY",
                    branch,
                    validFrom,
                    validTo,
                }
            );
            payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
            return [.. payload.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown)];
        }
    }
}
