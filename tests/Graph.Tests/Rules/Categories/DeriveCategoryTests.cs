using SocietyParty.Rules.Categories;

namespace SocietyParty.Graph.Tests.Rules.Categories;

public sealed class DeriveCategoryTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, MembershipCases.All.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Affiliations_and_supporting_unit_tell_the_category(int number)
    {
        var (mix, category, reason, clause) = MembershipCases.All[number];
        var derived = DeriveCategory.Of(mix.Facts, RuleFiles.Usual<CategoryRules>());
        (derived.Category, derived.ReasonCode, derived.Clause).ShouldBe((category, reason, clause));
    }

    [Fact]
    public void The_reason_names_the_numbers() =>
        DeriveCategory
            .Of(new(true, true, 6, 3, 2, 1, 2), RuleFiles.Usual<CategoryRules>())
            .Reason.ToString()
            .ShouldBe("Affiliations of 6 members: 3 with the committee, 2 elsewhere, 1 not stated; 2 are staff of the supporting unit.");

    [Fact]
    public void Another_citys_precedence_conditions_and_staff_are_data()
    {
        var staffOnly = new BranchMembership(true, true, 4, 0, 4, Employed: 0, Staff: 4);
        var noAffiliations = RuleFiles.Changed<CategoryRules>(
            ("\"affiliationShowsStaff\":{\"value\":true", "\"affiliationShowsStaff\":{\"value\":false")
        );
        DeriveCategory.Of(staffOnly, noAffiliations).Category.ShouldBe(Category.C);

        var cFirst = RuleFiles.Changed<CategoryRules>(("[\"A\",\"B\",\"C\"]", "[\"C\",\"A\"]"));
        DeriveCategory.Of(staffOnly, cFirst).Category.ShouldBe(Category.C);

        var unitsSuffice = RuleFiles.Changed<CategoryRules>(
            ("\"HAS_SUPPORTING_UNIT\",\"ALL_STAFF_OF_SUPPORTING_UNIT\"", "\"HAS_SUPPORTING_UNIT\"")
        );
        DeriveCategory.Of(new(true, true, 4, 1, 3, 0, 0), unitsSuffice).Category.ShouldBe(Category.B);
    }

    [Fact]
    public void A_category_that_is_never_reached_is_a_problem_of_the_file()
    {
        RuleFiles.Usual<CategoryRules>().Problems().ShouldBeEmpty();
        RuleFiles
            .Changed<CategoryRules>(("[\"HAS_MEMBERS\",\"ALL_AFFILIATIONS_WITH_COMMITTEE\"]", "[\"HAS_MEMBERS\"]"))
            .Problems()
            .Select(problem => problem.Path)
            .ShouldBe([".precedence.value[1]", ".precedence.value[2]"]);
    }
}
