namespace SocietyParty.Rules.Days;

/// <summary>What a day of an input or of a list says.</summary>
public enum DayMeaning
{
    /// <summary>Something was held, decided, paid or became so on it: it lies between the Party's founding and today.</summary>
    Happened,

    /// <summary>The same of a society, which may be older than the Party.</summary>
    HappenedToSociety,

    /// <summary>Something holds, is planned or is due from it, until it or on it: it may be to come.</summary>
    Holds,
}

/// <summary>
/// Which day a thing may bear. Today is Beijing's, whatever clock the machine has. A mistyped year is found here: 2062 instead of 2026
/// is to come, 1062 is before anything that is kept here.
/// </summary>
public static class DayFits
{
    /// <summary>First day of the founding congress's month: nothing of the Party's work is older.</summary>
    public static readonly DateOnly Founding = new(1921, 7, 1);

    /// <summary>First day that anything can bear; a society may be older than the Party.</summary>
    public static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>Last day that anything can bear, so that day arithmetic stays in the calendar.</summary>
    public static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>Null where the day may stand there.</summary>
    public static Breach? Check(DateOnly day, DayMeaning meaning, DateOnly today, params IReadOnlyList<string> path)
    {
        var (first, last) = (meaning == DayMeaning.Happened ? Founding : Earliest, meaning == DayMeaning.Holds ? Latest : today);
        return day >= first && day <= last ? null
            : day > today && day <= Latest ? new("DAY_TO_COME", [("day", day), ("today", today)], null, Path: path)
            : new("DATE_OUT_OF_RANGE", [("day", day), ("earliest", first), ("latest", last)], null, Path: path);
    }
}
