using System.Text.Json;

namespace SocietyParty.Scenarios;

public sealed partial class Slips
{
    private const string Called = "id agenda { id }";

    /// <summary>The careful clerk asks who can come, and calls one meeting for the day on which all can.</summary>
    private async Task MeetingComesAgainAsync()
    {
        var (group, seats) = await GroupAsync(careful);
        var meeting = await careful.DoAsync("callLeadingGroupMeeting", "leadingGroupMeeting", Call(group, "2027-10-12"), Called);
        await DecideAsync(careful, meeting, seats);

        (group, seats) = await GroupAsync(hasty);
        var failed = await hasty.DoAsync("callLeadingGroupMeeting", "leadingGroupMeeting", Call(group, "2027-09-20"), Called);
        var inquorate = await hasty.DoAsync("recordLeadingGroupAttendance", "leadingGroupMeeting", Attendance(failed, seats, 1), "state");
        inquorate.GetProperty("state").GetString().ShouldBe("INQUORATE");
        (
            await hasty.RefusedAsync(
                "decideAgendaItem",
                "leadingGroupMeeting",
                new
                {
                    agendaItem = Item(failed),
                    votesFor = 1,
                    votesAgainst = 0,
                    votesAbstain = 0,
                }
            )
        ).ShouldHaveSingleItem().ShouldEndWith("003 第十八条");
        await ShouldBeSeenAsync();

        var again = await hasty.DoAsync("callLeadingGroupMeeting", "leadingGroupMeeting", Call(group, "2028-10-12", Item(failed)), Called);
        var moved = await hasty.DoAsync(
            "moveLeadingGroupMeeting",
            "leadingGroupMeeting",
            new
            {
                meeting = Key(again),
                heldOn = "2027-10-12",
                reason = "通知写错年份",
            },
            "heldOn state mendings { action reason }"
        );
        moved.ToString().ShouldBe("""{"heldOn":"2027-10-12","state":"AGENDA","mendings":[{"action":"MOVED","reason":"通知写错年份"}]}""");
        await ShouldBeSeenAsync();
        await DecideAsync(hasty, again, seats);
        await ShouldBeMendedAsync();
        (await hasty.MendedAsync("通知写错年份")).ShouldBe(["LEADING_GROUP_MEETING MOVED heldOn: 2028-10-12 → 2027-10-12"]);

        // The one that could not begin is kept, and its item leads to where it was decided.
        var kept = await hasty.AskAsync(
            "query($m: ID!) { leadingGroupMeeting(id: $m) { heldOn state agenda { state continuedBy { state meeting { heldOn } } } } }",
            new { m = Key(failed) }
        );
        kept.GetProperty("leadingGroupMeeting")
            .ToString()
            .ShouldBe(
                """{"heldOn":"2027-09-20","state":"INQUORATE","agenda":[{"state":"OPEN","continuedBy":{"state":"ADOPTED","meeting":{"heldOn":"2027-10-12"}}}]}"""
            );
    }

    private static async Task<(string Group, List<string> Seats)> GroupAsync(Office office)
    {
        var leadingGroup = await office.KeyAsync(
            "submitLeadingGroup",
            "leadingGroup",
            new
            {
                society = office.Society,
                discussedOn = "2027-02-15",
                submittedOn = "2027-02-20",
                contact = office.People[4],
                seats = new[] { (0, "LEADER"), (1, "DEPUTY"), (4, "MEMBER") }
                    .Select(seat => new { person = office.People[seat.Item1], role = seat.Item2 })
                    .ToArray(),
            }
        );
        var approved = await office.DoAsync(
            "approveLeadingGroup",
            "leadingGroup",
            new { leadingGroup, approvedOn = "2027-03-01" },
            "seats(asOf: \"2027-03-01\") { id role }"
        );
        return (
            leadingGroup,
            [
                .. approved
                    .GetProperty("seats")
                    .EnumerateArray()
                    .OrderBy(seat => seat.GetProperty("role").GetString() != "LEADER")
                    .Select(Key),
            ]
        );
    }

    private static async Task DecideAsync(Office office, JsonElement meeting, List<string> seats)
    {
        await office.DoAsync("recordLeadingGroupAttendance", "leadingGroupMeeting", Attendance(meeting, seats, present: 3));
        await office.DoAsync(
            "decideAgendaItem",
            "leadingGroupMeeting",
            new
            {
                agendaItem = Item(meeting),
                votesFor = 3,
                votesAgainst = 0,
                votesAbstain = 0,
            }
        );
        await office.DoAsync(
            "signLeadingGroupMinutes",
            "leadingGroupMeeting",
            new
            {
                meeting = Key(meeting),
                signer = seats[0],
                keeper = office.People[4],
                signedOn = "2027-10-13",
            }
        );
    }

    private static object Call(string leadingGroup, string heldOn, string? continues = null) =>
        new
        {
            leadingGroup,
            heldOn,
            agenda = new[]
            {
                new
                {
                    title = "合成-审议年度计划",
                    isMajor = true,
                    continues,
                },
            },
        };

    private static object Attendance(JsonElement meeting, List<string> seats, int present) =>
        new
        {
            meeting = Key(meeting),
            attendance = seats.Select((seat, i) => new { seat, status = i < present ? "PRESENT" : "EXCUSED" }).ToArray(),
        };

    private static string Item(JsonElement meeting) => Key(meeting.GetProperty("agenda")[0]);

    private static string Key(JsonElement thing) => thing.GetProperty("id").GetString()!;
}
