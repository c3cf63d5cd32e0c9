namespace SocietyParty.Rules.Access;

/// <summary>How long what is kept about people is kept.</summary>
public static class Retention
{
    /// <summary>Months that the record of who read and did what is kept, at the least (domain: six months).</summary>
    public const int AuditMonthsMin = 6;

    /// <summary>Where nobody says otherwise.</summary>
    public const int AuditMonthsUsual = 36;

    /// <summary>Years that a person is known by its reference after the membership ended, at the least.</summary>
    public const int PersonYearsMin = 1;

    /// <summary>Where nobody says otherwise.</summary>
    public const int PersonYearsUsual = 10;

    private const int MonthsMax = 1_200;
    private const int YearsMax = 100;

    public static bool CanKeepPerson(int years) => years is >= PersonYearsMin and <= YearsMax;

    public static bool CanKeepAudit(int months) => months is >= AuditMonthsMin and <= MonthsMax;
}
