using SocietyParty.Rules.Categories;

namespace SocietyParty.Graph.Tests.Rules.Categories;

public sealed class ProbationIsOverTests
{
    [Theory]
    [InlineData("2025-03-01", "2026-03-01", null)] // 党章 第七条: 预备期为一年
    [InlineData("2025-03-01", "2026-02-28", "PROBATION_NOT_OVER 中国共产党章程 第七条")]
    [InlineData("2024-02-29", "2025-02-28", null)]
    [InlineData(null, "2026-02-28", null)]
    public void A_probation_lasts_as_long_as_the_rule_set_says(string? since, string convertedOn, string? refusal)
    {
        var breach = ProbationIsOver.Check(
            since is null ? null : DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.Parse(convertedOn, System.Globalization.CultureInfo.InvariantCulture),
            RuleFiles.Usual<CategoryRules>()
        );
        (breach is null ? null : $"{breach.Code} {breach.Clause}").ShouldBe(refusal);
    }

    [Fact]
    public void A_rule_set_may_leave_the_probation_unchecked()
    {
        var rules = RuleFiles.Changed<CategoryRules>(("\"probationMonths\":{\"value\":12", "\"probationMonths\":{\"value\":null"));
        ProbationIsOver.Check(new(2025, 3, 1), new(2025, 3, 2), rules).ShouldBeNull();
    }
}
