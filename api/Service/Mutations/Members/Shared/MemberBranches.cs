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
}
