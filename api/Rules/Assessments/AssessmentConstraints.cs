namespace SocietyParty.Rules.Assessments;

/// <summary>What the tables of the assessment refuse.</summary>
public sealed class AssessmentConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [
            new("supervision_team_name_once", "SUPERVISION_TEAM_NAME_TAKEN", [], null, "name"),
            new("consortium_name_once", "CONSORTIUM_NAME_TAKEN", [], null, "name"),
            new("assessment_round_once", "ROUND_OPENED_ALREADY.AssessmentRoundOnce", [], "004 第四条", "year"),
            new("assessment_entry_stages_in_order", "WRONG_STAGE.AssessmentEntryStagesInOrder", [], "004 第六条"),
            new("assessment_entry_is_issued", "WRONG_STAGE.AssessmentEntryIsIssued", [], "004 第六条（四）"),
            new("dismissed_finding_once", "FINDING_DISMISSED_ALREADY", [], "004 第五条（七）", "cause"),
            new("assessment_version_once", "RESULT_SUPERSEDED.AssessmentVersionOnce", [], "004 第六条（四）", "assessment"),
            new("assessment_one_is_current", "RESULT_SUPERSEDED.AssessmentVersionOnce", [], "004 第六条（四）", "assessment"),
            new("assessment_is_kept", "RESULT_IS_KEPT", [], "004 第六条（四）", "assessment"),
            new("bonus_claim_once", "BONUS_CLAIMED_ALREADY", [], "004 第五条（六）", "evidenceRef"),
            new("fail_finding_once", "FAIL_FOUND_ALREADY", [], "004 第五条（七）", "rule"),
            new("policy_document_title_document_number_key", "DOCUMENT_TITLE_TAKEN", [], null, "title"),
            new("consortium_ranking_once", "RANKED_ALREADY.ConsortiumRankingOnce", [], "004 第六条（二）", "consortia"),
            new("consortium_ranking_rank_once", "RANKED_ALREADY.ConsortiumRankingRankOnce", [], "004 第六条（二）", "supervisionTeam"),
        ];
}
