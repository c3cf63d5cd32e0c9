namespace SocietyParty.Rules.Categories;

/// <summary>What the tables of categories refuse, where two changes come at once.</summary>
public sealed class CategoryConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [
            new("reclassification_one_open", "RECLASSIFICATION_OPEN", [], "000 §四", "branch"),
            new("reclassification_is_decided", "WRONG_STAGE.ReclassificationIsDecided", [], "000 §四", "reclassification"),
            new("branch_category_period_no_overlap", "CATEGORY_DATE_TOO_EARLY", [], null, "effectiveOn"),
        ];
}
