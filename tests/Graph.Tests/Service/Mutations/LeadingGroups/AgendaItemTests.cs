namespace SocietyParty.Graph.Tests.Service.Mutations.LeadingGroups;

/// <summary>003 第十六条: 应暂缓决定，待进一步交换意见后，再行表决.</summary>
public sealed class AgendaItemTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task A_deferred_item_comes_again_at_a_later_meeting_and_is_voted_on()
    {
        var council = await Council.NewAsync(city);
        var group = await council.ApprovedAsync();
        var meeting = await council.CalledAsync(group);
        await city.DoneAsync("recordLeadingGroupAttendance", meeting.Attendance(present: 5));
        await city.DoneAsync(
            "deferAgendaItem",
            new
            {
                agendaItem = meeting.Items[0],
                hasMajorDisagreement = true,
                reason = "重大意见分歧",
            }
        );
        var again = await city.DoneAsync(
            "callLeadingGroupMeeting",
            new
            {
                leadingGroup = group,
                heldOn = "2024-06-20",
                agenda = new[] { new { title = "合成议题再议", continues = meeting.Items[0] } },
            },
            "id agenda { id continues { state meeting { heldOn state } } }"
        );
        var item = again.GetProperty("agenda")[0];
        item.GetProperty("continues").ToString().ShouldBe("""{"state":"DEFERRED","meeting":{"heldOn":"2024-05-10","state":"DEFERRED"}}""");

        await city.DoneAsync(
            "recordLeadingGroupAttendance",
            (meeting with { Id = again.GetProperty("id").GetString()! }).Attendance(present: 5)
        );
        (
            await city.DoneAsync(
                "decideAgendaItem",
                new
                {
                    agendaItem = item.GetProperty("id").GetString(),
                    votesFor = 4,
                    votesAgainst = 1,
                    votesAbstain = 0,
                },
                "state agenda { state votesFor }"
            )
        ).ToString().ShouldBe("""{"state":"DECIDED","agenda":[{"state":"ADOPTED","votesFor":4}]}""");
    }
}
