namespace SocietyParty.Rules.LeadingGroups;

/// <summary>A half of a calendar year: January to June or July to December.</summary>
public readonly record struct HalfYear(int Year, bool IsSecond)
{
    public DateOnly First => new(Year, IsSecond ? 7 : 1, 1);

    public DateOnly Last => IsSecond ? new(Year, 12, 31) : new(Year, 6, 30);

    public static HalfYear Of(DateOnly day) => new(day.Year, day.Month > 6);

    public HalfYear Next => IsSecond ? new(Year + 1, false) : new(Year, true);
}
