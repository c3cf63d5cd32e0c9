using SocietyParty.Rules.Days;

namespace SocietyParty.Graph.Tests.Rules.Days;

/// <summary>Which day a thing may bear.</summary>
public sealed class DayFitsTests
{
    [Theory]
    [InlineData("2028-02-29", DayMeaning.Happened, "2028-02-29", null)]
    [InlineData("2028-03-01", DayMeaning.Happened, "2028-02-29", "DAY_TO_COME")]
    [InlineData("2028-02-28", DayMeaning.Happened, "2028-02-29", null)]
    [InlineData("2062-05-04", DayMeaning.Happened, "2026-05-04", "DAY_TO_COME")]
    [InlineData("1921-07-01", DayMeaning.Happened, "2026-05-04", null)]
    [InlineData("1921-06-30", DayMeaning.Happened, "2026-05-04", "DATE_OUT_OF_RANGE")]
    [InlineData("1062-05-04", DayMeaning.Happened, "2026-05-04", "DATE_OUT_OF_RANGE")]
    [InlineData("2200-01-01", DayMeaning.Happened, "2026-05-04", "DATE_OUT_OF_RANGE")]
    [InlineData("2026-05-05", DayMeaning.Holds, "2026-05-04", null)]
    [InlineData("2199-12-31", DayMeaning.Holds, "2026-05-04", null)]
    [InlineData("2200-01-01", DayMeaning.Holds, "2026-05-04", "DATE_OUT_OF_RANGE")]
    [InlineData("1900-01-01", DayMeaning.Holds, "2026-05-04", null)]
    [InlineData("1899-12-31", DayMeaning.Holds, "2026-05-04", "DATE_OUT_OF_RANGE")]
    public void What_happened_is_not_to_come_and_what_holds_may_be(string day, DayMeaning meaning, string today, string? code) =>
        DayFits.Check(DateOnly.Parse(day, null), meaning, DateOnly.Parse(today, null), "on")?.Code.ShouldBe(code);
}
