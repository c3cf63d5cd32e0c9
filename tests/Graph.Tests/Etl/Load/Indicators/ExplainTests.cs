using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load.Indicators;

/// <summary>What <c>explain</c> shows.</summary>
public sealed class ExplainTests(IndicatorGraph graph) : IClassFixture<IndicatorGraph>
{
    [Fact]
    public async Task The_statement_that_is_shown_gives_the_value()
    {
        foreach (var id in await IndicatorReader.IdsAsync(graph.Database.Source, default))
        {
            var one = (await IndicatorReader.ReadAsync(graph.Database.Source, id, [], default))!;
            (
                await graph.Database.LinesAsync($"SELECT concat_ws(' ', x.numerator, x.denominator, x.value) FROM ({one.Statement}) AS x")
            ).ShouldBe(
                await graph.Database.LinesAsync($"SELECT concat_ws(' ', numerator, denominator, value) FROM mart.indicator_value('{id}')"),
                id
            );
        }
    }

    [Fact]
    public async Task It_names_definition_document_and_number()
    {
        var one = (await IndicatorReader.ReadAsync(graph.Database.Source, "i02", ["LEVEL"], default))!;
        one.NameZh.ShouldBe("工作覆盖率");
        one.Citations[0].ShouldBe("《市科协科技社团党委2023年工作要点》（渝科协社党发〔2023〕11号）第7点");
        (one.Numerator, one.Denominator, one.Value).ShouldBe((7m, 10m, 0.7m));
        (await graph.Database.LinesAsync($"SELECT concat_ws(' ', x.level, x.numerator) FROM ({one.Statement}) AS x")).ShouldBe([
            "MUNICIPAL 2",
            "PROVINCIAL 5",
        ]);
        (await IndicatorReader.ReadAsync(graph.Database.Source, "I99", [], default)).ShouldBeNull();
    }
}
