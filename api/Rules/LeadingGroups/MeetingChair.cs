namespace SocietyParty.Rules.LeadingGroups;

/// <summary>会议由组长召集主持，组长因故不能主持会议时，可委托其他成员主持 (003 第十七条).</summary>
public static class MeetingChair
{
    public const string NotDelegated = "CHAIRING_NOT_DELEGATED";
    public const string NoDelegation = "CHAIRING_NOT_DELEGABLE";

    /// <param name="isLeader">Whether the leader chairs.</param>
    /// <param name="delegationReason">Why the leader delegated it; null where nobody said.</param>
    public static Breach? Breach(bool isLeader, string? delegationReason, LeadingGroupRules rules) =>
        (isLeader, rules.Chairing.Value) switch
        {
            (true, _) or (_, Chairing.Anyone) => null,
            (_, Chairing.Leader) => rules.Chairing.Breach(NoDelegation, [], "chair"),
            _ when string.IsNullOrWhiteSpace(delegationReason) => rules.Chairing.Breach(NotDelegated, [], "delegationReason"),
            _ => null,
        };
}
