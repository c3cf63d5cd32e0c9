using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Activities;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Activities.Shared;

/// <summary>What holds of activities however they are entered.</summary>
internal static class ActivityChecks
{
    private const string Clause = "004 组织建设-2";

    /// <summary>Only a branch that stands has activities.</summary>
    public static Breach? Standing(Branch branch) =>
        branch.Status == BranchStatus.Established
            ? null
            : new("BRANCH_NOT_ESTABLISHED.ActivityChecks", [("branch", branch.Name), ("status", branch.Status)], Clause, Path: ["branch"]);

    public static void Title(string? title, MutationContext context)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            context.Fail("TITLE_MISSING.ActivityChecks", [], "title");
        }
    }

    /// <summary>Attendance is two numbers or none, and nobody comes who is not expected.</summary>
    public static void Attendance(int? expected, int? attended, MutationContext context)
    {
        if (expected is null != attended is null)
        {
            context.Fail("ATTENDANCE_INCOMPLETE", [], expected is null ? "expectedCount" : "attendedCount");
        }
        else
        {
            context.Add(AttendanceFits.Check(expected ?? 0, attended ?? 0));
        }
    }

    /// <summary>
    /// Who came, where attendance was taken by member: members of the branch and those who take part in its life on that day.
    /// </summary>
    public static async Task<IReadOnlyList<(long Member, bool Attended)>> MembersAsync(
        RecordActivityInput input,
        long branch,
        MutationContext context,
        CancellationToken ct
    )
    {
        var given = input.Attendance ?? [];
        if (given.Count > 0 && input.ExpectedCount is not null)
        {
            context.Fail("ATTENDANCE_GIVEN_TWICE.TwoWays", [], "attendance");
        }

        var known = await context
            .Graph.Database.SqlQuery<long>(
                $"""
                SELECT id AS "Value" FROM graph.member WHERE branch_id = {branch} AND (is_present OR {input.HeldOn} < ended_on)
                UNION SELECT member_id FROM graph.organization_life WHERE branch_id = {branch} AND valid_during @> {input.HeldOn}
                """
            )
            .ToListAsync(ct);
        var members = new List<(long Member, bool Attended)>();
        for (var i = 0; i < given.Count; i++)
        {
            if (await context.FindAsync(given[i].Member, ct, "attendance", MutationContext.Position(i), "member") is not { } member)
            {
                continue;
            }

            if (!known.Contains(member.Id))
            {
                context.Add(
                    new Breach("MEMBER_OF_ANOTHER_BRANCH", [], Clause, Path: ["attendance", MutationContext.Position(i), "member"])
                );
            }
            else if (members.Any(one => one.Member == member.Id))
            {
                context.Fail("ATTENDANCE_GIVEN_TWICE.SameMember", [], "attendance", MutationContext.Position(i), "member");
            }
            else
            {
                members.Add((member.Id, given[i].Attended));
            }
        }

        return members;
    }
}
