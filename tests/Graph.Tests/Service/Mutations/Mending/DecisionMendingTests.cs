using SocietyParty.Graph.Tests.Service.Mutations.Assessments;
using SocietyParty.Graph.Tests.Service.Mutations.LeadingGroups;
using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Service.Mutations.Mending;

/// <summary>What others rest on stays as they saw it: results, decided claims, meetings that decided (004, 003).</summary>
public sealed class DecisionMendingTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private async Task<string> SuggestedAsync(string entry) =>
        (
            await city.QueryAsync(
                "query($id: ID!) { assessmentEntry(id: $id) { suggestedScores { itemCode score } bonusClaims { id } } }",
                new { id = entry }
            )
        ).ToString();

    [Fact]
    public async Task A_void_activity_gives_the_suggested_scores_of_a_year_without_it_until_the_result_is_issued()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成修订", 1);
        await year.OpenAsync();
        await year.ActiveAsync(0, 2);
        var never = await SuggestedAsync(year.Entry(0));
        object Slip(string title) =>
            new
            {
                branch = year.Branches[0],
                kind = "OTHER",
                title,
                heldOn = "2025-08-08",
                isCollective = false,
            };
        var slip = MemberSteps.KeyOf(await city.DoneAsync("recordActivity", Slip("误录")));
        (await SuggestedAsync(year.Entry(0))).ShouldNotBe(never);
        await city.DoneAsync("voidRecord", new { node = slip, reason = "误录" });
        (await SuggestedAsync(year.Entry(0))).ShouldBe(never);

        var counted = MemberSteps.KeyOf(await city.DoneAsync("recordActivity", Slip("误录之二")));
        var plan = MemberSteps.KeyOf(
            await city.DoneAsync(
                "recordYearPlan",
                new
                {
                    branch = year.Branches[0],
                    year = RoundSteps.Year,
                    plannedOn = "2025-01-20",
                }
            )
        );
        await year.SubmitAsync(0);
        await year.DebriefAsync(0, 1m);
        await year.ReviewAsync(0, RoundSteps.Full);
        await year.IssueAsync("合成〔2026〕修订号");
        (await city.RefusedAsync("voidRecord", new { node = counted, reason = "误录" })).ShouldBe([
            "RECORD_IN_ISSUED_RESULT 004 第六条（四）",
        ]);
        (await city.RefusedAsync("voidRecord", new { node = plan, reason = "误录" })).ShouldBe([
            "RECORD_IN_ISSUED_RESULT 004 第六条（四）",
        ]);
        (
            await city.RefusedAsync(
                "correctActivity",
                new
                {
                    activity = counted,
                    isCollective = true,
                    reason = "x",
                }
            )
        ).ShouldBe(["RECORD_IN_ISSUED_RESULT 004 第六条（四）"]);
        // Words count nowhere, and a year that was not assessed is nobody's ground.
        await city.DoneAsync(
            "correctActivity",
            new
            {
                activity = counted,
                title = "学习会",
                reason = "名称",
            }
        );
        var later = MemberSteps.KeyOf(
            await city.DoneAsync(
                "recordActivity",
                new
                {
                    branch = year.Branches[0],
                    kind = "OTHER",
                    title = "次年",
                    heldOn = "2026-01-08",
                }
            )
        );
        await city.DoneAsync("voidRecord", new { node = later, reason = "误录" });
    }

    [Fact]
    public async Task A_bonus_claim_is_corrected_and_void_until_it_is_decided()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成加分修订", 1);
        await year.OpenAsync();
        var never = await SuggestedAsync(year.Entry(0));
        object Claim(string evidenceRef) =>
            new
            {
                entry = year.Entry(0),
                item = "BONUS_3",
                level = "MUNICIPAL",
                evidenceRef,
                description = "文章",
                claimedOn = "2026-01-05",
            };
        var claim = MemberSteps.KeyOf(await city.DoneAsync("claimBonus", Claim("文章1")));
        (
            await city.DoneAsync(
                "correctBonusClaim",
                new
                {
                    claim,
                    level = "CENTRAL",
                    reason = "级别选错",
                },
                "level points evidenceRef mendings { fields { name before after } }"
            )
        ).ToString().ShouldBe("""{"level":"CENTRAL","points":5.00,"evidenceRef":"文章1","mendings":[{"fields":[{"name":"level","before":"MUNICIPAL","after":"CENTRAL"},{"name":"points","before":"2.00","after":"5.00"}]}]}""");
        var other = MemberSteps.KeyOf(await city.DoneAsync("claimBonus", Claim("文章2")));
        (
            await city.RefusedAsync(
                "correctBonusClaim",
                new
                {
                    claim = other,
                    level = "CENTRAL",
                    evidenceRef = "文章１",
                    reason = "x",
                }
            )
        ).ShouldBe(["BONUS_CLAIMED_ALREADY 004 第五条（六）"]);
        (
            await city.RefusedAsync(
                "correctBonusClaim",
                new
                {
                    claim,
                    item = "BONUS_9",
                    reason = "x",
                }
            )
        )[0].ShouldStartWith("BONUS_ITEM_UNKNOWN");
        await city.DoneAsync(
            "decideBonus",
            new
            {
                claim,
                accepted = true,
                decidedOn = "2026-02-01",
            }
        );
        (await city.RefusedAsync("voidRecord", new { node = claim, reason = "x" })).ShouldBe(["RECORD_DECIDED 004 第五条（六）"]);
        (
            await city.RefusedAsync(
                "correctBonusClaim",
                new
                {
                    claim,
                    description = "改",
                    reason = "x",
                }
            )
        ).ShouldBe(["RECORD_DECIDED 004 第五条（六）"]);
        await city.DoneAsync("voidRecord", new { node = other, reason = "不是本支部的文章" });
        (await SuggestedAsync(year.Entry(0))).ShouldBe(
            never.Replace("\"bonusClaims\":[]", $"\"bonusClaims\":[{{\"id\":\"{claim}\"}}]", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_called_meeting_gets_another_day_and_one_that_decided_stays()
    {
        var council = await Council.NewAsync(city);
        var group = await council.ApprovedAsync(seats: 3);
        var meeting = await council.CalledAsync(group, items: 2);
        (
            await city.DoneAsync(
                "moveLeadingGroupMeeting",
                new
                {
                    meeting = meeting.Id,
                    heldOn = "2024-06-10",
                    reason = "组长出差",
                    version = 1,
                },
                "heldOn state mendings { action fields { name before after } }"
            )
        ).ToString().ShouldBe("""{"heldOn":"2024-06-10","state":"AGENDA","mendings":[{"action":"MOVED","fields":[{"name":"heldOn","before":"2024-05-10","after":"2024-06-10"}]}]}""");
        (
            await city.RefusedAsync(
                "moveLeadingGroupMeeting",
                new
                {
                    meeting = meeting.Id,
                    heldOn = "2028-06-10",
                    reason = "x",
                }
            )
        )[0].ShouldStartWith("TERM_OVER");
        (
            await city.RefusedAsync(
                "moveLeadingGroupMeeting",
                new
                {
                    meeting = meeting.Id,
                    heldOn = "2024-02-15",
                    reason = "x",
                }
            )
        )[0].ShouldStartWith("MEETING_OF_OTHER_SEATS");
        await city.DoneAsync("recordLeadingGroupAttendance", meeting.Attendance(present: 3, excused: 0));
        (
            await city.RefusedAsync(
                "moveLeadingGroupMeeting",
                new
                {
                    meeting = meeting.Id,
                    heldOn = "2024-07-10",
                    reason = "x",
                }
            )
        )[0].ShouldStartWith("MEETING_HELD");
        var never = await council.CalledAsync(group, heldOn: "2024-09-10");
        await city.DoneAsync("recordLeadingGroupAttendance", never.Attendance(present: 2, excused: 1));
        await city.DoneAsync("voidRecord", new { node = never.Id, reason = "没有召开" });
        (
            await city.ScalarAsync<string>(
                "SELECT jsonb_array_length(before -> 'agenda') || ' ' || jsonb_array_length(before -> 'attendance') FROM "
                    + "graph.mended_record WHERE reason = '没有召开'"
            )
        ).ShouldBe("1 3");
        await city.DoneAsync(
            "decideAgendaItem",
            new
            {
                agendaItem = meeting.Items[0],
                votesFor = 3,
                votesAgainst = 0,
                votesAbstain = 0,
            }
        );
        (await city.RefusedAsync("voidRecord", new { node = meeting.Id, reason = "x" })).ShouldBe(["RECORD_DECIDED 003 第二十条"]);
    }
}
