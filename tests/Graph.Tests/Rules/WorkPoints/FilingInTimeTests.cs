using SocietyParty.Rules;
using SocietyParty.Rules.WorkPoints;

namespace SocietyParty.Graph.Tests.Rules.WorkPoints;

public sealed class FilingInTimeTests
{
    [Theory]
    [InlineData("2023-05-19", 1, Severity.Warning, "")]
    [InlineData("2023-05-20", 1, Severity.Warning, "FILED_LATE Warning")]
    [InlineData("2023-05-20", 0, Severity.Warning, "")]
    [InlineData("2023-05-10", 15, Severity.Error, "FILED_LATE Error")]
    [InlineData(null, 1, Severity.Error, "")]
    public void An_event_is_filed_before_it_is_held(string? filedOn, int daysBefore, Severity late, string expected)
    {
        var rules = new FilingRule(new(daysBefore, "004 政治建设-4"), new(late, "x"));
        var breach = FilingInTime.Of(new(2023, 5, 20), filedOn is null ? null : DateOnly.ParseExact(filedOn, "yyyy-MM-dd"), rules);
        (breach is null ? "" : $"{breach.Code} {breach.Severity}").ShouldBe(expected, "004 政治建设-4");
    }
}
