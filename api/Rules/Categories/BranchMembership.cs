namespace SocietyParty.Rules.Categories;

/// <summary>What the conditions of the categories look at, of one day.</summary>
/// <param name="IsEstablished">Whether the branch is established.</param>
/// <param name="HasSupportingUnit">Whether the society that it stands for has a supporting unit.</param>
/// <param name="Members">Its members, full and probationary.</param>
/// <param name="WithCommittee">Members whose affiliation is with a branch of the same committee.</param>
/// <param name="Elsewhere">Members whose affiliation is stated and elsewhere; the others' is not stated.</param>
/// <param name="Employed">Members who are employed by a supporting unit of the society.</param>
/// <param name="Staff">Members who are employed there or whose affiliation is with its party organization.</param>
public sealed record BranchMembership(
    bool IsEstablished,
    bool HasSupportingUnit,
    int Members,
    int WithCommittee,
    int Elsewhere,
    int Employed,
    int Staff
)
{
    public int NotStated => Members - WithCommittee - Elsewhere;

    /// <summary>Members who count as staff of the supporting unit under these rules.</summary>
    public int StaffUnder(CategoryRules rules) => rules.AffiliationShowsStaff.Value ? Staff : Employed;

    /// <summary>Of how many it is not true: members, or 1 where a condition is not about members.</summary>
    public int Lacking(Condition condition, CategoryRules rules) =>
        condition switch
        {
            Condition.Established => IsEstablished ? 0 : 1,
            Condition.HasMembers => Members > 0 ? 0 : 1,
            Condition.HasSupportingUnit => HasSupportingUnit ? 0 : 1,
            Condition.AllAffiliationsWithCommittee => Members - WithCommittee,
            Condition.NoAffiliationWithCommittee => Members - Elsewhere,
            Condition.AllStaffOfSupportingUnit => Members - StaffUnder(rules),
            _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, null),
        };
}
