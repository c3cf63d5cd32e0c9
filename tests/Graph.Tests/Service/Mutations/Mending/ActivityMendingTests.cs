using System.Text.Json;
using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Service.Mutations.Mending;

/// <summary>Slips in activities, and their repairs (004 组织建设-2).</summary>
public sealed class ActivityMendingTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private const string OfYear =
        "activities { totalCount } activityCompliance { year collectiveCount heldCount documentedCount expectedCount attendedCount }";

    private const string History = "mendings { kind action reason changedBy fields { name before after } }";

    private static object Held(string branch, string title, string heldOn, int? expected = null, int? attended = null) =>
        new
        {
            branch,
            kind = "THEME_PARTY_DAY",
            title,
            heldOn,
            expectedCount = expected,
            attendedCount = attended,
            hasPlan = true,
            hasRecord = true,
        };

    private async Task<string> RecordAsync(object input) => MemberSteps.KeyOf(await city.DoneAsync("recordActivity", input));

    private async Task<string> OfBranchAsync(string branch, string selection) =>
        (await city.QueryAsync($"query($id: ID!) {{ branch(id: $id) {{ {selection} }} }}", new { id = branch }))
            .GetProperty("branch")
            .ToString();

    [Fact]
    public async Task A_corrected_activity_says_what_it_said_and_who_changed_it_why()
    {
        var branch = await new MemberSteps(city, "更正活动").BranchAsync();
        var activity = await RecordAsync(Held(branch, "学习会", "2024-03-05", 12, 10));
        var corrected = await city.DoneAsync(
            "correctActivity",
            new
            {
                activity,
                heldOn = "2024-03-06",
                attendedCount = 11,
                reason = "考勤表抄错",
                version = 1,
            },
            $"heldOn expectedCount attendedCount title version {History}",
            actor: "办事员甲"
        );
        corrected
            .ToString()
            .ShouldBe(
                """{"heldOn":"2024-03-06","expectedCount":12,"attendedCount":11,"title":"学习会","version":2,"mendings":[{"kind":"ACTIVITY","action":"CORRECTED","reason":"考勤表抄错","changedBy":"办事员甲","fields":[{"name":"attendedCount","before":"10","after":"11"},{"name":"heldOn","before":"2024-03-05","after":"2024-03-06"}]}]}"""
            );
        (
            await city.RefusedAsync(
                "correctActivity",
                new
                {
                    activity,
                    title = "改",
                    reason = "x",
                    version = 1,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        (await city.RefusedAsync("correctActivity", new { activity, reason = " " })).ShouldBe(["TEXT_INVALID"]);
        (
            await city.RefusedAsync(
                "correctActivity",
                new
                {
                    activity,
                    attendedCount = 13,
                    reason = "x",
                }
            )
        ).ShouldBe(["ATTENDANCE_EXCEEDS_EXPECTED 004 组织建设-2"]);
        (
            await city.RefusedAsync(
                "correctActivity",
                new
                {
                    activity,
                    heldOn = "2019-03-06",
                    reason = "x",
                }
            )
        ).ShouldBe(["BRANCH_NOT_ESTABLISHED 004 组织建设-2"]);
        (
            await city.RefusedAsync(
                "correctActivity",
                new
                {
                    activity,
                    heldOn = "2090-03-06",
                    reason = "x",
                }
            )
        ).ShouldBe(["DAY_TO_COME"]);
        var same = await city.ChangeAsync(
            "correctActivity",
            new
            {
                activity,
                title = "学习会",
                reason = "没有变",
            },
            "version"
        );
        same.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["NOTHING_TO_CHANGE"]);
        (await OfBranchAsync(branch, "mendings { totalCount nodes { action changedOn branch { id } } }")).ShouldContain("\"totalCount\":1");
        (
            await city.ScalarAsync<string>(
                "SELECT (before ->> 'held_on') || (after ->> 'held_on') FROM graph.mended_record WHERE reason = '考勤表抄错'"
            )
        ).ShouldBe("2024-03-052024-03-06");
        await Should.ThrowAsync<Npgsql.PostgresException>(() => city.ExecuteAsync("UPDATE graph.mended_record SET reason = 'y'"));
    }

    [Fact]
    public async Task A_void_activity_is_as_if_it_had_never_been_and_is_kept_with_its_attendance()
    {
        var steps = new MemberSteps(city, "作废活动");
        var branch = await steps.BranchAsync();
        var member = await steps.MemberAsync(branch);
        await RecordAsync(Held(branch, "一月学习", "2024-01-15", 3, 3));
        await RecordAsync(Held(branch, "二月学习", "2024-02-15", 3, 2));
        var before = await OfBranchAsync(branch, OfYear);
        var slip = await RecordAsync(
            new
            {
                branch,
                kind = "DEMOCRATIC_APPRAISAL",
                title = "别的支部的会",
                heldOn = "2024-02-20",
                attendance = new[] { new { member, attended = true } },
            }
        );
        (await OfBranchAsync(branch, OfYear)).ShouldNotBe(before);
        (
            await city.DoneAsync(
                "voidRecord",
                new { node = slip, reason = "录到别的支部" },
                "kind action branch { id } society { id } reason fields { name before after }"
            )
        )
            .GetProperty("fields")
            .EnumerateArray()
            .Single(field => field.GetProperty("name").GetString() == "title")
            .ToString()
            .ShouldBe("""{"name":"title","before":"别的支部的会","after":null}""");
        (await OfBranchAsync(branch, OfYear)).ShouldBe(before);
        (await city.QueryAsync("query($id: ID!) { node(id: $id) { id } }", new { id = slip })).ToString().ShouldBe("""{"node":null}""");
        (
            await city.ScalarAsync<string>(
                "SELECT jsonb_array_length(before -> 'attendance') || ' ' || (after IS NULL) FROM graph.mended_record WHERE "
                    + "reason = '录到别的支部'"
            )
        ).ShouldBe("1 true");
        (await city.RefusedAsync("voidRecord", new { node = slip, reason = "再次" })).ShouldBe(["NOT_FOUND"]);
        (await city.RefusedAsync("voidRecord", new { node = branch, reason = "x" })).ShouldBe(["RECORD_NOT_VOIDABLE"]);
        (await city.RefusedAsync("voidRecord", new { node = "x", reason = "x" })).ShouldBe(["RECORD_NOT_VOIDABLE"]);
        (
            await city.QueryAsync(
                "{ mendings(where: { action: { eq: VOIDED }, kind: { eq: ACTIVITY } }) { nodes { reason branch { name } } } }"
            )
        )
            .ToString()
            .ShouldContain("""{"reason":"录到别的支部","branch":{"name":"合成作废活动党支部"}}""");
    }

    [Fact]
    public async Task What_was_recorded_as_held_by_mistake_is_planned_again()
    {
        var branch = await new MemberSteps(city, "未举办").BranchAsync();
        var activity = MemberSteps.KeyOf(
            await city.DoneAsync(
                "planActivity",
                new
                {
                    branch,
                    kind = "OTHER",
                    title = "参观",
                    plannedOn = "2024-05-04",
                }
            )
        );
        await city.DoneAsync(
            "recordActivity",
            new
            {
                activity,
                heldOn = "2024-05-04",
                expectedCount = 5,
                attendedCount = 5,
                hasRecord = true,
            }
        );
        (
            await city.RefusedAsync(
                "moveActivity",
                new
                {
                    activity,
                    plannedOn = "2024-06-04",
                    reason = "下雨",
                }
            )
        ).ShouldBe(["ACTIVITY_HELD"]);
        (
            await city.DoneAsync(
                "correctActivity",
                new
                {
                    activity,
                    heldOn = (string?)null,
                    reason = "登记错了活动",
                },
                "heldOn plannedOn expectedCount hasAttendance hasRecord"
            )
        ).ToString().ShouldBe("""{"heldOn":null,"plannedOn":"2024-05-04","expectedCount":null,"hasAttendance":false,"hasRecord":false}""");
        (
            await city.DoneAsync(
                "moveActivity",
                new
                {
                    activity,
                    plannedOn = "2030-06-04",
                    reason = "下雨",
                },
                "plannedOn mendings { action fields { name before after } }"
            )
        ).GetProperty("mendings")[0].ToString().ShouldBe("""{"action":"MOVED","fields":[{"name":"plannedOn","before":"2024-05-04","after":"2030-06-04"}]}""");
        var unplanned = await RecordAsync(Held(branch, "未计划", "2024-05-06"));
        (
            await city.RefusedAsync(
                "correctActivity",
                new
                {
                    activity = unplanned,
                    heldOn = (string?)null,
                    reason = "没有举办",
                }
            )
        ).ShouldBe(["ACTIVITY_WITHOUT_DAY"]);
    }

    [Fact]
    public async Task The_same_activity_twice_is_told_with_what_it_repeats()
    {
        var branch = await new MemberSteps(city, "重复活动").BranchAsync();
        object Planned(string title, string plannedOn) =>
            new
            {
                branch,
                kind = "THEME_PARTY_DAY",
                title,
                plannedOn,
            };
        await RecordAsync(Held(branch, "学习（一）", "2024-03-05"));
        (await city.RefusedAsync("recordActivity", Held(branch, "学习(一)", "2024-03-05"))).ShouldBe(["DUPLICATE_ACTIVITY 004 组织建设-2"]);
        (await city.RefusedAsync("planActivity", Planned("学习（一）", "2024-03-05"))).ShouldBe(["DUPLICATE_ACTIVITY 004 组织建设-2"]);
        await RecordAsync(Held(branch, "学习（一）", "2024-03-06"));
        var planned = MemberSteps.KeyOf(await city.DoneAsync("planActivity", Planned("调研", "2024-07-01")));
        var beside = await city.ChangeAsync("recordActivity", Held(branch, "调研", "2024-07-03"), "id");
        beside.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["ACTIVITY_WAS_PLANNED 004 组织建设-2"]);
        beside.GetProperty("warnings")[0].GetProperty("message").GetString()!.ShouldContain("2024-07-01");
        (await city.RefusedAsync("recordActivity", new { activity = planned, heldOn = "2024-07-03" })).ShouldBe([
            "DUPLICATE_ACTIVITY 004 组织建设-2",
        ]);
    }
}
