using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.LeadingGroups;

/// <summary>A meeting of a leading group from its agenda to its signed minutes (003 第十五条 to 第二十条).</summary>
public sealed class GroupMeetingTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static object Decision(string item, int votesFor, int votesAgainst, int votesAbstain) =>
        new
        {
            agendaItem = item,
            votesFor,
            votesAgainst,
            votesAbstain,
        };

    private async Task<string> StateAsync(Meeting meeting) =>
        (await city.QueryAsync("query($id: ID!) { leadingGroupMeeting(id: $id) { state } }", new { id = meeting.Id }))
            .GetProperty("leadingGroupMeeting")
            .GetProperty("state")
            .GetString()!;

    [Fact]
    public async Task A_meeting_decides_by_majority_and_its_leader_signs_the_minutes()
    {
        var council = await Council.NewAsync(city);
        var meeting = await council.CalledAsync(await council.ApprovedAsync(seats: 7), items: 3);
        await city.DoneAsync(
            "recordWrittenOpinion",
            new
            {
                agendaItem = meeting.Items[0],
                seat = meeting.Seats[6],
                receivedOn = "2024-05-09",
                opinion = "合成意见",
            }
        );
        var quorate = await city.ChangeAsync(
            "recordLeadingGroupAttendance",
            meeting.Attendance(present: 4, excused: 2),
            "state attendance { status } writtenOpinions { receivedOn }"
        );
        quorate
            .GetProperty("leadingGroupMeeting")
            .ToString()
            .ShouldBe(
                """{"state":"QUORATE","attendance":[{"status":"PRESENT"},{"status":"PRESENT"},{"status":"PRESENT"},{"status":"PRESENT"},{"status":"EXCUSED"},{"status":"EXCUSED"},{"status":"ABSENT"}],"writtenOpinions":[{"receivedOn":"2024-05-09"}]}"""
            );
        quorate.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["ABSENT_WITHOUT_LEAVE 003 第十八条"]);

        // The seventh gave an opinion in writing; that is no presence, so five votes are one too many.
        (await city.RefusedAsync("decideAgendaItem", Decision(meeting.Items[0], 5, 0, 0))).ShouldBe([
            "MORE_VOTES_THAN_PRESENT 003 第十八条",
        ]);
        (
            await city.RefusedAsync(
                "decideAgendaItem",
                new
                {
                    agendaItem = meeting.Items[0],
                    votesFor = 1,
                    votesAgainst = 0,
                    votesAbstain = 0,
                    voters = new[] { meeting.Seats[6] },
                }
            )
        ).ShouldBe(["VOTER_NOT_PRESENT 003 第十八条"]);
        (
            await city.RefusedAsync(
                "decideAgendaItem",
                new
                {
                    agendaItem = meeting.Items[0],
                    votesFor = 2,
                    votesAgainst = 0,
                    votesAbstain = 0,
                    voters = new[] { meeting.Seats[0] },
                }
            )
        ).ShouldBe(["VOTERS_DO_NOT_ADD_UP"]);
        (await city.RefusedAsync("decideAgendaItem", Decision(meeting.Items[0], -1, 0, 0))).ShouldBe(["VOTES_NEGATIVE"]);
        await city.DoneAsync(
            "decideAgendaItem",
            new
            {
                agendaItem = meeting.Items[0],
                votesFor = 3,
                votesAgainst = 1,
                votesAbstain = 0,
                voters = meeting.Seats.Take(4),
            }
        );
        // Half of those present is no majority.
        (await city.DoneAsync("decideAgendaItem", Decision(meeting.Items[1], 2, 1, 1), "state"))
            .ToString()
            .ShouldBe("""{"state":"QUORATE"}""");
        (await city.RefusedAsync("decideAgendaItem", Decision(meeting.Items[1], 3, 1, 0))).ShouldBe(["WRONG_STAGE 003 第七条"]);
        var decided = await city.DoneAsync(
            "deferAgendaItem",
            new { agendaItem = meeting.Items[2], reason = "合成理由" },
            "state version agenda { state votesFor }"
        );
        decided
            .GetProperty("agenda")
            .ToString()
            .ShouldBe("""[{"state":"ADOPTED","votesFor":3},{"state":"REJECTED","votesFor":2},{"state":"DEFERRED","votesFor":null}]""");
        decided.GetProperty("state").GetString().ShouldBe("DECIDED");

        object Signature(string signer, string signedOn) =>
            new
            {
                meeting = meeting.Id,
                signer,
                keeper = MutationFixture.Id("Person", council.Outsider),
                signedOn,
            };
        (await city.RefusedAsync("signLeadingGroupMinutes", Signature(meeting.Seats[1], "2024-05-11"))).ShouldBe([
            "MINUTES_SIGNED_BY_ANOTHER 003 第二十条",
        ]);
        (await city.RefusedAsync("signLeadingGroupMinutes", Signature(meeting.Seats[0], "2024-05-09"))).ShouldBe(["SIGNED_BEFORE_MEETING"]);
        var signed = await city.DoneAsync(
            "signLeadingGroupMinutes",
            Signature(meeting.Seats[0], "2024-05-11"),
            "state minutesSignedOn minutesSigner { role } minutesKeeper { id }"
        );
        signed
            .ToString()
            .ShouldBe(
                $$$"""{"state":"MINUTES_SIGNED","minutesSignedOn":"2024-05-11","minutesSigner":{"role":"LEADER"},"minutesKeeper":{"id":"{{{MutationFixture.Id("Person", council.Outsider)}}}"}}"""
            );
        (await city.RefusedAsync("signLeadingGroupMinutes", Signature(meeting.Seats[0], "2024-05-12"))).ShouldBe([
            "WRONG_STAGE 003 第二十条",
        ]);
    }

    [Fact]
    public async Task Half_of_an_even_number_is_enough_unless_the_rules_ask_for_more()
    {
        var council = await Council.NewAsync(city);
        var group = await council.ApprovedAsync(seats: 5);
        // Seats came and went in another way: six of them now.
        await city.ExecuteAsync(
            """
            INSERT INTO graph.leading_group_seat (composition_id, person_id, role)
            SELECT c.id, @person, 'MEMBER' FROM graph.leading_group_composition AS c JOIN graph.leading_group AS g ON g.id = c.leading_group_id WHERE g.council_term_id = @Term
            """,
            new { person = council.Members[6], council.Term }
        );
        var meeting = await council.CalledAsync(group);
        await city.DoneAsync("recordLeadingGroupAttendance", meeting.Attendance(present: 3, excused: 3));
        (await StateAsync(meeting)).ShouldBe("QUORATE");
        var other = await council.CalledAsync(group, heldOn: "2024-05-11");
        await city.DoneAsync("recordLeadingGroupAttendance", other.Attendance(present: 2, excused: 4));
        (await StateAsync(other)).ShouldBe("INQUORATE");
    }

    [Fact]
    public async Task Major_disagreement_defers_unless_it_is_urgent()
    {
        var council = await Council.NewAsync(city);
        var group = await council.ApprovedAsync();
        var meeting = await council.CalledAsync(group, items: 2);
        await city.DoneAsync("recordLeadingGroupAttendance", meeting.Attendance(present: 5));
        object Decision(string item, string? urgentReason) =>
            new
            {
                agendaItem = item,
                votesFor = 3,
                votesAgainst = 2,
                votesAbstain = 0,
                hasMajorDisagreement = true,
                urgentReason,
            };
        (await city.RefusedAsync("decideAgendaItem", Decision(meeting.Items[0], null))).ShouldBe([
            "MAJOR_DISAGREEMENT_DEFERS 003 第十六条",
        ]);
        await city.DoneAsync("decideAgendaItem", Decision(meeting.Items[0], "合成紧急情况"));
        await city.DoneAsync(
            "deferAgendaItem",
            new
            {
                agendaItem = meeting.Items[1],
                hasMajorDisagreement = true,
                reason = "重大意见分歧",
            }
        );
        (await StateAsync(meeting)).ShouldBe("DECIDED");

        var deferred = await council.CalledAsync(group, heldOn: "2024-06-10");
        await city.DoneAsync("recordLeadingGroupAttendance", deferred.Attendance(present: 5));
        (
            await city.RefusedAsync(
                "deferAgendaItem",
                new
                {
                    agendaItem = deferred.Items[0],
                    reason = "合成",
                    version = 1,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        (
            await city.DoneAsync(
                "deferAgendaItem",
                new
                {
                    agendaItem = deferred.Items[0],
                    reason = "合成",
                    version = 2,
                },
                "state"
            )
        ).ToString().ShouldBe("""{"state":"DEFERRED"}""");
    }

    [Fact]
    public async Task Opinions_come_before_the_meeting_once_and_from_a_member()
    {
        var council = await Council.NewAsync(city);
        var group = await council.ApprovedAsync();
        var meeting = await council.CalledAsync(group);
        var other = await Council.NewAsync(city);
        var elsewhere = await other.CalledAsync(await other.ApprovedAsync());
        object Opinion(string seat, string receivedOn = "2024-05-09", string opinion = "合成意见") =>
            new
            {
                agendaItem = meeting.Items[0],
                seat,
                receivedOn,
                opinion,
            };
        (await city.RefusedAsync("recordWrittenOpinion", Opinion(elsewhere.Seats[0]))).ShouldBe([
            "SEAT_OF_ANOTHER_GROUP 003 第五条, 003 第十五条",
        ]);
        (await city.RefusedAsync("recordWrittenOpinion", Opinion(meeting.Seats[4], "2024-05-11"))).ShouldBe([
            "OPINION_AFTER_MEETING 003 第十八条",
        ]);
        (await city.RefusedAsync("recordWrittenOpinion", Opinion(meeting.Seats[4], opinion: " "))).ShouldBe(["TEXT_INVALID"]);
        await city.DoneAsync("recordWrittenOpinion", Opinion(meeting.Seats[4]));
        (await city.RefusedAsync("recordWrittenOpinion", Opinion(meeting.Seats[4]))).ShouldBe(["OPINION_GIVEN 003 第十八条"]);
        await city.DoneAsync("recordLeadingGroupAttendance", meeting.Attendance(present: 4, excused: 1));
        await city.DoneAsync("decideAgendaItem", Decision(meeting.Items[0], 4, 0, 0));
        (await city.RefusedAsync("recordWrittenOpinion", Opinion(meeting.Seats[3]))).ShouldBe(["WRONG_STAGE 003 第十八条"]);
    }

    [Fact]
    public async Task Minutes_that_are_signed_late_are_signed_with_a_warning()
    {
        var council = await Council.NewAsync(city);
        var meeting = await council.CalledAsync(await council.ApprovedAsync());
        await city.DoneAsync("recordLeadingGroupAttendance", meeting.Attendance(present: 5));
        await city.DoneAsync("decideAgendaItem", Decision(meeting.Items[0], 5, 0, 0));
        var signed = await city.ChangeAsync(
            "signLeadingGroupMinutes",
            new
            {
                meeting = meeting.Id,
                signer = meeting.Seats[0],
                keeper = MutationFixture.Id("Person", council.Outsider),
                signedOn = "2024-06-10",
            }
        );
        signed.GetProperty("errors").GetArrayLength().ShouldBe(0);
        signed
            .GetProperty("warnings")
            .EnumerateArray()
            .Select(MutationFixture.Shown)
            .ShouldBe(["MINUTES_SIGNED_LATE 003 第二十条 （原文没有写明期限，30天是本系统的默认值）"]);
    }

    [Fact]
    public async Task The_database_lets_nobody_vote_who_is_not_there()
    {
        var council = await Council.NewAsync(city);
        var meeting = await council.CalledAsync(await council.ApprovedAsync());
        await city.DoneAsync("recordLeadingGroupAttendance", meeting.Attendance(present: 4, excused: 1));
        var refused = await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            city.ExecuteAsync(
                """
                INSERT INTO graph.leading_group_voter (meeting_id, agenda_item_id, seat_id)
                SELECT a.meeting_id, i.id, a.seat_id FROM graph.leading_group_attendance AS a JOIN graph.leading_group_agenda_item AS i USING (meeting_id) WHERE a.status = 'EXCUSED'
                """
            )
        );
        refused.ConstraintName.ShouldBe("leading_group_voter_is_present");
    }

    [Fact]
    public async Task Of_two_decisions_of_one_item_at_once_one_is_done()
    {
        var council = await Council.NewAsync(city);
        var meeting = await council.CalledAsync(await council.ApprovedAsync());
        await city.DoneAsync("recordLeadingGroupAttendance", meeting.Attendance(present: 5));
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => city.ChangeAsync("decideAgendaItem", Decision(meeting.Items[0], 5, 0, 0)))
        );
        answers.Count(answer => answer.GetProperty("errors").GetArrayLength() == 0).ShouldBe(1);
    }
}
