using System.Globalization;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Days as spreadsheets count them: 1 is 1900-01-01, and 60 the 29th of February 1900, which never was.</summary>
internal static class SerialDay
{
    private const int FirstAfterTheWrongOne = 61;
    private const int Last = 73_050;

    /// <summary>Between these a plain number in a column of days is taken for a day: 1950 to 2099. A bare year is not.</summary>
    private const int PlainMin = 18_264;

    /// <summary><c>2022-05-31</c>, with <c>T14:30:00</c> where there is a time; null out of 1900-03-01 to 2099-12-31.</summary>
    public static string? ToText(double serial)
    {
        if (!(serial >= FirstAfterTheWrongOne && serial < Last + 1))
        {
            return null;
        }

        var time = DateTime.FromOADate(serial);
        return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }

    public static DateOnly? OfPlainNumber(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= PlainMin and <= Last
            ? DateOnly.FromDateTime(DateTime.FromOADate(serial))
            : null;

    /// <summary>The serial number of a day.</summary>
    public static int Of(DateOnly day) => (int)day.ToDateTime(TimeOnly.MinValue).ToOADate();
}
