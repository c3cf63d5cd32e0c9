using System.Text.Json;

namespace SocietyParty.Scenarios;

public sealed partial class Year
{
    /// <summary>报批 → 审批 → 议题 → 到会 → 表决 or 暂缓 → 签发.</summary>
    private async Task LeadingGroupWorksAsync()
    {
        object Submission(params (int Person, string Role)[] seats) =>
            new
            {
                society,
                discussedOn = "2027-02-15",
                submittedOn = "2027-02-20",
                contact = people[4],
                seats = seats.Select(seat => new { person = people[seat.Person], role = seat.Role }).ToArray(),
            };
        (await city.RefusedAsync("submitLeadingGroup", "leadingGroup", Submission((0, "LEADER"), (1, "DEPUTY")))).ShouldBe([
            "LEADING_GROUP_EVEN 003 第五条",
        ]);
        (await city.RefusedAsync("submitLeadingGroup", "leadingGroup", Submission((2, "LEADER"), (1, "DEPUTY"), (3, "MEMBER")))).ShouldBe([
            "LEADER_NOT_ELIGIBLE 003 第五条",
        ]);
        var group = (
            await city.DoAsync(
                "submitLeadingGroup",
                "leadingGroup",
                Submission((0, "LEADER"), (1, "DEPUTY"), (2, "MEMBER"), (3, "MEMBER"), (4, "MEMBER"))
            )
        )
            .GetProperty("id")
            .GetString()!;
        (await city.RefusedAsync("callLeadingGroupMeeting", "leadingGroupMeeting", Call(group, "2027-02-25"))).ShouldBe([
            "LEADING_GROUP_NOT_APPROVED 003 第六条",
        ]);
        var approved = await city.DoAsync(
            "approveLeadingGroup",
            "leadingGroup",
            new { leadingGroup = group, approvedOn = "2027-03-01" },
            "seats(asOf: \"2027-03-01\") { id role person { id } }",
            actor: "党委"
        );
        (await city.RefusedAsync("approveLeadingGroup", "leadingGroup", new { leadingGroup = group, approvedOn = "2027-03-02" })).ShouldBe([
            "WRONG_STAGE 003 第六条",
        ]);
        var seats = people
            .Take(5)
            .Select(person =>
                approved
                    .GetProperty("seats")
                    .EnumerateArray()
                    .Single(seat => seat.GetProperty("person").GetProperty("id").GetString() == person)
                    .GetProperty("id")
                    .GetString()!
            )
            .ToList();

        var (failed, _) = await MeetAsync(group, "2027-05-03");
        var inquorate = await city.DoAsync(
            "recordLeadingGroupAttendance",
            "leadingGroupMeeting",
            Attendance(failed, seats, present: 2),
            "state"
        );
        inquorate.GetProperty("state").GetString().ShouldBe("INQUORATE");
        var (meeting, agenda) = await MeetAsync(group, "2027-05-10");
        await city.DoAsync(
            "recordWrittenOpinion",
            "leadingGroupMeeting",
            new
            {
                agendaItem = agenda[0],
                seat = seats[4],
                receivedOn = "2027-05-09",
                opinion = "合成-赞成",
            }
        );
        await city.DoAsync("recordLeadingGroupAttendance", "leadingGroupMeeting", Attendance(meeting, seats, present: 4));
        // Four are there; a written opinion is no fifth vote.
        (await city.RefusedAsync("decideAgendaItem", "leadingGroupMeeting", Votes(agenda[0], 5, 0))).ShouldBe([
            "MORE_VOTES_THAN_PRESENT 003 第十八条",
        ]);
        (await city.RefusedAsync("decideAgendaItem", "leadingGroupMeeting", Votes(agenda[0], 3, 1, disagreement: true))).ShouldBe([
            "MAJOR_DISAGREEMENT_DEFERS 003 第十六条",
        ]);
        await city.DoAsync("decideAgendaItem", "leadingGroupMeeting", Votes(agenda[0], 3, 1));
        (
            await city.RefusedAsync(
                "signLeadingGroupMinutes",
                "leadingGroupMeeting",
                new
                {
                    meeting,
                    signer = seats[1],
                    keeper = people[4],
                    signedOn = "2027-05-15",
                }
            )
        ).ShouldBe(["MINUTES_SIGNED_BY_ANOTHER 003 第二十条"]);
        await city.DoAsync(
            "signLeadingGroupMinutes",
            "leadingGroupMeeting",
            new
            {
                meeting,
                signer = seats[0],
                keeper = people[4],
                signedOn = "2027-05-15",
            }
        );

        var (autumn, later) = await MeetAsync(group, "2027-11-10");
        await city.DoAsync("recordLeadingGroupAttendance", "leadingGroupMeeting", Attendance(autumn, seats, present: 5));
        var deferred = await city.DoAsync(
            "deferAgendaItem",
            "leadingGroupMeeting",
            new
            {
                agendaItem = later[0],
                hasMajorDisagreement = true,
                reason = "合成-意见分歧",
            },
            "state"
        );
        deferred.GetProperty("state").GetString().ShouldBe("DEFERRED");
        await city.DoAsync(
            "fileLocalRules",
            "leadingGroup",
            new
            {
                leadingGroup = group,
                title = "合成-工作制度",
                filedOn = "2027-06-01",
            }
        );
    }

    private static object Call(string group, string heldOn) =>
        new
        {
            leadingGroup = group,
            heldOn,
            agenda = new[] { new { title = "合成-审议换届方案", isMajor = true } },
        };

    private async Task<(string Meeting, List<string> Agenda)> MeetAsync(string group, string heldOn)
    {
        var called = await city.DoAsync("callLeadingGroupMeeting", "leadingGroupMeeting", Call(group, heldOn), "id agenda { id }");
        return (
            called.GetProperty("id").GetString()!,
            [.. called.GetProperty("agenda").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)]
        );
    }

    private static object Attendance(string meeting, List<string> seats, int present) =>
        new { meeting, attendance = seats.Select((seat, i) => new { seat, status = i < present ? "PRESENT" : "EXCUSED" }).ToArray() };

    private static object Votes(string agendaItem, int votesFor, int votesAgainst, bool disagreement = false) =>
        new
        {
            agendaItem,
            votesFor,
            votesAgainst,
            votesAbstain = 0,
            hasMajorDisagreement = disagreement,
        };
}
