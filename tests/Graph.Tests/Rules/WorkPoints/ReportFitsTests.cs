using System.Globalization;
using SocietyParty.Rules.WorkPoints;

namespace SocietyParty.Graph.Tests.Rules.WorkPoints;

/// <summary>When a report on a period may be handed in (001 §11).</summary>
public sealed class ReportFitsTests
{
    [Theory]
    [InlineData("2023-12-31", "REPORT_NOT_DUE Error")]
    [InlineData("2024-01-01", "REPORT_NOT_DUE Error")]
    [InlineData("2024-03-30", "REPORT_NOT_DUE Error")]
    [InlineData("2024-03-31", "")]
    [InlineData("2024-04-15", "")]
    [InlineData("2024-04-16", "REPORT_LATE Warning")]
    public void A_report_is_taken_from_the_last_day_of_its_period(string submittedOn, string expected)
    {
        var day = DateOnly.ParseExact(submittedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var breach = ReportFits.Check("2024Q1", new(2024, 4, 1), new(2024, 4, 15), day);
        (breach is null ? "" : $"{breach.Code} {breach.Severity}").ShouldBe(expected, "001 §11");
    }
}
