using System.Globalization;

namespace SocietyParty.Rules.LeadingGroups;

/// <summary>小组会议应当有半数以上成员到会方可召开 (003 第十八条). Written opinions are no presence.</summary>
public static class MeetingQuorum
{
    public const string NotQuorate = "NOT_QUORATE";

    /// <summary>How many must be there at the least.</summary>
    public static int Least(int seats, Quorum quorum) => quorum == Quorum.MoreThanHalf ? seats / 2 + 1 : (seats + 1) / 2;

    public static Breach? Breach(int seats, int present, LeadingGroupRules rules)
    {
        var least = Least(seats, rules.Quorum.Value);
        return present >= least
            ? null
            : rules.Quorum.Breach(NotQuorate, [("present", present), ("seats", seats), ("least", least)], "attendance");
    }
}
