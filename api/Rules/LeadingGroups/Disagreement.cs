namespace SocietyParty.Rules.LeadingGroups;

/// <summary>如遇重大问题意见分歧，除紧急情况外，应暂缓决定，待进一步交换意见后，再行表决 (003 第十六条).</summary>
public static class Disagreement
{
    public const string Defers = "MAJOR_DISAGREEMENT_DEFERS";

    /// <param name="urgentReason">Why it cannot wait; null where it can.</param>
    public static Breach? Breach(bool isMajor, string? urgentReason, LeadingGroupRules rules) =>
        (isMajor, rules.MajorDisagreement.Value) switch
        {
            (false, _) or (_, MajorDisagreement.Decides) => null,
            (_, MajorDisagreement.Defers) => rules.MajorDisagreement.Breach($"{Defers}.Always", [], "hasMajorDisagreement"),
            _ when string.IsNullOrWhiteSpace(urgentReason) => rules.MajorDisagreement.Breach($"{Defers}.UnlessUrgent", [], "urgentReason"),
            _ => null,
        };
}
