using System.Text.Json;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Categories;

/// <summary>分类 Category of a branch (000 §二).</summary>
public enum Category
{
    A,
    B,
    C,
    Unclassified,
}

/// <summary>What can be asked of a branch to tell its category.</summary>
public enum Condition
{
    Established,
    HasMembers,

    /// <summary>All members' affiliations are with branches of the committee.</summary>
    AllAffiliationsWithCommittee,

    /// <summary>All members' affiliations are stated, none is with the committee.</summary>
    NoAffiliationWithCommittee,
    HasSupportingUnit,
    AllStaffOfSupportingUnit,
}

/// <summary>What a category may allow (000 §三).</summary>
public enum Permission
{
    DevelopMembers,
    ConvertProbationary,
    CollectDues,
    CultivateApplicants,
}

/// <summary>Section <c>categories</c> of a rule set.</summary>
/// <param name="Precedence">Categories in the order in which they are tried.</param>
/// <param name="Conditions">What must hold for each.</param>
/// <param name="AffiliationShowsStaff">Whether an affiliation with the supporting unit's party organization counts as being its
/// staff.</param>
/// <param name="Permissions">What each category may do.</param>
/// <param name="Contradiction">How much a proposal weighs that contradicts the derived category.</param>
/// <param name="NotProven">How much a proposal weighs where too little is stated to derive a category.</param>
/// <param name="Upgrade">What a branch needs to become an A.</param>
/// <param name="ProbationMonths">Months before a probationary member is converted; null: not checked.</param>
public sealed record CategoryRules(
    Sourced<IReadOnlyList<Category>> Precedence,
    IReadOnlyDictionary<Category, Sourced<IReadOnlyList<Condition>>> Conditions,
    Sourced<bool> AffiliationShowsStaff,
    IReadOnlyDictionary<Category, IReadOnlyDictionary<Permission, Sourced<bool>>> Permissions,
    Sourced<Severity> Contradiction,
    Sourced<Severity> NotProven,
    Sourced<IReadOnlyList<Condition>> Upgrade,
    Sourced<int?> ProbationMonths
) : ISection
{
    public static string Key => "categories";

    /// <summary>What the clauses say of one permission of one category.</summary>
    public Sourced<bool> Of(Category category, Permission permission) => Permissions[category][permission];

    public IEnumerable<(string Path, Sentence Problem)> Problems()
    {
        foreach (var (category, conditions) in Conditions)
        {
            if (
                conditions.Value.Contains(Condition.AllAffiliationsWithCommittee)
                && conditions.Value.Contains(Condition.NoAffiliationWithCommittee)
            )
            {
                yield return ($".conditions.{category}.value", new("Rules.ConditionsExclude", []));
            }
        }

        // Who has all that an upgrade asks for must be an A, or the proposal is refused.
        if (Conditions.TryGetValue(Category.A, out var direct))
        {
            var missing = direct.Value.Except(Upgrade.Value).ToList();
            if (missing.Count > 0)
            {
                yield return (
                    ".upgrade.value",
                    new(
                        "Rules.UpgradeTooLittle",
                        [("conditions", missing.Select(one => JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{one}")))]
                    )
                );
            }
        }

        for (var i = 0; i < Precedence.Value.Count; i++)
        {
            if (!Conditions.ContainsKey(Precedence.Value[i]))
            {
                yield return ($".precedence.value[{i}]", new("Rules.NoConditions", [("category", Precedence.Value[i].ToString())]));
            }
            // What comes later and asks for as much or more is never reached.
            for (var earlier = 0; earlier < i; earlier++)
            {
                if (
                    Conditions.TryGetValue(Precedence.Value[earlier], out var first)
                    && Conditions.TryGetValue(Precedence.Value[i], out var later)
                    && first.Value.All(later.Value.Contains)
                )
                {
                    yield return (
                        $".precedence.value[{i}]",
                        new(
                            "Rules.NeverDerived",
                            [("category", Precedence.Value[i].ToString()), ("earlier", Precedence.Value[earlier].ToString())]
                        )
                    );
                }
            }
        }
    }
}
