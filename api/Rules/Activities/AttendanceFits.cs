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
}
