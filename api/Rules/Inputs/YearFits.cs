namespace SocietyParty.Rules.Inputs;

/// <summary>A year is one of this software's calendar.</summary>
public static class YearFits
{
    private const int FirstYear = 1949;
    private const int LastYear = 2099;

    public static Breach? Check(int year) => IsOne(year) ? null : Breach.OfInput("YEAR_OUT_OF_RANGE", [], "year");

    /// <summary>As <see cref="Check"/>, of a year that is planned.</summary>
    public static Breach? CheckPlanned(int year) =>
        IsOne(year) ? null : Breach.OfInput("YEAR_INVALID", [("firstYear", FirstYear), ("lastYear", LastYear)], "year");

    /// <summary>A person who is alive and grown.</summary>
    public static Breach? CheckBirth(int? year, int today) =>
        year is { } given && (given < 1900 || given > today) ? Breach.OfInput("BIRTH_YEAR_WRONG", [("year", today)], "birthYear") : null;

    private static bool IsOne(int year) => year is >= FirstYear and <= LastYear;
}
