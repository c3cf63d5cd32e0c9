namespace SocietyParty.Rules.Inputs;

/// <summary>
/// 规则 What only a city's own rules can say, such as a scheme or a year's plan. Where no rule set says it nothing is made up: another
/// city's points and deadlines would make this one late.
/// </summary>
public static class RequiredRules
{
    private const string Option = "--rules";

    /// <param name="isThere">Whether a rule set has an assessment scheme for the region on the day.</param>
    /// <param name="region">The region's name.</param>
    public static Breach? Scheme(bool isThere, string region, DateOnly day, params IReadOnlyList<string> path) =>
        isThere
            ? null
            : new(
                "RULES_MISSING.Scheme",
                [("region", region), ("day", day), ("section", "assessment"), ("option", Option)],
                null,
                Path: path
            );

    /// <param name="isThere">Whether a rule set has work points for the region on the day.</param>
    /// <param name="region">The region's name.</param>
    public static Breach? WorkPoints(bool isThere, string region, DateOnly day, params IReadOnlyList<string> path) =>
        isThere
            ? null
            : new(
                "RULES_MISSING.WorkPoints",
                [("region", region), ("day", day), ("section", "workPoints"), ("option", Option)],
                null,
                Path: path
            );
}
