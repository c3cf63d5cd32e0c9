using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Rules.Sentences;

/// <summary>What people read instead of 003 第五条.</summary>
public sealed class ClauseCitationTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("GB 32100-2015", "GB 32100-2015")]
    [InlineData("003 第五条", "《苏州市科技社团党建工作领导小组工作规则（试行）》（苏科社党委〔2020〕3号）第五条")]
    [InlineData("004 第五条（六）", "《", "第五条（六）")]
    [InlineData("000 §三", "《市科协科技社团党支部分类管理》（渝科协社党发〔2022〕10号）第三部分")]
    [InlineData("001 §7, §8, 002 §2（1）", "《", "第7点, 第8点, 《")]
    public void A_clause_is_named_with_its_document(string? source, string? expected, string? within = null)
    {
        var full = ClauseCitation.InFull(source);
        if (within is null)
        {
            full.ShouldBe(expected);
            return;
        }

        full.ShouldNotBeNull().ShouldStartWith(expected!);
        full.ShouldContain(within);
        full.ShouldNotContain("00");
    }
}
