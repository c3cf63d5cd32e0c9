namespace SocietyParty.Rules.Activities;

/// <summary>Nobody comes who is not expected (004 组织建设-2); the number that is wrong is the one that is blamed.</summary>
public static class AttendanceFits
{
    private const string Clause = "004 组织建设-2";

    public static Breach? Check(int expected, int attended) =>
        expected < 0 ? new("EXPECTED_NEGATIVE", [("expected", expected)], Clause, Path: ["expectedCount"])
        : attended > expected || attended < 0
            ? new("ATTENDANCE_EXCEEDS_EXPECTED", [("attended", attended), ("expected", expected)], Clause, Path: ["attendedCount"])
        : null;

    /// <summary>As <see cref="Check(int, int)"/>, of attendance that may not have been taken: both numbers or none.</summary>
    public static Breach? CheckGiven(int? expected, int? attended) =>
        expected is null != attended is null
            ? Breach.OfInput("ATTENDANCE_INCOMPLETE", [], expected is null ? "expectedCount" : "attendedCount")
            : Check(expected ?? 0, attended ?? 0);

    /// <summary>Attendance is taken by member or counted, not both.</summary>
    public static Breach? OneWay(bool isByMember, bool isCounted) =>
        isByMember && isCounted ? Breach.OfInput("ATTENDANCE_GIVEN_TWICE.TwoWays", [], "attendance") : null;
}
