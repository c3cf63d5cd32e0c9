namespace SocietyParty.Graph.Tests.Service.Mutations.Assessments;

public sealed partial class MadeUpCityYearTests
{
    // In a district of the prefecture, where its rules hold too.
    [Fact]
    public async Task A_prefecture_holds_activities_of_its_own_kinds()
    {
        var round = await BegunAsync("合成六", "341502", "COUNTY");
        var branch = (await city.QueryAsync($$"""{ assessmentEntry(id: "{{round.Entries[0]}}") { branch { id } } }"""))
            .GetProperty("assessmentEntry")
            .GetProperty("branch")
            .GetProperty("id")
            .GetString();
        object Held(string? kindCode, string? kind, string title) =>
            new
            {
                branch,
                kind,
                kindCode,
                title,
                heldOn = "2025-11-05",
            };
        const string shown = "kind kindCode kindName";
        (await city.DoneAsync("recordActivity", Held("SCIENCE_DAY", null, "合成-志愿"), shown))
            .ToString()
            .ShouldBe("""{"kind":"THEME_PARTY_DAY","kindCode":"SCIENCE_DAY","kindName":"Science volunteer day"}""");
        (await city.RefusedAsync("recordActivity", Held("SCIENCE_DAY", "OTHER", "合成-二"))).ShouldBe([
            "ACTIVITY_KIND_NOT_ONE 004 组织建设-2",
        ]);
        (await city.RefusedAsync("recordActivity", Held("PICNIC", null, "合成-三"))).ShouldBe(["ACTIVITY_KIND_UNKNOWN 004 组织建设-2"]);
        (await city.RefusedAsync("recordActivity", Held(null, null, "合成-四"))).ShouldBe(["KIND_MISSING"]);

        // It counts as what it stands for, also after a correction, and a usual kind takes the place of it.
        var planned = await city.DoneAsync(
            "planActivity",
            new
            {
                branch,
                kindCode = "SCIENCE_DAY",
                title = "合成-评议",
                plannedOn = "2025-11-20",
            },
            "id"
        );
        var activity = planned.GetProperty("id").GetString();
        await city.DoneAsync("recordActivity", new { activity, heldOn = "2025-11-20" });
        object Corrected(string? kindCode, string? kind) =>
            new
            {
                activity,
                kindCode,
                kind,
                reason = "合成-填错类型",
            };
        (await city.DoneAsync("correctActivity", Corrected("YEAR_TALK", null), shown))
            .ToString()
            .ShouldBe("""{"kind":"DEMOCRATIC_APPRAISAL","kindCode":"YEAR_TALK","kindName":"Yearly appraisal"}""");
        (await AppraisalsAsync()).ShouldBe(1);
        (await city.DoneAsync("correctActivity", Corrected(null, "OTHER"), shown))
            .ToString()
            .ShouldBe("""{"kind":"OTHER","kindCode":null,"kindName":null}""");
        (await AppraisalsAsync()).ShouldBe(0);

        async Task<int> AppraisalsAsync() =>
            (await city.QueryAsync($$"""{ branch(id: "{{branch}}") { activityCompliance { year appraisalCount } } }"""))
                .GetProperty("branch")
                .GetProperty("activityCompliance")
                .EnumerateArray()
                .Single(year => year.GetProperty("year").GetInt32() == 2025)
                .GetProperty("appraisalCount")
                .GetInt32();
    }
}
