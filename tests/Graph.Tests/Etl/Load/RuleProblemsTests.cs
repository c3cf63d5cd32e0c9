using System.Text.Json.Nodes;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Rules;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>
/// Contradictions that somebody could write into the file of a city: each is refused with its place and in words of both languages, and
/// nothing else is.
/// </summary>
public sealed class RuleProblemsTests
{
    private const string Assessment = "assessment";

    /// <summary>What is changed in the file: steps to a value, and the value.</summary>
    public static TheoryData<string, string, string, string, string, string> Planted =>
        new()
        {
            {
                "it ends before it begins",
                "effectiveTo",
                "\"2020-12-31\"",
                "effectiveTo",
                "must come after effectiveFrom, 2021-01-01",
                "应晚于开始日期（effectiveFrom）2021-01-01"
            },
            { "a second default", "default", "true", "default", "is true in schema/rules/default.json too", "默认" },
            { "the name of another", "code", "\"default\"", "code", "is \"default\" as in schema/rules/default.json", "default" },
            {
                "items that do not fill their section",
                $"{Assessment} sections 1 items 0 maximum value",
                "15",
                "assessment.sections[1]",
                "41",
                "41"
            },
            { "sections that do not fill the total", $"{Assessment} total value", "211", "assessment.total", "211", "211" },
            {
                "a contradiction resolved for another number",
                $"{Assessment} sections 3 items 0 override stated",
                "11",
                "assessment.sections[3].items[0].override.stated",
                "is 11, but the item's maximum is",
                "11"
            },
            {
                "an item of another section",
                $"{Assessment} sections 2 items 8 code",
                "\"TEAM_9\"",
                "assessment.sections[2].items[8].code",
                "must begin with its section, ORGANIZATION_",
                "应以所在部分的代码 ORGANIZATION_ 开头"
            },
            {
                "one item twice",
                $"{Assessment} sections 2 items 8 code",
                "\"ORGANIZATION_8\"",
                "assessment.sections[*].items",
                "names ORGANIZATION_8 more than once",
                "出现了不止一次"
            },
            {
                "a grade that nobody reaches",
                $"{Assessment} grades bands 0 from value",
                "400",
                "assessment.grades.bands[0].from",
                "no branch can have more than 230",
                "最多只能得230分"
            },
            {
                "a better grade that begins lower",
                $"{Assessment} grades bands 1 from value",
                "120",
                "assessment.grades.bands[2].from",
                "must be less than the band above it, 120",
                "应小于上一档的120"
            },
            {
                "a score without a grade",
                $"{Assessment} grades bands 3 from value",
                "10",
                "assessment.grades.bands[3].from",
                "must be 0",
                "使每个分数都有等次"
            },
            {
                "the better grade below the worse",
                $"{Assessment} grades bands 1 grade",
                "\"UNQUALIFIED\"",
                "assessment.grades.bands[2].grade",
                "the best comes first",
                "应从好到差排列"
            },
            {
                "no grade for who fails",
                $"{Assessment} grades bands 3 grade",
                "\"QUALIFIED\"",
                "assessment.grades.bands[3].grade",
                "must stand for UNQUALIFIED",
                "应对应 UNQUALIFIED"
            },
            {
                "two grades of one name",
                $"{Assessment} grades bands",
                """
                    [{ "grade": "EXCELLENT", "code": "UPPER", "name": "先进", "englishName": "Upper", "from": { "value": 90, "source": "x" } },
                     { "grade": "UNQUALIFIED", "code": "LOWER", "name": "先进", "englishName": "Lower", "from": { "value": 0, "source": "x" } }]
                    """,
                "assessment.grades.bands",
                "names 先进 more than once",
                "“先进”出现了不止一次"
            },
            {
                "a grade that is half named",
                $"{Assessment} grades bands 0 name",
                "\"先进\"",
                "assessment.grades.bands[0]",
                "must have code, name and englishName",
                "应同时填写"
            },
            {
                "a quota for a grade that there is not",
                $"{Assessment} grades bands 0 grade",
                "\"GOOD\"",
                "assessment.grades.excellentQuota",
                "no grade stands for EXCELLENT",
                "没有哪个等次对应 EXCELLENT"
            },
            {
                "a higher level worth less",
                $"{Assessment} bonus items 1 levels 2 points value",
                "1",
                "assessment.bonus.items[BONUS_2].levels",
                "gives 1 at Central, less than",
                "还少"
            },
            {
                "a level that is none",
                $"{Assessment} bonus items 1 levels 2 level",
                "\"DISTRICT\"",
                "assessment.bonus.items[BONUS_2].levels",
                "names DISTRICT, which is none of the levels",
                "DISTRICT，不在级别"
            },
            {
                "a cap that no claim stays under",
                $"{Assessment} bonus cap value",
                "3",
                "assessment.bonus.cap.value",
                "is 3, less than the 10 points that one claim gives",
                "比一项申报的10分还少"
            },
            {
                "shares beyond the whole",
                $"{Assessment} activities shares documents value",
                "0.5",
                "assessment.activities.shares",
                "add up to 1.4, not to 1",
                "1.4"
            },
            {
                "a category without a minimum",
                $"{Assessment} activities minimums 0 category",
                "\"B\"",
                "assessment.activities.minimums",
                "says nothing of category A",
                "A"
            },
            {
                "inactivity by a rule that is none",
                $"{Assessment} inactivity failRule",
                "\"IDLE\"",
                "assessment.inactivity.failRule",
                "names IDLE, which is no fail rule",
                "IDLE"
            },
            {
                "a debrief of no item",
                $"{Assessment} debrief item",
                "\"DEBRIEF_9\"",
                "assessment.debrief.item",
                "names DEBRIEF_9, which is no item",
                "DEBRIEF_9"
            },
            {
                "a veto by a fail rule that is none",
                "coverage veto effect",
                """{ "value": "FAIL", "failRule": "VETOED", "source": "x" }""",
                "coverage.veto.effect.failRule",
                "names VETOED, which is no fail rule",
                "VETOED"
            },
            {
                "a cap of grades without a grade",
                "coverage veto effect",
                """{ "value": "GRADE_CAP", "source": "x" }""",
                "coverage.veto.effect.grade",
                "stands with the value GRADE_CAP",
                "仅在否决的效果为限制等次时填写，且必须填写"
            },
            {
                "a ledger that is never complete",
                "coverage ledger completeFrom value",
                "6",
                "coverage.ledger.completeFrom.value",
                "is 6, but only 5 aspects are asked for",
                "6"
            },
            {
                "a later target that is lower",
                "coverage targets 1",
                """{ "level": "MUNICIPAL", "measure": "ORGANIZATION", "share": 0.5, "dueOn": "2025-12-31", "source": "x" }""",
                "coverage.targets",
                "has a share of 0.5 on 2025-12-31, less than 0.9 on 2019-12-31",
                "2025年12月31日的目标为0.5，比更早的2019年12月31日的0.9还低"
            },
            {
                "an organization without work",
                "coverage workGroup countsAsWork",
                "false",
                "coverage.workGroup.countsAsWork",
                "an organization gives work coverage",
                "有组织就有工作覆盖"
            },
            {
                "conditions that exclude each other",
                "categories conditions C value",
                """["ALL_AFFILIATIONS_WITH_COMMITTEE", "NO_AFFILIATION_WITH_COMMITTEE"]""",
                "categories.conditions.C.value",
                "which no branch can have",
                "没有党组织能够符合"
            },
            {
                "an upgrade to what the branch is not",
                "categories upgrade value",
                """["ESTABLISHED"]""",
                "categories.upgrade.value",
                "ALL_AFFILIATIONS_WITH_COMMITTEE, which category A asks for",
                "仍然不是A类"
            },
            {
                "an even number of odd groups",
                "leadingGroups parity value",
                "\"ODD\"",
                "leadingGroups.sizeMaximum.value",
                "an even number, but groups must be odd",
                "偶数"
            },
            {
                "a cadence by a field that is no number",
                "evidence kinds 1 cadence sumOf",
                "\"topic\"",
                "evidence.kinds[1].cadence.sumOf",
                "is topic, which is no number",
                "topic"
            },
        };

