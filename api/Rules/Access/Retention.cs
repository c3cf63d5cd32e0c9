namespace SocietyParty.Rules.Access;

/// <summary>How long what is kept about people is kept.</summary>
public static class Retention
{
    /// <summary>Months that the record of who read and did what is kept, at the least (domain: six months).</summary>
    public const int AuditMonthsMin = 6;

    /// <summary>Where nobody says otherwise.</summary>
    public const int AuditMonthsUsual = 36;

    private const int MonthsMax = 1_200;

    public static bool CanKeepAudit(int months) => months is >= AuditMonthsMin and <= MonthsMax;
}
