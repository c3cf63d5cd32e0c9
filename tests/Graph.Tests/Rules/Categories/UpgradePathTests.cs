using SocietyParty.Rules.Categories;

namespace SocietyParty.Graph.Tests.Rules.Categories;

public sealed class UpgradePathTests
{
    [Theory]
    [InlineData(true, 3, 3, "")]
    [InlineData(false, 3, 3, "Established 1")]
    [InlineData(true, 5, 2, "AllAffiliationsWithCommittee 3")]
    [InlineData(false, 0, 0, "Established 1, HasMembers 1")]
    public void What_a_branch_lacks_for_A_is_told_in_the_rules_order(bool established, int members, int here, string lacking) // 000 §四
    {
        var path = UpgradePath.Of(new(established, false, members, here, members - here, 0, 0), RuleFiles.Usual<CategoryRules>());
        string.Join(", ", path.Select(one => $"{one.Condition} {one.Count}")).ShouldBe(lacking);
        path.ShouldAllBe(one => one.Clause == "000 §四");
    }
}
