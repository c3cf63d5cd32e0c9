using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.Members;
using SocietyParty.Service.Model.Categories;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members.Shared;

/// <summary>What was known of a member and its branch in the months that dues are paid for.</summary>
internal static class DuesHistory
{
    public static async Task<DuesFacts> DuesFactsAsync(
        this MutationContext context,
        Member member,
        Branch branch,
        DateOnly firstMonth,
        int monthCount,
        CancellationToken ct
    )
    {
        var stood = await context
            .Graph.Database.SqlQuery<DaySpan>(
                $"""
                SELECT lower(valid_during) AS "From", upper(valid_during) AS "To" FROM graph.branch_status_period
                WHERE branch_id = {branch.Id} AND status = 'ESTABLISHED' AND NOT isempty(valid_during)
                """
            )
            .ToListAsync(ct);
        var categories = await context
            .Graph.Set<BranchCategoryPeriod>()
            .AsNoTracking()
            .Where(period => period.BranchId == branch.Id)
            .ToListAsync(ct);
        var ends = await context.EndsAsync(member.Id, ct);
        return new(
            firstMonth,
            monthCount,
            Later(member.JoinedOn, await BelongsSinceAsync(member, branch, ends, context, ct)),
            [
                .. from end in ends
                select end.Reason == MembershipEnd.EnteredInError && end.RestoredOn is null
                    ? new DaySpan(null, null)
                    : new DaySpan(end.EndedOn, end.RestoredOn),
            ],
            stood,
            [.. categories.Select(period => (Span(period.ValidDuring), period.Category))]
        );
    }

    // A branch that the member left is remembered as an organizational life that ended.
    private static async Task<DateOnly?> BelongsSinceAsync(
        Member member,
        Branch branch,
        IReadOnlyList<EndedDays> ends,
        MutationContext context,
        CancellationToken ct
    )
    {
        if (branch.Id == member.BranchId)
        {
            // Whoever came back belonged to it before the present affiliation began.
            var cameBack = ends.Any(end => end.RestoredOn > end.EndedOn);
            return member.AffiliationBranchId == branch.Id && !cameBack ? member.AffiliatedSince : null;
        }

        var lives = await context
            .Graph.Set<OrganizationLife>()
            .AsNoTracking()
            .Where(life => life.MemberId == member.Id && life.BranchId == branch.Id)
            .ToListAsync(ct);
        return lives.Count == 0 ? null : lives.Select(life => Span(life.ValidDuring).From).Min(from => from ?? DateOnly.MinValue);
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other ?? one : one;

    private static DaySpan Span(NpgsqlRange<DateOnly> range) =>
        new(range.LowerBoundInfinite ? null : range.LowerBound, range.UpperBoundInfinite ? null : range.UpperBound);
}
