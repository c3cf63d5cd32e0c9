using System.Globalization;

namespace SocietyParty.Rules.LeadingGroups;

/// <summary>做好小组会议记录，由小组组长签发 (003 第二十条).</summary>
public static class MinutesSignature
{
    public const string ByAnother = "MINUTES_SIGNED_BY_ANOTHER";
    public const string Late = "MINUTES_SIGNED_LATE";

    public static IEnumerable<Breach> Breaches(bool isLeader, bool isChair, DateOnly heldOn, DateOnly signedOn, LeadingGroupRules rules)
    {
        var signs = rules.MinutesSigner.Value switch
        {
            MinutesSigner.Leader => isLeader,
            MinutesSigner.Chair => isChair,
            _ => true,
        };
        if (!signs)
        {
            yield return rules.MinutesSigner.Breach($"{ByAnother}.{rules.MinutesSigner.Value}", [], "signer");
        }

        if (rules.MinutesSignedWithinDays.Value is { } days && signedOn > heldOn.AddDays(days))
        {
            yield return rules.MinutesSignedWithinDays.Breach(Late, [("days", days)], "signedOn");
        }
    }
}
