namespace SocietyParty.Rules.Categories;

/// <summary>
/// 000 §二, §三: a branch develops members because their affiliations are with the committee. A category that a sheet or a published
/// list states is kept, but it gives this right only where no member that is known contradicts it or leaves it open.
/// </summary>
public static class CategoryProof
{
    /// <summary>Null where the members prove it, there are none yet, or the derived category allows the same.</summary>
    /// <param name="stated">The category that the branch has.</param>
    /// <param name="path">Field of the input that leads to the branch.</param>
    public static Breach? Check(Category stated, BranchMembership branch, CategoryRules rules, string path)
    {
        var right = rules.Of(stated, Permission.DevelopMembers);
        var derived = DeriveCategory.Of(branch, rules);
        if (
            !right.Value
            || branch.Members == 0
            || derived.Category == stated
            || rules.Of(derived.Category, Permission.DevelopMembers).Value
        )
        {
            return null;
        }

        return derived.IsNotProven
            ? new Breach("CATEGORY_NOT_PROVEN", [("proposed", stated), ("reason", derived.Reason)], right.Source, Path: [path])
            : new Breach(
                "CATEGORY_CONTRADICTS_MEMBERSHIP",
                [("category", derived.Category), ("proposed", stated), ("reason", derived.Reason)],
                right.Source,
                Path: [path]
            );
    }
}
