using SocietyParty.Rules.Categories;

namespace SocietyParty.Graph.Tests.Rules.Categories;

public sealed class ReclassificationFitsTests
{
    private static readonly BranchMembership Elsewhere = new(true, false, 4, 0, 4, 0, 0);
    private static readonly BranchMembership Mixed = new(true, false, 4, 1, 3, 0, 0);
    private static readonly BranchMembership Nobody = new(true, false, 0, 0, 0, 0, 0);

    [Fact]
    public void A_category_that_the_membership_contradicts_is_as_bad_as_the_rule_set_says() // 000 §四
    {
        var rules = RuleFiles.Usual<CategoryRules>();
        Check(Category.C, Elsewhere, rules).ShouldBeNull();
        Check(Category.A, Elsewhere, rules).ShouldBe("Error CATEGORY_CONTRADICTS_MEMBERSHIP 000 §二, 000 §四");
        var lenient = RuleFiles.Changed<CategoryRules>(
            ("\"contradiction\":{\"value\":\"ERROR\"", "\"contradiction\":{\"value\":\"WARNING\"")
        );
        Check(Category.C, Mixed, lenient).ShouldBe("Warning CATEGORY_CONTRADICTS_MEMBERSHIP 000 §二, 000 §四");
    }

    [Theory]
    [InlineData(6, 0, null)]
    [InlineData(0, 5, "Error CATEGORY_NOT_PROVEN 000 §四")] // one unknown among six, five of them elsewhere
    [InlineData(5, 0, "Error CATEGORY_NOT_PROVEN 000 §四")] // five here, one unknown
    [InlineData(5, 1, "Error CATEGORY_CONTRADICTS_MEMBERSHIP 000 §二, 000 §四")]
    [InlineData(0, 6, "Error CATEGORY_CONTRADICTS_MEMBERSHIP 000 §二, 000 §四")]
    public void Of_category_A_the_affiliation_of_each_member_is_proven_whatever_a_rule_set_says(int here, int elsewhere, string? breach)
    {
        var lenient = RuleFiles.Changed<CategoryRules>(
            ("\"contradiction\":{\"value\":\"ERROR\"", "\"contradiction\":{\"value\":\"WARNING\"")
        );
        Check(Category.A, new(true, false, 6, here, elsewhere, 0, 0), lenient).ShouldBe(breach);
    }

    [Fact]
    public void A_category_that_nothing_proves_is_told() =>
        Check(Category.A, Nobody, RuleFiles.Usual<CategoryRules>()).ShouldBe("Warning CATEGORY_NOT_PROVEN 000 §四");

    private static string? Check(Category proposed, BranchMembership branch, CategoryRules rules) =>
        ReclassificationFits.Check(proposed, DeriveCategory.Of(branch, rules), rules) is { } breach
            ? $"{breach.Severity} {breach.Code} {breach.Clause}"
            : null;
}
