using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Load.Indicators;

/// <summary>The page of all indicators, written from their definitions.</summary>
public sealed class IndicatorPageTests(IndicatorGraph graph) : IClassFixture<IndicatorGraph>
{
    private const string Head = """
        # 指标 Indicators

        Written from the files of this folder by `IndicatorPageTests`; edit those. Their words are those of the default rule set where it has some. Kimball's terms:
        process (the fact), grain, kind of fact, additivity, conformed dimensions. Committees, societies, branches and supporting units are dimensions of type 2, the tree of committees is a bridge.

        """;

    private const string Page = """
        SELECT format(
            E'## %s %s\n\n%s · `%s`\n\n| | |\n|---|---|\n| 定义 | %s |\n| 分子 | %s (%s) |\n| 分母 | %s (%s) |\n| 依据 | %s |\n| 口径 | %s |\n'
            '| 业务过程、粒度 | `dw.fct_%s`: a row per %s, %s |\n| 可加性 | %s |\n| 时间 | %s |\n| 维度 | %s, MONTH, QUARTER, HALF_YEAR, YEAR |\n',
            i.id, i.name_zh, i.name_en, i.name, i.definition, i.numerator_zh, i.numerator, i.denominator_zh, i.denominator,
            coalesce((SELECT string_agg(c.citation, '；' ORDER BY c.position) FROM mart.clause_of(i.source) AS c), '没有文件规定'),
            CASE WHEN i.rule_set_code IS NULL THEN '各党委当日适用的规则' ELSE '所选规则集，默认 `' || i.rule_set_code || '`' END,
            i.fact, i.grain, i.fact_kind,
            CASE i.additivity WHEN 'OVER_ALL' THEN '分子、分母可按任何维度相加' WHEN 'NOT_OVER_TIME' THEN '分子、分母不可跨时间相加' ELSE '分子、分母不可跨时间、跨规则集相加' END || '；比率不可相加',
            CASE i.time_rule WHEN 'LAST' THEN '期末月' WHEN 'SUM' THEN '期内合计' WHEN 'YEAR' THEN '各年末' ELSE '各半年末' END || ' (' || i.time_rule || ')',
            array_to_string(i.dimensions, ', '))
        FROM mart.indicator AS i ORDER BY i.position
        """;

    [Fact]
    public async Task The_page_says_what_the_definitions_say() =>
        Golden.Match("../../schema/rules/indicators/README.md", Head + '\n' + string.Join('\n', await graph.Database.LinesAsync(Page)));
}
