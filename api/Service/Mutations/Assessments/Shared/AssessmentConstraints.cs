using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments.Shared;

/// <summary>What the tables of the assessment refuse.</summary>
internal sealed class AssessmentConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [
            new("supervision_team_name_once", "SUPERVISION_TEAM_NAME_TAKEN", "The committee has a team of this name.", null, "name"),
            new("consortium_name_once", "CONSORTIUM_NAME_TAKEN", "The committee has a consortium of this name.", null, "name"),
            new(
                "assessment_round_once",
                "ROUND_OPENED_ALREADY",
                "The committee's round of this year is open or issued already.",
                "004 第四条",
                "year"
            ),
            new("assessment_entry_stages_in_order", "WRONG_STAGE", "The entry has moved on meanwhile.", "004 第六条"),
            new("assessment_entry_is_issued", "WRONG_STAGE", "The result is issued; correct it instead.", "004 第六条（四）"),
            new("assessment_stage_event_once", "WRONG_STAGE", "The entry has moved on meanwhile.", "004 第六条"),
            new(
                "assessment_version_once",
                "RESULT_SUPERSEDED",
                "Somebody corrected the result meanwhile. Read it again.",
                "004 第六条（四）",
                "assessment"
            ),
            new(
                "assessment_one_is_current",
                "RESULT_SUPERSEDED",
                "Somebody corrected the result meanwhile. Read it again.",
                "004 第六条（四）",
                "assessment"
            ),
            new(
                "assessment_is_kept",
                "RESULT_IS_KEPT",
                "An issued result is never changed; correct it with a new version.",
                "004 第六条（四）",
                "assessment"
            ),
            new(
                "bonus_claim_once",
                "BONUS_CLAIMED_ALREADY",
                "The branch claimed this bonus with this evidence already.",
                "004 第五条（六）",
                "evidenceRef"
            ),
            new("fail_finding_once", "FAIL_FOUND_ALREADY", "This was found already and stands.", "004 第五条（七）", "rule"),
            new(
                "policy_document_title_document_number_key",
                "DOCUMENT_TITLE_TAKEN",
                "Another document has the title, and none of the two a number. Give the number, or a title of its own.",
                null,
                "title"
            ),
            new("consortium_ranking_once", "RANKED_ALREADY", "A consortium is ranked once a round.", "004 第六条（二）", "consortia"),
            new(
                "consortium_ranking_rank_once",
                "RANKED_ALREADY",
                "The team has ranked its consortia in this round.",
                "004 第六条（二）",
                "supervisionTeam"
            ),
        ];
}
