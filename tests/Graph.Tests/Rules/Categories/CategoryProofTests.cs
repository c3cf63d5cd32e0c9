using SocietyParty.Rules.Categories;

namespace SocietyParty.Graph.Tests.Rules.Categories;

/// <summary>000 §二, §三: what a stated category lets a branch do, its members must prove.</summary>
public sealed class CategoryProofTests
{
    [Theory]
    [InlineData(Category.A, 6, 6, 0, null)]
    [InlineData(Category.A, 6, 5, 0, "CATEGORY_NOT_PROVEN 000 §三")]
    [InlineData(Category.A, 6, 0, 5, "CATEGORY_NOT_PROVEN 000 §三")]
    [InlineData(Category.A, 6, 5, 1, "CATEGORY_CONTRADICTS_MEMBERSHIP 000 §三")]
    [InlineData(Category.A, 6, 0, 6, "CATEGORY_CONTRADICTS_MEMBERSHIP 000 §三")]
    // The first member proves it.
    [InlineData(Category.A, 0, 0, 0, null)]
    // Its category refuses that anyway.
    [InlineData(Category.C, 6, 6, 0, null)]
    public void A_right_needs_its_proof(Category stated, int members, int withCommittee, int elsewhere, string? refusal)
    {
        var branch = new BranchMembership(true, false, members, withCommittee, elsewhere, 0, 0);
        var breach = CategoryProof.Check(stated, branch, RuleFiles.Usual<CategoryRules>(), "applicant");
        (breach is null ? null : $"{breach.Code} {breach.Clause}").ShouldBe(refusal);
    }
}
