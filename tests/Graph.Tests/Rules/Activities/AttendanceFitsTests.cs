using SocietyParty.Rules.Activities;

namespace SocietyParty.Graph.Tests.Rules.Activities;

/// <summary>Attendance as two numbers (004 组织建设-2).</summary>
public sealed class AttendanceFitsTests
{
    [Theory]
    [InlineData(5, 5, "")]
    [InlineData(5, 0, "")]
    [InlineData(0, 0, "")]
    [InlineData(5, 6, "ATTENDANCE_EXCEEDS_EXPECTED attendedCount")]
    [InlineData(5, -1, "ATTENDANCE_EXCEEDS_EXPECTED attendedCount")]
    [InlineData(-5, 3, "EXPECTED_NEGATIVE expectedCount")]
    [InlineData(-5, -6, "EXPECTED_NEGATIVE expectedCount")]
    public void The_number_that_is_wrong_is_blamed(int expected, int attended, string blamed)
    {
        var breach = AttendanceFits.Check(expected, attended);
        (breach is null ? "" : $"{breach.Code} {string.Join('/', breach.Path)}").ShouldBe(blamed, "004 组织建设-2");
    }
}
