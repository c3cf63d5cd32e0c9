using System.Globalization;

namespace SocietyParty.Rules.LeadingGroups;

/// <summary>成员因故不能参加会议的应当在会前请假 (003 第十八条).</summary>
public static class MeetingLeave
{
    public const string AbsentWithoutLeave = "ABSENT_WITHOUT_LEAVE";

    public static Breach? Breach(int absent, LeadingGroupRules rules) =>
        absent == 0 || !rules.Leave.Value ? null : rules.Leave.Breach(AbsentWithoutLeave, [("absent", absent)], "attendance");
}
