namespace SocietyParty.Rules.LeadingGroups;

/// <summary>状态 Stages of a meeting.</summary>
public enum MeetingStage
{
    /// <summary>已定议题</summary>
    Agenda,

    /// <summary>到会合规</summary>
    Quorate,

    /// <summary>流会: too few came.</summary>
    Inquorate,

    /// <summary>已议定</summary>
    Decided,

    /// <summary>暂缓</summary>
    Deferred,

    /// <summary>记录已签发</summary>
    MinutesSigned,
}

/// <summary>agenda → quorate, or not → decided or deferred → minutes signed (003 第十五条 to 第二十条).</summary>
public static class MeetingStages
{
    public static Breach? Breach(MeetingStage from, MeetingStage to, LeadingGroupRules rules) =>
        WrongStage.Breach(from, to, Next(from), to == MeetingStage.MinutesSigned ? rules.MinutesSigner.Source : rules.Quorum.Source);

    private static IReadOnlyList<MeetingStage> Next(MeetingStage from) =>
        from switch
        {
            MeetingStage.Agenda => [MeetingStage.Quorate, MeetingStage.Inquorate],
            MeetingStage.Quorate => [MeetingStage.Decided, MeetingStage.Deferred],
            MeetingStage.Decided or MeetingStage.Deferred => [MeetingStage.MinutesSigned],
            _ => [],
        };
}
