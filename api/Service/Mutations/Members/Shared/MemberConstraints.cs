using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members.Shared;

/// <summary>What the tables of members refuse, where two changes come at once or days do not fit.</summary>
internal sealed class MemberConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [
            new("person_person_ref_key", "PERSON_REFERENCE_TAKEN", "Somebody else has this reference.", null, "reference"),
            new(
                "person_ref_is_no_identity_number",
                "REFERENCE_IS_IDENTITY_NUMBER",
                "An identity number is never kept here. Make up another reference.",
                null,
                "reference"
            ),
            new("member_person_id_key", "PERSON_IS_MEMBER", "The person is a party member already.", null, "person"),
            new("applicant_once", "PERSON_IS_APPLICANT", "A branch cultivates the person already.", null, "person"),
            new("applicant_is_no_member", "PERSON_IS_MEMBER", "The person is a party member already.", null, "person"),
            new(
                "employment_once",
                "EMPLOYMENT_OVERLAPS",
                "The person is staff of that unit on some of these days already.",
                null,
                "validFrom"
            ),
            new(
                "affiliation_change_is_dated",
                "AFFILIATION_DATE_TOO_EARLY",
                "The affiliation would begin before the present one. Give a later day.",
                "002 §5"
            ),
            new(
                "affiliation_one_at_a_time",
                "AFFILIATION_DATE_TOO_EARLY",
                "The affiliation would begin before an earlier one ends. Give a later day.",
                "002 §5"
            ),
            new(
                "member_status_change_is_dated",
                "STATUS_DATE_TOO_EARLY",
                "The new status would begin before the present one. Give a later day."
            ),
            new("affiliation_transfer_one_open", "TRANSFER_OPEN", "Another transfer is open. Complete or cancel it.", "002 §5", "member"),
            new(
                "organization_life_once",
                "ORGANIZATION_LIFE_OVERLAPS",
                "The member shares the branch's life on some of these days already.",
                "002 §5",
                "validFrom"
            ),
            new(
                "dues_standard_one_at_a_time",
                "DUES_STANDARD_DATE_TOO_EARLY",
                "The member has another standard from that day on or later. Give a later day.",
                null,
                "validFrom"
            ),
            new("dues_payment_month_once", "DUES_PAID_TWICE", "Some of these months are paid already.", "000 §三", "firstMonth"),
        ];
}
