using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.LeadingGroups;

/// <summary>Who sits in a meeting, who chairs it and who decides (003).</summary>
public sealed class MeetingSeatTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task Only_approved_seats_meet_and_another_chairs_by_delegation()
    {
        var council = await Council.NewAsync(city);
        var group = await council.ApprovedAsync();
        var agenda = new[] { new { title = "合成议题", isMajor = true } };
        (
            await city.RefusedAsync(
                "callLeadingGroupMeeting",
                new
                {
                    leadingGroup = group,
                    heldOn = "2024-02-29",
                    agenda,
                }
            )
        ).ShouldBe(["LEADING_GROUP_NOT_APPROVED 003 第六条"]);
        (
            await city.RefusedAsync(
                "callLeadingGroupMeeting",
                new
                {
                    leadingGroup = group,
                    heldOn = "2024-05-10",
                    agenda = Array.Empty<object>(),
                }
            )
        ).ShouldBe(["AGENDA_EMPTY 003 第十七条"]);
        var seats = (await council.CalledAsync(group)).Seats;
        (
            await city.RefusedAsync(
                "callLeadingGroupMeeting",
                new
                {
                    leadingGroup = group,
                    heldOn = "2024-05-10",
                    agenda,
                    chair = seats[1],
                }
            )
        ).ShouldBe(["CHAIRING_NOT_DELEGATED 003 第十七条"]);
        var called = await city.DoneAsync(
            "callLeadingGroupMeeting",
            new
            {
                leadingGroup = group,
                heldOn = "2024-05-11",
                agenda,
                chair = seats[1],
                delegationReason = "组长出差",
                observers = new[] { new { person = MutationFixture.Id("Person", council.Outsider), capacity = "INVITED" } },
            },
            "id chair { role } delegationReason agenda { position title isMajor state } observers { capacity }"
        );
        called.GetProperty("chair").ToString().ShouldBe("""{"role":"MEMBER"}""");
        called.GetProperty("agenda").ToString().ShouldBe("""[{"position":1,"title":"合成议题","isMajor":true,"state":"OPEN"}]""");
        called.GetProperty("observers").ToString().ShouldBe("""[{"capacity":"INVITED"}]""");

        var meeting = new Meeting(called.GetProperty("id").GetString()!, [], seats);
        var withoutChair = new
        {
            meeting = meeting.Id,
            attendance = new[] { 0, 2, 3 }.Select(place => new { seat = seats[place], status = "PRESENT" }).ToArray(),
        };
        (await city.RefusedAsync("recordLeadingGroupAttendance", withoutChair)).ShouldBe(["CHAIR_NOT_PRESENT 003 第十七条"]);
        (
            await city.RefusedAsync(
                "recordLeadingGroupAttendance",
                new
                {
                    meeting = meeting.Id,
                    attendance = new[] { new { seat = seats[1], status = "PRESENT" }, new { seat = seats[1], status = "ABSENT" } },
                }
            )
        ).ShouldBe(["SEAT_NAMED_TWICE"]);
    }

    [Fact]
    public async Task Who_has_a_seat_does_not_sit_in_and_the_chair_who_is_no_member_may()
    {
        var council = await Council.NewAsync(city);
        await council.DismissAsync("COUNCIL_CHAIR");
        await council.AppointAsync(council.Outsider, "COUNCIL_CHAIR");
        var group = (await city.DoneAsync("submitLeadingGroup", council.Submission(council.Seats(1, 2, 3)))).GetProperty("id").GetString()!;
        await city.DoneAsync("approveLeadingGroup", new { leadingGroup = group, approvedOn = "2024-03-01" });
        object Call(long person, string capacity, int times = 1) =>
            new
            {
                leadingGroup = group,
                heldOn = "2024-05-10",
                agenda = new[] { new { title = "合成" } },
                observers = Enumerable.Repeat(new { person = MutationFixture.Id("Person", person), capacity }, times),
            };
        (await city.RefusedAsync("callLeadingGroupMeeting", Call(council.Outsider, "COUNCIL_CHAIR", times: 2))).ShouldBe([
            "OBSERVER_NAMED_TWICE",
        ]);
        (await city.RefusedAsync("callLeadingGroupMeeting", Call(council.Members[1], "INVITED"))).ShouldBe([
            "OBSERVER_HAS_SEAT 003 第五条, 003 第十五条",
        ]);
        (await city.RefusedAsync("callLeadingGroupMeeting", Call(council.Members[5], "COUNCIL_CHAIR"))).ShouldBe([
            "OBSERVER_NOT_COUNCIL_CHAIR 003 第五条, 003 第十五条",
        ]);
        await city.DoneAsync("callLeadingGroupMeeting", Call(council.Outsider, "COUNCIL_CHAIR"));
    }

    [Fact]
    public async Task Who_has_no_seat_on_the_day_any_more_does_not_decide()
    {
        var council = await Council.NewAsync(city);
        var group = await council.ApprovedAsync(seats: 7);
        var meeting = await council.CalledAsync(group, items: 1);
        await city.DoneAsync(
            "changeLeadingGroup",
            new
            {
                leadingGroup = group,
                submittedOn = "2024-04-01",
                seats = council.Seats(0, 1, 2),
                reason = "合成调整",
            }
        );
        await city.DoneAsync("approveLeadingGroup", new { leadingGroup = group, approvedOn = "2024-04-10" });
        (await city.RefusedAsync("recordLeadingGroupAttendance", meeting.Attendance(present: 7, excused: 0))).ShouldBe([
            "SEATS_CHANGED 003 第六条",
        ]);
        (
            await city.RefusedAsync(
                "callLeadingGroupMeeting",
                new
                {
                    leadingGroup = group,
                    heldOn = "2150-05-10",
                    agenda = new[] { new { title = "合成" } },
                }
            )
        ).ShouldContain("TERM_OVER 003 第六条");
    }
}
