namespace SocietyParty.Rules.Assessments;

/// <summary>
/// 更正 A correction that makes a branch fail, or no longer, says by which rule; its grade and its findings say the same (004 第五条（七）).
/// </summary>
public static class CorrectedFailure
{
    /// <param name="failed">What the correction says; null: as it was.</param>
    /// <param name="rule">The rule that it names; null: none.</param>
    /// <param name="hasFailed">Whether the result that stands fails by a rule.</param>
    public static IEnumerable<Breach> Breaches(bool? failed, string? rule, bool hasFailed, AssessmentRules rules)
    {
        if (rule is not null && failed != true)
        {
            yield return new("FAIL_RULE_OF_NO_FAILURE", [], "004 第五条（七）", Path: ["failRule"]);
        }
        else if (rule is not null && FailRules.Unknown(rule, rules) is { } unknown)
        {
            yield return unknown with
            {
                Path = ["failRule"],
            };
        }
        else if (rule is null && failed == true && !hasFailed)
        {
            yield return new(
                "FAIL_RULE_MISSING",
                [("codes", rules.FailRules.Select(known => known.Code))],
                "004 第五条（七）",
                Path: ["failRule"]
            );
        }
    }
}
