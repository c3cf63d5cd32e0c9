using System.Text.Json.Nodes;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Rules;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>Kinds of activities that the rules of a city name, in its lists and in the warehouse (004 组织建设-2).</summary>
public sealed class ActivityKindSheetTests
{
    private const string Header = "党组织,活动类型,标题,计划日期,举办日期\n";

    /// <summary>A city whose rules name two kinds from 2021 on.</summary>
    private static async Task<SheetGraph> StartAsync()
    {
        var graph = await SheetGraph.NewAsync(branches: ["合成党支部"]);
        var file = JsonNode.Parse(MadeUpCityTests.Text)!.AsObject();
        file["assessment"]!["activities"]!["kinds"] = JsonNode.Parse(
            """
            [{ "kind": "THEME_PARTY_DAY", "code": "SCIENCE_DAY", "name": "科技志愿日", "englishName": "Science day" },
             { "kind": "DEMOCRATIC_APPRAISAL", "code": "OPEN_APPRAISAL", "name": "公开评议", "englishName": "Open appraisal" }]
            """
        );
        var files = RuleSetFile.Embedded().Append(new("rules/410400/made-up-city.json", file.ToString()));
        (await RuleSetLoader.LoadAsync(graph.Source, [.. files])).Problems.ShouldBeEmpty();
        return graph;
    }

    [Fact]
    public async Task A_kind_is_named_by_its_name_or_its_code()
    {
        await using var graph = await StartAsync();
        const string list =
            Header
            + "合成党支部,科技志愿日,甲,,2024-03-01\n合成党支部,science_day,乙,2024-04-01,\n合成党支部,公开 评议,丙,,2024-05-01\n合成党支部,主题党日,丁,,2024-06-01\n";
        (await graph.ImportAsync("activities", list)).InsertedCount.ShouldBe(4);
        const string shown = "SELECT concat_ws(' ', title, kind, kind_code, kind_name, kind_english_name) FROM graph.activity ORDER BY id";
        (await graph.RowsAsync(shown)).ShouldBe([
            "甲 THEME_PARTY_DAY SCIENCE_DAY 科技志愿日 Science day",
            "乙 THEME_PARTY_DAY SCIENCE_DAY 科技志愿日 Science day",
            "丙 DEMOCRATIC_APPRAISAL OPEN_APPRAISAL 公开评议 Open appraisal",
            "丁 THEME_PARTY_DAY",
        ]);
        (await graph.ImportAsync("activities", list)).UnchangedCount.ShouldBe(4);
        // What was planned is held as what it was planned as.
        (await graph.ImportAsync("activities", Header + "合成党支部,科技志愿日,乙,2024-04-01,2024-04-02\n")).UpdatedCount.ShouldBe(1);

        (await LoadPipeline.RunAsync(graph.Source, new LoadOptions(new(2024, 12, 31)))).Problem.ShouldBeNull();
        (
            await graph.RowsAsync(
                "SELECT concat_ws(' ', held_on, kind, kind_code, kind_name, kind_english_name) FROM mart.activity ORDER BY held_on"
            )
        ).ShouldBe([
            "2024-03-01 THEME_PARTY_DAY SCIENCE_DAY 科技志愿日 Science day",
            "2024-04-02 THEME_PARTY_DAY SCIENCE_DAY 科技志愿日 Science day",
            "2024-05-01 DEMOCRATIC_APPRAISAL OPEN_APPRAISAL 公开评议 Open appraisal",
            "2024-06-01 THEME_PARTY_DAY",
        ]);
        (
            await graph.RowsAsync(
                "SELECT concat_ws(' ', rule_set_code, code, label_zh, label_en, kind) FROM mart.activity_kind ORDER BY position"
            )
        ).ShouldBe([
            "made-up-city SCIENCE_DAY 科技志愿日 Science day THEME_PARTY_DAY",
            "made-up-city OPEN_APPRAISAL 公开评议 Open appraisal DEMOCRATIC_APPRAISAL",
        ]);
    }

    [Theory]
    [InlineData(
        "秋游",
        "2024-03-01",
        "当日没有活动类型 秋游，可以填写：三会一课、主题党日、组织生活会、民主评议、其他、科技志愿日、公开评议。"
    )]
    // Before the city's rules there are the usual ones alone.
    [InlineData("科技志愿日", "2020-12-31", "当日没有活动类型 科技志愿日，可以填写：三会一课、主题党日、组织生活会、民主评议、其他。")]
    public async Task Another_kind_is_refused_with_those_of_the_day(string kind, string heldOn, string sentence)
    {
        await using var graph = await StartAsync();
        var before = await graph.FingerprintAsync();
        var problem = (await graph.ImportAsync("activities", $"{Header}合成党支部,{kind},甲,,{heldOn}\n")).Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Field, problem.Line).ShouldBe(("ACTIVITY_KIND_UNKNOWN", "活动类型", 2));
        problem.Message(Language.Chinese).ShouldContain(sentence);
        (await graph.FingerprintAsync()).ShouldBe(before);
    }
}
