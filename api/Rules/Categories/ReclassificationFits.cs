namespace SocietyParty.Rules.Categories;

/// <summary>
/// 000 §二, §四: a proposed category must be the one that the rules derive; how much else weighs, the rule set says. But a category that asks
/// for all affiliations needs each of them proven: one member whose affiliation is unknown or elsewhere refuses it.
/// </summary>
public static class ReclassificationFits
{
    /// <summary>Null where the proposal agrees.</summary>
    public static Breach? Check(Category proposed, DerivedCategory derived, CategoryRules rules)
    {
        if (proposed == derived.Category)
        {
            return null;
        }

        var severity = derived.IsNotProven ? rules.NotProven : rules.Contradiction;
        var weight =
            derived.ReasonCode != CategoryReason.NoMembers
            && rules.Conditions.TryGetValue(proposed, out var asked)
            && asked.Value.Contains(Condition.AllAffiliationsWithCommittee)
                ? Severity.Error
                : severity.Value;
        return derived.IsNotProven
            ? new Breach("CATEGORY_NOT_PROVEN", [("proposed", proposed), ("reason", derived.Reason)], severity.Source, weight, "category")
            : new Breach(
                "CATEGORY_CONTRADICTS_MEMBERSHIP",
                [("category", derived.Category), ("proposed", proposed), ("reason", derived.Reason)],
                $"{derived.Clause}, {severity.Source}",
                weight,
                "category"
            );
    }
}
