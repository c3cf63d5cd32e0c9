using SocietyParty.Rules.Assessments;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

/// <summary>Which rule a correction names (004 第五条（七）), and who reported (（五）).</summary>
public sealed class CorrectedFailureTests
{
    [Theory]
    [InlineData(null, null, false, "")]
    [InlineData(null, null, true, "")]
    [InlineData(true, "SERIOUS_VIOLATION", false, "")]
    [InlineData(true, null, true, "")]
    [InlineData(false, null, true, "")]
    [InlineData(true, null, false, "FAIL_RULE_MISSING 004 第五条（七） failRule")]
    [InlineData(true, "SOMETHING", false, "FAIL_RULE_UNKNOWN 004 第五条（七） failRule")]
    [InlineData(false, "SERIOUS_VIOLATION", true, "FAIL_RULE_OF_NO_FAILURE 004 第五条（七） failRule")]
    [InlineData(null, "SERIOUS_VIOLATION", true, "FAIL_RULE_OF_NO_FAILURE 004 第五条（七） failRule")]
    public void A_failure_has_a_rule_and_a_rule_a_failure(bool? failed, string? rule, bool hasFailed, string expected)
    {
        var breaches = CorrectedFailure.Breaches(failed, rule, hasFailed, Scheme.Chongqing);
        string.Join("; ", breaches.Select(Scheme.Shown)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(1L, new[] { 1L }, "")]
    [InlineData(null, new[] { 1L }, "")]
    [InlineData(2L, new long[0], "")]
    [InlineData(2L, new[] { 1L }, "DEBRIEF_BY_ANOTHER 004 第五条（五） reporter")]
    [InlineData(null, new long[0], "DEBRIEF_WITHOUT_SECRETARY 004 第五条（五） reporter")]
    public void The_secretary_of_the_day_reports(long? named, long[] secretaries, string expected) =>
        string.Join("; ", DebriefReporter.Breaches(named, secretaries).Select(Scheme.Shown)).ShouldBe(expected);
}
