namespace SocietyParty.Rules.Categories;

/// <summary>What a branch is on a day.</summary>
/// <param name="DissolvedOn">Day on which it was dissolved; null where it stands on the day, or nobody says since when.</param>
/// <param name="Category">The category that it has on the day.</param>
public sealed record BranchOnDay(string Branch, DateOnly? DissolvedOn, Category Category);

/// <summary>What a branch of its category may do on a day; a dissolved one does nothing.</summary>
public static class BranchPermission
{
    /// <param name="path">Field of the input that names the branch or the member.</param>
    public static IEnumerable<Breach> Check(BranchOnDay branch, Permission permission, CategoryRules rules, string path)
    {
        if (branch.DissolvedOn is { } dissolvedOn)
        {
            yield return new(
                "BRANCH_DISSOLVED.BranchCategories",
                [("branch", branch.Branch), ("statusSince", dissolvedOn)],
                null,
                Path: [path]
            );
        }

        if (CategoryPermission.Check(branch.Category, permission, rules, path) is { } breach)
        {
            yield return breach;
        }
    }
}
