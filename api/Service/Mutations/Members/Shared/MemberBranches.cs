using Microsoft.EntityFrameworkCore;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members.Shared;

/// <summary>Which branch a member belonged to.</summary>
internal static class MemberBranches
{
    /// <summary>
    /// The branch of a day: a transfer into another one left the branch before as an organizational life that ends with it, and what is
    /// recorded of a day before was for that branch to do.
    /// </summary>
    public static async Task<Branch> BranchOnAsync(this MutationContext context, Member member, DateOnly day, CancellationToken ct)
    {
        var before =
            member.AffiliatedSince is { } since && day < since
                ? (
                    await context
                        .Graph.Set<OrganizationLife>()
                        .AsNoTracking()
                        .Where(life => life.MemberId == member.Id && life.ValidDuring.Contains(day))
                        .ToListAsync(ct)
                ).FirstOrDefault(life => !life.ValidDuring.UpperBoundInfinite && life.ValidDuring.UpperBound == since)
                : null;
        return (await context.Graph.Set<Branch>().FindAsync([before?.BranchId ?? member.BranchId], ct))!;
    }
}
