using System.Globalization;

namespace SocietyParty.Rules.LeadingGroups;

/// <summary>做好小组会议记录，由小组组长签发 (003 第二十条).</summary>
public static class MinutesSignature
{
    public const string ByAnother = "MINUTES_SIGNED_BY_ANOTHER";
    public const string Late = "MINUTES_SIGNED_LATE";

    public static IEnumerable<Breach> Breaches(bool isLeader, bool isChair, DateOnly heldOn, DateOnly signedOn, LeadingGroupRules rules)
    {
        var (signs, signer) =
            rules.MinutesSigner.Value == MinutesSigner.Leader ? (isLeader, "the group's leader") : (isChair, "who chaired the meeting");
        if (!signs)
        {
            yield return rules.MinutesSigner.Breach(ByAnother, $"The minutes are signed by {signer}.", "signer");
        }

        if (signedOn > heldOn.AddDays(rules.MinutesSignedWithinDays.Value))
        {
            yield return rules.MinutesSignedWithinDays.Breach(
                Late,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The minutes are signed more than {rules.MinutesSignedWithinDays.Value} days after the meeting."
                ),
                "signedOn"
            );
        }
    }
}
