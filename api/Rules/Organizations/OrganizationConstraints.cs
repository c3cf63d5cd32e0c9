namespace SocietyParty.Rules.Organizations;

/// <summary>What the tables of societies, units and branches refuse.</summary>
public sealed class OrganizationConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [
            new("society_credit_code_key", "CREDIT_CODE_TAKEN.SocietyCreditCodeKey", [], null, "creditCode"),
            new("society_credit_code_check", "CREDIT_CODE_WRONG.SocietyCreditCodeCheck", [], null, "creditCode"),
            new("society_credit_code_checks", "CREDIT_CODE_WRONG.SocietyCreditCodeChecks", [], null, "creditCode"),
            new("society_credit_code_override_check", "CREDIT_CODE_OVERRIDE_EMPTY", [], null, "creditCodeOverride"),
            new("supporting_unit_credit_code_key", "CREDIT_CODE_TAKEN.SupportingUnitCreditCodeKey", [], null, "creditCode"),
            new("supporting_unit_credit_code_check", "CREDIT_CODE_WRONG.SocietyCreditCodeCheck", [], null, "creditCode"),
            new("branch_ends_after_it_begins", "ENDS_BEFORE_BRANCH.BranchEndsAfterItBegins", []),
            new("branch_status_change_is_dated", "STATUS_DATE_TOO_EARLY", []),
            new(
                "society_supporting_unit_society_id_supporting_unit_id_vali_excl",
                "SUPPORTING_UNIT_OVERLAPS.SameUnit",
                [],
                null,
                "validFrom"
            ),
            new("committee_place_levels", "COMMITTEE_TREE_TOO_DEEP", [], null, "parent"),
            new("committee_place_children", "COMMITTEE_TREE_TOO_WIDE", [], null, "parent"),
            new("branch_parent_no_cycle", "BRANCH_ABOVE_ITSELF.BranchParentNoCycle", [], "002 §3", "upperBranch"),
            new("society_supporting_unit_one_lead", "SUPPORTING_UNIT_OVERLAPS.Lead", [], null, "validFrom"),
        ];
}
