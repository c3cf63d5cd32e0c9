using System.Globalization;

namespace SocietyParty.Rules.LeadingGroups;

/// <summary>做好小组会议记录，由小组组长签发 (003 第二十条).</summary>
public static class MinutesSignature
{
    public const string ByAnother = "MINUTES_SIGNED_BY_ANOTHER";
    public const string Late = "MINUTES_SIGNED_LATE";

    public static IEnumerable<Breach> Breaches(bool isLeader, bool isChair, DateOnly heldOn, DateOnly signedOn, LeadingGroupRules rules)
    {
        var signs = rules.MinutesSigner.Value == MinutesSigner.Leader ? isLeader : isChair;
        if (!signs)
        {
            yield return rules.MinutesSigner.Breach($"{ByAnother}.{rules.MinutesSigner.Value}", [], "signer");
        }

        if (signedOn > heldOn.AddDays(rules.MinutesSignedWithinDays.Value))
        {
            yield return rules.MinutesSignedWithinDays.Breach(Late, [("days", rules.MinutesSignedWithinDays.Value)], "signedOn");
        }
    }
}
