namespace SocietyParty.Rules.LeadingGroups;

/// <summary>状态 Stages of a leading group.</summary>
public enum GroupStage
{
    /// <summary>已讨论</summary>
    Discussed,

    /// <summary>已报批</summary>
    Submitted,

    /// <summary>已批准</summary>
    Approved,

    /// <summary>已退回</summary>
    Returned,

    /// <summary>已届满</summary>
    Expired,
}

/// <summary>
/// discussed → submitted → approved or returned → expired; a change of an approved group is submitted again (003 第五条, 第六条).
/// </summary>
public static class GroupStages
{
    public static Breach? Breach(GroupStage from, GroupStage to, LeadingGroupRules rules) =>
        WrongStage.Breach(from, to, Next(from), rules.Approval.Source);

    private static IReadOnlyList<GroupStage> Next(GroupStage from) =>
        from switch
        {
            GroupStage.Discussed => [GroupStage.Submitted, GroupStage.Expired],
            GroupStage.Submitted => [GroupStage.Approved, GroupStage.Returned, GroupStage.Expired],
            GroupStage.Approved => [GroupStage.Submitted, GroupStage.Expired],
            GroupStage.Returned => [GroupStage.Submitted, GroupStage.Expired],
            _ => [],
        };
}
