using SocietyParty.Etl.Generate;
using SocietyParty.Rules.Assessments;
using SchemeItem = SocietyParty.Rules.Assessments.SchemeItem;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

public sealed class SchemeProblemsTests
{
    /// <summary>004 第五条: 100 points in five sections of 23, 20, 47, 5 and 5.</summary>
    [Fact]
    public void The_shipped_schemes_add_up()
    {
        foreach (var rules in new[] { Scheme.Chongqing, Scheme.Usual })
        {
            rules.Problems().ShouldBeEmpty();
            rules.Sections.Select(section => section.Stated.Value).ShouldBe([23m, 20, 47, 5, 5]);
            rules.Sections.Select(section => section.Items.Sum(item => item.Points)).ShouldBe([23m, 20, 47, 5, 5]);
            rules.Items.Sum(item => item.Maximum.Value).ShouldBe(105);
        }
    }

    /// <summary>004 （四）: the heading says 5, the item 10; 5 counts, and the file says why (domain.md §1, contradiction 4).</summary>
    [Fact]
    public void What_the_document_contradicts_is_overridden_with_a_reason()
    {
        var item = Scheme.Chongqing.Item("SOCIAL_GOVERNANCE_1")!;
        (item.Maximum.Value, item.Points, item.Override!.Stated, item.Override.Used).ShouldBe((10, 5, 10, 5));
        item.Override.Reason.ShouldNotBeEmpty();
        Scheme.Chongqing.Items.Count(one => one.Override is not null).ShouldBe(1);
    }

    [Fact]
    public void Synthetic_assessments_have_the_items_of_the_scheme() =>
        AssessmentScheme
            .Items.Select(item => (item.Code, (decimal)item.Maximum))
            .ShouldBe(Scheme.Usual.Items.Select(item => (item.Code, item.Points)));

