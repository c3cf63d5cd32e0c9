using SocietyParty.Etl.Import;
using SocietyParty.Rules.Organizations;

namespace SocietyParty.Graph.Tests.Rules.Organizations;

/// <summary>The kind that a name states; lists and sheets say the same by its word in the graph.</summary>
public sealed class SocietyKindsTests
{
    [Theory]
    [InlineData("合成力学学会", SocietyKind.LearnedSociety, "LEARNED_SOCIETY")]
    [InlineData("合成饮料协会", SocietyKind.Association, "ASSOCIATION")]
    [InlineData("合成口述史研究会", SocietyKind.ResearchSociety, "RESEARCH_SOCIETY")]
    [InlineData("合成技术促进会", SocietyKind.PromotionSociety, "PROMOTION_SOCIETY")]
    [InlineData("合成企业联合会", SocietyKind.Federation, "FEDERATION")]
    [InlineData("合成科普基金会", SocietyKind.Foundation, "FOUNDATION")]
    [InlineData("合成数据研究院", SocietyKind.Institute, "INSTITUTE")]
    [InlineData("合成学会联盟", null, null)]
    [InlineData("合成", null, null)]
    public void A_name_states_its_kind_by_its_end(string name, SocietyKind? kind, string? word)
    {
        SocietyKinds.Of(name).ShouldBe(kind);
        RosterWords.Kind(name).ShouldBe(word);
    }
}
