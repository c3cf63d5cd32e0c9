using System.Globalization;
using SocietyParty.Rules.Categories;

namespace SocietyParty.Graph.Tests.Rules.Categories;

/// <summary>Of which months a branch takes dues (000 §三).</summary>
public sealed class DuesFitsTests
{
    // Stood from 10 February 2023; C until 14 June 2023, A until 20 March 2024, B since. The member belongs to it since 5 May 2023.
    private static DuesFacts Facts(string first, int count) =>
        new(
            Day(first),
            count,
            Day("2023-05-05"),
            // Away in the last days of October and all of November, and for good since 10 March 2024.
            [new(Day("2023-10-20"), Day("2023-12-01")), new(Day("2024-03-10"), null)],
            [new(Day("2023-02-10"), null)],
            [
                (new(Day("2023-02-10"), Day("2023-06-15")), Category.C),
                (new(Day("2023-06-15"), Day("2024-03-21")), Category.A),
                (new(Day("2024-03-21"), null), Category.B),
            ]
        );

    [Theory]
    [InlineData("2023-06-01", 5, "")] // both months of a change have days of category A, October has days of the membership
    [InlineData("2023-10-01", 2, "DUES_AFTER_MEMBERSHIP 000 §三 2023-11")]
    [InlineData("2023-12-01", 4, "")]
    [InlineData("2023-07-01", 1, "")]
    [InlineData("2023-05-01", 2, "CATEGORY_FORBIDS_COLLECTING_DUES 000 §三 2023-05 C")] // 000 §三: 党支部不收缴党费
    [InlineData(
        "2024-03-01",
        2,
        "DUES_AFTER_MEMBERSHIP 000 §三 2024-04; CATEGORY_FORBIDS_COLLECTING_DUES 000 §三（未规定，默认不允许） 2024-04 B"
    )]
    [InlineData("2023-04-01", 4, "DUES_BEFORE_MEMBERSHIP 000 §三 2023-04; CATEGORY_FORBIDS_COLLECTING_DUES 000 §三 2023-04 C")]
    [InlineData(
        "2023-01-01",
        1,
        "DUES_BEFORE_MEMBERSHIP 000 §三 2023-01; DUES_BEFORE_BRANCH 000 §三 2023-01; "
            + "CATEGORY_FORBIDS_COLLECTING_DUES 000 §二（未分类，默认不允许） 2023-01 Unclassified"
    )]
    public void Dues_are_taken_for_months_of_the_branch_the_member_and_the_category(string first, int count, string expected)
    {
        var breaches = DuesFits.Breaches(Facts(first, count), RuleFiles.Usual<CategoryRules>());
        string.Join("; ", breaches.Select(Shown)).ShouldBe(expected);
    }

    [Fact]
    public void What_is_not_stated_forbids_nothing()
    {
        var facts = Facts("2023-07-01", 1) with
        {
            MemberSince = null,
            Stood = [new(null, null)],
            Categories = [(new(null, null), Category.A)],
        };
        DuesFits.Breaches(facts with { FirstMonth = Day("1950-01-01") }, RuleFiles.Usual<CategoryRules>()).ShouldBeEmpty();
    }

    private static string Shown(SocietyParty.Rules.Breach breach)
    {
        var shown = breach.Arguments.Where(argument => argument.Name is "month" or "category").Select(argument => argument.Value);
        return $"{breach.Code} {breach.Clause} {string.Join(' ', shown)}";
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