    public static TheoryData<string, Func<AssessmentRules, AssessmentRules>, string> Broken =>
        new()
        {
            {
                "004 （四） without its override",
                rules => Item(rules, 3, 0, item => item with { Override = null }),
                ".sections[3] WEIGHTS_DO_NOT_ADD_UP"
            },
            {
                "004 组织建设-2 at 17",
                rules => Item(rules, 2, 1, item => item with { Maximum = new(17, "x") }),
                ".sections[2] WEIGHTS_DO_NOT_ADD_UP"
            },
            { "004 第五条 at 105", rules => rules with { Total = new(105, "x") }, ".total WEIGHTS_DO_NOT_ADD_UP" },
            { "a survey that is scored on top", rules => rules with { SatisfactionWeight = new(5, "x") }, ".total WEIGHTS_DO_NOT_ADD_UP" },
            {
                "an override of another number",
                rules => Item(rules, 3, 0, item => item with { Override = item.Override! with { Stated = 9 } }),
                ".sections[3].items[0].override.stated is 9, but"
            },
            {
                "an item twice",
                rules => Item(rules, 2, 1, item => item with { Code = "ORGANIZATION_1" }),
                ".sections[*].items names ORGANIZATION_1 more than once"
            },
            {
                "bands that fall and rise",
                rules =>
                    rules with
                    {
                        Grades = rules.Grades with { Bands = [.. rules.Grades.Bands.Select(band => band with { From = new(50, "x") })] },
                    },
                ".grades.bands[1].from must be less"
            },
            {
                "a score without a grade",
                rules =>
                    rules with
                    {
                        Grades = rules.Grades with
                        {
                            Bands = [.. rules.Grades.Bands.SkipLast(1), new(AssessmentGrade.Unqualified, new(10, "x"))],
                        },
                    },
                ".grades.bands[3].from must be 0"
            },
            {
                "a better grade below a worse one",
                rules => Bands(rules, 1, band => band with { Grade = AssessmentGrade.Unqualified }),
                ".grades.bands[2].grade stands for Qualified, which is better than Unqualified"
            },
            {
                "no grade for who fails",
                rules => Bands(rules, 3, band => band with { Grade = AssessmentGrade.Qualified }),
                ".grades.bands[3].grade must stand for UNQUALIFIED"
            },
            {
                "nobody passes",
                rules =>
                    rules with
                    {
                        Grades = rules.Grades with
                        {
                            Bands = [.. rules.Grades.Bands.Select(band => band with { Grade = AssessmentGrade.Unqualified })],
                        },
                    },
                ".grades.bands[0].grade stands for UNQUALIFIED"
            },
            {
                "a code without a name",
                rules => Bands(rules, 1, band => band with { Code = "FINE" }),
                ".grades.bands[1] must have code, name and englishName"
            },
            {
                "two grades of one code",
                rules => Bands(rules, 1, band => band with { Grade = AssessmentGrade.Excellent }),
                ".grades.bands names EXCELLENT more than once"
            },
            {
                "a usual code for something else",
                rules => Bands(rules, 2, band => band with { Code = "GOOD", Name = "可以", EnglishName = "All right" }),
                ".grades.bands[2].code is GOOD, which usually means something else"
            },
            {
                "a quota of no grade",
                rules =>
                    rules with
                    {
                        Grades = rules.Grades with { Bands = [.. rules.Grades.Bands.Skip(1)], ExcellentQuota = new(0.2m, "x") },
                    },
                ".grades.excellentQuota limits excellent branches"
            },
            {
                "an item under another section's name",
                rules => Item(rules, 2, 1, item => item with { Code = "TEAM_9" }),
                ".sections[2].items[1].code is TEAM_9, which must begin with its section, ORGANIZATION_"
            },
            {
                "a section that nobody could tell from others",
                rules => rules with { Sections = [rules.Sections[0] with { Code = "OTHER" }, .. rules.Sections.Skip(1)] },
                ".sections[0].code is OTHER, which usually means something else"
            },
            {
                "a level that is not named",
                rules => Levels(rules, new("CENTRAL"), new("DISTRICT")),
                ".bonus.levels[1] must have code, name and englishName"
            },
            {
                "a level under the name of all others",
                rules => Levels(rules, new("OTHER", "其他", "Other"), new("DEPARTMENT"), new("MUNICIPAL"), new("CENTRAL")),
                ".bonus.levels[0].code is OTHER"
            },
            {
                "two levels of one name",
                rules => Levels(rules, new("DEPARTMENT"), new("MUNICIPAL", "市级", "City"), new("CENTRAL", "市级", "Centre")),
                ".bonus.levels names 市级 more than once"
            },
            {
                "a level that is not in the list",
                rules => Levels(rules, new("DEPARTMENT"), new("MUNICIPAL")),
                ".bonus.items[BONUS_1].levels names CENTRAL, which is none of the levels DEPARTMENT, MUNICIPAL"
            },
            {
                "a higher level that is worth less",
                rules => Levels(rules, new("CENTRAL"), new("MUNICIPAL", "市厅级", "Municipal or department"), new("DEPARTMENT")),
                ".bonus.items[BONUS_1].levels gives 2 at Municipal or department, less than 5 at Central, which is lower"
            },
            {
                "a category without a minimum",
                rules => rules with { Activities = rules.Activities with { Minimums = [.. rules.Activities.Minimums.Skip(1)] } },
                ".activities.minimums says nothing of category A"
            },
            {
                "shares beyond the whole",
                rules =>
                    rules with
                    {
                        Activities = rules.Activities with { Shares = rules.Activities.Shares with { Documents = new(0.5m, "x") } },
                    },
                ".activities.shares add up to 1.25"
            },
            {
                "a fail rule that is not there",
                rules => rules with { Inactivity = rules.Inactivity with { FailRule = "IDLE" } },
                ".inactivity.failRule names IDLE"
            },
            {
                "a debrief of no item",
                rules => rules with { Debrief = rules.Debrief with { Item = "DEBRIEF_2" } },
                ".debrief.item names DEBRIEF_2"
            },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_scheme_that_does_not_add_up_is_refused(string what, Func<AssessmentRules, AssessmentRules> change, string expected) =>
        change(Scheme.Usual)
            .Problems()
            .Select(problem => $"{problem.Path} {problem.Problem}")
            .ShouldContain(problem => problem.StartsWith(expected, StringComparison.Ordinal), what);

    private static AssessmentRules Levels(AssessmentRules rules, params BonusLevelWord[] levels) =>
        rules with
        {
            Bonus = rules.Bonus with { Levels = levels },
        };

    private static AssessmentRules Bands(AssessmentRules rules, int place, Func<GradeBand, GradeBand> change) =>
        rules with
        {
            Grades = rules.Grades with { Bands = [.. rules.Grades.Bands.Select((band, i) => i == place ? change(band) : band)] },
        };

    private static AssessmentRules Item(AssessmentRules rules, int section, int item, Func<SchemeItem, SchemeItem> change) =>
        rules with
        {
            Sections =
            [
                .. rules.Sections.Select(
                    (one, i) =>
                        i != section ? one : one with { Items = [.. one.Items.Select((known, j) => j != item ? known : change(known))] }
                ),
            ],
        };
}
