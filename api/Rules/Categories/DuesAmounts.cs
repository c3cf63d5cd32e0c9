namespace SocietyParty.Rules.Categories;

/// <summary>党费 What is paid: whole fen, for up to a year, as the standard says (000 §三).</summary>
public static class DuesAmounts
{
    private const decimal YuanMax = 99_999_999.99m;

    private const int MonthsMax = 12;

    public static Breach? Amount(decimal yuan, string field) =>
        yuan is <= 0 or > YuanMax || yuan != Math.Round(yuan, 2) ? Breach.OfInput("AMOUNT_WRONG", [], field) : null;

    public static Breach? Months(int count) =>
        count is < 1 or > MonthsMax ? Breach.OfInput("MONTHS_WRONG", [("monthsMax", MonthsMax)], "monthCount") : null;

    /// <summary>A warning where the amount is another than the standard's.</summary>
    /// <param name="monthly">The standard of the first month; null: there is none.</param>
    public static Breach? AsStandard(decimal? monthly, int months, decimal amount) =>
        monthly is { } each && each * months != amount
            ? new("DUES_DIFFER_FROM_STANDARD", [("monthlyAmount", each)], "000 §三", Severity.Warning, "amount")
            : null;

    /// <param name="first">First day of a month.</param>
    public static Breach? IsPaid(bool isPaid, DateOnly first) =>
        isPaid ? null : Breach.OfInput("DUES_NOT_PAID", [("month", $"{first:yyyy-MM}")], "month");

    /// <param name="isLast">Whether no other standard holds from that day on or later.</param>
    public static Breach? StandardIsLast(bool isLast) => isLast ? null : Breach.OfInput("DUES_STANDARD_DATE_TOO_EARLY", [], "validFrom");
}
