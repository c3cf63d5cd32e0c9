using SocietyParty.Rules.Categories;

namespace SocietyParty.Graph.Tests.Rules.Categories;

/// <summary>Mixes of members, for the rule and for the view that gives the same answer.</summary>
internal static class MembershipCases
{
    /// <param name="Here">Members whose affiliation is with the committee.</param>
    /// <param name="Unit">Members whose affiliation is with the supporting unit of the society, or of a stranger where it has none.</param>
    /// <param name="Elsewhere">Members whose affiliation is in another place.</param>
    /// <param name="Unknown">Members whose affiliation is not stated.</param>
    /// <param name="Employed">How many of them, those here first, are employed by the supporting unit.</param>
    public sealed record Mix(bool Established, bool HasUnit, int Here, int Unit, int Elsewhere, int Unknown, int Employed)
    {
        public BranchMembership Facts =>
            new(
                Established,
                HasUnit,
                Here + Unit + Elsewhere + Unknown,
                Here,
                Unit + Elsewhere,
                HasUnit ? Employed : 0,
                // Whoever is employed and affiliated there is one member of the staff, not two.
                HasUnit ? Unit + Math.Min(Employed, Here) + Math.Max(0, Employed - Here - Unit) : 0
            );
    }

    public static readonly (Mix Mix, Category Category, CategoryReason Reason, string Clause)[] All =
    [
        // 000 §二 A: all affiliations were transferred to the committee.
        (new(true, false, 3, 0, 0, 0, 0), Category.A, CategoryReason.ConditionsMet, "000 §二"),
        (new(true, true, 1, 0, 0, 0, 1), Category.A, CategoryReason.ConditionsMet, "000 §二"),
        (new(false, true, 2, 0, 0, 0, 0), Category.A, CategoryReason.ConditionsMet, "000 §二"),
        // 000 §二 B: a supporting unit, and all members are its staff. Every such branch is also a C: B comes first.
        (new(true, true, 0, 4, 0, 0, 0), Category.B, CategoryReason.ConditionsMet, "000 §二"),
        (new(true, true, 0, 0, 3, 0, 3), Category.B, CategoryReason.ConditionsMet, "000 §二"),
        (new(true, true, 2, 2, 0, 0, 2), Category.B, CategoryReason.ConditionsMet, "000 §二"),
        (new(true, true, 0, 0, 0, 2, 2), Category.B, CategoryReason.ConditionsMet, "000 §二"),
        // 000 §二 C: the affiliations are not with the committee.
        (new(true, true, 0, 3, 1, 0, 0), Category.C, CategoryReason.ConditionsMet, "000 §二"),
        (new(true, false, 0, 0, 5, 0, 0), Category.C, CategoryReason.ConditionsMet, "000 §二"),
        (new(true, false, 0, 2, 0, 0, 0), Category.C, CategoryReason.ConditionsMet, "000 §二"),
        // Mixed and unknown fit none of the three.
        (new(true, true, 0, 0, 0, 0, 0), Category.Unclassified, CategoryReason.NoMembers, "000 §二"),
        (new(true, true, 2, 0, 1, 0, 0), Category.Unclassified, CategoryReason.AffiliationsMixed, "000 §二"),
        (new(true, true, 2, 0, 0, 1, 0), Category.Unclassified, CategoryReason.AffiliationNotStated, "000 §二"),
        (new(true, false, 0, 0, 0, 1, 0), Category.Unclassified, CategoryReason.AffiliationNotStated, "000 §二"),
    ];
}
