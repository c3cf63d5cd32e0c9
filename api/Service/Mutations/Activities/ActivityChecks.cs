using SocietyParty.Rules;
using SocietyParty.Service.Model;

namespace SocietyParty.Service.Mutations.Activities;

/// <summary>What holds of activities however they are entered.</summary>
internal static class ActivityChecks
{
    private const string Clause = "004 组织建设-2";

    /// <summary>Only a branch that stands has activities.</summary>
    public static Breach? Standing(Branch branch) => branch.Status == BranchStatus.Established ? null : new(
        "BRANCH_NOT_ESTABLISHED", $"{branch.Name} is {Names.UpperSnake(branch.Status.ToString())}; only an ESTABLISHED branch has activities.", Clause, Path: ["branch"]);

    public static void Title(string? title, MutationContext context)
    {
        if (string.IsNullOrWhiteSpace(title))
            context.Fail("TITLE_MISSING", "Say what it is about.", "title");
    }

    /// <summary>Attendance is two numbers or none, and nobody comes who is not expected.</summary>
    public static void Attendance(int? expected, int? attended, MutationContext context)
    {
        if (expected is null != attended is null)
            context.Fail("ATTENDANCE_INCOMPLETE", "Give both numbers, or none where attendance was not taken.", expected is null ? "expectedCount" : "attendedCount");
        else if (attended > expected || attended < 0)
            context.Add(new Breach("ATTENDANCE_EXCEEDS_EXPECTED", $"{attended} of {expected} came. Give a number from 0 to those expected.", Clause, Path: ["attendedCount"]));
    }
}
