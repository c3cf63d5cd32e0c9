namespace SocietyParty.Graph.Tests.Service.Mutations.LeadingGroups;

/// <summary>流会 A meeting to which too few come (003 第十八条), and how its items come again.</summary>
public sealed class InquorateMeetingTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static object Vote(string item) =>
        new
        {
            agendaItem = item,
            votesFor = 1,
            votesAgainst = 0,
            votesAbstain = 0,
        };

    private async Task<string> StateAsync(Meeting meeting) =>
        (await city.QueryAsync("query($id: ID!) { leadingGroupMeeting(id: $id) { state } }", new { id = meeting.Id }))
            .GetProperty("leadingGroupMeeting")
            .GetProperty("state")
            .GetString()!;

    [Fact]
    public async Task Below_the_quorum_the_meeting_is_kept_as_such_and_its_items_come_again()
    {
        var council = await Council.NewAsync(city);
        var group = await council.ApprovedAsync(seats: 7);
        var meeting = await council.CalledAsync(group);
        (await city.RefusedAsync("decideAgendaItem", Vote(meeting.Items[0]))).ShouldBe(["WRONG_STAGE 003 第十八条"]);
        (
            await city.RefusedAsync(
                "signLeadingGroupMinutes",
                new
                {
                    meeting = meeting.Id,
                    signer = meeting.Seats[0],
                    keeper = MutationFixture.Id("Person", council.Outsider),
                    signedOn = "2024-05-11",
                }
            )
        ).ShouldBe(["WRONG_STAGE 003 第二十条"]);
        var kept = await city.ChangeAsync(
            "recordLeadingGroupAttendance",
            meeting.Attendance(present: 3, excused: 4),
            "attendance { status }"
        );
        kept.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["NOT_QUORATE 003 第十八条"]);
        kept.GetProperty("leadingGroupMeeting").GetProperty("attendance").GetArrayLength().ShouldBe(7);
        (await StateAsync(meeting)).ShouldBe("INQUORATE");
        (await city.RefusedAsync("decideAgendaItem", Vote(meeting.Items[0]))).ShouldBe(["WRONG_STAGE 003 第十八条"]);
        (await city.RefusedAsync("recordLeadingGroupAttendance", meeting.Attendance(present: 5))).ShouldBe(["WRONG_STAGE 003 第十八条"]);

        object Again(string heldOn, params string[] items) =>
            new
            {
                leadingGroup = group,
                heldOn,
                agenda = items.Select(item => new { title = "合成议题再议", continues = item }),
            };
        (await city.RefusedAsync("callLeadingGroupMeeting", Again("2024-05-10", meeting.Items[0]))).ShouldBe([
            "AGENDA_ITEM_CONTINUED_TOO_EARLY 003 第十六条",
        ]);
        (await city.RefusedAsync("callLeadingGroupMeeting", Again("2024-05-20", meeting.Items[0], meeting.Items[0]))).ShouldBe([
            "AGENDA_ITEM_CONTINUED_ALREADY 003 第十六条",
        ]);
        var again = await city.DoneAsync(
            "callLeadingGroupMeeting",
            Again("2024-05-20", meeting.Items[0]),
            "agenda { id continues { state meeting { heldOn state } continuedBy { meeting { heldOn } } } }"
        );
        again
            .GetProperty("agenda")[0]
            .GetProperty("continues")
            .ToString()
            .ShouldBe(
                """{"state":"OPEN","meeting":{"heldOn":"2024-05-10","state":"INQUORATE"},"continuedBy":{"meeting":{"heldOn":"2024-05-20"}}}"""
            );
        (await city.RefusedAsync("callLeadingGroupMeeting", Again("2024-05-21", meeting.Items[0]))).ShouldBe([
            "AGENDA_ITEM_CONTINUED_ALREADY 003 第十六条",
        ]);
        (
            await city.RefusedAsync(
                "callLeadingGroupMeeting",
                Again("2024-05-21", again.GetProperty("agenda")[0].GetProperty("id").GetString()!)
            )
        ).ShouldBe(["AGENDA_ITEM_NOT_PUT_OFF 003 第十六条"]);
    }
}
