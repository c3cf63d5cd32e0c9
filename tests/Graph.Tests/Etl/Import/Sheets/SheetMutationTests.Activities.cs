using SocietyParty.Graph.Tests.Service.Mutations;
using SocietyParty.Graph.Tests.Service.Mutations.Members;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <content>Activities that are entered twice, and branches by the names that they had.</content>
public sealed partial class SheetMutationTests
{
    private const string Activities = "党组织名称,活动类型,活动主题,计划日期,举办日期\n";

    [Fact]
    public async Task An_activity_is_entered_once_by_whatever_way()
    {
        var steps = new MemberSteps(city, "重登");
        var branch = await steps.BranchAsync();
        object Held(string title, string heldOn) =>
            new
            {
                branch,
                kind = "THEME_PARTY_DAY",
                title,
                heldOn,
            };
        await city.DoneAsync("recordActivity", Held("学习（一）", "2024-03-05"));
        await RefusedAsync(
            "recordActivity",
            Held("学习(一)", "2024-03-05"),
            "activities",
            $"{Activities}合成重登党支部,主题党日,学习(一),,2024-03-05\n",
            ["DUPLICATE_ACTIVITY"]
        );
        // To the letter it is the same row again, which changes nothing.
        (await ImportAsync("activities", $"{Activities}合成重登党支部,主题党日,学习（一）,,2024-03-05\n")).UnchangedCount.ShouldBe(1);
        object Planned(string plannedOn) =>
            new
            {
                branch,
                kind = "THEME_PARTY_DAY",
                title = "学习（一）",
                plannedOn,
            };
        await RefusedAsync(
            "planActivity",
            Planned("2024-03-05"),
            "activities",
            $"{Activities}合成重登党支部,主题党日,学习（一）,2024-03-05,\n",
            ["DUPLICATE_ACTIVITY"]
        );
        // What was planned and what is held meet: the row has a warning about the plan, as a form has.
        await city.DoneAsync("planActivity", Planned("2024-05-05"));
        var sheet = await ImportAsync("activities", $"{Activities}合成重登党支部,主题党日,学习（一）,,2024-05-06\n");
        var notice = sheet.Discrepancies.ShouldHaveSingleItem();
        var form = await city.ChangeAsync("recordActivity", Held("学习（一）", "2024-05-06"));
        (notice.Code, notice.MessageIn(Language.English)).ShouldBe(
            ("ACTIVITY_WAS_PLANNED", $"line 2: {form.GetProperty("warnings")[0].GetProperty("message").GetString()}")
        );
    }

    [Fact]
    public async Task A_branch_has_activities_on_the_days_on_which_it_stands_and_nobody_comes_who_is_not_expected()
    {
        var steps = new MemberSteps(city, "出勤");
        var branch = await steps.BranchAsync();
        const string header = "党组织名称,活动类型,活动主题,举办日期,应到人数,实到人数\n";
        async Task HeldAsync(string heldOn, int? expectedCount, int? attendedCount, params string[] codes) =>
            await RefusedAsync(
                "recordActivity",
                new
                {
                    branch,
                    kind = "THEME_PARTY_DAY",
                    title = "合成",
                    heldOn,
                    expectedCount,
                    attendedCount,
                },
                "activities",
                $"{header}合成出勤党支部,主题党日,合成,{heldOn},{expectedCount},{attendedCount}\n",
                codes
            );
        // Today's status says nothing of a day before the establishment.
        var established = await city.ScalarAsync<DateTime>(
            "SELECT status_since::timestamp FROM graph.branch WHERE name = '合成出勤党支部'"
        );
        await HeldAsync($"{established.AddDays(-1):yyyy-MM-dd}", 9, 8, "BRANCH_NOT_ESTABLISHED");
        await HeldAsync($"{established:yyyy-MM-dd}", 9, null, "ATTENDANCE_INCOMPLETE");
        await HeldAsync($"{established:yyyy-MM-dd}", 9, 10, "ATTENDANCE_EXCEEDS_EXPECTED");
        await DoneAsync("activities", $"{header}合成出勤党支部,主题党日,合成,{established:yyyy-MM-dd},9,8\n");
    }

    [Fact]
    public async Task A_sheet_finds_a_renamed_branch_and_committee_by_the_old_name()
    {
        var steps = new MemberSteps(city, "旧称");
        var branch = await steps.BranchAsync();
        await city.DoneAsync(
            "updateBranch",
            new
            {
                branch,
                version = 2,
                name = "合成新称党支部",
            }
        );
        var report = await ImportAsync("activities", $"{Activities}合成旧称党支部,其他,参观,,2024-03-05\n", isDryRun: false);
        report.Problems.ShouldBeEmpty();
        (
            await city.ScalarAsync<string>(
                "SELECT b.name FROM graph.activity a JOIN graph.branch b ON b.id = a.branch_id WHERE a.title = '参观' AND "
                    + "a.held_on = '2024-03-05'"
            )
        ).ShouldBe("合成新称党支部");
        // A branch that bears the name now goes before one that had it.
        await steps.BranchAsync("再");
        var again = await city.ScalarAsync<long>("SELECT id FROM graph.branch WHERE name = '合成旧称再党支部'");
        await city.DoneAsync(
            "updateBranch",
            new
            {
                branch = MutationFixture.Id("Branch", again),
                version = 2,
                name = "合成旧称党支部",
            }
        );
        (await ImportAsync("activities", $"{Activities}合成旧称党支部,其他,参观,,2024-03-05\n", isDryRun: false)).InsertedCount.ShouldBe(1);
        (await city.ScalarAsync<long>($"SELECT count(*) FROM graph.activity WHERE branch_id = {again}")).ShouldBe(1);
    }
}
