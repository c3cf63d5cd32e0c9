using SocietyParty.Rules.Assessments;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

public sealed class FailRulesTests
{
    /// <summary>004 第五条（七）3: 1年以上, rolling months to the cut-off day (domain.md §1, 9).</summary>
    [Theory]
    [InlineData("2025-12-31", null, 12, false)]
    [InlineData("2025-01-01", null, 12, false)]
    [InlineData("2024-12-31", null, 12, true)]
    [InlineData("2024-06-30", null, 12, true)]
    [InlineData(null, null, 12, true)]
    [InlineData(null, "2024-12-31", 12, true)]
    [InlineData(null, "2025-01-01", 12, false)]
    [InlineData("2025-06-30", null, 6, true)]
    [InlineData("2025-07-01", null, 6, false)]
    [InlineData("2024-12-31", null, 24, false)]
    public void A_branch_without_activity_for_the_months_is_inactive(string? last, string? established, int months, bool expected)
    {
        var rules = Scheme.Chongqing with { Inactivity = Scheme.Chongqing.Inactivity with { Months = new(months, "x") } };
        FailRules.IsInactive(Day(last), Day(established), new(2025, 12, 31), rules).ShouldBe(expected);
    }

    [Theory]
    [InlineData("SERIOUS_VIOLATION", "")]
    [InlineData("SOCIETY_CANCELLED", "")]
    [InlineData("INSPECTION_FAILED", "")]
    [InlineData("ILLEGAL_POLITICAL_ACTIVITY", "")]
    [InlineData("NO_ACTIVITY", "")]
    [InlineData("BAD_LUCK", "FAIL_RULE_UNKNOWN 004 第五条（七） rule")]
    public void Only_the_schemes_rules_make_a_branch_fail(string rule, string expected) =>
        Scheme.Shown(FailRules.Unknown(rule, Scheme.Chongqing)).ShouldBe(expected);

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
