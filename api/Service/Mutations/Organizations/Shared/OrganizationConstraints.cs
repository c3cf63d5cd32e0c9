using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations.Shared;

/// <summary>What the tables of societies, units and branches refuse.</summary>
internal sealed class OrganizationConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [
            new("society_credit_code_key", "CREDIT_CODE_TAKEN", "Another society has this unified social credit code.", null, "creditCode"),
            new(
                "society_credit_code_check",
                "CREDIT_CODE_WRONG",
                "A unified social credit code has 18 characters of 0-9A-HJ-NPQRTUWXY.",
                null,
                "creditCode"
            ),
            new(
                "society_credit_code_checks",
                "CREDIT_CODE_WRONG",
                "The check character of the code is wrong (GB 32100-2015). Mend it, or say in creditCodeOverride why it is right.",
                null,
                "creditCode"
            ),
            new(
                "society_credit_code_override_check",
                "CREDIT_CODE_OVERRIDE_EMPTY",
                "Say why the code is right, or leave it out.",
                null,
                "creditCodeOverride"
            ),
            new(
                "supporting_unit_credit_code_key",
                "CREDIT_CODE_TAKEN",
                "Another unit has this unified social credit code.",
                null,
                "creditCode"
            ),
            new(
                "supporting_unit_credit_code_check",
                "CREDIT_CODE_WRONG",
                "A unified social credit code has 18 characters of 0-9A-HJ-NPQRTUWXY.",
                null,
                "creditCode"
            ),
            new(
                "branch_status_change_is_dated",
                "STATUS_DATE_TOO_EARLY",
                "The new status would begin before the present one. Give a later day."
            ),
            new(
                "society_supporting_unit_society_id_supporting_unit_id_vali_excl",
                "SUPPORTING_UNIT_OVERLAPS",
                "The unit supports the society on some of these days already. Give a later first day.",
                null,
                "validFrom"
            ),
            new(
                "society_supporting_unit_one_lead",
                "SUPPORTING_UNIT_OVERLAPS",
                "Another unit leads the society on some of these days. Give a later first day.",
                null,
                "validFrom"
            ),
        ];
}
