using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Categories;

/// <summary>Why a branch has its derived category.</summary>
public enum CategoryReason
{
    ConditionsMet,
    NoMembers,
    AffiliationNotStated,
    AffiliationsMixed,
    NoCategoryFits,
}

/// <param name="Reason">In a sentence, with the numbers.</param>
/// <param name="Clause">Where the rule stands.</param>
public sealed record DerivedCategory(Category Category, CategoryReason ReasonCode, Sentence Reason, string Clause)
{
    /// <summary>Whether too little is stated to tell any category.</summary>
    public bool IsNotProven => ReasonCode is CategoryReason.NoMembers or CategoryReason.AffiliationNotStated;
}

/// <summary>
/// 000 §二: the first category of the precedence all of whose conditions hold, else UNCLASSIFIED with a reason. The view
/// <c>graph.branch_derived_category</c> gives the same answer for lists.
/// </summary>
public static class DeriveCategory
{
    public static DerivedCategory Of(BranchMembership branch, CategoryRules rules)
    {
        foreach (var category in rules.Precedence.Value)
        {
            var conditions = rules.Conditions[category];
            if (conditions.Value.All(condition => branch.Lacking(condition, rules) == 0))
            {
                return new(category, CategoryReason.ConditionsMet, Numbers(branch, rules), conditions.Source);
            }
        }

        return new(Category.Unclassified, ReasonOf(branch), Numbers(branch, rules), rules.Precedence.Source);
    }

    private static CategoryReason ReasonOf(BranchMembership branch) =>
        branch switch
        {
            { Members: 0 } => CategoryReason.NoMembers,
            { NotStated: > 0 } => CategoryReason.AffiliationNotStated,
            { WithCommittee: > 0, Elsewhere: > 0 } => CategoryReason.AffiliationsMixed,
            _ => CategoryReason.NoCategoryFits,
        };

    private static Sentence Numbers(BranchMembership branch, CategoryRules rules) =>
        new(
            "CategoryReason.Numbers",
            [
                ("members", branch.Members),
                ("withCommittee", branch.WithCommittee),
                ("elsewhere", branch.Elsewhere),
                ("notStated", branch.NotStated),
                ("staff", branch.StaffUnder(rules)),
            ]
        );
}
