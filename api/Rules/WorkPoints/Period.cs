namespace SocietyParty.Rules.WorkPoints;

/// <summary>A part of a year in which something is due.</summary>
/// <param name="Name"><c>2023</c>, <c>2023H1</c>, <c>2023Q1</c>; <c>2023P1</c> for parts without a letter of their own.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day after it.</param>
public sealed record Period(string Name, DateOnly From, DateOnly To)
{
    /// <param name="months">Months of a part; they divide a year.</param>
    public static IEnumerable<Period> Of(int year, int months)
    {
        var first = new DateOnly(year, 1, 1);
        for (var i = 0; i < 12 / months; i++)
        {
            yield return new(NameOf(year, months, i + 1), first.AddMonths(i * months), first.AddMonths((i + 1) * months));
        }
    }

    public static Period Whole(int year) => Of(year, 12).Single();

    private static string NameOf(int year, int months, int part) =>
        months switch
        {
            12 => $"{year}",
            6 => $"{year}H{part}",
            3 => $"{year}Q{part}",
            _ => $"{year}P{part}",
        };
}
