namespace SocietyParty.Rules.Assessments;

/// <summary>不合格情形 What overrides any score (004 （七）).</summary>
public static class FailRules
{
    /// <summary>The breach of naming a fail rule that is not there; null where it is.</summary>
    public static Breach? Unknown(string code, AssessmentRules rules) =>
        rules.FailRules.Any(rule => rule.Code == code)
            ? null
            : new(
                "FAIL_RULE_UNKNOWN",
                [("code", code), ("codes", rules.FailRules.Select(rule => rule.Code))],
                "004 第五条（七）",
                Path: ["rule"]
            );

    /// <summary>
    /// Whether a branch was without activity for longer than the scheme allows: the rolling months up to and with the cut-off day. A
    /// branch that was established within them has not been there long enough.
    /// </summary>
    /// <param name="lastHeldOn">Day of its last activity up to the cut-off day; null: none.</param>
    /// <param name="establishedOn">Null: before anything is stated.</param>
    public static bool IsInactive(DateOnly? lastHeldOn, DateOnly? establishedOn, DateOnly cutOffOn, AssessmentRules rules)
    {
        var since = cutOffOn.AddMonths(-rules.Inactivity.Months.Value);
        return !(lastHeldOn > since) && !(establishedOn > since);
    }
}
