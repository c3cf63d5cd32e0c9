using System.Globalization;
using Npgsql;

namespace SocietyParty.Etl.Run;

/// <summary>What to load.</summary>
/// <param name="AsOf">The day whose state is loaded; its month's rows tell that day, earlier months their last day.</param>
/// <param name="From">Any day of the first month to fill; null: only the month of <paramref name="AsOf"/>.</param>
public sealed record LoadOptions(DateOnly AsOf, DateOnly? From = null)
{
    /// <summary>First day of <c>dw.dim_date</c>.</summary>
    public static readonly DateOnly AsOfMin = new(1900, 1, 1);

    /// <summary>Last day of <c>dw.dim_date</c>.</summary>
    public static readonly DateOnly AsOfMax = new(2099, 12, 31);

    /// <summary>Months that one load fills at the most: a mistyped year must not fill centuries.</summary>
    public const int MonthsMax = 360;

    /// <summary>How long one step may take.</summary>
    public const int StepSecondsMax = 3_600;

    /// <summary>What the log of loads calls it.</summary>
    public string Command { get; init; } = "load";

    /// <summary>Whether everything is computed again and swapped in, whatever changed.</summary>
    public bool IsFull { get; init; }

    /// <summary>First days of months that are taken out of the star.</summary>
    public IReadOnlyList<DateOnly> Unload { get; init; } = [];

    /// <summary>Whether a day to come may be loaded.</summary>
    public bool AllowsFuture { get; init; }

    /// <summary>Runs before each step and before <c>commit</c>, on the load's own connection, for tests that break a load there.</summary>
    public Func<string, NpgsqlConnection, Task>? BeforeStep { get; init; }

    /// <summary>First day of the first month to fill; null as <see cref="From"/>.</summary>
    public DateOnly? FromMonth => From is { } day ? new DateOnly(day.Year, day.Month, 1) : null;

    /// <summary>Today in China, which has one time zone and no summer time; the machine's own zone does not matter.</summary>
    public static DateOnly Today(TimeProvider? clock = null) =>
        DateOnly.FromDateTime((clock ?? TimeProvider.System).GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    /// <summary>A month, such as 2022-06.</summary>
    internal static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Why these options make no sense; null if they do.</summary>
    public LoadProblem? Problem()
    {
        if (AsOf < AsOfMin || AsOf > AsOfMax)
        {
            return new LoadProblem("SP-LOAD-101", [("day", AsOf), ("first", AsOfMin), ("last", AsOfMax)]);
        }

        if (Today() is var today && AsOf > today && !AllowsFuture)
        {
            return new LoadProblem("SP-LOAD-106", [("day", AsOf), ("today", today)]);
        }

        if (FromMonth is not { } month)
        {
            return null;
        }

        if (month > AsOf || month < AsOfMin)
        {
            return new LoadProblem("SP-LOAD-102", [("month", Text(month)), ("day", AsOf), ("first", Text(AsOfMin)), ("last", Text(AsOf))]);
        }

        var months = (AsOf.Year - month.Year) * 12 + AsOf.Month - month.Month + 1;
        return months > MonthsMax ? new LoadProblem("SP-LOAD-103", [("months", months), ("max", MonthsMax)]) : null;
    }
}
