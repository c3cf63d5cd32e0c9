using SocietyParty.Rules.Categories;

namespace SocietyParty.Graph.Tests.Rules.Categories;

public sealed class ReclassificationFitsTests
{
    private static readonly BranchMembership Elsewhere = new(true, false, 4, 0, 4, 0, 0);
    private static readonly BranchMembership Nobody = new(true, false, 0, 0, 0, 0, 0);

    [Fact]
    public void A_category_that_the_membership_contradicts_is_as_bad_as_the_rule_set_says() // 000 §四
    {
        var rules = RuleFiles.Default<CategoryRules>();
        Check(Category.C, Elsewhere, rules).ShouldBeNull();
        Check(Category.A, Elsewhere, rules).ShouldBe("Error CATEGORY_CONTRADICTS_MEMBERSHIP 000 §二, 000 §四");
        var lenient = RuleFiles.Changed<CategoryRules>(
            ("\"contradiction\":{\"value\":\"ERROR\"", "\"contradiction\":{\"value\":\"WARNING\"")
        );
        Check(Category.A, Elsewhere, lenient).ShouldBe("Warning CATEGORY_CONTRADICTS_MEMBERSHIP 000 §二, 000 §四");
    }

    [Fact]
    public void A_category_that_nothing_proves_is_told() =>
        Check(Category.A, Nobody, RuleFiles.Default<CategoryRules>()).ShouldBe("Warning CATEGORY_NOT_PROVEN 000 §四");

    private static string? Check(Category proposed, BranchMembership branch, CategoryRules rules) =>
        ReclassificationFits.Check(proposed, DeriveCategory.Of(branch, rules), rules) is { } breach
            ? $"{breach.Severity} {breach.Code} {breach.Clause}"
            : null;
}
