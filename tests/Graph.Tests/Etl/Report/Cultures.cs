using System.Globalization;

namespace SocietyParty.Graph.Tests.Etl.Report;

/// <summary>A culture that writes numbers and days otherwise; the machine has none of its own.</summary>
internal static class Cultures
{
    public static CultureInfo Comma { get; } = Make();

    private static CultureInfo Make()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "−";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        return culture;
    }
}
