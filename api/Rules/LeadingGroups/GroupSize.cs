using System.Globalization;

namespace SocietyParty.Rules.LeadingGroups;

/// <summary>一般不超过7人，应为单数 (003 第五条).</summary>
public static class GroupSize
{
    public const string TooLarge = "LEADING_GROUP_TOO_LARGE";
    public const string Even = "LEADING_GROUP_EVEN";

    public static IEnumerable<Breach> Breaches(int seats, LeadingGroupRules rules)
    {
        if (seats > rules.SizeMaximum.Value)
        {
            yield return rules.SizeMaximum.Breach(TooLarge, [("seats", seats), ("most", rules.SizeMaximum.Value)], "seats");
        }

        if (rules.Parity.Value == Parity.Odd && seats % 2 == 0)
        {
            yield return rules.Parity.Breach(Even, [("seats", seats)], "seats");
        }
    }
}
