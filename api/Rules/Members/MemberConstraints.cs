namespace SocietyParty.Rules.Members;

/// <summary>What the tables of members refuse, where two changes come at once or days do not fit.</summary>
public sealed class MemberConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [
            new("person_person_ref_key", "PERSON_REFERENCE_TAKEN", [], null, "reference"),
            new("person_ref_is_no_identity_number", "REFERENCE_IS_IDENTITY_NUMBER", [], null, "reference"),
            new("member_person_id_key", "PERSON_IS_MEMBER", [], null, "person"),
            new("applicant_once", "PERSON_IS_APPLICANT", [], null, "person"),
            new("applicant_is_no_member", "PERSON_IS_MEMBER", [], null, "person"),
            new("employment_once", "EMPLOYMENT_OVERLAPS", [], null, "validFrom"),
            new("affiliation_change_is_dated", "AFFILIATION_DATE_TOO_EARLY.AffiliationChangeIsDated", [], "002 §5"),
            new("affiliation_one_at_a_time", "AFFILIATION_DATE_TOO_EARLY.AffiliationOneAtATime", [], "002 §5"),
            new("member_status_change_is_dated", "STATUS_DATE_TOO_EARLY", []),
            new("affiliation_transfer_one_open", "TRANSFER_OPEN", [], "002 §5", "member"),
            new("organization_life_once", "ORGANIZATION_LIFE_OVERLAPS", [], "002 §5", "validFrom"),
            new("ended_membership_one_at_a_time", "MEMBERSHIP_ENDED.AtOnce", [], null, "member"),
            new("dues_standard_one_at_a_time", "DUES_STANDARD_DATE_TOO_EARLY", [], null, "validFrom"),
            new("dues_payment_month_once", "DUES_PAID_TWICE", [], "000 §三", "firstMonth"),
        ];
}
