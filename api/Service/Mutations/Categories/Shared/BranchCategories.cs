using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Categories;
using SocietyParty.Service.Model.Categories;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Categories.Shared;

/// <summary>A branch's category and what the rules make of it, as mutations ask for them.</summary>
internal static class BranchCategories
{
    /// <summary>The category stated for a day.</summary>
    public static async Task<Category> OnAsync(this MutationContext context, Branch branch, DateOnly day, CancellationToken ct) =>
        (
            await context
                .Graph.Set<BranchCategoryPeriod>()
                .AsNoTracking()
                .SingleOrDefaultAsync(period => period.BranchId == branch.Id && period.ValidDuring.Contains(day), ct)
        )?.Category
        ?? Category.Unclassified;

    /// <summary>Adds the breach where the branch's category does not allow something on a day.</summary>
    /// <param name="path">Field of the input that leads to the branch.</param>
    public static async Task CheckPermissionAsync(
        this MutationContext context,
        Branch branch,
        Permission permission,
        DateOnly day,
        string path,
        CancellationToken ct
    )
    {
        var rules = await context.RulesOfAsync<CategoryRules>(branch.CommitteeId, day, ct);
        var dissolvedOn = branch.Status == BranchStatus.Dissolved && branch.StatusSince <= day ? branch.StatusSince : null;
        var category = await context.OnAsync(branch, day, ct);
        foreach (var breach in BranchPermission.Check(new(branch.Name, dissolvedOn, category), permission, rules, path))
        {
            context.Add(breach);
        }
    }

    /// <summary>Adds the breach where a category that allows developing members is not proven by those that are known.</summary>
    /// <param name="path">Field of the input that leads to the branch.</param>
    public static async Task CheckProofAsync(this MutationContext context, Branch branch, DateOnly day, string path, CancellationToken ct)
    {
        var rules = await context.RulesOfAsync<CategoryRules>(branch.CommitteeId, day, ct);
        context.Add(
            CategoryProof.Check(await context.OnAsync(branch, day, ct), await context.MembershipAsync(branch, day, ct), rules, path)
        );
    }

    /// <summary>
    /// What the rules of a day derive from the membership as it is known now, with the units and the employment of that day.
    /// </summary>
    public static async Task<(DerivedCategory Derived, CategoryRules Rules)> DerivedAsync(
        this MutationContext context,
        Branch branch,
        DateOnly day,
        CancellationToken ct
    )
    {
        var rules = await context.RulesOfAsync<CategoryRules>(branch.CommitteeId, day, ct);
        return (DeriveCategory.Of(await context.MembershipAsync(branch, day, ct), rules), rules);
    }

    private static Task<BranchMembership> MembershipAsync(
        this MutationContext context,
        Branch branch,
        DateOnly day,
        CancellationToken ct
    ) =>
        context
            .Graph.Database.SqlQuery<BranchMembership>(
                $"""
                SELECT is_established AS "IsEstablished", has_supporting_unit AS "HasSupportingUnit", member_count AS "Members",
                       with_committee_count AS "WithCommittee", elsewhere_count AS "Elsewhere", employed_count AS "Employed", staff_count AS "Staff"
                FROM graph.branch_category_facts_on({day}) WHERE branch_id = {branch.Id}
                """
            )
            .SingleAsync(ct);
}
