using Microsoft.EntityFrameworkCore;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members.Shared;

/// <summary>Which branch a member belonged to.</summary>
internal static class MemberBranches
{
    /// <summary>
    /// What is recorded of a day before a transfer was for the branch of that day to do; the sheet of members asks the same.
    /// </summary>
    public static async Task<Branch> BranchOnAsync(this MutationContext context, Member member, DateOnly day, CancellationToken ct)
    {
        var key = await context
            .Graph.Database.SqlQuery<long>($"SELECT graph.member_branch_on({member.Id}, {day}) AS \"Value\"")
            .SingleAsync(ct);
        return (await context.Graph.Set<Branch>().FindAsync([key], ct))!;
    }

    /// <summary>The latest day on which something of the membership is known to have begun; null: none is stated.</summary>
    public static Task<DateOnly?> LastChangeAsync(this MutationContext context, Member member, CancellationToken ct) =>
        context
            .Graph.Database.SqlQuery<DateOnly?>(
                $"""
                SELECT greatest(joined_on, status_since, affiliated_since, branch_since, (
                    SELECT max(e.restored_on) FROM graph.ended_membership AS e
                    WHERE e.member_id = m.id AND e.restored_on > e.ended_on)) AS "Value"
                FROM graph.member AS m WHERE m.id = {member.Id}
                """
            )
            .SingleAsync(ct);
}
