using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Activities;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Activities;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Activities.Shared;

/// <summary>What holds of activities however they are entered.</summary>
internal static class ActivityChecks
{
    private const string Clause = "004 组织建设-2";

    /// <summary>Adds what an activity repeats: the same one held or planned on that day, or one that was planned for another.</summary>
    /// <param name="activity">As it is to be; its days decide.</param>
    public static async Task TwiceAsync(Activity activity, bool wasPlanned, MutationContext context, CancellationToken ct)
    {
        var (branch, title, id) = (activity.BranchId, activity.Title, activity.Id);
        var kind = Names.UpperSnake(activity.Kind.ToString());
        var known = await context.AskAsync(
            $"""
            SELECT planned_on, held_on FROM graph.activity
            WHERE branch_id = {branch} AND kind = {kind} AND id <> {id} AND graph.name_key(title) = graph.name_key({title})
            """,
            row => new KnownActivity(row.GetFieldValue<DateOnly?>(0), row.GetFieldValue<DateOnly?>(1)),
            ct
        );
        context.Add(ActivityOnce.Check(title, activity.PlannedOn, activity.HeldOn, wasPlanned, known));
    }

    /// <summary>
    /// Who came, where attendance was taken by member: members of the branch and those who take part in its life on that day.
    /// </summary>
    /// <param name="isCounted">The two numbers are given as well, which is once too often.</param>
    public static async Task<IReadOnlyList<(long Member, bool Attended)>> MembersAsync(
        IReadOnlyList<AttendanceInput>? attendance,
        bool isCounted,
        long branch,
        DateOnly heldOn,
        MutationContext context,
        CancellationToken ct
    )
    {
        var given = attendance ?? [];
        context.Add(AttendanceFits.OneWay(given.Count > 0, isCounted));
        if (given.Count == 0)
        {
            return [];
        }

        var known = await context
            .Graph.Database.SqlQuery<long>(
                $"""
                SELECT id AS "Value" FROM graph.member WHERE branch_id = {branch} AND (is_present OR {heldOn} < ended_on)
                UNION SELECT member_id FROM graph.organization_life WHERE branch_id = {branch} AND valid_during @> {heldOn}
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

            string[] path = ["attendance", MutationContext.Position(i), "member"];
            var unfit = OfAnother.Member(known.Contains(member.Id), Clause, path)
                ?? NamedOnce.Check(NamedThing.AttendingMember, null, members.Any(one => one.Member == member.Id), path);
            context.Add(unfit);
            if (unfit is null)
            {
                members.Add((member.Id, given[i].Attended));
            }
        }

        return members;
    }

    /// <summary>Keeps attendance by member; the activity has its key.</summary>
    public static void Keep(long activity, IEnumerable<(long Member, bool Attended)> members, MutationContext context) =>
        context.Graph.AddRange(
            members.Select(one => new ActivityAttendance
            {
                ActivityId = activity,
                MemberId = one.Member,
                Attended = one.Attended,
            })
        );
}
