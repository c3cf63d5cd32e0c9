using System.Text.Json.Nodes;
using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Rules.Coverage;

/// <summary>一票否决 What a rule set may say of a veto (002 §10), as <c>rules check</c> finds it.</summary>
public sealed class VetoRulesTests
{
    [Theory]
    [InlineData("""{ "value": "NONE", "source": "002 §10" }""", "")]
    [InlineData("""{ "value": "PROPOSE", "source": "002 §10" }""", "")]
    [InlineData("""{ "value": "FAIL", "failRule": "SERIOUS_VIOLATION", "source": "002 §10" }""", "")]
    [InlineData("""{ "value": "GRADE_CAP", "grade": "QUALIFIED", "source": "002 §10" }""", "")]
    [InlineData(
        """{ "value": "GRADE_CAP", "source": "002 §10" }""",
        "$.coverage.veto.effect.grade stands with the value GRADE_CAP, and with no other: the value is GradeCap"
    )]
    [InlineData(
        """{ "value": "NONE", "grade": "GOOD", "source": "002 §10" }""",
        "$.coverage.veto.effect.grade stands with the value GRADE_CAP, and with no other: the value is None"
    )]
    [InlineData(
        """{ "value": "FAIL", "source": "002 §10" }""",
        "$.coverage.veto.effect.failRule stands with the value FAIL, and with no other: the value is Fail"
    )]
    [InlineData(
        """{ "value": "NONE", "failRule": "SERIOUS_VIOLATION", "source": "002 §10" }""",
        "$.coverage.veto.effect.failRule stands with the value FAIL, and with no other: the value is None"
    )]
    [InlineData(
        """{ "value": "FAIL", "failRule": "VETO", "source": "002 §10" }""",
        "$.coverage.veto.effect.failRule names VETO, which is no fail rule of this scheme"
    )]
    public void An_effect_names_a_fail_rule_of_the_scheme_where_it_fails(string effect, string expected) =>
        string.Join('\n', Problems("rules/500000/chongqing-2022.json", "coverage", "veto", veto => veto["effect"] = JsonNode.Parse(effect)))
            .ShouldBe(expected);

    /// <summary>Another city's scheme is none of this one's.</summary>
    [Fact]
    public void Where_no_scheme_is_no_fail_rule_can_be_named() =>
        Problems("rules/410400/pingdingshan-2019.json", "coverage", "veto", veto =>
                veto["effect"] = JsonNode.Parse("""{ "value": "FAIL", "failRule": "SERIOUS_VIOLATION", "source": "002 §10" }""")
            )
            .ShouldBe(["$.coverage.veto.effect.failRule names SERIOUS_VIOLATION, which is no fail rule of this scheme"]);

    [Fact]
    public void Evidence_feeds_items_that_are_there() =>
        Problems("rules/500000/chongqing-2020.json", "evidence", "kinds", kinds =>
                kinds[1]!["feeds"] = JsonNode.Parse(
                    """{ "item": "ORGANIZATION_6", "points": { "value": 5, "source": "004 组织建设-6" } }"""
                )
            )
            .ShouldBe(["$.evidence.kinds[1].feeds.points.value is more than the 4 points that ORGANIZATION_6 can give"]);

    private static IEnumerable<string> Problems(string path, string section, string part, Action<JsonNode> change)
    {
        var files = RuleSetFile
            .Embedded()
            .Select(file =>
            {
                if (file.Path != path)
                {
                    return file;
                }

                var content = JsonNode.Parse(file.Text)!;
                change(content[section]![part]!);
                return new RuleSetFile(file.Path, content.ToJsonString());
            });
        return RuleSetCheck.Read([.. files]).Problems.Select(problem => $"{problem.Path} {problem.Problem}");
    }
}
