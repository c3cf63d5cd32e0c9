using System.Globalization;

namespace SocietyParty.Etl.Output;

/// <summary>Months for a person: runs of them as one range.</summary>
internal static class MonthRanges
{
    /// <summary>Such as <c>2022-01 to 2022-06, 2022-09</c>; empty for none.</summary>
    public static string Text(IEnumerable<DateOnly> months, Words words)
    {
        var ranges = new List<(DateOnly First, DateOnly Last)>();
        foreach (var month in months.Order())
        {
            if (ranges.Count > 0 && ranges[^1].Last.AddMonths(1) == month)
            {
                ranges[^1] = (ranges[^1].First, month);
            }
            else
            {
                ranges.Add((month, month));
            }
        }

        return string.Join(
            words.IsChinese ? "、" : ", ",
            ranges.Select(range =>
                range.First == range.Last
                    ? Text(range.First)
                    : words.Say("Cli.MonthRange", ("first", Text(range.First)), ("last", Text(range.Last)))
            )
        );
    }

    /// <summary>Such as <c>2022-01</c>.</summary>
    public static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
