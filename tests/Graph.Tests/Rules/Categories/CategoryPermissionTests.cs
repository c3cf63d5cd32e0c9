using SocietyParty.Rules.Categories;

namespace SocietyParty.Graph.Tests.Rules.Categories;

public sealed class CategoryPermissionTests
{
    [Theory]
    [InlineData(Category.A, Permission.DevelopMembers, null)] // 000 §三: 党支部有发展党员的权利
    [InlineData(Category.A, Permission.ConvertProbationary, null)]
    [InlineData(Category.A, Permission.CollectDues, null)] // 000 §三: 党员按标准缴纳党费
    [InlineData(Category.A, Permission.CultivateApplicants, null)]
    [InlineData(Category.B, Permission.DevelopMembers, "CATEGORY_FORBIDS_DEVELOPING_MEMBERS 000 §三（未规定，默认不允许）")]
    [InlineData(Category.B, Permission.CollectDues, "CATEGORY_FORBIDS_COLLECTING_DUES 000 §三（未规定，默认不允许）")]
    [InlineData(Category.B, Permission.CultivateApplicants, null)]
    [InlineData(Category.C, Permission.DevelopMembers, "CATEGORY_FORBIDS_DEVELOPING_MEMBERS 000 §三")] // 000 §三: 不发展党员
    [InlineData(Category.C, Permission.ConvertProbationary, "CATEGORY_FORBIDS_CONVERTING_PROBATIONARY 000 §三")] // 000 §三: 不审批预备党员转正
    [InlineData(Category.C, Permission.CollectDues, "CATEGORY_FORBIDS_COLLECTING_DUES 000 §三")] // 000 §三: 党支部不收缴党费
    [InlineData(Category.C, Permission.CultivateApplicants, null)] // 000 §三: 可以培养入党积极分子
    [InlineData(
        Category.Unclassified,
        Permission.CultivateApplicants,
        "CATEGORY_FORBIDS_CULTIVATING_APPLICANTS 000 §二（未分类，默认不允许）"
    )]
    public void A_category_allows_what_the_clause_says(Category category, Permission permission, string? refusal)
    {
        var breach = CategoryPermission.Check(category, permission, RuleFiles.Usual<CategoryRules>(), "branch");
        (breach is null ? null : $"{breach.Code} {breach.Clause}").ShouldBe(refusal);
    }

    [Fact]
    public void A_rule_set_may_let_B_collect_dues()
    {
        var rules = RuleFiles.Changed<CategoryRules>(
            (
                "\"COLLECT_DUES\":{\"value\":false,\"source\":\"000 §三（未规定",
                "\"COLLECT_DUES\":{\"value\":true,\"source\":\"000 §三（未规定"
            )
        );
        CategoryPermission.Check(Category.B, Permission.CollectDues, rules, "branch").ShouldBeNull();
        CategoryPermission.Check(Category.C, Permission.CollectDues, rules, "branch").ShouldNotBeNull();
    }
}