    [Fact]
    public void The_city_itself_is_right() => Problems(City()).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_contradiction_is_refused_with_its_place_and_in_both_languages(
        string what,
        string steps,
        string value,
        string place,
        string english,
        string chinese
    )
    {
        var file = City();
        Set(file, steps.Split(' '), JsonNode.Parse(value));
        if (what == "an even number of odd groups")
        {
            file["leadingGroups"]!["sizeMaximum"]!["value"] = 8;
        }

        var found = Problems(file).Where(problem => problem.Path == $"$.{place}").ToList();
        found.ShouldNotBeEmpty($"{what}: {string.Join(", ", Problems(file))}");
        found.ShouldContain(problem => problem.In(Language.English).Contains(english, StringComparison.Ordinal), what);
        found.ShouldContain(problem => problem.In(Language.Chinese).Contains(chinese, StringComparison.Ordinal), what);
        found.ShouldAllBe(problem => problem.In(Language.Chinese).Any(sign => sign >= '一' && sign <= '鿿'));
    }

    [Fact]
    public void Two_sets_of_one_region_section_and_day_are_one_too_many()
    {
        var (one, other) = (City(), City());
        other["code"] = "made-up-rival";
        foreach (var section in new[] { "categories", "leadingGroups", "assessment", "evidence", "workPoints" })
        {
            other.Remove(section);
        }

        var problem = Problems(one, other).ShouldHaveSingleItem();
        problem.Path.ShouldBe("$.coverage");
        problem.In(Language.English).ShouldContain("for the same region from the same day");
        problem.In(Language.Chinese).ShouldContain("同");
    }

    private static JsonObject City() => JsonNode.Parse(MadeUpCityTests.Text)!.AsObject();

    private static IReadOnlyList<RuleSetProblem> Problems(params JsonObject[] cities) =>
        RuleSetCheck
            .Read([
                .. RuleSetFile.Embedded(),
                .. cities.Select((one, i) => new RuleSetFile($"rules/410400/city{i}.json", one.ToJsonString())),
            ])
            .Problems;

    private static void Set(JsonNode node, string[] steps, JsonNode? value)
    {
        foreach (var step in steps.SkipLast(1))
        {
            node = (int.TryParse(step, out var place) ? node[place] : node[step])!;
        }

        if (int.TryParse(steps[^1], out var last))
        {
            node[last] = value;
        }
        else
        {
            node[steps[^1]] = value;
        }
    }
}
